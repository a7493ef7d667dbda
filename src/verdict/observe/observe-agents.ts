import type { AgentUsage, Measurements } from '../../measurements/model.ts'
import { chooseLabels, shownLabel } from './label-choice.ts'
import type { Measured, Query } from './observation.ts'

const BYTES_PER_MB = 1_000_000

/**
 * CPU in percent of the whole machine, memory in bytes. For all agents together: the mean of the means, or
 * the greatest of the maxima.
 */
export function measureAgents(data: Measurements, query: Query): Measured {
  const agents = data.agents ?? []
  if (agents.length === 0) return { problem: 'The data has no agents.' }
  const choice = query.label
    ? chooseLabels(agents, (agent) => agent.agent, query.label, query)
    : { chosen: agents }
  if ('problem' in choice) return choice
  const values: { label: string; value: number }[] = []
  for (const agent of choice.chosen) {
    const value = usageOf(agent, query)
    if (value === undefined || !Number.isFinite(value)) return { problem: absent(agent, query) }
    values.push({ label: agent.agent, value })
  }
  return { readings: query.label ? values : [{ value: together(values, query) }] }
}

function usageOf(agent: AgentUsage, { measure }: Query): number | undefined {
  if (measure.name === 'cpu-mean') return agent.cpuMeanPercent
  if (measure.name === 'cpu-max') return agent.cpuMaxPercent
  return agent.memoryMaxMb === undefined ? undefined : agent.memoryMaxMb * BYTES_PER_MB
}

function together(values: { value: number }[], { measure }: Query): number {
  const total = values.reduce((sum, { value }) => sum + value, 0)
  const greatest = values.reduce((most, { value }) => Math.max(most, value), -Infinity)
  return measure.name === 'cpu-mean' ? total / values.length : greatest
}

function absent(agent: AgentUsage, { measure, answers }: Query): string {
  const silent = measure.name === 'memory-max' ? answers?.withoutMemory : undefined
  const reason = silent === undefined ? '' : ` ${silent} don't include it.`
  return `${measure.name} of agent ${shownLabel(agent.agent)} is not in the data.${reason}`
}

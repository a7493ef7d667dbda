import type { AgentUsage } from '../../measurements/model.ts'

/** Whether the load generators had enough CPU: if not, they may have caused the response times themselves. */
export interface Generators {
  /** `short`: at least 80 % on average; `peaks`: at least 95 % at times; `unknown`: no figures. */
  cpu: 'short' | 'peaks' | 'fine' | 'unknown'
  /** The load generators with the highest load, highest first. */
  busiest: { agent: string; cpuMeanPercent?: number; cpuMaxPercent?: number }[]
  whileSlow?: BusyWhileSlow
}

/** Set if the load generators were busy while response times were long: they may have caused them. */
export interface BusyWhileSlow {
  /** ISO 8601, UTC: since when response times were long. */
  at: string
  /** CPU of the busiest load generator, on average: during that time, and otherwise. */
  cpuPercent: number
  otherwisePercent?: number
}

export const SHORT_PERCENT = 80
const PEAK_PERCENT = 95
const MOST_AGENTS = 5

/** CPU load of the whole machine, for all agents. */
export function generatorsOf(agents: readonly AgentUsage[] = []): Generators {
  const busiest = agents
    .filter((agent) => agent.cpuMeanPercent !== undefined || agent.cpuMaxPercent !== undefined)
    .toSorted((a, b) => load(b) - load(a))
  const means = busiest.flatMap(({ cpuMeanPercent }) => cpuMeanPercent ?? [])
  const peaks = busiest.flatMap(({ cpuMaxPercent }) => cpuMaxPercent ?? [])
  return {
    cpu:
      busiest.length === 0
        ? 'unknown'
        : means.some((percent) => percent >= SHORT_PERCENT)
          ? 'short'
          : peaks.some((percent) => percent >= PEAK_PERCENT)
            ? 'peaks'
            : 'fine',
    busiest: busiest.slice(0, MOST_AGENTS).map(({ agent, cpuMeanPercent, cpuMaxPercent }) => ({
      agent,
      ...(cpuMeanPercent !== undefined && { cpuMeanPercent }),
      ...(cpuMaxPercent !== undefined && { cpuMaxPercent }),
    })),
  }
}

const load = ({ cpuMeanPercent, cpuMaxPercent }: AgentUsage): number => cpuMeanPercent ?? cpuMaxPercent ?? 0

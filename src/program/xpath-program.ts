import { answerXPath, type XPathTask } from '../criteria/xpath/xpath-task.ts'
import { openTestReport } from '../measurements/xlt/test-report.ts'
import { regularFile } from '../platform/files/regular-file.ts'
import { serveTask } from '../platform/isolation/serve-task.ts'

/** The program that evaluates XPath criteria for the step that started it. */
export async function runXPath(): Promise<void> {
  await serveTask((task, tell) =>
    answerXPath(task as XPathTask, (path) => openTestReport(regularFile(path)), tell),
  )
}

import { isSigned, sign, type SignedKind } from '../../foundation/signature.ts'

/** Which run it is that was kept. All of it is signed together with what was kept of it. */
export interface KeptOrigin {
  repository: string
  /** The whole ref, such as `refs/heads/main`. */
  ref: string
  /** Tells baselines of one step from those of others. */
  step: string
  workflowRunId: string
  attempt: number
  keptAtMs: number
}

export interface KeptRun {
  origin: KeptOrigin
  /** As hexadecimal digits in lower case. */
  signature: string
  /** Of a baseline the content of `measurements.json`; or the runs before it, see `history/kept-history.ts`. */
  content: Buffer
  /** All of it, as it lies in the entry. */
  signed: Buffer
}

const LINE_BREAK = 0x0a

/**
 * A run as it lies in an entry: a line with its signature, what is signed besides the content, and its length; then the
 * content. An entry holds one or several, one behind the other; its key follows from the first.
 */
export function writeKeptRun(
  key: Buffer,
  origin: KeptOrigin,
  content: Buffer,
  kind: SignedKind = 'baseline',
): { bytes: Buffer; signature: string } {
  const { repository, ref, step, workflowRunId, attempt, keptAtMs } = origin
  const head = [repository, ref, step, workflowRunId, attempt, keptAtMs, content.length]
  const signed = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), content])
  const signature = sign(key, kind, signed)
  return { bytes: Buffer.concat([Buffer.from(`${signature} `), signed]), signature }
}

/** The runs of an entry; undefined where one of them was not signed by the holder of the key, or anything else is there. */
export function readKeptRuns(
  key: Buffer,
  bytes: Buffer,
  kind: SignedKind = 'baseline',
): KeptRun[] | undefined {
  const runs: KeptRun[] = []
  for (let at = 0; at < bytes.length;) {
    const run = readKeptRun(key, bytes.subarray(at), kind)
    if (run === undefined) return undefined
    runs.push(run)
    at += run.signed.length
  }
  return runs.length > 0 ? runs : undefined
}

/** Nothing of the line is believed before the signature is checked, but the length that says what is signed. */
function readKeptRun(key: Buffer, bytes: Buffer, kind: SignedKind): KeptRun | undefined {
  const lineEnd = bytes.indexOf(LINE_BREAK)
  const [, signature, head, length] =
    /^([0-9a-f]{64}) (\[.*,(\d{1,10})\])$/.exec(bytes.subarray(0, Math.max(0, lineEnd)).toString('utf8')) ??
    []
  if (signature === undefined || head === undefined) return undefined
  const end = lineEnd + 1 + Number(length)
  const signed = bytes.subarray(signature.length + 1, end)
  if (end > bytes.length || !isSigned(key, kind, signed, signature)) return undefined
  const [repository, ref, step, workflowRunId, attempt, keptAtMs] = JSON.parse(head) as [
    string,
    string,
    string,
    string,
    number,
    number,
  ]
  return {
    origin: { repository, ref, step, workflowRunId, attempt, keptAtMs },
    signature,
    content: bytes.subarray(lineEnd + 1, end),
    signed: bytes.subarray(0, end),
  }
}

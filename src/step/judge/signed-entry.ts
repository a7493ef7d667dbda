import { isSigned, sign, type SignedKind } from '../../foundation/signature.ts'

/** Identifies the run that was kept. It is signed together with the content. */
export interface KeptOrigin {
  repository: string
  /** The whole ref, such as `refs/heads/main`. */
  ref: string
  /** Distinguishes the baselines of different steps. */
  step: string
  workflowRunId: string
  attempt: number
  keptAtMs: number
}

/** A part of an entry in the Actions cache: a run, or the history of a branch. */
export interface EntryPart {
  origin: KeptOrigin
  /** Lower-case hexadecimal digits. */
  signature: string
  /** For a baseline, the content of `measurements.json`; for a history, see `history/kept-history.ts`. */
  content: Buffer
  /** All signed bytes, as in the entry. */
  signed: Buffer
}

const LINE_BREAK = 0x0a

/**
 * Writes one part of an entry: a line with its signature, the other signed values and the length;
 * then the content. An entry has one or several parts; its key contains the signature of the first.
 */
export function writeEntryPart(
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

/**
 * The parts of an entry; undefined if one of them was not signed with the key, or if there is anything else.
 */
export function readEntryParts(
  key: Buffer,
  bytes: Buffer,
  kind: SignedKind = 'baseline',
): EntryPart[] | undefined {
  const parts: EntryPart[] = []
  for (let at = 0; at < bytes.length;) {
    const part = readEntryPart(key, bytes.subarray(at), kind)
    if (part === undefined) return undefined
    parts.push(part)
    at += part.signed.length
  }
  return parts.length > 0 ? parts : undefined
}

/** Before the signature is checked, only the length is used, because it says what is signed. */
function readEntryPart(key: Buffer, bytes: Buffer, kind: SignedKind): EntryPart | undefined {
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

/** The error of `JSON.parse` without the text that it quotes, which may be a part of a secret. */
export function jsonFault(error: unknown): unknown {
  if (!(error instanceof SyntaxError)) return error
  return new SyntaxError(error.message.replace(/,? ?(?:\.\.\.)?".*"(?:\.\.\.)? (?=is not valid JSON)/s, ' '))
}

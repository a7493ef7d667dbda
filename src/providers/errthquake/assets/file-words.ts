// Everything that is assumed about the format of Errthquake's own files.

/** The keys of a configuration, and of a command in it. */
export const CONFIGURATION_KEYS = ['Commands', 'InitSequence', 'LoopSequence', 'LoopCount'] as const
export const COMMAND_KEYS = ['Url', 'Method', 'Headers', 'BodyText', 'RegexVals'] as const

/**
 * A placeholder for a value: from a column of the CSV, from a command (`RegexVals`), or from
 * `test-variables`.
 */
export const VARIABLE = /\{\$([^{}$\s]{1,200})\}/g

/** The names of the variables in a text. */
export function variablesIn(text: string): string[] {
  return [...text.matchAll(VARIABLE)].map((match) => match[1] ?? '')
}

/** A valid name of a variable. */
export const VARIABLE_NAME = /^[\p{L}_][\p{L}\p{N}_.-]{0,199}$/u

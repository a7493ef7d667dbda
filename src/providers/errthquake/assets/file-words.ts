// What is assumed of Errthquake's own files; nothing else here knows their form.

/** Keys of a configuration, and of a command in it. */
export const CONFIGURATION_KEYS = ['Commands', 'InitSequence', 'LoopSequence', 'LoopCount'] as const
export const COMMAND_KEYS = ['Url', 'Method', 'Headers', 'BodyText', 'RegexVals'] as const

/** Where a value goes: a column of the CSV, what a command found (`RegexVals`), or what `test-variables` names. */
export const VARIABLE = /\{\$([^{}$\s]{1,200})\}/g

/** The names of the variables in a text. */
export function variablesIn(text: string): string[] {
  return [...text.matchAll(VARIABLE)].map((match) => match[1] ?? '')
}

/** What a column or a variable may be called. */
export const VARIABLE_NAME = /^[\p{L}_][\p{L}\p{N}_.-]{0,199}$/u

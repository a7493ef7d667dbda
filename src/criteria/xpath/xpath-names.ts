/**
 * Parts of a report that are large and rarely used: they are left out of the document unless an expression
 * can refer to them.
 */
export const OPTIONAL_PARTS = ['configuration', 'urls'] as const
export type OptionalPart = (typeof OPTIONAL_PARTS)[number]

/** Expressions that may reach any element or attribute, whatever its name. */
const REACHES_ALL =
  /@|(?:^|[^\w.\])*\s])\s*\*|::\s*\*|(?:^|[^\w-])(?:node|element|attribute|text|processing-instruction)\s*\(|(?:^|[^\w-])(?:and|or|div|mod|in|return|satisfies|then|else|union|intersect|except)\s+\*/

/** The optional parts that must be read for these expressions, as far as the expressions show. */
export function reportPartsNamed(expressions: readonly string[]): Set<OptionalPart> {
  const words = wordsOf(expressions)
  const all = expressions.some((expression) => REACHES_ALL.test(withoutStrings(expression)))
  return new Set(OPTIONAL_PARTS.filter((part) => all || words.has(part)))
}

/**
 * Every word that may name an element, including those in strings, because `name() = 'urls'` names one, but
 * not the names of functions.
 */
export function wordsOf(expressions: readonly string[]): Set<string> {
  const word = /[\p{L}_][\p{L}\p{N}_.-]*(?![\p{L}\p{N}_.-]|\s*\()/gu
  return new Set(expressions.flatMap((expression) => expression.match(word) ?? []))
}

const withoutStrings = (expression: string): string => expression.replace(/"[^"]*"|'[^']*'/g, '""')

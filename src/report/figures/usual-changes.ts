import type { Verdict } from '../../verdict/verdict.ts'

const MOST_TOLD = 10

/** Recent changes of the usual itself, one sentence each. */
export function changesOfUsual({ criteria }: Pick<Verdict, 'criteria'>): string[] {
  const all = criteria.flatMap(({ usual }) => usual?.changes?.map(({ message }) => message) ?? [])
  const distinct = [...new Set(all)]
  const more = distinct.length - MOST_TOLD
  return more > 0 ? [...distinct.slice(0, MOST_TOLD), `And ${more} more changes of the usual.`] : distinct
}

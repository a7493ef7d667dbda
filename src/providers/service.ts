import type { Answers } from '../criteria/answers.ts'

/** One service, as far as it is the same for every step: what it is called, and what can be known without asking it. */
export interface Service {
  /** The word that workflows use for it, in the input `provider`. */
  readonly name: string
  /** Its name for people. */
  readonly title: string
  /** What criteria can ask of its data. */
  readonly answers: Answers
}

/** The one of that name; inputs and files that name another one are refused where they are read. */
export function serviceNamed(services: readonly Service[], name: string): Service {
  const found = services.find((service) => service.name === name)
  if (found === undefined) throw new Error(`There is no service '${name}'.`)
  return found
}

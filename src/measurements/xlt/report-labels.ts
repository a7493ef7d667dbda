import type { DataWarning, LabelTiming, Timing, TimingSubject } from '../model.ts'
import { sumOfTimings } from './sum-timings.ts'

/** The maximum for all names of one subject together; names of usual length never reach it. */
const MAX_NAME_CHARS = 16 * 2 ** 20

/** The labels of one section of a report, by name. */
export class ReportLabels {
  readonly #byName = new Map<string, Timing>()
  readonly #maxLabels: number
  readonly #named = new Map<string, number>()
  #nameChars = 0
  #leftOut = 0

  constructor(maxLabels: number) {
    this.#maxLabels = maxLabels
  }

  /**
   * Without a timing, a label cannot be judged and is left out. Timings with the same name are added, so that
   * none hides another.
   */
  add(name: string, timing: Timing | undefined): void {
    const known = this.#byName.get(name)
    if (timing && known) {
      this.#byName.set(name, sumOfTimings(known, timing))
      this.#named.set(name, (this.#named.get(name) ?? 1) + 1)
    } else if (timing && this.#hasRoom(name)) {
      this.#byName.set(name, timing)
      this.#nameChars += name.length
    } else this.#leftOut++
  }

  timings(): LabelTiming[] {
    return [...this.#byName].map(([label, timing]) => ({ label, ...timing }))
  }

  warnings(subject: TimingSubject): DataWarning[] {
    const warnings: DataWarning[] = []
    if (this.#leftOut > 0)
      warnings.push({
        code: 'labels-left-out',
        message: `${subject}: ${this.#leftOut} labels of the report are left out: there are more than ${this.#maxLabels}, their names are too long together, or they have no count.`,
      })
    const [first] = this.#named
    if (first) {
      const more = this.#named.size > 1 ? `, and the same for ${this.#named.size - 1} more names` : ''
      warnings.push({
        code: 'labels-left-out',
        message: `${subject}: the report has ${first[1]} labels named ${JSON.stringify(first[0].slice(0, 200))}; they are counted together, and have no percentiles${more}.`,
      })
    }
    return warnings
  }

  #hasRoom(name: string): boolean {
    return this.#byName.size < this.#maxLabels && this.#nameChars + name.length <= MAX_NAME_CHARS
  }
}

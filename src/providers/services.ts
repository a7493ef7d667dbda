import { errthquake } from './errthquake/service.ts'
import type { Service } from './service.ts'
import { xtc } from './xtc/service.ts'

/** All services that there are: the one place that lists them. */
export const SERVICES: readonly Service[] = [xtc, errthquake]

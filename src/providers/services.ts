import { errthquake } from './errthquake/service.ts'
import type { Service } from './service.ts'
import { xtc } from './xtc/service.ts'

/** All services: the only place that lists them. */
export const SERVICES: readonly Service[] = [xtc, errthquake]

import { errthquake } from './errthquake/service.ts'
import type { Service } from './service.ts'
import { xtc } from './xtc/service.ts'

/** All services that there are. */
export const SERVICES: readonly Service[] = [xtc, errthquake]

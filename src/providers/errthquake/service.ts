import type { Service } from '../service.ts'

const TITLE = 'Errthquake'

export const errthquake: Service = {
  name: 'errthquake',
  title: TITLE,
  answers: { service: TITLE, subjects: ['requests', 'agents'], hasReport: false },
}

import { SUBJECTS } from '../../criteria/language/criterion.ts'
import type { Service } from '../service.ts'

const TITLE = 'XTC'

export const xtc: Service = {
  name: 'xtc',
  title: TITLE,
  answers: { service: TITLE, subjects: SUBJECTS, hasReport: true, withoutMemory: 'XLT reports' },
}

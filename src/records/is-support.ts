import type { Report } from './report.ts'

/** Whether a report tells its claim as so, in whoever’s mouth: it neither denies it nor doubts it, nor leaves it open. */
export const isSupport = ({ stance }: Pick<Report, 'stance'>): boolean =>
  stance === 'asserts' || stance === 'attributes'

import type { Imprint } from './to-print.ts'

/** Whether two articles are one outlet’s: by its site or by its name. Two that are known by neither are not. */
export const isSameOutlet = (a: Imprint, b: Imprint): boolean =>
  (a.host !== null && a.host === b.host) || (a.outlet !== null && a.outlet === b.outlet)

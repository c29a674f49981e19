import { toMs } from './to-ms.ts'

/** Instants compare as instants, whatever time zone they are written in; the undated come last, then by id. */
export function compareTimes(
  a: { readonly publishedAt: string | null; readonly id: string },
  b: { readonly publishedAt: string | null; readonly id: string },
): number {
  const [at, bt] = [a, b].map(({ publishedAt }) => {
    const ms = toMs(publishedAt)
    return Number.isNaN(ms) ? Number.POSITIVE_INFINITY : ms
  }) as [number, number]
  if (at !== bt) return at < bt ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

import type { ActorProfile } from '../../../src/records/actor-profile.ts'

type Bars = ActorProfile['timeline']['bars']

/** More columns than this are thinner than a pixel; the years between are then left out. */
const mostColumns = 600

/** Every day or month from the first to the last, those without a statement too; ISO 8601, in order. */
export function fillTimeline(
  unit: ActorProfile['timeline']['unit'],
  bars: Bars,
): { readonly at: string; readonly bars: Bars }[] {
  const byAt = new Map<string, Bars[number][]>()
  for (const bar of bars) byAt.set(bar.at, [...(byAt.get(bar.at) ?? []), bar])
  const first = bars[0]?.at
  const last = bars.at(-1)?.at
  if (first === undefined || last === undefined) return []
  const columns: { at: string; bars: Bars }[] = []
  for (let at = first; at <= last && columns.length <= mostColumns; at = nextOf(unit, at))
    columns.push({ at, bars: byAt.get(at) ?? [] })
  return columns.length <= mostColumns ? columns : [...byAt].map(([at, bars]) => ({ at, bars }))
}

function nextOf(unit: 'day' | 'month', at: string): string {
  const date = new Date(unit === 'day' ? `${at}T00:00Z` : `${at}-01T00:00Z`)
  if (unit === 'day') date.setUTCDate(date.getUTCDate() + 1)
  else date.setUTCMonth(date.getUTCMonth() + 1)
  return date.toISOString().slice(0, unit === 'day' ? 10 : 7)
}

import type { DayCount } from '../src/records/situation-counts.ts'

const dayMs = 86_400_000

/** Fewer days than these would be drawn as a wall; days without an article are put before them. */
const fewest = 14

/** Every day from the first to the last, those without an article as zeros; 14 days at least. */
export function fillDays(days: readonly DayCount[]): DayCount[] {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  const counted = new Map(days.map((each) => [each.day, each]))
  const end = Date.parse(last.day)
  const start = Math.min(Date.parse(first.day), end - (fewest - 1) * dayMs)
  const filled: DayCount[] = []
  for (let at = start; at <= end; at += dayMs) {
    const day = new Date(at).toISOString().slice(0, 10)
    filled.push(counted.get(day) ?? { day, own: 0, copies: 0 })
  }
  return filled
}

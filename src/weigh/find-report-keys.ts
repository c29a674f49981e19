import type { Report } from '../records/report.ts'
import { getContraryClass } from './find-opposition.ts'
import { toProposition } from './to-proposition.ts'

/** Words of which pairs are made: of seven there are 21 pairs. */
const mostWords = 7
/** A stretch of more days is no day. */
const mostDays = 3

/**
 * The keys under which a report is looked for: pairs of its rarest words, the whole of a short one, and for an event its
 * type, actors and day. Two reports that share none are never compared.
 *
 * They depend on the report alone. Which words are taken depends on the words, not on where they stand, so that two
 * tellings that share most words share a pair.
 */
export function findReportKeys(report: Report): string[] {
  const { words, print, initials } = toProposition(report)
  if (words.size === 0) return []
  const kind = report.kind === 'event' ? 'e' : 's'
  const keys = new Set<string>()
  const carrying = [...words.values()].filter(({ weight }) => weight > 0.5)
  const isInitial = new Map(
    [...initials].flatMap(([short, stems]) => stems.map((stem) => [stem, short] as const)),
  )
  const rare = carrying
    .filter(({ kind: of }) => of !== 'name')
    .map(({ stem, kind: of }) => (of === 'act' ? getContraryClass(stem) : stem))
    .sort(byHash)
    .slice(0, mostWords)
  const names = [
    ...new Set(
      carrying.filter(({ kind: of }) => of === 'name').map(({ stem }) => isInitial.get(stem) ?? stem),
    ),
  ]
    .sort(byHash)
    .slice(0, 3)
  const taken = [...rare, ...names]
  for (const [i, a] of taken.entries()) {
    for (const b of taken.slice(i + 1)) {
      // Two names alone are everything that was ever written of the two.
      if (names.includes(a) && names.includes(b) && rare.length > 0) continue
      keys.add(`${kind} ${a < b ? `${a} ${b}` : `${b} ${a}`}`)
    }
  }
  // A short one has no pairs: its words are the key.
  if (keys.size === 0) keys.add(`${kind} = ${print.slice(0, 80)}`)
  // Each of these is enough by itself: it stands for two.
  for (const key of eventKeys(report)) {
    keys.add(key)
    keys.add(`${key} again`)
  }
  return [...keys].sort()
}

function eventKeys({ kind, eventType, actor, recipient, day }: Report): string[] {
  if (kind !== 'event' || eventType === null || actor === null || recipient === null) return []
  const cast = [actor, recipient].map((name) => name.trim().split(/\s+/).at(-1)?.toLowerCase() ?? '').sort()
  const days = daysOf(day)
  return days.map((each) => `e ${eventType} ${cast.join(' ')} ${each}`)
}

function daysOf(day: Report['day']): string[] {
  if (!day?.from || !day.to) return []
  const [from, to] = [day.from, day.to].map((each) => Date.parse(each.slice(0, 10)) / 86_400_000)
  if (from === undefined || to === undefined || !(to >= from) || to - from >= mostDays) return []
  return Array.from({ length: to - from + 1 }, (_, i) =>
    new Date((from + i) * 86_400_000).toISOString().slice(0, 10),
  )
}

/** An order that no word’s letters favour, the same everywhere. */
const byHash = (a: string, b: string) => hash(a) - hash(b) || (a < b ? -1 : 1)

function hash(word: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193)
  return (Math.imul(h ^ (h >>> 15), 0x85ebca6b) >>> 0) / 2 ** 32
}

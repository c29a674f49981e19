import type { Report } from '../records/report.ts'
import { acts } from './acts.ts'
import { daysApart, isPlaced } from './days-apart.ts'
import { isSamePerson } from './to-person-name.ts'
import { getAct, type Proposition, toProposition } from './to-proposition.ts'

/** Why two reports on one matter are not one proposition. */
export type Opposition =
  | 'polarity'
  | 'act'
  | 'actor'
  | 'place'
  | 'reversed'
  | 'thing'
  | 'day'
  | 'corrected-day'
  | 'plan'
  | 'telling'

/**
 * Finds what keeps two reports from being one claim, be their words as alike as they may; null where nothing does.
 *
 * Only what both say is compared: a place that one leaves out opposes nothing. A denial (`stance`) is no opposition: it
 * is a report of the very claim.
 */
export function findOpposition(a: Report, b: Report): Opposition | null {
  const [p, q] = [toProposition(a), toProposition(b)]
  if (correctsDay(a, b, p, q) || correctsDay(b, a, q, p)) return 'corrected-day'
  // The same two days later is another happening; a day more or less may be a slip of one of the two.
  if (a.kind === 'event' && daysApart(a, b) > 1) return 'day'
  if (a.stance !== 'denies' && b.stance !== 'denies' && tellOtherwise(p, q)) return 'telling'
  if (textDaysApart(p, q) > 1) return 'day'
  if (p.print === q.print && p.isNegated === q.isNegated) return null
  if (areTurned(p, q)) return 'polarity'
  if (actsOppose(p, q)) return 'act'
  // “will receive Roake on 26 November” and “received Roake on 26 November” are one happening, planned and done.
  if (isPlanOf(p, q) && !(a.kind === 'event' && isPlaced(a) && isPlaced(b))) return 'plan'
  if (modelsDiffer(p, q)) return 'thing'
  if (areReversed(p, q)) return 'reversed'
  if (p.places.size > 0 && q.places.size > 0 && disjoint(p.places, q.places) && !placesMeet(p, q))
    return 'place'
  return castDiffers(p, q) ? 'actor' : null
}

/**
 * “Veresk said that Quintero would be welcome” is another claim than “Quintero would be welcome”, but in Veresk’s mouth.
 */
function tellOtherwise(p: Proposition, q: Proposition): boolean {
  if (p.teller === null && q.teller === null) return false
  if (p.teller !== null && q.teller !== null)
    return p.teller.size > 0 && q.teller.size > 0 && disjoint(p.teller, q.teller)
  const [relay, words] = p.teller === null ? [q, p] : [p, q]
  return !(relay.tellerName === null
    ? isSameRole(relay, words)
    : isSamePerson(relay.tellerName, words.speakerName))
}

/** “The ministry said that …”, and the ministry’s own words. */
const isSameRole = (p: Proposition, q: Proposition) => p.role !== '' && p.role === q.role

/** “Met on 14 March, not on 12 March” is no other meeting than the one that others put on the 12th. */
function correctsDay(a: Report, b: Report, p: Proposition, q: Proposition): boolean {
  if (p.deniedDays.length === 0) return false
  const isOn = (day: number) => q.days.includes(day) || (b.kind === 'event' && dayOf(b) === day)
  return (
    p.deniedDays.some(isOn) && !p.days.some(isOn) && !(a.kind === 'event' && isOn(dayOf(a) ?? Number.NaN))
  )
}

/** The one day of an event, as days since 1970; null for none and for a stretch. */
const dayOf = ({ day }: Report): number | null =>
  day?.from && day.from === day.to ? Date.parse(day.from.slice(0, 10)) / 86_400_000 : null

/** Days between the nearest two that the words of both give; 0 where one gives none. */
function textDaysApart(p: Proposition, q: Proposition): number {
  if (p.days.length === 0 || q.days.length === 0) return 0
  return Math.min(...p.days.flatMap((day) => q.days.map((other) => Math.abs(day - other))))
}

/** The first who acts is named by both, and neither is named in the other: “Arce resigned”, “Strend resigned”. */
function castDiffers(p: Proposition, q: Proposition): boolean {
  const [mine, theirs] = [p.cast[0], q.cast[0]]
  if (mine === undefined || theirs === undefined) return false
  return !namedIn(mine, p, q) && !namedIn(theirs, q, p)
}

/** Also as the letters of a longer name: “uae” for United Arab Emirates. */
function namedIn(name: string, of: Proposition, other: Proposition): boolean {
  if (other.words.has(name) || other.initials.has(name)) return true
  for (const [short, stems] of of.initials) if (stems.includes(name) && other.words.has(short)) return true
  return false
}

/** One name for all acts that contraries join: by it the contraries of a report are found. */
export function getContraryClass(act: string): string {
  let least = act
  const seen = new Set([act])
  const open = [act]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (name < least) least = name
    for (const other of contraries.get(name) ?? []) {
      if (seen.has(other)) continue
      seen.add(other)
      open.push(other)
    }
  }
  return least
}

/** Whether two acts cannot be said of one thing. */
export const areContrary = (act: string, other: string): boolean => contraries.get(act)?.has(other) ?? false

/** “will close the strait” does not say that it is closed; “would be welcome” may be told of either. */
const isPlanOf = (p: Proposition, q: Proposition): boolean =>
  p.isPlanned !== q.isPlanned && !p.isModal && !q.isModal

/** One says “not” of an act or word that the other says without; or one is negated as a whole. */
function areTurned(p: Proposition, q: Proposition): boolean {
  let turned = 0
  let straight = 0
  for (const [stem, word] of p.words) {
    const other = q.words.get(stem)
    if (!other || word.kind === 'name') continue
    if (word.isNegated !== other.isNegated) turned++
    else if (word.isVerb || word.kind === 'act') straight++
  }
  if (turned > 0) return p.isNegated === q.isNegated
  return p.isNegated !== q.isNegated && straight >= 0
}

/** What both say is left out: “suspended … and resumed” tells a change. */
function actsOppose(p: Proposition, q: Proposition): boolean {
  for (const name of p.acts) {
    if (q.acts.has(name)) continue
    for (const other of contraries.get(name) ?? []) if (q.acts.has(other) && !p.acts.has(other)) return true
  }
  return false
}

/** Contraries hold both ways, whichever row names them. */
const contraries: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const found = new Map<string, Set<string>>()
  const put = (name: string, other: string) => found.set(name, (found.get(name) ?? new Set()).add(other))
  for (const { act, against } of acts) {
    for (const other of (against ?? '').split(',').map((name) => name.trim())) {
      if (other === '') continue
      put(act, other)
      put(other, act)
    }
  }
  return found
})()

/** “GPT-6” and “GPT-5.6” are two things. */
function modelsDiffer(p: Proposition, q: Proposition): boolean {
  for (const [name, number] of p.models) {
    const other = q.models.get(name)
    if (other !== undefined && other !== number) return true
  }
  return false
}

/** The same two names the other way round, about an act that has a direction: “A to B”, “B to A”. */
function areReversed(p: Proposition, q: Proposition): boolean {
  const shared = p.cast.filter((name) => q.cast.includes(name))
  if (shared.length < 2) return false
  const others = q.cast.filter((name) => p.cast.includes(name))
  if (shared.join(' ') === others.join(' ')) return false
  for (const name of p.acts) if (q.acts.has(name) && getAct(name)?.isMutual) return false
  return true
}

const placesMeet = (p: Proposition, q: Proposition) =>
  [...p.places].some((place) => q.words.has(place)) || [...q.places].some((place) => p.words.has(place))

function disjoint(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const each of a) if (b.has(each)) return false
  return true
}

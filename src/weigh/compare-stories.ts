import type { StoryLink } from '../records/story.ts'
import type { StoryProfile, StoryTerm } from '../records/story-profile.ts'
import { mostDaysApart } from './find-story-keys.ts'
import { foldTerm } from './fold-term.ts'
import { toDay } from './to-day.ts'

/** Least likeness that makes a link. */
export const leastLink = 0.17
/** Share of the lead in the likeness; the rest is the whole: 0.3 of 0 to 0.6 groups best. */
const leadShare = 0.3
/** What the likeness loses where each lead names people and places that the other article never does. */
const strangersLoss = 0.4
/** What it keeps a day, from the second on: the same actors two days later are another happening. */
const keptEachDay = 0.75
/** What it keeps where both leads name days, and none within a day of another’s. */
const keptOtherDays = 0.75
/** What it keeps between two articles of one outlet, which share house words and boilerplate whatever they tell. */
const keptSameOutlet = 0.85
/** A happening is told in many words; two that carry all the likeness (“Trump”, “impeachment”) are a topic. */
const leastSpread = 6
const mostBasis = 8

interface Shared {
  readonly term: StoryTerm
  readonly weight: number
}

/**
 * How alike two articles are in what happened, to whom, where and when; null where they are not.
 *
 * Symmetric, and of these two alone: what else the ledger holds changes nothing.
 */
export function compareStories(a: StoryProfile, b: StoryProfile): StoryLink | null {
  if (a.articleId > b.articleId) return compareStories(b, a)
  if (a.articleId === b.articleId) return null
  const apart = daysApart(a, b)
  if (apart !== null && apart > mostDaysApart) return null
  // “The Harbour Ledger is an independent newspaper …” stands under everything that it prints.
  const house = new Set(a.outlet === b.outlet ? a.outlet?.split(/\s+/).map(foldTerm) : [])
  const { shared, whole, lead } = measureShared(a.terms, b.terms, house)
  let score = (1 - leadShare) * whole + leadShare * lead
  if (score < leastLink) return null
  score *= 1 - strangersLoss * Math.min(shareOfStrangers(a, b), shareOfStrangers(b, a))
  score *= Math.sqrt(Math.min(1, spreadOf(shared) / leastSpread))
  if (apart !== null) score *= keptEachDay ** Math.max(0, apart - 1)
  if (house.size > 0) score *= keptSameOutlet
  if (tellOtherDays(a, b)) score *= keptOtherDays
  if (score < leastLink) return null
  return {
    a: a.articleId,
    b: b.articleId,
    // Rounded so that sums of scores are the same in whatever order they are added.
    score: Math.min(1, Math.round(score * 1000) / 1000),
    basis: [
      ...describeTerms(shared),
      ...sharedEvents(a, b),
      ...a.days.filter((day) => b.days.includes(day)).map((day) => `day ${day}`),
    ],
  }
}

function daysApart(a: StoryProfile, b: StoryProfile): number | null {
  const [dayA, dayB] = [toDay(a.publishedAt), toDay(b.publishedAt)]
  return dayA === null || dayB === null ? null : Math.abs(dayA - dayB)
}

/** Walks two lists in the same order side by side. */
function measureShared(a: readonly StoryTerm[], b: readonly StoryTerm[], leftOut: ReadonlySet<string>) {
  const shared: Shared[] = []
  let [whole, lead, i, j] = [0, 0, 0, 0]
  while (i < a.length && j < b.length) {
    const [termA, termB] = [a[i] as StoryTerm, b[j] as StoryTerm]
    if (termA[0] === termB[0]) {
      i++
      j++
      if (leftOut.has(termA[0])) continue
      const [ofWhole, ofLead] = [termA[2] * termB[2], termA[3] * termB[3]]
      whole += ofWhole
      lead += ofLead
      shared.push({
        term: termA[4] === null ? termB : termA,
        weight: (1 - leadShare) * ofWhole + leadShare * ofLead,
      })
    } else if (termA[0] < termB[0]) i++
    else j++
  }
  return { shared, whole: whole / 1e6, lead: lead / 1e6 }
}

/** Over how many terms the likeness is spread: as many as there are where all weigh the same, 1 where one weighs all. */
function spreadOf(shared: readonly Shared[]): number {
  const sum = shared.reduce((sum, { weight }) => sum + weight, 0)
  const squares = shared.reduce((sum, { weight }) => sum + weight * weight, 0)
  return squares === 0 ? 0 : (sum * sum) / squares
}

/** How much of the names in one lead the other article has nowhere; names that the gazetteer knows are left out. */
function shareOfStrangers(of: StoryProfile, other: StoryProfile): number {
  const there = new Set(other.terms.map(([key]) => key))
  let [all, strange] = [0, 0]
  for (const [key, kind, , lead] of of.terms) {
    if (kind !== 'name') continue
    all += lead * lead
    if (!there.has(key)) strange += lead * lead
  }
  return all === 0 ? 0 : strange / all
}

/** Both leads name days, and none is within a day of the other’s; weekdays where there is no day. */
function tellOtherDays(a: StoryProfile, b: StoryProfile): boolean {
  const [daysA, daysB] = [a.days.map(toDay), b.days.map(toDay)]
  if (daysA.length > 0 && daysB.length > 0)
    return !daysA.some((day) => daysB.some((other) => Math.abs((day ?? 0) - (other ?? 0)) <= 1))
  if (a.weekdays.length === 0 || b.weekdays.length === 0) return false
  return !a.weekdays.some((weekday) => b.weekdays.includes(weekday))
}

/** “San” and “Telmo” are one name where both articles print it so. */
function describeTerms(shared: readonly Shared[]): string[] {
  const described = [...shared]
    .sort((x, y) => y.weight - x.weight || (x.term[0] < y.term[0] ? -1 : 1))
    .map(({ term: [key, kind, , , printed] }) => `${kind === 'known' ? 'name' : kind} “${printed ?? key}”`)
  return [...new Set(described)].slice(0, mostBasis)
}

/** Events of one type that one actor or recipient takes part in, in both. */
function sharedEvents(a: StoryProfile, b: StoryProfile): string[] {
  const found = a.events.flatMap((event) =>
    b.events.some(
      ({ type, actor, recipient }) =>
        type === event.type &&
        ((actor !== null && actor === event.actor) || (recipient !== null && recipient === event.recipient)),
    )
      ? [`event ${event.type}: ${printedName(a, event.actor)} → ${printedName(a, event.recipient)}`]
      : [],
  )
  return [...new Set(found)]
}

const printedName = ({ terms }: StoryProfile, name: string | null): string =>
  terms.find(([key]) => key === name)?.[4] ?? name ?? '?'

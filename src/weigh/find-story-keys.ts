import type { StoryProfile } from '../records/story-profile.ts'
import { toDay } from './to-day.ts'

/** Two dated articles further apart than this are never one story. */
export const mostDaysApart = 6
/**
 * Of two articles that link, 99.3 in 100 share one of each other’s eight heaviest terms (news of half a year, 2026-11-25);
 * six terms: 96, ten: 99.6.
 */
const termsDated = 8
/** Without a day, single words would find everything that was ever written: 99 in 100 share two of sixteen. */
const termsUndated = 16
/** Of the heaviest five, a dated article is also found by articles without a day. */
const termsForUndated = 5

/**
 * The keys by which articles that may be one story find each other: compare what shares one, and nothing else.
 *
 * 26 where the day is known, each heavy term with the two stretches of days that an article may share with others;
 * 120 pairs of terms where it is not.
 */
export function findStoryKeys(profile: StoryProfile): string[] {
  const heaviest = [...profile.terms]
    .sort((a, b) => b[2] - a[2] || (a[0] < b[0] ? -1 : 1))
    .slice(0, termsUndated)
    .map(([key]) => key)
  const day = toDay(profile.publishedAt)
  if (day === null) return pairsOf(heaviest)
  // Days at most six apart lie in one stretch of six, or in two that follow each other.
  const stretch = Math.floor(day / mostDaysApart)
  return [
    ...heaviest.slice(0, termsDated).flatMap((term) => [`${stretch} ${term}`, `${stretch + 1} ${term}`]),
    ...pairsOf(heaviest.slice(0, termsForUndated)),
  ]
}

const pairsOf = (terms: readonly string[]): string[] =>
  terms.flatMap((a, i) => terms.slice(i + 1).map((b) => (a < b ? `* ${a} ${b}` : `* ${b} ${a}`)))

import type { StoryProfile } from '../records/story-profile.ts'
import { toDay } from './to-day.ts'

/** Two dated articles further apart than this are never one story. */
export const mostDaysApart = 6
/** Two reports of one happening share two of their ten heaviest terms; of eight, one link in n is missed. */
const termsPaired = 10
/** Of the heaviest five, a dated article is also found by articles without a date. */
const termsUndated = 5

/**
 * The keys by which articles that may be one story find each other: compare what shares one, and nothing else.
 *
 * Pairs of heavy terms, each with the two stretches of days that an article may share with others; an article without
 * a day is found by its pairs alone.
 */
export function findStoryKeys(profile: StoryProfile): string[] {
  const heaviest = [...profile.terms]
    .sort((a, b) => b[2] + b[3] - (a[2] + a[3]) || (a[0] < b[0] ? -1 : 1))
    .slice(0, termsPaired)
    .map(([key]) => key)
  const day = toDay(profile.publishedAt)
  if (day === null) return pairsOf(heaviest).map((pair) => `* ${pair}`)
  // Days at most six apart lie in one stretch of six, or in two that follow each other.
  const stretch = Math.floor(day / mostDaysApart)
  return [
    ...pairsOf(heaviest).flatMap((pair) => [`${stretch} ${pair}`, `${stretch + 1} ${pair}`]),
    ...pairsOf(heaviest.slice(0, termsUndated)).map((pair) => `* ${pair}`),
  ]
}

const pairsOf = (terms: readonly string[]): string[] =>
  terms.flatMap((a, i) => terms.slice(i + 1).map((b) => (a < b ? `${a} ${b}` : `${b} ${a}`)))

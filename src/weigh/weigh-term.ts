import type { StoryTerm } from '../records/story-profile.ts'

/** How common words are: 0 for the commonest; what is missing is rarer than all. */
export type WordRanks = ReadonlyMap<string, number>

/** Words more common than the 40th carry nothing: “the”, “said”, “after”. */
const commonRank = 40
/** Names and new words are missing from the ranks: as rare as the 90,000th would be. */
const missingRank = 90_000
/**
 * No term weighs more than the 6,000th word: a typing error is no better evidence than a rare name.
 * 5 of 4 to 7 groups the dev sets best (eval/stories, 2026-11-25).
 */
const mostWeight = 5

/** Words of pages and of how people are styled, rare in books and on every page of a day; they tell no happening. */
const furniture: ReadonlySet<string> = new Set(
  `advertisement ap afp caption click copyright cookie editor embed enlarge getty image inbox newsletter
  newsroom photo photograph podcast promotional reader reporter share sign subscribe subscriber subscription
  toggle transcript video website a.m. p.m. am pm et est gmt edt mr mr. mrs mrs. ms ms. dr dr. sen sen. sens.
  rep rep. reps. gov gov. gen gen. sgt. lt. col. u.s. us u.k. uk r d monday tuesday wednesday thursday friday
  saturday sunday january february march april june july august september october november december jan. feb.
  mar. apr. aug. sept. oct. nov. dec.`.split(/\s+/),
)

/**
 * What sharing a word says, from how rare it is in English at large: a logarithm, so that twice as common says a
 * constant less. The rarity of words in the ledger itself is left out on purpose: it would change with every article.
 */
export function weighTerm(key: string, kind: StoryTerm[1], isVerb: boolean, ranks: WordRanks): number {
  if (furniture.has(key)) return 0
  // “2019” is in every article of 2019.
  if (kind === 'number') return /^(?:19|20)\d\d$/.test(key) ? 0 : 0.7 * mostWeight
  const rarity = Math.log(((ranks.get(key) ?? missingRank) + 1) / commonRank)
  const weight = Math.max(0, Math.min(mostWeight, rarity))
  // A president or a ministry is in many stories of one week; “Quintero” of the gazetteer says less than a bystander.
  if (kind === 'known') return 0.5 * weight
  return isVerb ? 0.85 * weight : weight
}

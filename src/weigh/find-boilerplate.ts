import { isSameOutlet } from './is-same-outlet.ts'
import { PostingLists } from './posting-lists.ts'
import type { Print } from './to-print.ts'

/** Other articles of the outlet that must print a shingle, being otherwise unlike. 2 to 10 judge eval/copies alike. */
const leastOfSite = 3
/** The same for articles of any outlet, where they are far apart in time: “all rights reserved”, an oath, a slogan. */
const leastOfAny = 8
const farMs = 30 * 86_400_000
/** Share of shingles in common (Jaccard) from which two articles of one week are one text in two versions. */
const leastVersion = 0.25
const versionMs = 7 * 86_400_000

/** What a print shares with others, by its sampled shingles. */
export interface Overlaps {
  /** By place in `print.shingles`: 1 where the shingle is boilerplate. */
  readonly isBoilerplate: Uint8Array
  /** Shingles in common that are no boilerplate of this print, by number of the other print. */
  readonly shared: ReadonlyMap<number, number>
}

/**
 * Finds what a print shares with the others in the lists, and which of it is boilerplate: words that stand in several
 * articles of its outlet that have little else in common, as footers, newsletters’ forms and authors’ lives do.
 */
export function findOverlaps(
  print: Print,
  self: number,
  prints: readonly Print[],
  lists: PostingLists,
): Overlaps {
  const { shingles } = print
  const held = new Uint32Array(PostingLists.longest)
  const common = new Map<number, number>()
  for (const shingle of shingles) {
    const length = lists.read(shingle, held)
    for (let k = 0; k < length; k++) {
      const other = held[k] ?? 0
      if (other !== self) common.set(other, (common.get(other) ?? 0) + 1)
    }
  }
  // 1: the same outlet, 2: far in time, 3: both; 0: neither, or one text in two versions.
  const marks = new Map<number, number>()
  for (const [other, count] of common) {
    const theirs = prints[other]
    if (!theirs) continue
    const apartMs = timeBetween(print, theirs)
    const isAlike = count / (shingles.length + theirs.shingles.length - count) >= leastVersion
    if (isAlike && (apartMs === null || apartMs <= versionMs)) continue
    const isFar = apartMs !== null && apartMs > farMs
    marks.set(other, (isSameOutlet(print, theirs) ? 1 : 0) + (isFar ? 2 : 0))
  }
  const isBoilerplate = new Uint8Array(shingles.length)
  const shared = new Map<number, number>()
  for (let s = 0; s < shingles.length; s++) {
    const length = lists.read(shingles[s] ?? 0, held)
    let [ofSite, ofAny] = [0, 0]
    for (let k = 0; k < length; k++) {
      const mark = marks.get(held[k] ?? 0) ?? 0
      ofSite += mark & 1
      ofAny += mark >> 1
    }
    if (ofSite >= leastOfSite || ofAny >= leastOfAny) {
      isBoilerplate[s] = 1
      continue
    }
    for (let k = 0; k < length; k++) {
      const other = held[k] ?? 0
      if (other !== self) shared.set(other, (shared.get(other) ?? 0) + 1)
    }
  }
  return { isBoilerplate, shared }
}

const timeBetween = (a: Print, b: Print): number | null =>
  a.published && b.published ? Math.abs(a.published.from - b.published.from) : null

import { isSameOutlet } from './is-same-outlet.ts'
import type { Imprint } from './to-print.ts'

/** Other articles of the outlet that must print a shingle, being otherwise unlike. 2 to 10 judge eval/copies alike. */
const leastOfSite = 3
/** The same for articles of any outlet, where they are far apart in time: “all rights reserved”, an oath, a slogan. */
const leastOfAny = 8
const farMs = 30 * 86_400_000
/** Share of shingles in common (Jaccard) from which two articles of one week are one text in two versions. */
const leastVersion = 0.25
const versionMs = 7 * 86_400_000

/** Who holds a shingle: the first 64 prints in the order of `isBefore`, and never more. */
export type Holders = (shingle: number) => readonly Imprint[]

/** What a print shares with others, by its sampled shingles. */
export interface Overlaps {
  /** By place in `print.shingles`: 1 where the shingle is boilerplate. */
  readonly isBoilerplate: Uint8Array
  /** Shingles in common that are no boilerplate of this print, by id of the other print. */
  readonly shared: ReadonlyMap<string, number>
}

/**
 * Finds what a print shares with the holders of its shingles, and which of it is boilerplate: words that stand in
 * several articles of its outlet that have little else in common, as footers, newsletters’ forms and authors’ lives do.
 */
export function findOverlaps(print: Imprint, holdersOf: Holders): Overlaps {
  const marks = openMarks(print)
  const isBoilerplate = new Uint8Array(print.shingles.length)
  const shared = new Map<string, number>()
  for (const [s, shingle] of print.shingles.entries()) {
    const holders = holdersOf(shingle)
    if (marks.showBoilerplate(holders)) {
      isBoilerplate[s] = 1
      continue
    }
    for (const { id } of holders) if (id !== print.id) shared.set(id, (shared.get(id) ?? 0) + 1)
  }
  return { isBoilerplate, shared }
}

/** How other prints stand to one; what is found is kept, since a footer brings the same ones again and again. */
export interface Marks {
  /** 1: the same outlet, 2: far in time, 3: both; 0: neither, or one text in two versions. Of these two alone. */
  readonly of: (other: Imprint) => number
  /** Whether what these hold is boilerplate of this print. */
  readonly showBoilerplate: (holders: readonly Imprint[]) => boolean
}

export function openMarks(print: Imprint): Marks {
  const known = new Map<string, number>([[print.id, 0]])
  let own: ReadonlySet<number> | null = null
  const isVersion = (other: Imprint): boolean => {
    own ??= new Set(print.shingles)
    let common = 0
    for (const shingle of other.shingles) if (own.has(shingle)) common++
    return common / (own.size + other.shingles.length - common) >= leastVersion
  }
  const of = (other: Imprint): number => {
    const before = known.get(other.id)
    if (before !== undefined) return before
    const apartMs = timeBetween(print, other)
    const isFar = apartMs !== null && apartMs > farMs
    let mark = (isSameOutlet(print, other) ? 1 : 0) + (isFar ? 2 : 0)
    if (mark === 1 && (apartMs === null || apartMs <= versionMs) && isVersion(other)) mark = 0
    known.set(other.id, mark)
    return mark
  }
  return {
    of,
    showBoilerplate: (holders) => {
      if (holders.length <= leastOfSite) return false
      let [ofSite, ofAny] = [0, 0]
      for (const holder of holders) {
        const mark = of(holder)
        ofSite += mark & 1
        ofAny += mark >> 1
        if (ofSite >= leastOfSite || ofAny >= leastOfAny) return true
      }
      return false
    },
  }
}

const timeBetween = (a: Imprint, b: Imprint): number | null =>
  a.published && b.published ? Math.abs(a.published.from - b.published.from) : null

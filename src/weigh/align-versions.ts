import type { Span } from '../records/span.ts'
import { countWords, toLikeness } from './count-words.ts'
import { foldStyle } from './fold-style.ts'

/**
 * Sentences of one version beside those of another, by index, `to` exclusive; null where there are none. `same`: the same
 * words in the same place, style aside; `moved`: the same words elsewhere; `changed`: others in place of others, also
 * elsewhere.
 */
export interface SentenceGroup {
  readonly change: 'same' | 'moved' | 'changed' | 'added' | 'removed'
  readonly before: Range | null
  readonly after: Range | null
}

export interface Range {
  readonly from: number
  readonly to: number
}

/** Least likeness (Dice) of two sentences that are one which was changed; of two that stand alone between same ones. */
const leastAlike = 0.5
const leastAlikeAlone = 0.34
/** Of two sentences that were also moved, where nothing but their words makes them one. */
const leastAlikeMoved = 0.7
/** Pairs of sentences between two same ones that are compared; more of them were written anew. */
const mostPairs = 40_000
/** A line of fewer letters stands in many places and tells nothing by having moved. */
const leastMoved = 15

/**
 * Lays the sentences of two versions side by side: every sentence of either in one group, in order of the later version,
 * removed ones where they stood. Sentences are matched whole first, then by their words between the matched ones. About
 * linear where little was changed.
 */
export function alignVersions(
  before: { readonly text: string; readonly sentences: readonly Span[] },
  after: { readonly text: string; readonly sentences: readonly Span[] },
): SentenceGroup[] {
  const [a, b] = [toLines(before), toLines(after)]
  const partnerOf = new Int32Array(b.length).fill(-1)
  for (const [i, j] of findAnchors(a, b)) partnerOf[j] = i
  pairBetween(a, b, partnerOf)
  const groups = groupPairs(a, b, partnerOf)
  return joinMoved(groups, a, b)
}

interface Line {
  readonly key: string
  readonly words: ReadonlyMap<string, number>
}

function toLines({ text, sentences }: { text: string; sentences: readonly Span[] }): Line[] {
  return sentences.map(({ start, end }) => {
    const words = text.slice(start, end)
    return { key: foldStyle(words), words: countWords(words) }
  })
}

/** Sentences that stand once in each and in the same order, and the same ones beside them (patience difference). */
function findAnchors(a: readonly Line[], b: readonly Line[]): [number, number][] {
  const placesA = findPlaces(a)
  const placesB = findPlaces(b)
  const unique: [number, number][] = []
  for (const [j, { key }] of b.entries()) {
    const i = placesA.get(key)
    if (i !== undefined && i >= 0 && (placesB.get(key) ?? -1) >= 0) unique.push([i, j])
  }
  const anchors = [
    [-1, -1] as [number, number],
    ...longestAscending(unique),
    [a.length, b.length] as [number, number],
  ]
  const pairs: [number, number][] = []
  for (const [k, [i, j]] of anchors.entries()) {
    const [nextI, nextJ] = anchors[k + 1] ?? [a.length, b.length]
    if (i >= 0 && i < a.length) pairs.push([i, j])
    let forward = 1
    while (i + forward < nextI && j + forward < nextJ && a[i + forward]?.key === b[j + forward]?.key) {
      pairs.push([i + forward, j + forward])
      forward++
    }
    let back = 1
    while (
      nextI - back >= i + forward &&
      nextJ - back >= j + forward &&
      a[nextI - back]?.key === b[nextJ - back]?.key
    ) {
      pairs.push([nextI - back, nextJ - back])
      back++
    }
  }
  return pairs
}

/** Where each sentence stands; -1 where it does more than once. */
function findPlaces(lines: readonly Line[]): Map<string, number> {
  const places = new Map<string, number>()
  for (const [i, { key }] of lines.entries()) places.set(key, places.has(key) ? -1 : i)
  return places
}

/** The longest run of pairs that ascends in both; they come in order of the second. */
function longestAscending(pairs: readonly [number, number][]): [number, number][] {
  const tails: number[] = []
  const previous = new Int32Array(pairs.length).fill(-1)
  for (const [k, [i]] of pairs.entries()) {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tails[middle] ?? 0]?.[0] ?? 0) < i) low = middle + 1
      else high = middle
    }
    previous[k] = low > 0 ? (tails[low - 1] ?? -1) : -1
    tails[low] = k
  }
  const run: [number, number][] = []
  for (let k = tails.at(-1) ?? -1; k !== -1; k = previous[k] ?? -1) run.push(pairs[k] as [number, number])
  return run.reverse()
}

/** Pairs what is alike between two neighbouring pairs, in order. */
function pairBetween(a: readonly Line[], b: readonly Line[], partnerOf: Int32Array): void {
  let [lastI, lastJ] = [-1, -1]
  for (let j = 0; j <= b.length; j++) {
    const i = j === b.length ? a.length : (partnerOf[j] ?? -1)
    if (i === -1) continue
    pairGap(a, b, { from: lastI + 1, to: i }, { from: lastJ + 1, to: j }, partnerOf)
    ;[lastI, lastJ] = [i, j]
  }
}

function pairGap(a: readonly Line[], b: readonly Line[], of: Range, by: Range, partnerOf: Int32Array): void {
  const [n, m] = [of.to - of.from, by.to - by.from]
  if (n === 0 || m === 0 || n * m > mostPairs) return
  const least = n === 1 && m === 1 ? leastAlikeAlone : leastAlike
  const width = m + 1
  const likeness = new Float64Array(n * m)
  const best = new Float64Array((n + 1) * width)
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      const [line, other] = [a[of.from + i], b[by.from + j]]
      const alike = line && other ? toLikeness(line.words, other.words) : 0
      likeness[i * m + j] = alike
      const together = alike >= least ? alike + (best[(i + 1) * width + j + 1] ?? 0) : 0
      best[i * width + j] = Math.max(together, best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0)
    }
  }
  for (let [i, j] = [0, 0]; i < n && j < m; ) {
    const alike = likeness[i * m + j] ?? 0
    const here = best[i * width + j] ?? 0
    if (alike >= least && here === alike + (best[(i + 1) * width + j + 1] ?? 0)) {
      partnerOf[by.from + j] = of.from + i
      i++
      j++
    } else if (here === (best[(i + 1) * width + j] ?? 0)) i++
    else j++
  }
}

function groupPairs(a: readonly Line[], b: readonly Line[], partnerOf: Int32Array): SentenceGroup[] {
  const groups: SentenceGroup[] = []
  let nextI = 0
  const removeUpTo = (end: number) => {
    for (; nextI < end; nextI++)
      groups.push({ change: 'removed', before: { from: nextI, to: nextI + 1 }, after: null })
  }
  for (let j = 0; j < b.length; j++) {
    const i = partnerOf[j] ?? -1
    if (i === -1) {
      groups.push({ change: 'added', before: null, after: { from: j, to: j + 1 } })
      continue
    }
    removeUpTo(i)
    nextI = i + 1
    const change = a[i]?.key === b[j]?.key ? 'same' : 'changed'
    groups.push({ change, before: { from: i, to: i + 1 }, after: { from: j, to: j + 1 } })
  }
  removeUpTo(a.length)
  return joinCut(groups, a, b)
}

/** A sentence that was cut in two, or two that became one: the second piece is as like the rest as no new one is. */
function joinCut(groups: readonly SentenceGroup[], a: readonly Line[], b: readonly Line[]): SentenceGroup[] {
  const joined: SentenceGroup[] = []
  const tryJoin = (one: SentenceGroup, other: SentenceGroup): SentenceGroup | null => {
    const changed = one.change === 'changed' ? one : other
    const piece = changed === one ? other : one
    if (changed.change !== 'changed' || (piece.change !== 'added' && piece.change !== 'removed')) return null
    const [before, after] = [cover(one.before, other.before), cover(one.after, other.after)]
    const alone = toLikeness(wordsOf(a, changed.before), wordsOf(b, changed.after))
    const together = toLikeness(wordsOf(a, before), wordsOf(b, after))
    return together > alone + 0.1 ? { change: 'changed', before, after } : null
  }
  for (const group of groups) {
    const last = joined.at(-1)
    const both = last ? tryJoin(last, group) : null
    if (both) joined[joined.length - 1] = both
    else joined.push(group)
  }
  return joined
}

const cover = (a: Range | null, b: Range | null): Range | null =>
  a && b ? { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) } : (a ?? b)

function wordsOf(lines: readonly Line[], range: Range | null): ReadonlyMap<string, number> {
  const [first, ...more] = range ? lines.slice(range.from, range.to) : []
  if (first === undefined) return new Map()
  if (more.length === 0) return first.words
  const all = new Map(first.words)
  for (const { words } of more) for (const [key, count] of words) all.set(key, (all.get(key) ?? 0) + count)
  return all
}

/** What was removed in one place and added in another is one sentence that was moved. */
function joinMoved(
  groups: readonly SentenceGroup[],
  a: readonly Line[],
  b: readonly Line[],
): SentenceGroup[] {
  const removed = groups.filter(({ change }) => change === 'removed')
  const added = groups.filter(({ change }) => change === 'added')
  if (removed.length === 0 || added.length === 0 || removed.length * added.length > mostPairs)
    return [...groups]
  const moved = new Map<SentenceGroup, SentenceGroup>()
  const taken = new Set<SentenceGroup>()
  const join = (least: number, isSame: boolean) => {
    for (const group of added) {
      if (moved.has(group)) continue
      const line = b[group.after?.from ?? -1]
      let best: SentenceGroup | null = null
      let most = least
      for (const other of removed) {
        const from = a[other.before?.from ?? -1]
        if (taken.has(other) || !line || !from || line.key.length < leastMoved) continue
        if (isSame && line.key !== from.key) continue
        const alike = isSame ? 1 : toLikeness(from.words, line.words)
        if (alike > most) [best, most] = [other, alike]
      }
      if (!best) continue
      taken.add(best)
      moved.set(group, { change: isSame ? 'moved' : 'changed', before: best.before, after: group.after })
    }
  }
  join(0.99, true)
  join(leastAlikeMoved, false)
  return groups.filter((group) => !taken.has(group)).map((group) => moved.get(group) ?? group)
}

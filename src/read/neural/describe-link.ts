import type { TokenRange } from '../token-range.ts'
import type { AnnotatedArticle } from './annotated-article.ts'

/** A span that chooses or is chosen, with its root: its first token whose head lies outside it. */
export interface LinkSpan extends TokenRange {
  readonly root: number
}

/** Finds a span’s root; its first token where every head lies inside. */
export function findRoot({ head }: AnnotatedArticle, { from, to }: TokenRange): number {
  for (let at = from; at < to; at++) {
    const above = head[at] ?? at
    if (above === at || above < from || above >= to) return at
  }
  return from
}

/**
 * The options that a span may choose: those that begin within `reach` sentences of it, nearest first, at most `most`.
 *
 * @returns places in `options`, which are in order of the text.
 */
export function findCandidates(
  { sentence }: AnnotatedArticle,
  chooser: TokenRange,
  options: readonly TokenRange[],
  reach: number,
  most: number,
): number[] {
  const first = (sentence[chooser.from] ?? 0) - reach
  const last = (sentence[chooser.to - 1] ?? 0) + reach
  const near: { place: number; gap: number }[] = []
  for (const [place, { from, to }] of options.entries()) {
    const own = sentence[from] ?? 0
    if (own > last) break
    if (own >= first) near.push({ place, gap: Math.max(0, chooser.from - to, from - chooser.to) })
  }
  near.sort((a, b) => a.gap - b.gap || a.place - b.place)
  return near.slice(0, most).map(({ place }) => place)
}

/**
 * The feature numbers of one choice, in the order of the linker’s tables.
 *
 * @param choosers all spans that choose, and `options` all that may be chosen, each in order of the text.
 */
export function describeLink(
  article: AnnotatedArticle,
  chooser: LinkSpan,
  option: LinkSpan,
  choosers: readonly TokenRange[],
  options: readonly TokenRange[],
): number[] {
  const { sentence, paragraph, quotation, relation } = article
  const { from, to } = chooser
  const own = sentence[option.from] ?? 0
  const low = option.to <= from ? option.to : to
  const high = option.to <= from ? from : option.from
  // Spans of one kind do not overlap, so that they end in the order in which they begin.
  const before = countWhile(options, (span) => span.to <= from) - 1
  const behind = countWhile(options, (span) => span.from < to)
  return [
    bucketGap(chooser, option),
    clip((sentence[from] ?? 0) - own) + 5,
    clip((sentence[to - 1] ?? 0) - own) + 5,
    Math.min(3, countBetween(options, low, high)),
    Math.min(3, countBetween(choosers, low, high)),
    relateInTree(article.head, chooser, option),
    Math.min(3, Math.abs((paragraph[from] ?? 0) - (paragraph[option.from] ?? 0))),
    quotation[from] ?? 0,
    (options[before] !== undefined && options[before].from === option.from ? 1 : 0) +
      (options[behind] !== undefined && options[behind].from === option.from ? 2 : 0),
    (relation[option.root] ?? 0) + 1,
  ]
}

const clip = (offset: number): number => Math.max(-5, Math.min(5, offset))

/** How many spans, from the first on, meet a condition that holds up to some span and for none behind it. */
function countWhile(spans: readonly TokenRange[], holds: (span: TokenRange) => boolean): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    const span = spans[middle]
    if (span !== undefined && holds(span)) low = middle + 1
    else high = middle
  }
  return low
}

/** How many spans begin from `low` to before `high`. */
function countBetween(spans: readonly TokenRange[], low: number, high: number): number {
  return Math.max(
    0,
    countWhile(spans, ({ from }) => from < high) - countWhile(spans, ({ from }) => from < low),
  )
}

/** 0 to 8 where the option stands before the chooser, 9 to 17 behind, by tokens between; 18 overlapping. */
function bucketGap(chooser: TokenRange, option: TokenRange): number {
  if (chooser.from < option.to && option.from < chooser.to) return 18
  const isBefore = chooser.from >= option.to
  const gap = isBefore ? chooser.from - option.to : option.from - chooser.to
  const limits = [0, 1, 2, 4, 8, 16, 32, 64]
  const bucket = limits.findIndex((limit) => gap <= limit)
  return (bucket === -1 ? 8 : bucket) + (isBefore ? 0 : 9)
}

/** How the chooser hangs on the option: 1 directly, 2 through one word, 3 and 4 the other way round, 5 as siblings. */
function relateInTree(head: Int32Array, chooser: LinkSpan, option: LinkSpan): number {
  const above = (at: number): number => head[at] ?? at
  const within = (at: number, { from, to }: TokenRange): boolean => at >= from && at < to
  const hangs = (root: number, other: TokenRange): boolean =>
    above(root) !== root && within(above(root), other)
  if (hangs(chooser.root, option)) return 1
  if (hangs(above(chooser.root), option)) return 2
  if (hangs(option.root, chooser)) return 3
  if (hangs(above(option.root), chooser)) return 4
  return above(chooser.root) === above(option.root) && above(chooser.root) !== chooser.root ? 5 : 0
}

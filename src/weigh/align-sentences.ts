import type { CopySentence } from '../records/copy.ts'
import type { Span } from '../records/span.ts'
import type { Run } from './align-words.ts'
import { findSentences } from './find-sentences.ts'
import type { Print } from './to-print.ts'

/** Least share of words in common (Dice) for two sentences to be one that an editor changed. */
const leastAlike = 0.5
/** Sentences of the original looked at, after the last one that was paired and before the next. */
const reach = 3

interface Sentence {
  readonly span: Span
  /** First word, and the word after the last. */
  readonly from: number
  readonly to: number
}

/**
 * Pairs the sentences of a copy with the original’s: every sentence of the copy in order, then what it dropped.
 *
 * Sentences that share a run are paired first; what stands between them is compared with its neighbours alone, so the
 * cost stays linear. A sentence of the original that the copy cut in two stands in two pairs.
 */
export function alignSentences(of: Print, by: Print, runs: readonly Run[]): CopySentence[] {
  const ofSentences = toSentences(of)
  const bySentences = toSentences(by)
  const partners = pairByRuns(of, by, ofSentences, bySentences, runs)
  pairNeighbours(of, by, ofSentences, bySentences, partners)
  const kept = new Set(partners)
  const pairs: CopySentence[] = bySentences.map((sentence, j) => {
    const partner = ofSentences[partners[j] ?? -1]
    if (!partner) return { change: 'added', of: null, by: sentence.span }
    const isSame = areSame(of, partner, by, sentence)
    return { change: isSame ? 'same' : 'changed', of: partner.span, by: sentence.span }
  })
  for (const [i, { span }] of ofSentences.entries()) {
    if (!kept.has(i)) pairs.push({ change: 'dropped', of: span, by: null })
  }
  return pairs
}

function toSentences({ article, words }: Print): Sentence[] {
  const sentences: Sentence[] = []
  let word = 0
  for (const { start, end } of article.sentences ?? findSentences(article.text)) {
    while (word < words.starts.length && (words.starts[word] ?? 0) < start) word++
    const from = word
    while (word < words.starts.length && (words.starts[word] ?? 0) < end) word++
    if (word > from) sentences.push({ span: { start, end }, from, to: word })
  }
  return sentences
}

/** By sentence of the copy: the original’s sentence that shares most words of runs with it; -1 where none does. */
function pairByRuns(
  of: Print,
  by: Print,
  ofSentences: readonly Sentence[],
  bySentences: readonly Sentence[],
  runs: readonly Run[],
): number[] {
  const sentenceOfWord = new Int32Array(of.words.starts.length).fill(-1)
  for (const [i, { from, to }] of ofSentences.entries()) sentenceOfWord.fill(i, from, to)
  let r = 0
  return bySentences.map((sentence) => {
    const shared = new Map<number, number>()
    while (r < runs.length && endOf(runs[r]) <= sentence.from) r++
    for (let k = r; k < runs.length; k++) {
      const run = runs[k]
      if (!run || run.by >= sentence.to) break
      for (let j = Math.max(run.by, sentence.from); j < Math.min(endOf(run), sentence.to); j++) {
        const i = sentenceOfWord[run.of + j - run.by] ?? -1
        if (i !== -1) shared.set(i, (shared.get(i) ?? 0) + 1)
      }
    }
    let best = -1
    let most = 0
    for (const [i, count] of shared) {
      if (count > most) [best, most] = [i, count]
    }
    const partner = ofSentences[best]
    // A run that fills half of either sentence makes a pair: an editor joins and cuts sentences.
    if (!partner) return -1
    const shorter = Math.min(sentence.to - sentence.from, partner.to - partner.from)
    return most >= shorter / 2 || alike(of, partner, by, sentence) >= leastAlike ? best : -1
  })
}

const endOf = (run: Run | undefined) => (run ? run.by + run.length : 0)

function pairNeighbours(
  of: Print,
  by: Print,
  ofSentences: readonly Sentence[],
  bySentences: readonly Sentence[],
  partners: number[],
): void {
  const taken = new Set(partners)
  const nextPaired = new Int32Array(partners.length + 1).fill(-1)
  for (let j = partners.length - 1; j >= 0; j--) {
    nextPaired[j] = (partners[j] ?? -1) !== -1 ? (partners[j] ?? -1) : (nextPaired[j + 1] ?? -1)
  }
  let previous = -1
  for (const [j, sentence] of bySentences.entries()) {
    if ((partners[j] ?? -1) !== -1) {
      previous = partners[j] ?? -1
      continue
    }
    const following = nextPaired[j] ?? -1
    if (previous === -1 && following === -1) continue
    const near = new Set<number>()
    for (let k = 1; k <= reach; k++) {
      if (previous !== -1) near.add(previous + k)
      if (following !== -1) near.add(following - k)
    }
    let best = -1
    let most = leastAlike
    for (const i of near) {
      const partner = ofSentences[i]
      if (!partner || taken.has(i)) continue
      const likeness = alike(of, partner, by, sentence)
      if (likeness > most) [best, most] = [i, likeness]
    }
    if (best === -1) continue
    partners[j] = best
    taken.add(best)
    previous = best
  }
}

/** Words in common, each as often as it stands, of all words (Dice). */
function alike(of: Print, a: Sentence, by: Print, b: Sentence): number {
  const counts = new Map<number, number>()
  for (const hash of of.words.hashes.subarray(a.from, a.to)) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  let common = 0
  for (const hash of by.words.hashes.subarray(b.from, b.to)) {
    const left = counts.get(hash) ?? 0
    if (left === 0) continue
    common++
    counts.set(hash, left - 1)
  }
  return (2 * common) / (a.to - a.from + b.to - b.from)
}

function areSame(of: Print, a: Sentence, by: Print, b: Sentence): boolean {
  if (a.to - a.from !== b.to - b.from) return false
  for (let k = 0; k < a.to - a.from; k++) {
    if (of.words.hashes[a.from + k] !== by.words.hashes[b.from + k]) return false
  }
  return true
}

import type { Span } from '../../records/span.ts'
import type { ActorSentence } from './page.ts'
import { type Page, tokensOf } from './page.ts'

/** A noun phrase in a sentence: a range of its tokens and the one that all others describe. */
export interface Phrase {
  readonly sentence: ActorSentence
  readonly from: number
  readonly to: number
  readonly head: number
}

/** Phrases longer than this are sentences that the parse did not see; they are cut behind. */
const longestPhrase = 48

/** The phrase of a span, without marks around it; null where the span holds no word. */
export function toPhrase(page: Page, span: Span): Phrase | null {
  const sentence = page.sentenceAt(page.indexAt(span.start))
  const range = sentence && tokensOf(sentence.sentence, span)
  return range ? phraseOf(sentence, range.from, range.to) : null
}

/** The phrase of a range of tokens. */
export function phraseOf(sentence: ActorSentence, from: number, to: number, head?: number): Phrase | null {
  let [start, end] = [from, Math.min(to, from + longestPhrase, sentence.words.length)]
  const isMark = (k: number) => sentence.sentence.tokens[k]?.upos === 'PUNCT'
  while (start < end && isMark(start)) start++
  while (end > start && isMark(end - 1)) end--
  if (start >= end) return null
  return {
    sentence,
    from: start,
    to: end,
    head: head !== undefined && head >= start && head < end ? head : findHead(sentence, start, end),
  }
}

const nominal = /^(?:NOUN|PROPN|PRON|NUM|ADJ|X)$/

/**
 * The token that the others of a range describe: the only one that hangs on a word outside; where the parse gives
 * several, the last before a preposition, a comma or a clause.
 */
function findHead({ sentence: { tokens } }: ActorSentence, from: number, to: number): number {
  const isOut = (k: number) => {
    const head = tokens[k]?.head ?? -1
    return head < from || head >= to
  }
  let only = -1
  for (let k = from; k < to; k++) {
    const { upos = 'X', deprel = '' } = tokens[k] ?? {}
    if (!isOut(k) || /^(?:PUNCT|DET|ADP|CCONJ|SCONJ|PART)$/.test(upos) || /^case|^cc/.test(deprel)) continue
    only = only === -1 ? k : -2
  }
  if (only >= 0 && nominal.test(tokens[only]?.upos ?? '')) return only
  return chunkEnd(tokens, from, to)
}

function chunkEnd(tokens: readonly { upos: string }[], from: number, to: number): number {
  let last = from
  for (let k = from; k < to; k++) {
    const upos = tokens[k]?.upos ?? 'X'
    if (/^(?:ADP|SCONJ|AUX)$/.test(upos) && k > from) break
    if (upos === 'PUNCT' && tokens[k - 1]?.upos !== 'ADJ' && tokens[k + 1]?.upos !== 'NOUN') break
    if (nominal.test(upos)) last = k
  }
  return last
}

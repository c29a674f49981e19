import type { TokenRange } from '../token-range.ts'

/** Tokens that are read as one sentence at most: arcs grow with the square, cycles among them faster. */
const longest = 128

const softStops = new Set([';', ':', ',', '.', '!', '?', '…', '—', '–', '|', '•', ')'])

/** One piece of a sentence: tokens of the sentence at `sentence`. */
export interface SentencePiece extends TokenRange {
  readonly sentence: number
}

/**
 * Cuts sentences into pieces of at most 128 tokens, behind a stop or comma where one stands in the second half.
 *
 * Empty sentences give no piece; pieces of one sentence follow one another.
 */
export function cutSentences(sentences: readonly (readonly string[])[]): SentencePiece[] {
  const pieces: SentencePiece[] = []
  for (const [sentence, words] of sentences.entries()) {
    let from = 0
    while (words.length - from > longest) {
      let to = from + longest
      while (to > from + longest / 2 && !softStops.has(words[to - 1] ?? '')) to--
      if (to === from + longest / 2) to = from + longest
      pieces.push({ sentence, from, to })
      from = to
    }
    if (from < words.length) pieces.push({ sentence, from, to: words.length })
  }
  return pieces
}

/** Tokens that are read in one go at most: enough to fill the kernel’s blocks, few enough for the cache. */
const mostTogether = 768

/** Groups pieces, in order, into batches of at most 768 tokens. */
export function batchPieces(pieces: readonly SentencePiece[]): SentencePiece[][] {
  const batches: SentencePiece[][] = []
  let count = mostTogether
  for (const piece of pieces) {
    count += piece.to - piece.from
    if (count > mostTogether) {
      batches.push([])
      count = piece.to - piece.from
    }
    batches.at(-1)?.push(piece)
  }
  return batches
}

import type { SentencePiece } from './cut-sentences.ts'
import type { Encoder } from './open-encoder.ts'
import { type LookUpFeatures, wordColumns } from './open-features.ts'
import type { Kernel, Pointer } from './open-kernel.ts'

/** States of some pieces one after another; `starts` has each piece’s first row and, last, the number of rows. */
export interface EncodedPieces {
  readonly states: Pointer
  readonly starts: readonly number[]
  readonly rows: number
}

/** Looks up the words of some pieces and encodes each piece on its own, in space that the caller borrows. */
export function encodePieces(
  kernel: Kernel,
  encoder: Encoder,
  lookUp: LookUpFeatures,
  sentences: readonly (readonly string[])[],
  pieces: readonly SentencePiece[],
): EncodedPieces {
  const starts = [0]
  let rows = 0
  for (const piece of pieces) {
    rows += piece.to - piece.from
    starts.push(rows)
  }
  const columns = kernel.allocate(rows * wordColumns * 4)
  let at = columns / 4
  for (const piece of pieces)
    for (let k = piece.from; k < piece.to; k++, at += wordColumns)
      lookUp(sentences[piece.sentence]?.[k] ?? '', kernel.integers, at)
  return { states: encoder.run(columns, starts), starts, rows }
}

import type { TokenRange } from '../token-range.ts'
import { batchPieces, cutSentences } from './cut-sentences.ts'
import { decodeLabels, type Moves } from './decode-labels.ts'
import { encodePieces } from './encode-pieces.ts'
import { findSpans } from './find-spans.ts'
import { measureSpans } from './measure-spans.ts'
import { type EncoderHeader, temperatureOf } from './model-header.ts'
import { openEncoder } from './open-encoder.ts'
import type { LookUpFeatures } from './open-features.ts'
import type { Kernel } from './open-kernel.ts'
import { openLayer, runLayer } from './open-layer.ts'
import type { Table } from './open-table.ts'
import { openWeights, toIntegers, type Weights } from './open-weights.ts'

/** What the header of a label model says. */
export interface LabelHeader extends EncoderHeader {
  /** O, then B and I of each kind. */
  readonly labels: readonly string[]
}

export type NameType = 'PER' | 'ORG' | 'LOC' | 'GPE' | 'MISC'

/** A name in a sentence. */
export interface Name extends TokenRange {
  readonly type: NameType
  /** The calibrated probability that exactly these tokens are a name of this type. */
  readonly confidence: number
}

/** Finds the names of each sentence, in order; names do not overlap. */
export type FindNames = (sentences: readonly (readonly string[])[]) => Name[][]

/** Reads a label model's moves. */
export function openMoves(weights: Weights<LabelHeader>): Moves {
  return {
    labels: weights.header.labels,
    moves: toIntegers(weights.tensor('crf.moves')),
    first: toIntegers(weights.tensor('crf.first')),
  }
}

/** Loads the names model into the kernel. */
export function openNames(
  kernel: Kernel,
  file: Uint8Array,
  vectors: Table,
  lookUp: LookUpFeatures,
): FindNames {
  const weights = openWeights<LabelHeader>(file)
  const encoder = openEncoder(kernel, weights, vectors)
  const layer = openLayer(kernel, weights, 'scores')
  const table = openMoves(weights)
  const temperature = temperatureOf(weights.header, 'name')
  return (sentences) => {
    const names = sentences.map((): Name[] => [])
    for (const pieces of batchPieces(cutSentences(sentences)))
      kernel.borrow(() => {
        const { states, starts, rows } = encodePieces(kernel, encoder, lookUp, sentences, pieces)
        const scores = runLayer(kernel, layer, states, rows)
        for (const [k, piece] of pieces.entries()) {
          const first = scores / 4 + (starts[k] ?? 0) * layer.stride
          const count = piece.to - piece.from
          const own = kernel.floats.subarray(first, first + count * layer.stride)
          const spans = findSpans(decodeLabels(own, count, layer.stride, table), table.labels)
          if (spans.length === 0) continue
          const chances = measureSpans(own, count, layer.stride, table, spans, () => temperature)
          for (const [place, { from, to, label }] of spans.entries())
            names[piece.sentence]?.push({
              from: piece.from + from,
              to: piece.from + to,
              type: label as NameType,
              confidence: chances[place] ?? 0,
            })
        }
      })
    return names
  }
}

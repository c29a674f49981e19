import { batchPieces, cutSentences, type SentencePiece } from './cut-sentences.ts'
import { decodeTree } from './decode-tree.ts'
import { type EncodedPieces, encodePieces } from './encode-pieces.ts'
import { chanceOf } from './exponential.ts'
import { type EncoderHeader, inputScale, temperatureOf } from './model-header.ts'
import { openEncoder } from './open-encoder.ts'
import type { LookUpFeatures } from './open-features.ts'
import type { Kernel, Pointer } from './open-kernel.ts'
import { copyTensor, openLayer, quantise, runLayer, runWholeLayer } from './open-layer.ts'
import type { Table } from './open-table.ts'
import { openWeights, sizesOf } from './open-weights.ts'

/** What the header of the syntax model says. */
export interface SyntaxHeader extends EncoderHeader {
  readonly upos: readonly string[]
  readonly relations: readonly string[]
  /** Columns of the dependents' and heads' views: arc, product, sum. */
  readonly sizes: readonly [arc: number, product: number, sum: number]
}

/** A sentence's parts of speech and dependencies (Universal Dependencies); all lists as long as the sentence. */
export interface Parse {
  readonly upos: string[]
  /** Index of each token's head in the sentence; -1 for the root, of which there is one unless the sentence is empty. */
  readonly heads: number[]
  /** Relations with subtypes: `nsubj:pass`; `root` for the root. */
  readonly deprels: string[]
  /** The probability of each token's head and relation together; null unless asked for. */
  readonly confidence: number[] | null
}

/** The syntax model, ready to parse. */
export interface SyntaxModel {
  readonly upos: readonly string[]
  readonly relations: readonly string[]
  parse(sentences: readonly (readonly string[])[], withConfidence: boolean): Parse[]
}

/** Loads the syntax model into the kernel. */
export function openSyntax(
  kernel: Kernel,
  file: Uint8Array,
  vectors: Table,
  lookUp: LookUpFeatures,
): SyntaxModel {
  const weights = openWeights<SyntaxHeader>(file)
  const { upos, relations, sizes, pair, activation } = weights.header
  const encoder = openEncoder(kernel, weights, vectors)
  const tags = openLayer(kernel, weights, 'tags')
  const dependent = openLayer(kernel, weights, 'dependent')
  const head = openLayer(kernel, weights, 'head')
  const arcs = openLayer(kernel, weights, 'arcs', 'arcs.input')
  const labels = openLayer(kernel, weights, 'labels')
  const left = inputScale(weights.header, 'arcs.left')
  const right = inputScale(weights.header, 'arcs.right')
  const arcFactor = Math.fround(
    (weights.header.inputs['arcs.left'] ?? 0) * (weights.header.inputs['arcs.right'] ?? 0),
  )
  const [arcSize, labelSize] = sizes
  const arcTemperature = temperatureOf(weights.header, 'arc')
  const labelTemperature = temperatureOf(weights.header, 'label')
  const [arcOutputs] = sizesOf(weights.tensor('arcs.weight'))
  const rootView = kernel.allocate(head.stride * 4)
  kernel.borrow(() => {
    const view = runLayer(kernel, head, copyTensor(kernel, weights.tensor('root')), 1)
    kernel.bytes.copyWithin(rootView, view, view + head.stride * 4)
  })

  /** Fills in the parses of some pieces. */
  function parseBatch(
    sentences: readonly (readonly string[])[],
    pieces: readonly SentencePiece[],
    parses: Parse[],
  ) {
    const encoded = encodePieces(kernel, encoder, lookUp, sentences, pieces)
    const { states, rows } = encoded
    const tagScores = runLayer(kernel, tags, states, rows)
    const dependents = runLayer(kernel, dependent, states, rows)
    // The root's view follows those of the tokens, as row number `rows`.
    const heads = kernel.allocate((rows + 1) * head.stride * 4)
    kernel.borrow(() => {
      const whole = quantise(kernel, states, head.inputs, rows, head.inputs, head.scale, head.limit, 'none')
      runWholeLayer(kernel, head, whole, rows, heads)
    })
    kernel.bytes.copyWithin(heads + rows * head.stride * 4, rootView, rootView + head.stride * 4)
    const arcViews = viewArcs(dependents, heads, rows)
    const above = kernel.allocate(rows * 4)
    const arcChances = new Float64Array(rows)
    for (const [k, piece] of pieces.entries())
      kernel.borrow(() => decodePiece(encoded, k, piece, parses[piece.sentence], arcViews, above, arcChances))
    const pairs = kernel.allocate(rows * labels.inputs * 2)
    kernel.call.pairs(dependents, heads, above, pairs, rows, arcSize, labelSize, labels.scale, activation)
    const labelScores = kernel.allocate(rows * labels.stride * 4)
    runWholeLayer(kernel, labels, pairs, rows, labelScores)
    for (const [k, piece] of pieces.entries()) {
      const parse = parses[piece.sentence]
      if (parse === undefined) continue
      for (let at = piece.from, row = encoded.starts[k] ?? 0; at < piece.to; at++, row++) {
        parse.upos[at] = upos[best(kernel, tagScores + row * tags.stride * 4, upos.length)] ?? 'X'
        const label = best(kernel, labelScores + row * labels.stride * 4, relations.length)
        parse.deprels[at] = relations[label] ?? 'dep'
        if (parse.confidence === null) continue
        const from = labelScores / 4 + row * labels.stride
        const scores = kernel.floats.subarray(from, from + relations.length)
        parse.confidence[at] = (arcChances[row] ?? 0) * chanceOf(scores, label, labelTemperature)
      }
    }
  }

  /** Both sides of the arc product, as int16 rows of `arcOutputs`; the heads' last row is the root's. */
  function viewArcs(dependents: Pointer, heads: Pointer, rows: number): { own: Pointer; above: Pointer } {
    const views = runLayer(kernel, arcs, dependents, rows, 'leaky', dependent.stride)
    return {
      own: quantise(kernel, views, arcs.stride, rows, arcOutputs, left, pair, 'none'),
      above: quantise(kernel, heads, head.stride, rows + 1, arcOutputs, right, pair, 'leaky'),
    }
  }

  function decodePiece(
    { starts, rows }: EncodedPieces,
    k: number,
    piece: SentencePiece,
    parse: Parse | undefined,
    views: { own: Pointer; above: Pointer },
    above: Pointer,
    arcChances: Float64Array,
  ): void {
    const start = starts[k] ?? 0
    const count = piece.to - piece.from
    const stride = Math.ceil((count + 1) / 8) * 8
    const scores = kernel.allocate(count * stride * 4)
    const rooted = kernel.allocate((count + 1) * arcOutputs * 2)
    const packed = kernel.allocate(stride * arcOutputs * 2)
    const constants = kernel.allocate(stride * 2 * 4)
    const row = arcOutputs * 2
    kernel.bytes.copyWithin(rooted, views.above + rows * row, views.above + (rows + 1) * row)
    kernel.bytes.copyWithin(rooted + row, views.above + start * row, views.above + (start + count) * row)
    kernel.call.arcs(
      views.own + start * row,
      rooted,
      count,
      arcOutputs,
      arcFactor,
      scores,
      stride,
      packed,
      constants,
    )
    const table = kernel.floats.subarray(scores / 4, scores / 4 + count * stride)
    const heads = decodeTree(table, count, stride)
    for (let at = 0; at < count; at++) {
      const head = heads[at] ?? 0
      kernel.integers[above / 4 + start + at] = head === 0 ? rows : start + head - 1
      if (parse === undefined) continue
      parse.heads[piece.from + at] = head === 0 ? -1 : piece.from + head - 1
      if (parse.confidence !== null)
        arcChances[start + at] = chanceOf(
          table.subarray(at * stride, at * stride + count + 1),
          head,
          arcTemperature,
        )
    }
  }

  return {
    upos,
    relations,
    parse(sentences, withConfidence) {
      const parses = sentences.map(
        ({ length }): Parse => ({
          upos: new Array(length).fill('X'),
          heads: new Array(length).fill(-1),
          deprels: new Array(length).fill('root'),
          confidence: withConfidence ? new Array(length).fill(0) : null,
        }),
      )
      const pieces = cutSentences(sentences)
      for (const batch of batchPieces(pieces)) kernel.borrow(() => parseBatch(sentences, batch, parses))
      for (const piece of pieces) if (piece.from > 0) joinRoots(parses[piece.sentence])
      return parses
    },
  }
}

/** The place of the highest of some floats; the first on a tie. */
function best(kernel: Kernel, pointer: Pointer, count: number): number {
  const { floats } = kernel
  const first = pointer / 4
  let place = 0
  for (let k = 1; k < count; k++) if ((floats[first + k] ?? 0) > (floats[first + place] ?? 0)) place = k
  return place
}

/** Hangs the roots of a sentence's later pieces on the first: a sentence has one root. */
function joinRoots(parse: Parse | undefined): void {
  if (parse === undefined) return
  const root = parse.heads.indexOf(-1)
  for (const [at, head] of parse.heads.entries())
    if (head === -1 && at !== root) {
      parse.heads[at] = root
      parse.deprels[at] = 'parataxis'
    }
}

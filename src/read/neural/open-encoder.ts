import type { EncoderHeader } from './model-header.ts'
import { type Kernel, kernelBlock, type Pointer } from './open-kernel.ts'
import { copyTensor, type Layer, openLayer } from './open-layer.ts'
import { describeTables, openTable, type Table } from './open-table.ts'
import type { Weights } from './open-weights.ts'

/** Turns rows of feature numbers into states. */
export interface Encoder {
  /** Floats a state. */
  readonly width: number
  /** Feature numbers a token. */
  readonly columns: number
  /**
   * The states of sequences that lie one after another, in space that the caller borrows.
   *
   * @param columns int32 in the kernel's memory, one row of feature numbers a token.
   * @param starts where each sequence starts; at the end, the number of all tokens.
   * @param heads for tree blocks: each token's head, or itself.
   */
  run(columns: Pointer, starts: readonly number[], heads?: Int32Array): Pointer
}

interface Norm {
  readonly weight: Pointer
  readonly bias: Pointer
}

/** Loads a model's encoder; `vectors` is the table that all models share. */
export function openEncoder(kernel: Kernel, weights: Weights<EncoderHeader>, vectors: Table): Encoder {
  const { width, blocks, tables, activation } = weights.header
  const columnCount = tables.length + 1
  const described = describeTables(kernel, [
    vectors,
    ...tables.map((_, k) => openTable(kernel, weights, `encoder.tables.${k}`)),
  ])
  const enter = openLayer(kernel, weights, 'encoder.enter')
  const openNorm = (name: string): Norm => ({
    weight: copyTensor(kernel, weights.tensor(`${name}.weight`)),
    bias: copyTensor(kernel, weights.tensor(`${name}.bias`)),
  })
  const steps = blocks.map(([size, dilation], k) => ({
    size,
    dilation,
    norm: openNorm(`encoder.blocks.${k}.norm`),
    mix: openLayer(kernel, weights, `encoder.blocks.${k}.mix`),
  }))
  const last = openNorm('encoder.norm')
  const most = Math.max(...steps.map(({ mix }) => mix.inputs))

  function run(columns: Pointer, starts: readonly number[], heads?: Int32Array): Pointer {
    const rows = starts.at(-1) ?? 0
    const states = kernel.allocate(rows * width * 4)
    kernel.borrow(() => {
      const normed = kernel.allocate(rows * width * 2)
      const scratch = kernel.allocate(kernelBlock * Math.max(enter.inputs * 2, most * 2 + width * 8))
      enterRows(columns, rows, states, scratch)
      let laid = ''
      let sources: Int32Array = new Int32Array(0)
      const place = kernel.allocate(rows * Math.max(2, ...steps.map(({ size }) => size)) * 4)
      for (const { size, dilation, norm, mix } of steps) {
        if (laid !== `${size}:${dilation}`) {
          sources = size === 0 ? besideHeads(heads, rows) : besideNeighbours(starts, size, dilation)
          kernel.integers.set(sources, place / 4)
          laid = `${size}:${dilation}`
        }
        kernel.call.norm(states, 0, normed, rows, width, norm.weight, norm.bias, mix.scale, activation)
        const taps = sources.length / Math.max(1, rows)
        kernel.call.mix(states, normed, place, taps, rows, width, mix.packed, mix.factor, mix.bias, scratch)
      }
      kernel.call.norm(states, states, 0, rows, width, last.weight, last.bias, 1, activation)
    })
    return states
  }

  function enterRows(columns: Pointer, rows: number, states: Pointer, scratch: Pointer): void {
    const { inputs, scale, packed, factor, bias }: Layer = enter
    kernel.call.enter(
      states,
      width,
      columns,
      rows,
      described,
      columnCount,
      inputs,
      scale,
      activation,
      packed,
      factor,
      bias,
      scratch,
    )
  }

  return { width, columns: columnCount, run }
}

/** For every token the tokens that a convolution lays side by side; -1 beyond the ends of its sequence. */
function besideNeighbours(starts: readonly number[], size: number, dilation: number): Int32Array {
  const sources = new Int32Array((starts.at(-1) ?? 0) * size)
  const reach = dilation * Math.floor(size / 2)
  let at = 0
  for (const [k, start] of starts.slice(0, -1).entries()) {
    const end = starts[k + 1] ?? start
    for (let row = start; row < end; row++)
      for (let tap = 0; tap < size; tap++) {
        const source = row - reach + tap * dilation
        sources[at++] = source >= start && source < end ? source : -1
      }
  }
  return sources
}

/** For every token itself and its head. */
function besideHeads(heads: Int32Array | undefined, rows: number): Int32Array {
  if (heads === undefined) throw new Error('This encoder reads trees: it needs heads.')
  const sources = new Int32Array(rows * 2)
  for (let row = 0; row < rows; row++) {
    sources[2 * row] = row
    sources[2 * row + 1] = heads[row] ?? row
  }
  return sources
}

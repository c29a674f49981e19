import { type EncoderHeader, inputScale } from './model-header.ts'
import type { Kernel, Pointer } from './open-kernel.ts'
import { sizesOf, type Tensor, toFloats, type Weights } from './open-weights.ts'

/** An integer layer in the kernel's memory. */
export interface Layer {
  readonly packed: Pointer
  /** Row scale times input scale, one an output. */
  readonly factor: Pointer
  readonly bias: Pointer
  /** Scale and largest whole number of its activations. */
  readonly scale: number
  readonly limit: number
  /** Rounded up to a multiple of 8, as rows of results are. */
  readonly stride: number
  readonly outputs: number
  /** Rounded up to a multiple of 8. */
  readonly inputs: number
}

/** Copies a tensor into the kernel's memory as it is. */
export function copyTensor(kernel: Kernel, tensor: Tensor): Pointer {
  const pointer = kernel.allocate(tensor.bytes.length)
  kernel.bytes.set(tensor.bytes, pointer)
  return pointer
}

/** Loads the layer `name`; `inputs` names its activation scale where that differs. */
export function openLayer(
  kernel: Kernel,
  weights: Weights<EncoderHeader>,
  name: string,
  inputs: string = name,
): Layer {
  const tensor = weights.tensor(`${name}.weight`)
  const [outputs, width] = sizesOf(tensor)
  const stride = Math.ceil(outputs / 8) * 8
  const padded = Math.ceil(width / 8) * 8
  const scale = inputScale(weights.header, inputs)
  const packed = kernel.allocate(stride * padded * 2)
  const factor = kernel.allocate(stride * 4)
  const bias = kernel.allocate(stride * 4)
  kernel.borrow(() => {
    kernel.call.pack(copyTensor(kernel, tensor), packed, outputs, width, padded)
  })
  kernel.floats.fill(0, factor / 4, factor / 4 + stride).fill(0, bias / 4, bias / 4 + stride)
  kernel.floats.set(
    toFloats(weights.tensor(`${name}.scale`)).map((row) => row * scale),
    factor / 4,
  )
  kernel.floats.set(toFloats(weights.tensor(`${name}.bias`)), bias / 4)
  return { packed, factor, bias, scale, limit: weights.header.activation, stride, outputs, inputs: padded }
}

/**
 * Puts rows of floats through a layer: `rows` rows of `layer.stride` floats, in space that the caller borrows.
 *
 * @param bend what happens to the numbers before: nothing, or the leaky or the plain rectifier.
 */
export function runLayer(
  kernel: Kernel,
  layer: Layer,
  numbers: Pointer,
  rows: number,
  bend: 'none' | 'leaky' | 'rectified' = 'none',
  numberStride: number = layer.inputs,
): Pointer {
  const out = kernel.allocate(rows * layer.stride * 4)
  kernel.borrow(() => {
    const activations = quantise(
      kernel,
      numbers,
      numberStride,
      rows,
      layer.inputs,
      layer.scale,
      layer.limit,
      bend,
    )
    runWholeLayer(kernel, layer, activations, rows, out)
  })
  return out
}

/** Puts rows of whole numbers (int16) through a layer, to `out`. */
export function runWholeLayer(
  kernel: Kernel,
  layer: Layer,
  activations: Pointer,
  rows: number,
  out: Pointer,
): void {
  const { packed, factor, bias, stride, outputs, inputs } = layer
  kernel.call.layer(activations, inputs, packed, factor, bias, out, stride, rows, outputs, inputs)
}

/** Rows of floats as rows of int16, in space that the caller borrows. */
export function quantise(
  kernel: Kernel,
  numbers: Pointer,
  stride: number,
  rows: number,
  width: number,
  scale: number,
  limit: number,
  bend: 'none' | 'leaky' | 'rectified',
): Pointer {
  const out = kernel.allocate(rows * width * 2)
  kernel.call.quantise(
    numbers,
    stride,
    out,
    rows,
    width,
    scale,
    limit,
    ['none', 'leaky', 'rectified'].indexOf(bend),
  )
  return out
}

import type { Kernel, Pointer } from './open-kernel.ts'
import { copyTensor } from './open-layer.ts'
import { sizesOf, type Weights } from './open-weights.ts'

/** Bytes of a table's description: its weights' place, its scales' place, its width. */
export const tableSize = 12

/** A table of int8 rows in the kernel's memory: three whole numbers that describe it, as the kernel takes them. */
export type Table = readonly [weight: Pointer, scale: Pointer, width: number]

/** Loads the table `name` (`NAME.weight`, `NAME.scale`). */
export function openTable(kernel: Kernel, weights: Weights<unknown>, name: string): Table {
  const tensor = weights.tensor(`${name}.weight`)
  const weight = copyTensor(kernel, tensor)
  return [weight, copyTensor(kernel, weights.tensor(`${name}.scale`)), sizesOf(tensor)[1]]
}

/** Writes the descriptions of tables one after another. */
export function describeTables(kernel: Kernel, tables: readonly Table[]): Pointer {
  const pointer = kernel.allocate(tables.length * tableSize)
  kernel.integers.set(tables.flat(), pointer / 4)
  return pointer
}

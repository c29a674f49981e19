interface TensorPlace {
  readonly name: string
  readonly dtype: 'int8' | 'uint8' | 'int32' | 'float32'
  readonly shape: readonly number[]
  /** In bytes from the first tensor. */
  readonly offset: number
}

/** One array of numbers of a model file, still as bytes (little-endian). */
export interface Tensor {
  readonly shape: readonly number[]
  readonly bytes: Uint8Array
}

/** A model file: what its header says, and its tensors by name. */
export interface Weights<Header> {
  readonly header: Header
  /** @throws {Error} when the file has no such tensor. */
  tensor(name: string): Tensor
}

const bytesOf = { int8: 1, uint8: 1, int32: 4, float32: 4 }

/**
 * Opens a model file: `HRSY`, the header's length, the header as JSON, the tensors (train/README.md, “Files”).
 *
 * @throws {Error} when the bytes are no such file, or one of a later format.
 */
export function openWeights<Header>(file: Uint8Array): Weights<Header> {
  const length = new DataView(file.buffer, file.byteOffset, file.byteLength).getUint32(4, true)
  if (String.fromCharCode(...file.subarray(0, 4)) !== 'HRSY' || 8 + length > file.length)
    throw new Error('These bytes are no model file: they do not begin with HRSY and a header.')
  // Text is not decoded from shared memory, hence the copy.
  const text = new TextDecoder().decode(new Uint8Array(file.subarray(8, 8 + length)))
  const header = JSON.parse(text) as Header & { format: number; tensors: readonly TensorPlace[] }
  if (header.format !== 1)
    throw new Error(`Model format ${header.format} is unknown; this reader knows format 1.`)
  const places = new Map(header.tensors.map((place) => [place.name, place]))
  return {
    header,
    tensor(name) {
      const place = places.get(name)
      if (place === undefined) throw new Error(`The model file has no tensor ${name}.`)
      const count = place.shape.reduce((product, size) => product * size, 1)
      const start = 8 + length + place.offset
      return { shape: place.shape, bytes: file.subarray(start, start + count * bytesOf[place.dtype]) }
    },
  }
}

/** Sizes of a tensor of two dimensions. @throws {Error} when it has fewer. */
export function sizesOf(tensor: Tensor): [rows: number, columns: number] {
  const [rows, columns] = tensor.shape
  if (rows === undefined || columns === undefined) throw new Error('A tensor of two dimensions was expected.')
  return [rows, columns]
}

/** A float32 tensor's numbers. */
export function toFloats(tensor: Tensor): Float32Array {
  return new Float32Array(new Uint8Array(tensor.bytes).buffer)
}

/** An int32 tensor's numbers. */
export function toIntegers(tensor: Tensor): Int32Array {
  return new Int32Array(new Uint8Array(tensor.bytes).buffer)
}

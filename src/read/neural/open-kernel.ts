/** What is used of the WebAssembly JavaScript interface (W3C): the compiler knows no types of it outside browsers. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array)
  }
  class Instance {
    constructor(module: Module)
    readonly exports: object
  }
  interface Memory {
    readonly buffer: ArrayBuffer
    grow(pages: number): number
  }
  interface Global {
    readonly value: number
  }
}

/** A place in the kernel's memory, in bytes. */
export type Pointer = number

/** What the kernel exports; train/kernel/kernel.c says what each does. Pointers and counts are whole numbers. */
export interface KernelFunctions {
  readonly memory: WebAssembly.Memory
  readonly __heap_base: WebAssembly.Global
  pack(weight: Pointer, packed: Pointer, outputs: number, inputs: number, paddedInputs: number): void
  layer(
    activations: Pointer,
    activationStride: number,
    packed: Pointer,
    factor: Pointer,
    bias: Pointer,
    out: Pointer,
    outStride: number,
    rows: number,
    outputs: number,
    inputs: number,
  ): void
  quantise(
    numbers: Pointer,
    stride: number,
    out: Pointer,
    rows: number,
    width: number,
    scale: number,
    limit: number,
    bend: number,
  ): void
  norm(
    numbers: Pointer,
    out: Pointer,
    quantised: Pointer,
    rows: number,
    width: number,
    weight: Pointer,
    bias: Pointer,
    scale: number,
    limit: number,
  ): void
  mix(
    states: Pointer,
    normed: Pointer,
    sources: Pointer,
    taps: number,
    rows: number,
    width: number,
    packed: Pointer,
    factor: Pointer,
    bias: Pointer,
    scratch: Pointer,
  ): void
  enter(
    states: Pointer,
    width: number,
    columns: Pointer,
    rows: number,
    tables: Pointer,
    count: number,
    inputs: number,
    scale: number,
    limit: number,
    packed: Pointer,
    factor: Pointer,
    bias: Pointer,
    scratch: Pointer,
  ): void
  arcs(
    dependents: Pointer,
    heads: Pointer,
    count: number,
    size: number,
    factor: number,
    out: Pointer,
    outStride: number,
    packed: Pointer,
    constants: Pointer,
  ): void
  pairs(
    dependent: Pointer,
    head: Pointer,
    heads: Pointer,
    out: Pointer,
    rows: number,
    arc: number,
    size: number,
    scale: number,
    limit: number,
  ): void
  view(states: Pointer, start: number, end: number, width: number, out: Pointer): void
  add(numbers: Pointer, table: Pointer, row: number): void
}

/** Rows that the kernel reads together; its scratch space is given for so many. */
export const kernelBlock = 32

/** The running kernel and its one memory, handed out from the bottom up like a stack. */
export interface Kernel {
  readonly call: KernelFunctions
  /** The memory as bytes, and as numbers of each kind. Take them anew after every `allocate`: growing replaces them. */
  readonly bytes: Uint8Array
  readonly shorts: Int16Array
  readonly integers: Int32Array
  readonly floats: Float32Array
  /** Space for so many bytes, at a multiple of 64; what it holds is left over from before. */
  allocate(sizeBytes: number): Pointer
  /** Runs a task and takes back what it allocated. */
  borrow<T>(task: () => T): T
}

const page = 65_536

/**
 * Starts the kernel from the bytes of `kernel.wasm`.
 *
 * @throws {WebAssembly.CompileError} when they are no WebAssembly, or the machine has no 128-bit SIMD.
 */
export function openKernel(module: Uint8Array): Kernel {
  // WebAssembly takes no shared memory for code, hence the copy.
  const instance = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(module)))
  const call = instance.exports as KernelFunctions
  let top = call.__heap_base.value
  let bytes = new Uint8Array(call.memory.buffer)
  let shorts = new Int16Array(call.memory.buffer)
  let integers = new Int32Array(call.memory.buffer)
  let floats = new Float32Array(call.memory.buffer)
  return {
    call,
    get bytes() {
      return bytes
    },
    get shorts() {
      return shorts
    },
    get integers() {
      return integers
    },
    get floats() {
      return floats
    },
    allocate(sizeBytes) {
      const pointer = Math.ceil(top / 64) * 64
      top = pointer + sizeBytes
      // The kernel's loads may touch 16 bytes beyond an array's end.
      const missing = top + 64 - bytes.length
      if (missing > 0) {
        call.memory.grow(Math.ceil(missing / page))
        bytes = new Uint8Array(call.memory.buffer)
        shorts = new Int16Array(call.memory.buffer)
        integers = new Int32Array(call.memory.buffer)
        floats = new Float32Array(call.memory.buffer)
      }
      return pointer
    },
    borrow(task) {
      const mark = top
      try {
        return task()
      } finally {
        top = mark
      }
    },
  }
}

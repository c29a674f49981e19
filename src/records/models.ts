/** The reader's trained models as files of bytes, loaded once and never changed; train/README.md gives the format. */
export interface Models {
  /** The WebAssembly module that computes them. */
  readonly kernel: Uint8Array
  /** Word vectors, shared by all models. */
  readonly vectors: Uint8Array
  readonly syntax: Uint8Array
  readonly names: Uint8Array
  /** With the linker. */
  readonly attribution: Uint8Array
  /** The parser of fast mode. */
  readonly perceptron: Uint8Array
}

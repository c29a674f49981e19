/** What every model's header says of its encoder and its integer layers. */
export interface EncoderHeader {
  readonly width: number
  /** Kernel and dilation of each block; kernel 0 is a tree block. */
  readonly blocks: readonly (readonly [kernel: number, dilation: number])[]
  /** Name, rows and width of each table beside the word vectors. */
  readonly tables: readonly (readonly [name: string, rows: number, width: number])[]
  /** The activation scale of each integer layer. */
  readonly inputs: Readonly<Record<string, number>>
  /** The largest whole number of an activation. */
  readonly activation: number
  /** The same where activations meet activations: arc scores. */
  readonly pair: number
  /** How scores become probabilities, by kind of decision; empty where nothing was fitted. */
  readonly confidence: {
    readonly [decision: string]: Calibration | undefined
    readonly statement?: Calibration
  }
}

/** What was fitted on dev: scores are divided by the temperature, or weighed. */
export interface Calibration {
  readonly temperature?: number
  readonly weights?: readonly number[]
}

/** The temperature of a kind of decision; 1 where none was fitted. */
export function temperatureOf(header: EncoderHeader, kind: string): number {
  return header.confidence[kind]?.temperature ?? 1
}

/** The activation scale of a layer. @throws {Error} when the header has none. */
export function inputScale(header: EncoderHeader, layer: string): number {
  const scale = header.inputs[layer]
  if (scale === undefined) throw new Error(`The model's header gives no input scale of ${layer}.`)
  return Math.fround(scale)
}

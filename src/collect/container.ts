import type { Document, Uncollected } from '../records/document.ts'
import type { CollectedFile } from './collected-file.ts'
import type { CollectSettings } from './collector.ts'

/** A kind of file that holds many documents. */
export interface Container {
  readonly name: string
  /** Whether a file is of this kind, by its first bytes and its name. Never throws. */
  recognises(file: CollectedFile): boolean
  /** Its documents in their order, and what could not be had. Throws only what reading the file throws. */
  collect(file: CollectedFile, settings: CollectSettings): AsyncGenerator<Document | Uncollected>
}

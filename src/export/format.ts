import type { EventRow } from './event-row.ts'

/** A way of writing events down: one line each, perhaps a line of names before them. */
export interface EventFormat {
  readonly name: string
  /** What an analyst would open it with, in a few words. */
  readonly summary: string
  readonly mediaType: string
  /** The first line, without its line end; null where the format has none. */
  readonly header: string | null
  /** One event as one line, without its line end; null where the format has no way to tell it. */
  readonly toLine: (row: EventRow) => string | null
}

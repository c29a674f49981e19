import { type CollectOptions, collect } from '../collect/collect.ts'
import type { Document, Uncollected } from '../records/document.ts'

export type { CollectOptions }

/** Collects what is at addresses, paths and standard input, in order; what cannot be had is said and the walk goes on. */
export function collectPlaces(
  places: readonly string[],
  options: CollectOptions = {},
): AsyncGenerator<Document | Uncollected> {
  return collect(places, options)
}

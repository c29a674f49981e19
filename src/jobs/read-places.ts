import { isDocument } from '../collect/collect.ts'
import type { Document, Uncollected } from '../records/document.ts'
import type { Problem } from '../records/problem.ts'
import { describeFault } from './describe-fault.ts'
import { keepInFlight } from './keep-in-flight.ts'
import type { ReadArticle } from './read-document.ts'
import type { Readers } from './readers.ts'

/** What came of one document that was read and not kept. */
export type ReadOutcome = { readonly where: string } & (ReadArticle | { readonly problem: Problem })

export interface ReadPlacesOptions {
  /** The operator’s word on the day of publication, for every document; null lets each page say. */
  readonly date?: string | null
  /** Told of every fault of our own, with its error. */
  readonly onFault?: (where: string, error: unknown) => void
  readonly signal?: AbortSignal
}

/** Reads documents and keeps nothing: one outcome each, in order; what cannot be read is said and the rest goes on. */
export async function* readPlaces(
  documents: AsyncIterable<Document | Uncollected>,
  readers: Readers,
  { date = null, onFault, signal }: ReadPlacesOptions = {},
): AsyncGenerator<ReadOutcome> {
  const begin = async (collected: Document | Uncollected): Promise<ReadOutcome> => {
    const { where } = collected
    if (!isDocument(collected)) return { where, problem: collected.problem }
    try {
      return { where, ...(await readers.read(collected, { date })) }
    } catch (error) {
      onFault?.(where, error)
      return { where, problem: describeFault(error) }
    }
  }
  const mostInFlight = readers.workers === 0 ? 1 : readers.workers + 2
  yield* keepInFlight(documents, mostInFlight, begin, signal ?? null)
}

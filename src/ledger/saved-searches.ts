import { eq, sql } from 'drizzle-orm'
import { HearsayError } from '../records/error.ts'
import { type SavedSearch, savedSearchSchema } from '../records/saved-search.ts'
import { contentAddress } from './content-address.ts'
import { explainFailure } from './explain-failure.ts'
import { findRows } from './find-rows.ts'
import { isoInstant } from './iso-instant.ts'
import type { Ledger } from './ledger.ts'
import { savedSearch } from './schema.ts'

/** All of them, by name. */
export async function findSavedSearches(ledger: Ledger): Promise<SavedSearch[]> {
  const rows = await findRows<SavedSearch>(
    ledger.db,
    sql`select id, name, q, ${isoInstant(savedSearch.createdAt)} as "createdAt", created_by as "createdBy"
      from saved_search order by lower(name), id`,
  )
  return rows.map((row) => savedSearchSchema.parse(row))
}

/** Keeps a search under a name; one that is kept already takes the new name, and stays whose it was. */
export async function saveSearch(
  ledger: Ledger,
  { name, q, createdBy }: Pick<SavedSearch, 'name' | 'q' | 'createdBy'>,
): Promise<SavedSearch> {
  const [row] = await explainFailure(() =>
    ledger.db
      .insert(savedSearch)
      .values({ id: contentAddress(q), name, q, createdBy })
      .onConflictDoUpdate({ target: savedSearch.id, set: { name } })
      .returning({
        id: savedSearch.id,
        name: savedSearch.name,
        q: savedSearch.q,
        createdAt: isoInstant(savedSearch.createdAt),
        createdBy: savedSearch.createdBy,
      }),
  )
  return savedSearchSchema.parse(row)
}

/** @throws {HearsayError} `not-found` */
export async function removeSavedSearch(ledger: Ledger, id: string): Promise<void> {
  const removed = await explainFailure(() =>
    ledger.db.delete(savedSearch).where(eq(savedSearch.id, id)).returning({ id: savedSearch.id }),
  )
  if (removed.length === 0) throw new HearsayError('not-found', `No saved search has the id ${id}.`)
}

import { sql } from 'drizzle-orm'
import { type Facet, type FacetKind, toFacetKey } from '../records/facet.ts'
import { answerOnce } from './answer-once.ts'
import { findRows } from './find-rows.ts'
import type { Ledger } from './ledger.ts'
import { checkLimit } from './page-cursor.ts'
import { textArray } from './to-array.ts'

export interface FacetsQuery {
  readonly kinds: readonly FacetKind[]
  /** Only names of which a word begins so; the words before it whole: “joh”, “john sm”. */
  readonly prefix?: string
  /** At most so many; 20 when not given. */
  readonly limit?: number
}

/**
 * What claims can be looked up by, that of most claims first.
 *
 * @throws {HearsayError} `invalid-request` for a limit that is none.
 */
export async function findFacets(ledger: Ledger, query: FacetsQuery): Promise<Facet[]> {
  const limit = checkLimit(query.limit ?? 20)
  const prefix = toFacetKey(query.prefix ?? '')
  const find = () =>
    findRows<Facet>(
      ledger.db,
      sql`
    select kind, key, name, claims from facet
    cross join lateral (select count(*)::int as claims from claim_facet where facet_id = facet.id) as counted
    where kind = any(${textArray(query.kinds)}) and claims > 0
      and strpos(' ' || key, ${` ${prefix}`}) > 0
    order by claims desc, kind, key limit ${limit}`,
    )
  return await answerOnce(ledger, ['facets', query.kinds, prefix, limit], find)
}

import { sql } from 'drizzle-orm'
import { type ClaimGroup, type ClaimGrouping, claimGroupSchema } from '../records/claim-group.ts'
import { claimGroupKeys } from './claim-group-keys.ts'
import { type ClaimChoice, toConditions } from './find-claims.ts'
import { findRows } from './find-rows.ts'
import type { Ledger } from './ledger.ts'
import { checkLimit } from './page-cursor.ts'

/**
 * The groups of the claims that are chosen: those of most claims first, of days the last day first, and at the end the
 * claims that have nothing of the kind. `total` counts the groups, also those beyond the limit.
 *
 * @throws {HearsayError} `invalid-request` for a limit that is none.
 */
export async function findClaimGroups(
  ledger: Ledger,
  by: ClaimGrouping,
  choice: ClaimChoice,
  limit = 100,
): Promise<{ groups: ClaimGroup[]; total: number }> {
  const rows = await findRows<ClaimGroup & { total: number }>(
    ledger.db,
    sql`
    select coalesce(key, '') as key, min(name) as name, count(*)::int as claims,
      (count(*) filter (where disagreement_count > 0))::int as disputed, (count(*) over ())::int as total
    from (select claim.id, disagreement_count from claim where ${toConditions(choice)}) as chosen
    left join (${claimGroupKeys[by]}) as keyed on claim_id = chosen.id
    group by coalesce(key, '')
    order by coalesce(key, '') = '', ${by === 'day' ? sql`coalesce(key, '') desc` : sql`claims desc, coalesce(key, '')`}
    limit ${checkLimit(limit)}`,
  )
  return {
    groups: rows.map(({ total: _total, ...group }) => claimGroupSchema.parse(group)),
    total: rows[0]?.total ?? 0,
  }
}

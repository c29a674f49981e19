import { sql } from 'drizzle-orm'
import { type ClaimGroup, type ClaimGrouping, claimGroupSchema } from '../records/claim-group.ts'
import { answerOnce } from './answer-once.ts'
import { claimGroupKeys } from './claim-group-keys.ts'
import { type ClaimChoice, chooseClaims } from './find-claims.ts'
import { findRows } from './find-rows.ts'
import type { Ledger } from './ledger.ts'
import { checkLimit } from './page-cursor.ts'

/**
 * The groups of the claims that are chosen: those of most claims first, of days the last day first, and at the end,
 * beyond the limit, the claims that have nothing of the kind. `total` counts all groups but the last.
 *
 * @throws {HearsayError} `invalid-request` for a limit that is none.
 */
export const findClaimGroups = (
  ledger: Ledger,
  by: ClaimGrouping,
  choice: ClaimChoice,
  limit = 100,
): Promise<{ groups: ClaimGroup[]; total: number }> =>
  answerOnce(ledger, ['groups', by, choice, limit], () => makeGroups(ledger, by, choice, limit))

async function makeGroups(
  ledger: Ledger,
  by: ClaimGrouping,
  choice: ClaimChoice,
  limit: number,
): Promise<{ groups: ClaimGroup[]; total: number }> {
  const rows = await findRows<ClaimGroup & { total: number }>(
    ledger.db,
    sql`
    select coalesce(key, '') as key, min(name) as name, count(*)::int as claims,
      (count(*) filter (where disagreement_count > 0))::int as disputed, (count(*) filter (where coalesce(key, '') <> '') over ())::int as total
    from (select claim.id, disagreement_count from claim where ${await chooseClaims(ledger, choice)}) as chosen
    left join (${claimGroupKeys[by]}) as keyed on claim_id = chosen.id
    group by coalesce(key, '')
    order by coalesce(key, '') = '' desc, ${by === 'day' ? sql`coalesce(key, '') desc` : sql`claims desc, coalesce(key, '')`}
    limit ${checkLimit(limit) + 1}`,
  )
  const groups = rows.map(({ total: _total, ...group }) => claimGroupSchema.parse(group))
  const named = groups.filter(({ key }) => key !== '').slice(0, limit)
  return { groups: [...named, ...groups.filter(({ key }) => key === '')], total: rows[0]?.total ?? 0 }
}

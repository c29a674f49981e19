import { answerOnce } from '../ledger/answer-once.ts'
import { countClaims, findClaims } from '../ledger/find-claims.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { ClaimQuery } from '../records/claim-query.ts'
import type { OutletMatrix } from '../records/outlet-matrix.ts'
import { toOutletMatrix } from '../weigh/to-outlet-matrix.ts'

/** Who tells which of the claims that all of these choose, that of most reports first; at most so many. */
export async function findOutletMatrix(
  ledger: Ledger,
  queries: readonly ClaimQuery[],
  limit: number,
): Promise<OutletMatrix> {
  return answerOnce(ledger, ['matrix', queries, limit], async () => {
    const { claims, nextCursor } = await findClaims(ledger, { queries, order: 'reports', limit })
    const more = nextCursor === null ? 0 : (await countClaims(ledger, { queries })) - claims.length
    return toOutletMatrix(claims, more)
  })
}

import { claimOrders } from '../../client/claims.ts'
import { groupings } from './claim-filters.tsx'
import type { LedgerSearch } from './claim-ledger.tsx'

/** How a ledger is looked at, from the parameters of an address; what is none of it is left out. */
export function parseLedgerSearch(search: Record<string, unknown>): LedgerSearch {
  const order = claimOrders.find((name) => name === search.order)
  const group = groupings.find((name) => name === search.group)
  return {
    ...(typeof search.q === 'string' && search.q !== '' && { q: search.q }),
    ...(order !== undefined && order !== 'origins' && { order }),
    ...(group !== undefined && { group }),
  }
}

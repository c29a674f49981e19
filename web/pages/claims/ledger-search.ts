import type { ClaimGrouping } from '../../../src/records/claim-group.ts'
import { type ClaimOrder, claimGroupings, claimOrders } from '../../client/claims.ts'

/** How a ledger of claims is looked at, as its address has it; what is absent is as usual. */
export interface LedgerSearch {
  /** In the language of the search; never empty. */
  readonly q?: string
  readonly order?: ClaimOrder
  readonly group?: ClaimGrouping
}

/** The parameters of an address that say how a ledger is looked at; what is as usual, or none of them, is left out. */
export function toLedgerSearch(search: Readonly<Record<string, unknown>>): LedgerSearch {
  const order = claimOrders.find((name) => name === search.order)
  const group = claimGroupings.find((name) => name === search.group)
  return {
    ...(typeof search.q === 'string' && search.q !== '' && { q: search.q }),
    ...(order !== undefined && order !== 'origins' && { order }),
    ...(group !== undefined && { group }),
  }
}

import type { Ledger } from './ledger.ts'
import { PgliteLedger } from './pglite-ledger.ts'

/**
 * Tells other processes where this ledger’s HTTP server answers, until the ledger is closed.
 *
 * Does nothing for a ledger that others can open beside it (PostgreSQL) or cannot open at all (memory).
 */
export async function announceServer(
  ledger: Ledger,
  url: string,
  accessToken: string | null = null,
): Promise<void> {
  if (ledger instanceof PgliteLedger) ledger.lock?.announce(url, accessToken)
}

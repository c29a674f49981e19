import { findAccounts } from '../ledger/find-accounts.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { HearsayError } from '../records/error.ts'

/** Closes the ledger and refuses where nobody could sign in as admin. @throws {HearsayError} `usage`. */
export async function requireAdmin(ledger: Ledger): Promise<void> {
  const accounts = await findAccounts(ledger)
  if (accounts.some(({ role }) => role === 'admin')) return
  await ledger.close()
  throw new HearsayError(
    'usage',
    'Others could reach this server, and nobody has an account to sign in with. Make one first: hearsay accounts add NAME --role admin',
  )
}

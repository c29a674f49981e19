import { eq, sql } from 'drizzle-orm'
import { HearsayError } from '../records/error.ts'
import type { Role } from '../records/scopes.ts'
import { explainFailure } from './explain-failure.ts'
import type { Ledger, LedgerTransaction } from './ledger.ts'
import { account, apiToken, credential, session } from './schema.ts'

/**
 * Gives an account another role, at once and for its tokens too.
 *
 * @throws {HearsayError} `not-found`; `invalid-request` when it is the last admin.
 */
export const setRole = (ledger: Ledger, name: string, role: Role): Promise<void> =>
  change(ledger, name, async (transaction, id) => {
    if (role !== 'admin') await keepAnAdmin(transaction, id)
    await transaction.update(account).set({ role, updatedAt: new Date() }).where(eq(account.id, id))
  })

/** Gives an account another password, and signs it out everywhere. @throws {HearsayError} `not-found`. */
export const setPasswordHash = (ledger: Ledger, name: string, passwordHash: string): Promise<void> =>
  change(ledger, name, async (transaction, id) => {
    await transaction
      .update(credential)
      .set({ password: passwordHash, updatedAt: new Date() })
      .where(eq(credential.userId, id))
    await transaction.delete(session).where(eq(session.userId, id))
  })

/**
 * Removes an account with its sessions, and revokes the tokens that it made; what it reviewed stays under its name.
 *
 * @throws {HearsayError} `not-found`; `invalid-request` when it is the last admin.
 */
export const removeAccount = (ledger: Ledger, name: string): Promise<void> =>
  change(ledger, name, async (transaction, id) => {
    await keepAnAdmin(transaction, id)
    await transaction
      .update(apiToken)
      .set({ revokedAt: sql`coalesce(${apiToken.revokedAt}, now())` })
      .where(eq(apiToken.madeBy, name))
    await transaction.delete(account).where(eq(account.id, id))
  })

function change(
  ledger: Ledger,
  name: string,
  act: (transaction: LedgerTransaction, id: string) => Promise<void>,
): Promise<void> {
  return explainFailure(() =>
    ledger.db.transaction(async (transaction) => {
      // All admins are locked, so that two of them cannot remove each other at the same time.
      const rows = await transaction
        .select({ id: account.id, name: account.username })
        .from(account)
        .where(sql`${account.username} = ${name} or ${account.role} = 'admin'`)
        .orderBy(account.id)
        .for('update')
      const found = rows.find((row) => row.name === name)
      if (found === undefined) throw new HearsayError('not-found', `There is no account “${name}”.`)
      await act(transaction, found.id)
    }),
  )
}

async function keepAnAdmin(transaction: LedgerTransaction, id: string): Promise<void> {
  const admins = await transaction.select({ id: account.id }).from(account).where(eq(account.role, 'admin'))
  if (admins.length === 1 && admins[0]?.id === id)
    throw new HearsayError(
      'invalid-request',
      'This is the last account with the role admin: make another one first.',
    )
}

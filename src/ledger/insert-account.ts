import { randomUUID } from 'node:crypto'
import { HearsayError } from '../records/error.ts'
import type { Role } from '../records/scopes.ts'
import { explainFailure } from './explain-failure.ts'
import type { Ledger } from './ledger.ts'
import { account, credential } from './schema.ts'

/** Adds an account with its password. @throws {HearsayError} `invalid-request` when there is one of this name. */
export async function insertAccount(
  ledger: Ledger,
  { name, role, passwordHash }: { readonly name: string; readonly role: Role; readonly passwordHash: string },
): Promise<void> {
  const id = randomUUID()
  await explainFailure(() =>
    ledger.db.transaction(async (transaction) => {
      const added = await transaction
        .insert(account)
        .values({ id, username: name, role })
        .onConflictDoNothing()
        .returning({ id: account.id })
      if (added.length === 0)
        throw new HearsayError('invalid-request', `There is an account “${name}” already. Give another name.`)
      await transaction.insert(credential).values({
        id: randomUUID(),
        userId: id,
        providerId: 'credential',
        accountId: id,
        password: passwordHash,
      })
    }),
  )
}

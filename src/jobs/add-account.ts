import { hashPassword } from 'better-auth/crypto'
import { setPasswordHash } from '../ledger/change-account.ts'
import { insertAccount } from '../ledger/insert-account.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { accountNameSchema, newPasswordSchema } from '../records/account.ts'
import { HearsayError } from '../records/error.ts'
import type { Role } from '../records/scopes.ts'

/** Adds an account. @throws {HearsayError} `invalid-request` when its name is taken or no name, or the password too short. */
export async function addAccount(
  ledger: Ledger,
  { name, role, password }: { readonly name: string; readonly role: Role; readonly password: string },
): Promise<void> {
  const checked = accountNameSchema.safeParse(name)
  if (!checked.success)
    throw new HearsayError('invalid-request', `The name ${checked.error.issues[0]?.message}.`)
  await insertAccount(ledger, { name, role, passwordHash: await hashNewPassword(password) })
}

/** Gives an account another password, and signs it out everywhere. @throws {HearsayError} as `addAccount`; `not-found`. */
export async function setPassword(ledger: Ledger, name: string, password: string): Promise<void> {
  await setPasswordHash(ledger, name, await hashNewPassword(password))
}

async function hashNewPassword(password: string): Promise<string> {
  const checked = newPasswordSchema.safeParse(password)
  if (!checked.success)
    throw new HearsayError('invalid-request', `The password ${checked.error.issues[0]?.message}.`)
  return await hashPassword(password)
}

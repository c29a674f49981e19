import { randomBytes } from 'node:crypto'
import { explainFailure } from './explain-failure.ts'
import type { Ledger } from './ledger.ts'
import { cookieSecret } from './schema.ts'

/** What the cookies of this ledger are signed with: made the first time, the same for every server ever after. */
export async function getCookieSecret(ledger: Ledger): Promise<string> {
  return await explainFailure(async () => {
    await ledger.db
      .insert(cookieSecret)
      .values({ secret: randomBytes(32).toString('base64url') })
      .onConflictDoNothing()
    const [row] = await ledger.db.select({ secret: cookieSecret.secret }).from(cookieSecret)
    if (row === undefined) throw new Error('The secret went away.')
    return row.secret
  })
}

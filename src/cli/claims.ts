import type { Claim } from '../records/claim.ts'
import type { Access } from './access.ts'
import type { Command, ExitCode } from './command.ts'
import { openAccess } from './open-access.ts'
import { limitFrom, pageOptions } from './page-options.ts'
import { printClaims } from './print-claims.ts'
import { ledgerOption } from './shared-options.ts'

export const command: Command = {
  name: 'claims',
  summary: 'list what is said, with the reports and outlets behind it',
  operands: '',
  description:
    'Lists claims, those that most outlets print first. Reports are counted where they say the same in the same words; outlets are publishers, not independent origins.',
  options: { ...ledgerOption, ...pageOptions },
  examples: ['hearsay claims --limit 20'],
  run: async (call): Promise<ExitCode> => {
    const limit = limitFrom(call)
    const access = await openAccess(call, 'hearsay claims')
    try {
      const claims = await findAll(access, limit)
      if (call.values.json === true) for (const claim of claims) call.io.out(`${JSON.stringify(claim)}\n`)
      else
        call.io.out(
          claims.length > 0
            ? `${printClaims(claims, call.io)}\n`
            : `Nothing is said in ${access.place}. hearsay add PATH reads some pages.\n`,
        )
      return 0
    } finally {
      await access.close()
    }
  },
}

async function findAll(access: Access, limit: number): Promise<Claim[]> {
  const claims: Claim[] = []
  let cursor: string | null = null
  do {
    const page = await access.findClaims({ limit: Math.min(200, limit - claims.length), cursor })
    claims.push(...page.rows)
    cursor = page.nextCursor
  } while (cursor !== null && claims.length < limit)
  return claims
}

import type { Command, ExitCode } from './command.ts'
import { openAccess } from './open-access.ts'
import { limitFrom, pageOptions } from './page-options.ts'
import { printClaims } from './print-claims.ts'
import { ledgerOption } from './shared-options.ts'
import { takeRows } from './take-rows.ts'

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
      const claims = await takeRows(limit, access.findClaims)
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

import type { Command, ExitCode } from './command.ts'
import { idFrom } from './id-from.ts'
import { openAccess } from './open-access.ts'
import { printClaim } from './print-claim.ts'
import { ledgerOption } from './shared-options.ts'

export const command: Command = {
  name: 'claim',
  summary: 'show one claim: what it rests on, who repeats it, who denies it, how it changed',
  operands: 'ID',
  description:
    'Shows a claim of the ledger: its counts, its origins, counted or not and why, what stands against it side by side, every report with its exact sentence, copies under what they copy, and its history. ID may be the first digits, as claims shows them. The credibility is the Admiralty number that a rule proposes, with that rule; it is no verdict on truth.',
  options: {
    ...ledgerOption,
    json: { type: 'boolean', summary: 'print one JSON object, the claim' },
  },
  examples: ['hearsay claim 6f4c01d1'],
  run: async (call): Promise<ExitCode> => {
    const id = idFrom(call, 'claim', 'hearsay claims')
    const access = await openAccess(call, 'hearsay claim')
    try {
      const claim = await access.getClaim(id)
      call.io.out(call.values.json === true ? `${JSON.stringify(claim)}\n` : printClaim(claim, call.io))
      return 0
    } finally {
      await access.close()
    }
  },
}

import type { Command, ExitCode } from './command.ts'
import { idFrom } from './id-from.ts'
import { openAccess } from './open-access.ts'
import { printProvenance } from './print-provenance.ts'
import { ledgerOption } from './shared-options.ts'

export const command: Command = {
  name: 'explain-origin',
  summary: 'draw how each report of a claim leads to its origin, with the words that prove each step',
  operands: 'CLAIM',
  description:
    'Draws the origins of a claim as trees: at the root the origin, under it the speaker, the agency or outlet that relays them, the reports, and under these their copies. Beneath each step stand the words that prove it, the outlet that prints them and their place: the article’s id, and from which to which character of its text (as show --json gives it, in UTF-16 units). CLAIM is an id or its first digits, as claims shows them.',
  options: {
    ...ledgerOption,
    json: {
      type: 'boolean',
      summary: 'print one JSON object, the provenance: { origins, independent ..., nodes, edges }',
    },
  },
  examples: ['hearsay explain-origin 6f4c01d1', 'hearsay explain-origin 6f4c01d1 --json'],
  run: async (call): Promise<ExitCode> => {
    const id = idFrom(call, 'explain-origin', 'hearsay claims')
    const access = await openAccess(call, 'hearsay explain-origin')
    try {
      const claim = await access.getClaim(id)
      call.io.out(
        call.values.json === true ? `${JSON.stringify(claim.provenance)}\n` : printProvenance(claim, call.io),
      )
      return 0
    } finally {
      await access.close()
    }
  },
}

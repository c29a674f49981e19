import { HearsayError } from '../records/error.ts'
import { anyClaim } from './any-claim.ts'
import type { Command } from './command.ts'
import { listClaims } from './list-claims.ts'
import { pageOptions } from './page-options.ts'
import { ledgerOption } from './shared-options.ts'

export const command: Command = {
  name: 'search',
  summary: 'list the claims that a search finds, by words, names, kinds, dates and origins',
  operands: 'QUERY',
  description:
    'Lists claims as hearsay claims does: those of most independent origins first. QUERY is words, "a phrase" and keys: actor: (who acts, is acted on, or says so), says:, outlet:, type: (of event, PLOVER), modality:, place:, origins>=2, after:2025-12-01, before:2026-01-01, kind:event or kind:statement, is:disputed; - before a word or a key asks for what it does not have. A key given twice asks for any of the two, different keys for all. Put it in single quotes, so that the shell leaves " and > to Hearsay.',
  options: { ...ledgerOption, ...pageOptions },
  examples: [
    "hearsay search 'amnesty is:disputed'",
    'hearsay search \'actor:"Anton Veresk" -outlet:courier origins>=2\'',
  ],
  run: async (call) => {
    const q = call.positionals.join(' ').trim()
    if (q === '')
      throw new HearsayError('usage', "search needs what to look for: hearsay search 'amnesty is:disputed'.")
    return await listClaims(call, 'search', { ...anyClaim, q })
  },
}

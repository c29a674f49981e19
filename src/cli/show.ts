import { HearsayError } from '../records/error.ts'
import type { Command, ExitCode } from './command.ts'
import { openAccess } from './open-access.ts'
import { printArticle } from './print-article.ts'
import { ledgerOption } from './shared-options.ts'

export const command: Command = {
  name: 'show',
  summary: 'show one article and what it says',
  operands: 'ID',
  description: 'Shows an article of the ledger as read does. ID may be the first digits, as list shows them.',
  options: {
    ...ledgerOption,
    json: { type: 'boolean', summary: 'print one JSON object: { article, reading, document }' },
  },
  examples: ['hearsay show 3f9a2c01'],
  run: async (call): Promise<ExitCode> => {
    const [id, ...more] = call.positionals
    if (id === undefined || more.length > 0)
      throw new HearsayError('usage', 'show takes one ID; hearsay list shows them.')
    const access = await openAccess(call, 'hearsay show')
    try {
      const stored = await access.getArticle(id)
      call.io.out(
        call.values.json === true
          ? `${JSON.stringify(stored)}\n`
          : printArticle(stored.article, stored.reading, call.io),
      )
      return 0
    } finally {
      await access.close()
    }
  },
}

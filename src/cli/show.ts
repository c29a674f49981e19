import type { PageChange } from '../records/change.ts'
import { HearsayError } from '../records/error.ts'
import type { Access } from './access.ts'
import type { Command, CommandCall, ExitCode } from './command.ts'
import { openAccess } from './open-access.ts'
import { printArticle } from './print-article.ts'
import { printChanges, printVersions } from './print-changes.ts'
import { ledgerOption } from './shared-options.ts'

export const command: Command = {
  name: 'show',
  summary: 'show one article and what it says',
  operands: 'ID',
  description: 'Shows an article of the ledger as read does. ID may be the first digits, as list shows them.',
  options: {
    ...ledgerOption,
    versions: { type: 'boolean', summary: 'show the versions of its page instead, and what changed' },
    json: {
      type: 'boolean',
      summary: 'print one JSON object: { article, reading, document }; with --versions { page, changes }',
    },
  },
  examples: ['hearsay show 3f9a2c01', 'hearsay show 3f9a2c01 --versions'],
  run: async (call): Promise<ExitCode> => {
    const [id, ...more] = call.positionals
    if (id === undefined || more.length > 0)
      throw new HearsayError('usage', 'show takes one ID; hearsay list shows them.')
    const access = await openAccess(call, 'hearsay show')
    try {
      if (call.values.versions === true) {
        await showVersions(access, id, call)
        return 0
      }
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

async function showVersions(access: Access, id: string, { io, values }: CommandCall): Promise<void> {
  const page = await access.getPage(id)
  const changes: PageChange[] = []
  for (const { n } of page?.versions ?? []) if (n > 1) changes.push(await access.getVersionChange(id, n))
  if (values.json === true) io.out(`${JSON.stringify({ page, changes })}\n`)
  else if (page === null) io.out('It has no page, and so one version: it is a file that names no address.\n')
  else io.out(`${[printVersions(page, io), printChanges(changes, io)].filter(Boolean).join('\n\n')}\n`)
}

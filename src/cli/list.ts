import type { ArticleSummary } from '../records/article-summary.ts'
import type { Command, ExitCode } from './command.ts'
import type { Io } from './io.ts'
import { layTable } from './layout.ts'
import { openAccess } from './open-access.ts'
import { limitFrom, pageOptions } from './page-options.ts'
import { ledgerOption } from './shared-options.ts'
import { takeRows } from './take-rows.ts'
import { withoutSteering } from './without-steering.ts'

export const command: Command = {
  name: 'list',
  summary: 'list the articles in the ledger',
  operands: '[WORDS]',
  description: 'Lists articles, the latest published first; with WORDS only those that hold them all.',
  options: { ...ledgerOption, ...pageOptions },
  examples: ['hearsay list', 'hearsay list amnesty --limit 20'],
  run: async (call): Promise<ExitCode> => {
    const limit = limitFrom(call)
    const access = await openAccess(call, 'hearsay list')
    try {
      const words = call.positionals.join(' ') || null
      const articles = await takeRows(limit, (query) => access.findArticles({ ...query, words }))
      if (call.values.json === true)
        for (const article of articles) call.io.out(`${JSON.stringify(article)}\n`)
      else
        call.io.out(
          articles.length > 0
            ? `${printArticles(withoutSteering(articles), call.io)}\n`
            : `No articles in ${access.place}. hearsay add PATH reads some.\n`,
        )
      return 0
    } finally {
      await access.close()
    }
  },
}

function printArticles(articles: readonly ArticleSummary[], { width, colours }: Io): string {
  return layTable(
    [
      { head: 'id', width: 8 },
      { head: 'published', width: 10 },
      { head: 'outlet', width: 24 },
      { head: 'says', width: 5, side: 'right' },
      { head: 'events', width: 6, side: 'right' },
      { head: 'title' },
    ],
    articles.map(({ id, publishedAt, outlet, statements, events, title, where }) => [
      id.slice(0, 8),
      publishedAt?.value.slice(0, 10) ?? '-',
      outlet ?? '-',
      String(statements),
      String(events),
      title ?? where,
    ]),
    { width, bold: colours.bold },
  )
}

import type { ArticleSummary } from '../records/article-summary.ts'
import type { Access } from './access.ts'
import type { Command, ExitCode } from './command.ts'
import type { Io } from './io.ts'
import { layTable } from './layout.ts'
import { openAccess } from './open-access.ts'
import { limitFrom, pageOptions } from './page-options.ts'
import { ledgerOption } from './shared-options.ts'

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
      const articles = await findAll(access, limit, call.positionals.join(' ') || null)
      if (call.values.json === true)
        for (const article of articles) call.io.out(`${JSON.stringify(article)}\n`)
      else
        call.io.out(
          articles.length > 0
            ? `${printArticles(articles, call.io)}\n`
            : `No articles in ${access.place}. hearsay add PATH reads some.\n`,
        )
      return 0
    } finally {
      await access.close()
    }
  },
}

async function findAll(access: Access, limit: number, words: string | null): Promise<ArticleSummary[]> {
  const articles: ArticleSummary[] = []
  let cursor: string | null = null
  do {
    const page = await access.findArticles({ limit: Math.min(200, limit - articles.length), cursor, words })
    articles.push(...page.rows)
    cursor = page.nextCursor
  } while (cursor !== null && articles.length < limit)
  return articles
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

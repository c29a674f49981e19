import { collectPlaces } from '../jobs/collect-places.ts'
import type { Document } from '../records/document.ts'
import { HearsayError } from '../records/error.ts'
import type { Following } from '../records/feed.ts'
import type { Problem } from '../records/problem.ts'
import type { Command, CommandCall, ExitCode } from './command.ts'
import { countOf } from './count-of.ts'
import type { FeedAccess } from './feed-access.ts'
import type { Io } from './io.ts'
import { openAccess } from './open-access.ts'
import { feedOptionsFrom, fetchOptions, ledgerOption } from './shared-options.ts'
import { withoutSteering } from './without-steering.ts'

export const command: Command = {
  name: 'follow',
  summary: 'follow feeds, sites, sitemaps or single pages',
  operands: 'ADDRESS|FILE.opml...',
  description:
    'Follows what is at each address: a feed (RSS, Atom, JSON Feed), a sitemap, or a site, whose feed is found. A list of subscriptions (OPML) follows every feed in it. Then hearsay collect fetches what they name, and hearsay serve does so as long as it runs.',
  options: {
    ...ledgerOption,
    page: { type: 'boolean', summary: 'watch the page itself for edits, whatever feeds it names' },
    test: { type: 'boolean', summary: 'show what the address would give; nothing is kept' },
    ...fetchOptions,
    json: { type: 'boolean', summary: 'one JSON object a line' },
  },
  examples: [
    'hearsay follow https://courier.example',
    'hearsay follow subscriptions.opml',
    'hearsay follow --page https://ministry.example/statement',
  ],
  run: async (call): Promise<ExitCode> => {
    const { positionals, io, values } = call
    if (positionals.length === 0)
      throw new HearsayError('usage', 'follow needs at least one address, or a file of subscriptions (OPML).')
    const access = await openAccess(call, 'hearsay follow')
    const feeds = await access.openFeeds(feedOptionsFrom(call))
    try {
      let failed = 0
      for (const place of positionals) {
        const problem =
          values.test === true
            ? await test(feeds, place, call)
            : isAddress(place)
              ? await follow(feeds, place, call)
              : await followFile(feeds, place, io)
        if (problem === null) continue
        failed++
        io.err(
          `${io.colours.red('failed')}  ${withoutSteering(place)}: ${withoutSteering(problem.message)}${problem.advice ? `\n        ${io.colours.dim(problem.advice)}` : ''}\n`,
        )
      }
      return failed > 0 ? 1 : 0
    } finally {
      await feeds.close()
      await access.close()
    }
  },
}

/** `courier.example/feed` is an address, `list.opml` a file. */
const isAddress = (place: string): boolean =>
  /^https?:\/\//i.test(place) ||
  (/^[\w-]+(?:\.[\w-]+)+(?:[:/]|$)/.test(place) && !/\.(?:opml|xml)$/i.test(place))

async function follow(
  feeds: FeedAccess,
  address: string,
  { io, values }: CommandCall,
): Promise<Problem | null> {
  const following = await feeds.follow(address, { asPage: values.page === true })
  if ('problem' in following) return following.problem
  io.out(values.json === true ? `${JSON.stringify(following)}\n` : describeFollowing(following, io))
  return null
}

function describeFollowing(following: Following, { colours }: Io): string {
  const { feed, isNew, named, others } = withoutSteering(following)
  const what = feed.kind === 'page' ? 'watched' : isNew ? 'followed' : 'known'
  const lines = [
    `${colours.green(what)}  ${feed.title ?? feed.address}  ${colours.dim(`${feed.id.slice(0, 8)} ${feed.address}`)}`,
  ]
  if (isNew && feed.kind !== 'page')
    lines.push(`  ${countOf(named, 'page')} named; hearsay collect fetches them.`)
  if (others.length > 0) {
    lines.push('  The site offers more:')
    for (const { title, url } of others.slice(0, 8))
      lines.push(`    hearsay follow ${url}${title === null ? '' : colours.dim(`   ${title}`)}`)
    if (others.length > 8) lines.push(`    and ${others.length - 8} more`)
  }
  return `${lines.join('\n')}\n`
}

async function test(
  feeds: FeedAccess,
  address: string,
  { io, values }: CommandCall,
): Promise<Problem | null> {
  const tested = await feeds.test(address)
  if ('problem' in tested) return tested.problem
  if (values.json === true) {
    io.out(`${JSON.stringify(tested)}\n`)
    return null
  }
  const { title, address: found, format, entries, newest, remarks, others } = withoutSteering(tested)
  io.out(
    `${io.colours.bold(title ?? found)}  ${io.colours.dim(`${format}, ${countOf(entries, 'entry', 'entries')}, ${found}`)}\n`,
  )
  for (const { title: headline, url, publishedAt } of newest)
    io.out(`  ${(publishedAt ?? '').slice(0, 10).padEnd(10)}  ${headline ?? url ?? '-'}\n`)
  for (const remark of remarks) io.err(`  ${io.colours.yellow('note')} ${remark}\n`)
  for (const other of others) io.out(io.colours.dim(`  also: ${other.url}\n`))
  return null
}

async function followFile(feeds: FeedAccess, path: string, io: Io): Promise<Problem | null> {
  let document: Document | null = null
  for await (const collected of collectPlaces([path], { stdin: io.stdin })) {
    if ('problem' in collected) return collected.problem
    document = collected
  }
  if (document === null)
    return { code: 'unreadable-file', message: 'It holds no list of feeds.', advice: null }
  const list = await feeds.followList(document)
  if ('problem' in list) return list.problem
  io.out(
    `${io.colours.green('followed')}  ${countOf(list.followed, 'feed')}${list.known > 0 ? `, ${list.known} known before` : ''}; hearsay collect asks them.\n`,
  )
  return null
}

import { toOpml } from '../export/opml.ts'
import { HearsayError } from '../records/error.ts'
import type { FollowedFeed } from '../records/feed.ts'
import type { Command, CommandCall, ExitCode } from './command.ts'
import { countOf } from './count-of.ts'
import { describeInstant } from './describe-instant.ts'
import type { FeedAccess } from './feed-access.ts'
import type { Io } from './io.ts'
import { layTable } from './layout.ts'
import { lineWidth } from './line-width.ts'
import { openAccess } from './open-access.ts'
import { feedOptionsFrom, ledgerOption } from './shared-options.ts'
import { shortIds } from './short-ids.ts'
import { takeRows } from './take-rows.ts'
import { withoutSteering } from './without-steering.ts'

export const command: Command = {
  name: 'feeds',
  summary: 'list what is followed and how it fares; pause, resume, remove',
  operands: '[ID]',
  description:
    'Lists what is followed: when each last answered, when it is asked next, what it brought, what went wrong. With an option, does that to the feed with this id.',
  options: {
    ...ledgerOption,
    pause: { type: 'boolean', summary: 'ask it no more until it is resumed' },
    resume: { type: 'boolean', summary: 'ask it again' },
    remove: { type: 'boolean', summary: 'follow it no longer; its articles stay' },
    opml: { type: 'boolean', summary: 'write them as OPML, which other feed readers import' },
    json: { type: 'boolean', summary: 'one JSON object a line' },
  },
  examples: ['hearsay feeds', 'hearsay feeds --pause 3f9a2c01', 'hearsay feeds --opml > feeds.opml'],
  run: async (call): Promise<ExitCode> => {
    const { io, values, positionals } = call
    const access = await openAccess(call, 'hearsay feeds')
    const feeds = await access.openFeeds(feedOptionsFrom(call))
    try {
      const act = (['pause', 'resume', 'remove'] as const).filter((name) => values[name] === true)
      if (act.length > 0) return await change(feeds, act, call)
      const shown =
        positionals.length > 0
          ? await Promise.all(positionals.map((id) => feeds.getFeed(id)))
          : await takeRows(Number.POSITIVE_INFINITY, feeds.findFeeds)
      if (values.opml === true)
        io.out(toOpml(shown.map((feed) => ({ ...feed, url: feed.address, folder: null }))))
      else if (values.json === true) for (const feed of shown) io.out(`${JSON.stringify(feed)}\n`)
      else if (shown.length === 0)
        io.out(`Nothing is followed in ${access.place}. hearsay follow ADDRESS does.\n`)
      else
        io.out(
          `${positionals.length > 0 ? shown.map((feed) => describe(feed, io)).join('\n') : table(shown, io)}\n`,
        )
      return 0
    } finally {
      await feeds.close()
      await access.close()
    }
  },
}

async function change(
  feeds: FeedAccess,
  acts: readonly ('pause' | 'resume' | 'remove')[],
  { positionals, io }: CommandCall,
): Promise<ExitCode> {
  const [act, second] = acts
  if (act === undefined || second !== undefined)
    throw new HearsayError('usage', 'Give one of --pause, --resume and --remove.')
  if (positionals.length === 0)
    throw new HearsayError('usage', `--${act} needs the id of a feed; hearsay feeds lists them.`)
  for (const id of positionals) {
    const feed = withoutSteering(await feeds.getFeed(id))
    if (act === 'remove') await feeds.remove(feed.id)
    else await feeds.setState(feed.id, act === 'pause' ? 'paused' : 'active')
    const done = { pause: 'paused', resume: 'resumed', remove: 'removed' }[act]
    io.out(`${done}  ${feed.title ?? feed.address}\n`)
  }
  return 0
}

function table(found: readonly FollowedFeed[], io: Io): string {
  const feeds = withoutSteering(found)
  const shortId = shortIds(feeds.map(({ id }) => id))
  return layTable(
    [
      { head: 'id', width: 32 },
      { head: 'state', width: 7 },
      { head: 'last success', width: 17 },
      { head: 'next', width: 17 },
      ...['pages', 'articles', 'waiting', 'failing'].map(
        (head) => ({ head, width: 8, side: 'right' }) as const,
      ),
      { head: 'feed', lines: 2 },
    ],
    feeds.map((feed) => [
      shortId(feed.id),
      stateOf(feed),
      minute(feed.lastSuccessAt),
      feed.state === 'active' ? minute(feed.nextAt) : '-',
      String(feed.pages),
      String(feed.articles),
      String(feed.waiting),
      String(feed.failing),
      `${feed.title ?? feed.address}\n${feed.problem === null ? feed.address : feed.problem.message}`,
    ]),
    { width: lineWidth(io), bold: io.colours.bold },
  )
}

const stateOf = ({ state, failureCount, lastTriedAt }: FollowedFeed): string =>
  state !== 'active' ? state : failureCount > 0 ? 'failing' : lastTriedAt === null ? 'new' : 'healthy'

const minute = (at: string | null): string => (at === null ? '-' : describeInstant(at).replace(/Z$/, ''))

function describe(found: FollowedFeed, { colours }: Io): string {
  const feed = withoutSteering(found)
  const rows: (readonly [string, string])[] = [
    ['address', feed.address],
    ['kind', `${feed.kind}${feed.format === null ? '' : `, ${feed.format}`}`],
    ...(feed.siteUrl === null ? [] : [['site', feed.siteUrl] as const]),
    ['state', stateOf(feed)],
    [
      'asked',
      `every ${duration(feed.intervalSeconds)}; last ${minute(feed.lastTriedAt)}; next ${minute(feed.nextAt)} (UTC)`,
    ],
    ['last success', minute(feed.lastSuccessAt)],
    ['last new page', minute(feed.lastNewAt)],
    [
      'pages',
      `${countOf(feed.pages, 'page')} named, ${countOf(feed.articles, 'article')}, ${feed.waiting} waiting, ${feed.failing} failing`,
    ],
    ...(feed.problem === null
      ? []
      : [
          [
            'problem',
            `${feed.problem.message}${feed.problem.advice === null ? '' : ` ${feed.problem.advice}`}`,
          ] as const,
        ]),
    ['id', feed.id],
  ]
  return `${colours.bold(feed.title ?? feed.address)}\n${rows.map(([name, value]) => `  ${name.padEnd(14)} ${value}`).join('\n')}`
}

/** “25 min”, “3 h”, “1 d”. */
function duration(seconds: number): string {
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`
  return seconds < 129_600 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} d`
}

import type { Fetcher } from '../collect/fetcher.ts'
import { type FoundFeed, findFeeds, guessFeedAddresses } from '../collect/find-feeds.ts'
import { parseFeed } from '../collect/parse-feed.ts'
import { parseSitemap } from '../collect/parse-sitemap.ts'
import { toAddressKey } from '../collect/to-address-key.ts'
import { toCanonicalAddress } from '../collect/to-canonical-address.ts'
import { contentAddress } from '../ledger/content-address.ts'
import type { DueFeed } from '../ledger/find-due-feeds.ts'
import { getFeed } from '../ledger/find-feeds.ts'
import { followFeed } from '../ledger/follow-feed.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { storeFeedAnswer } from '../ledger/store-feed-answer.ts'
import type { Document } from '../records/document.ts'
import { HearsayError } from '../records/error.ts'
import type { FollowedFeed, Following, TestedFeed } from '../records/feed.ts'
import type { Problem } from '../records/problem.ts'
import { type AskedFeed, readSitemap } from './ask-feed.ts'
import { toFeedAnswer, toWatchedAnswer } from './to-feed-answer.ts'

export interface FollowOptions {
  /** Watches the page itself for edits, whatever feeds it names. */
  readonly asPage?: boolean
  readonly signal?: AbortSignal
  readonly now?: () => Date
}

/** Until a feed has been asked twice, nobody knows how often it is worth asking. */
export const firstIntervalSeconds = 1800

/**
 * Follows what is at an address: a feed, a sitemap, or the feed that a site’s page names; where it names none, those
 * places are tried where sites usually keep one. Its pages are named at once, and fetched by the next round.
 *
 * Gives a Problem when nothing there can be followed.
 *
 * @throws {HearsayError} `usage` when the address is none.
 */
export async function followAddress(
  ledger: Ledger,
  fetcher: Fetcher,
  address: string,
  { asPage = false, signal = new AbortController().signal, now = () => new Date() }: FollowOptions = {},
): Promise<Following | { readonly problem: Problem }> {
  if (asPage) return await keep(ledger, toWatched(toUrl(address)), [], now(), null)
  const found = await findFeedAt(fetcher, address, signal)
  if ('problem' in found) return found
  return await keep(ledger, found.candidate, found.others, now(), found.asked)
}

/** Asks an address as following would, and keeps nothing. */
export async function testAddress(
  fetcher: Fetcher,
  address: string,
  signal: AbortSignal,
): Promise<TestedFeed | { readonly problem: Problem }> {
  const found = await findFeedAt(fetcher, address, signal)
  if ('problem' in found) return found
  const { format, title, siteUrl, entries, remarks } = found.asked.parsed
  return {
    ...found.candidate,
    format,
    title,
    siteUrl,
    entries: entries.length,
    newest: entries
      .slice(0, 5)
      .map(({ url, title: named, publishedAt }) => ({ url, title: named, publishedAt })),
    remarks,
    others: found.others,
  }
}

/** `courier.example` is `https://courier.example/`: what people read off a page has no scheme. */
function toUrl(typed: string): string {
  const address = typed.trim()
  const whole = /^[a-z][a-z\d+.-]*:\/\//i.test(address) ? address : `https://${address}`
  if (/^https?:\/\//i.test(whole) && URL.canParse(whole)) return toCanonicalAddress(whole)
  throw new HearsayError('usage', `“${address}” is no address. Give one like https://courier.example/feed.`)
}

type Candidate = Pick<FollowedFeed, 'address' | 'kind'>
type Parsed = AskedFeed & { readonly kind: 'parsed' }

interface Found {
  readonly candidate: Candidate
  readonly asked: Parsed
  readonly others: readonly FoundFeed[]
}

/** Where nobody said how to speak to it, and it does not speak TLS, plain HTTP is tried. */
async function findFeedAt(
  fetcher: Fetcher,
  address: string,
  signal: AbortSignal,
): Promise<Found | { readonly problem: Problem }> {
  const url = toUrl(address)
  const found = await findFeed(fetcher, url, signal)
  const isGuess = url.startsWith('https:') && !/^https:/i.test(address)
  if (!('problem' in found) || !isGuess || found.problem.code !== 'fetch-failed') return found
  const plain = await findFeed(fetcher, url.replace(/^https:/, 'http:'), signal)
  return 'problem' in plain ? found : plain
}

const toWatched = (address: string): Candidate => ({ address, kind: 'page' })

/** So many addresses are asked at most before we say that there is no feed: all the usual ones, and some that are named. */
const mostTried = 24

/** Of those in robots.txt. */
const mostSitemaps = 3

const isOfNews = ({ kind }: FoundFeed): boolean => kind === 'news-sitemap'

async function findFeed(
  fetcher: Fetcher,
  url: string,
  signal: AbortSignal,
): Promise<Found | { readonly problem: Problem }> {
  const outcome = await fetcher.fetch({ url, accept: 'any', signal })
  if (outcome.kind === 'failed') return { problem: outcome.problem }
  if (outcome.kind === 'unmodified') throw new Error('An answer came to a question that had no validators.')
  const itself = await readFeed(outcome, fetcher, signal)
  if (itself !== null) return { candidate: itself.candidate, asked: itself.asked, others: [] }
  const named = findFeeds(outcome.document)
  const guessed = guessFeedAddresses(outcome.url).map((guess) => ({ url: guess }))
  const robots = named.length > 0 ? [] : await findInRobots(fetcher, outcome.url)
  const tried = new Set<string>()
  // A sitemap lists what a site has ever published: a feed that nobody names is still better.
  const [ofNews, ofAll] = [robots.filter(isOfNews), robots.filter((sitemap) => !isOfNews(sitemap))]
  for (const { url: next } of [...named, ...ofNews, ...guessed, ...ofAll.slice(0, mostSitemaps)]) {
    if (tried.has(next) || tried.size >= mostTried || signal.aborted) continue
    tried.add(next)
    const answer = await fetcher.fetch({ url: next, accept: 'feed', signal })
    const feed = answer.kind === 'document' ? await readFeed(answer, fetcher, signal) : null
    if (feed !== null) {
      const others = [...named, ...robots].filter((other) => other.url !== next)
      return { candidate: feed.candidate, asked: feed.asked, others }
    }
  }
  return { problem: noFeed(tried.size) }
}

async function findInRobots(fetcher: Fetcher, url: string): Promise<FoundFeed[]> {
  const text = await fetcher.readRobots(url)
  if (text === null) return []
  const robots: Document = {
    where: new URL('/robots.txt', url).href,
    bytes: new TextEncoder().encode(text),
    mediaType: 'text/plain',
    charset: 'utf-8',
    headers: {},
    collectedAt: '',
  }
  return findFeeds(robots)
}

/** Null when the answer is neither a feed nor a sitemap. */
async function readFeed(
  outcome: Parsed['outcome'],
  fetcher: Fetcher,
  signal: AbortSignal,
): Promise<Pick<Found, 'candidate' | 'asked'> | null> {
  const { document, url } = outcome
  const address = toCanonicalAddress(url)
  const feed = parseFeed(document)
  if (!('problem' in feed))
    return { candidate: { address, kind: 'feed' }, asked: { kind: 'parsed', outcome, parsed: feed } }
  // A list of addresses, one a line, is a sitemap too; but so is many a page of plain text.
  if (!/^\s*</.test(new TextDecoder().decode(document.bytes.subarray(0, 200)))) return null
  if ('problem' in parseSitemap(document)) return null
  const parsed = await readSitemap(document, fetcher, signal)
  if ('problem' in parsed) return null
  return { candidate: { address, kind: 'sitemap' }, asked: { kind: 'parsed', outcome, parsed } }
}

async function keep(
  ledger: Ledger,
  { address, kind }: Candidate,
  others: readonly FoundFeed[],
  now: Date,
  asked: Parsed | null,
): Promise<Following> {
  const id = contentAddress(toAddressKey(address))
  const parsed = asked?.parsed ?? null
  const { isNew } = await followFeed(ledger, {
    id,
    address,
    kind,
    format: parsed?.format ?? null,
    title: parsed?.title ?? null,
    siteUrl: parsed?.siteUrl ?? null,
    language: parsed?.language ?? null,
    nextAt: now.toISOString(),
    intervalSeconds: firstIntervalSeconds,
  })
  let named = 0
  // What is followed already is asked when its time comes.
  if (isNew) {
    const due: DueFeed = {
      id,
      address,
      kind,
      title: parsed?.title ?? null,
      intervalSeconds: firstIntervalSeconds,
      failureCount: 0,
      lastSuccessAt: null,
      lastNewAt: null,
      etag: null,
      lastModified: null,
    }
    const answer = asked === null ? toWatchedAnswer(due, now) : toFeedAnswer(due, asked, now, new Set())
    named = (await storeFeedAnswer(ledger, answer)).named
  }
  return { feed: await getFeed(ledger, id), isNew, named, others }
}

const noFeed = (tried: number): Problem => ({
  code: 'not-a-feed',
  message: `It is no feed and no sitemap, it names none, and none of ${tried} usual places holds one.`,
  advice:
    'Give the address of the feed itself; or watch this one page for edits with --page, or read it once with hearsay add.',
})

import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Problem } from '../records/problem.ts'
import { contentAddress } from './content-address.ts'
import { findDueFeeds } from './find-due-feeds.ts'
import { findDueVisits, getFeedContent } from './find-due-visits.ts'
import { findFeeds, getFeed } from './find-feeds.ts'
import { findNamedIds } from './find-named-ids.ts'
import { findRows } from './find-rows.ts'
import { followFeed } from './follow-feed.ts'
import { removeFeed } from './remove-feed.ts'
import { setFeedState } from './set-feed-state.ts'
import { type FeedAnswer, type NamedPage, storeFeedAnswer } from './store-feed-answer.ts'
import { storeVisit } from './store-visit.ts'
import { type TestLedger, testStores } from './test-stores.fixture.ts'

const hour = (h: number) => `2026-03-04T${String(h).padStart(2, '0')}:00:00.000Z`
const [courier, herald] = [contentAddress('courier'), contentAddress('herald')]
const gone: Problem = { code: 'fetch-failed', message: 'courier.example answered with 500.', advice: null }

const named = (path: string, more: Partial<NamedPage> = {}): NamedPage => ({
  id: contentAddress(path),
  address: `https://courier.example/${path}`,
  host: 'courier.example',
  hints: null,
  content: null,
  updatedAt: null,
  nextAt: hour(1),
  ...more,
})

const answerOf = (
  feedId: string,
  h: number,
  pages: readonly NamedPage[],
  more: Partial<FeedAnswer> = {},
) => ({
  feedId,
  triedAt: hour(h),
  nextAt: hour(h + 1),
  intervalSeconds: 3600,
  state: 'active' as const,
  problem: null,
  about: null,
  pages,
  ...more,
})

describe.each(testStores)('$name', (store) => {
  let opened: TestLedger
  beforeAll(async () => {
    opened = await store.open()
  })
  beforeEach(() => opened.clear())
  afterAll(() => opened.drop())

  const follow = (id: string, h = 0) =>
    followFeed(opened.ledger, {
      id,
      address: `https://${id.slice(0, 4)}.example/feed`,
      kind: 'feed',
      format: null,
      title: null,
      siteUrl: null,
      language: null,
      nextAt: hour(h),
      intervalSeconds: 1800,
    })
  const answer = (...given: Parameters<typeof answerOf>) => storeFeedAnswer(opened.ledger, answerOf(...given))
  const dueAt = async (h: number, feedIds: readonly string[] | null = null) =>
    (await findDueVisits(opened.ledger, hour(h), 100, feedIds)).map(({ address }) => address.slice(24)).sort()
  const fetched = (
    path: string,
    h: number,
    nextAt: string | null = hour(20),
    problem: Problem | null = null,
  ) =>
    storeVisit(opened.ledger, {
      visitId: contentAddress(path),
      triedAt: hour(h),
      nextAt,
      problem,
      validators: { etag: '"1"', lastModified: null },
      articleId: null,
      hasChanged: false,
    })

  test('what is followed twice is one feed; what was paused or gone is asked again', async () => {
    expect(await follow(courier, 1)).toEqual({ isNew: true })
    expect(await follow(courier, 2)).toEqual({ isNew: false })
    expect((await findFeeds(opened.ledger)).feeds).toMatchObject([{ nextAt: hour(1), state: 'active' }])
    await setFeedState(opened.ledger, courier, 'paused', hour(2))
    expect(await findDueFeeds(opened.ledger, hour(9), null)).toEqual([])
    expect(await follow(courier, 3)).toEqual({ isNew: false })
    expect(await getFeed(opened.ledger, courier.slice(0, 6))).toMatchObject({
      nextAt: hour(3),
      state: 'active',
    })
    await answer(courier, 4, [], { state: 'gone', nextAt: null, problem: gone })
    expect(await findDueFeeds(opened.ledger, hour(9), null)).toEqual([])
    await follow(courier, 5)
    expect(await findDueFeeds(opened.ledger, hour(9), null)).toMatchObject([{ id: courier, failureCount: 0 }])
  })

  test('a page is one, however often, by however many feeds and under whatever GUIDs it is named', async () => {
    await follow(courier)
    await follow(herald)
    expect(await answer(courier, 1, [named('a'), named('b'), named('a')])).toEqual({ named: 2, again: 0 })
    expect(await answer(courier, 2, [named('b'), named('a'), named('c')])).toEqual({ named: 1, again: 0 })
    expect(await answer(herald, 2, [named('a')])).toEqual({ named: 0, again: 0 })
    expect(await dueAt(3)).toEqual(['a', 'b', 'c'])
    expect(await dueAt(3, [herald])).toEqual(['a'])
    expect((await findNamedIds(opened.ledger, courier)).size).toBe(3)
    const { feeds } = await findFeeds(opened.ledger)
    expect(feeds.map(({ pages, waiting, lastNewAt }) => ({ pages, waiting, lastNewAt }))).toEqual([
      { pages: 3, waiting: 3, lastNewAt: hour(2) },
      { pages: 1, waiting: 1, lastNewAt: null },
    ])
    // Known by the feed that is followed longest.
    expect((await findDueVisits(opened.ledger, hour(3), 9)).every(({ feedId }) => feedId === courier)).toBe(
      true,
    )
  })

  test('a page whose feed says that it was changed is visited again, once, with what the feed says now', async () => {
    await follow(courier)
    await follow(herald)
    const hints = (title: string) => ({
      url: null,
      title,
      authors: [],
      outlet: null,
      publishedAt: null,
      modifiedAt: null,
      language: null,
      original: null,
      basis: 'feed' as const,
    })
    await answer(courier, 1, [named('a', { updatedAt: hour(1), hints: hints('Ferry sails') }), named('b')])
    // Not yet had: it is due anyhow.
    expect(await answer(courier, 2, [named('a', { updatedAt: hour(2) })])).toEqual({ named: 0, again: 0 })
    await fetched('a', 3)
    await fetched('b', 3)
    expect(await dueAt(4)).toEqual([])
    const later = named('a', { updatedAt: hour(4), hints: hints('Ferry does not sail') })
    expect(await answer(courier, 4, [later, named('b')])).toEqual({ named: 0, again: 1 })
    expect(await findDueVisits(opened.ledger, hour(4), 9)).toMatchObject([
      { address: 'https://courier.example/a', etag: '"1"', hints: { title: 'Ferry does not sail' } },
    ])
    await fetched('a', 5)
    expect(await answer(courier, 6, [later])).toEqual({ named: 0, again: 0 })
    // The other feed names it for the first time: that says nothing of a change.
    expect(await answer(herald, 6, [named('a', { updatedAt: hour(3) })])).toEqual({ named: 0, again: 0 })
    expect(await dueAt(7)).toEqual([])
  })

  test('a page that is named without a time is not visited before one is given', async () => {
    await follow(courier)
    await answer(courier, 1, [named('old', { nextAt: null }), named('new')])
    expect(await dueAt(20)).toEqual(['new'])
  })

  test('removing a feed keeps the pages that another one names, and the other feed', async () => {
    await follow(courier)
    await follow(herald)
    await answer(courier, 1, [named('a'), named('b')])
    await answer(herald, 1, [named('b'), named('c')])
    await removeFeed(opened.ledger, courier)
    expect(await dueAt(2)).toEqual(['b', 'c'])
    expect(await answer(courier, 2, [named('d')])).toEqual({ named: 0, again: 0 })
    await fetched('a', 2)
    expect(await dueAt(2)).toEqual(['b', 'c'])
    await removeFeed(opened.ledger, herald)
    expect(await dueAt(2)).toEqual([])
    expect((await findFeeds(opened.ledger)).feeds).toEqual([])
  })

  test('feeds that name the same pages at the same time, while others are removed, do not get in each other’s way', async () => {
    const ids = Array.from({ length: 12 }, (_, i) => contentAddress(`feed ${i}`))
    for (const id of ids) await follow(id)
    const pages = Array.from({ length: 40 }, (_, i) => named(`p${i}`, { updatedAt: hour(1) }))
    for (const id of ids) await answer(id, 1, pages)
    for (const { address } of pages) await fetched(address.slice(24), 2)
    const updated = (i: number) =>
      (i % 2 ? pages : pages.toReversed()).map((page) => ({ ...page, updatedAt: hour(3 + (i % 3)) }))
    await Promise.all(
      ids.flatMap((id, i) => [
        answer(id, 3, updated(i)),
        ...(i % 3 === 0 ? [removeFeed(opened.ledger, id)] : []),
      ]),
    )
    expect((await findFeeds(opened.ledger)).feeds).toHaveLength(8)
    expect(await dueAt(6)).toHaveLength(40)
  })

  test('a feed that is paused while it is being asked stays paused, and what it named is kept', async () => {
    await follow(courier)
    await setFeedState(opened.ledger, courier, 'paused', hour(1))
    expect(await answer(courier, 1, [named('a')])).toEqual({ named: 1, again: 0 })
    expect(await getFeed(opened.ledger, courier)).toMatchObject({ state: 'paused', nextAt: null, pages: 1 })
    expect(await findDueFeeds(opened.ledger, hour(9), [courier])).toMatchObject([{ id: courier }])
    await setFeedState(opened.ledger, courier, 'active', hour(5))
    expect(await getFeed(opened.ledger, courier)).toMatchObject({ state: 'active', nextAt: hour(5) })
  })

  test('failures are counted until the next success', async () => {
    await follow(courier)
    await answer(courier, 1, [], { problem: gone })
    await answer(courier, 2, [], { problem: gone })
    const feed = () => getFeed(opened.ledger, courier)
    expect(await feed()).toMatchObject({ failureCount: 2, problem: gone, lastSuccessAt: null })
    await answer(courier, 3, [named('a'), named('b')])
    expect(await feed()).toMatchObject({ failureCount: 0, problem: null, lastSuccessAt: hour(3) })
    await fetched('a', 4, hour(5), gone)
    await fetched('a', 5, hour(6), gone)
    expect(await feed()).toMatchObject({ failing: 1, waiting: 1, articles: 0 })
    expect(await findDueVisits(opened.ledger, hour(6), 9)).toContainEqual(
      expect.objectContaining({ failureCount: 2, successCount: 0 }),
    )
    await fetched('a', 6)
    expect(await feed()).toMatchObject({ failing: 0, waiting: 1 })
  })

  test('the text that a feed carries is kept until the page was had', async () => {
    await follow(courier)
    await answer(courier, 1, [named('a', { content: '<p>The ferry sails.</p>' })])
    await fetched('a', 2, hour(3), gone)
    expect(await getFeedContent(opened.ledger, contentAddress('a'))).toBe('<p>The ferry sails.</p>')
    await fetched('a', 3)
    expect(await getFeedContent(opened.ledger, contentAddress('a'))).toBe(null)
  })

  test('U+0000 and halves of characters in what a feed says are no reason to lose it', async () => {
    await follow(courier)
    const spoilt = 'Ferry\0 sails \ud83d'
    await answer(
      courier,
      1,
      [
        named('a', {
          content: spoilt,
          updatedAt: spoilt,
          hints: {
            url: null,
            title: spoilt,
            authors: [spoilt],
            outlet: spoilt,
            publishedAt: null,
            modifiedAt: null,
            language: null,
            original: null,
            basis: 'feed',
          },
        }),
      ],
      {
        problem: { ...gone, message: spoilt },
        about: {
          address: 'https://courier.example/feed',
          format: 'rss',
          title: spoilt,
          siteUrl: spoilt,
          language: spoilt,
          etag: spoilt,
          lastModified: spoilt,
        },
      },
    )
    expect((await getFeed(opened.ledger, courier)).title).toBe('Ferry\ufffd sails \ufffd')
    expect(await findDueVisits(opened.ledger, hour(2), 9)).toMatchObject([
      { hints: { title: 'Ferry\ufffd sails \ufffd' } },
    ])
    expect(await getFeedContent(opened.ledger, contentAddress('a'))).toBe('Ferry\ufffd sails \ufffd')
  })

  test('what is due is found by its index, among 20,000 pages that are not', async () => {
    await follow(courier)
    await opened.ledger.db.execute(sql`
      insert into visit (id, address, host, next_at, first_named_at, success_count, failure_count)
      select md5(i::text), 'https://courier.example/' || i, 'courier.example',
        case when i % 2 = 0 then '2026-05-01'::timestamptz + i * interval '1 second' end, '2026-03-01', 0, 0
      from generate_series(1, 20000) as i`)
    await answer(courier, 1, [named('a')])
    await opened.ledger.db.execute(sql`analyze visit`)
    const rows = await findRows<{ 'QUERY PLAN': string }>(
      opened.ledger.db,
      sql`explain select id from visit where next_at <= ${hour(5)}::timestamptz order by next_at, seq limit 20000`,
    )
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('visit_due')
    expect(await dueAt(5)).toEqual(['a'])
  })
})

import { getTableName, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { getWeighedUntil } from '../ledger/find-arrivals.ts'
import { findClaims } from '../ledger/find-claims.ts'
import { insertArticle } from '../ledger/insert-article.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { ledgerTables } from '../ledger/ledger-tables.ts'
import { openTestLedger } from '../ledger/open-test-ledger.fixture.ts'
import { parseArticle } from '../records/article.ts'
import type { Document } from '../records/document.ts'
import { parseSearch } from '../records/parse-search.ts'
import { countFollowed, previewSituation } from './follow-situation.ts'
import { ingest } from './ingest.ts'
import { openReaders } from './open-readers.ts'
import type { Readers } from './readers.ts'
import { reweigh } from './reweigh.ts'
import { tellSituation } from './tell-situation.ts'

let ledger: Ledger
let readers: Readers
beforeAll(async () => {
  ;[ledger, readers] = await Promise.all([openTestLedger(), openReaders({ mode: 'fast' })])
})
beforeEach(async () => {
  // The count of what was weighed goes on: answers are kept by it.
  const names = ledgerTables
    .map((table) => getTableName(table))
    .filter((name) => name !== 'weighing_count')
    .map((name) => `"${name}"`)
  await ledger.db.execute(sql.raw(`truncate ${names.join(', ')}`))
})
afterAll(() => ledger.close())

const closed = 'Ilse Brandt said on Friday that the harbour of Selgrad had been closed by the navy of Aldany.'
const arceToo =
  'Then the mayor, Tomás Arce, told reporters that the harbour of Selgrad had been closed by the navy of Aldany.'
const flour = 'Petra Lindqvist said that flour and timber were waiting in nine wagons on the northern pier.'

/** Words of their own, without which two papers that tell one thing would be copies. */
const around: Readonly<Record<string, string>> = {
  'Coastal Courier':
    'Rain fell on the roofs of the town from noon on, and the trams stood still below the post office until six.',
  'Daily Pier':
    'Nobody in the fish market would sell for less than a week ago, while cats slept upon empty crates by the gate.',
  'Night Gazette':
    'A choir of miners sang before the theatre; its conductor had forgotten his hat and went back for it twice.',
}

const page = (outlet: string, day: number, sentences: readonly string[], path = 'harbour'): Document => ({
  where: `https://${outlet.toLowerCase().replaceAll(' ', '-')}.example/2026/03/${path}-of-selgrad-is-closed`,
  bytes: Buffer.from(`<!doctype html><html lang="en"><head><title>Harbour of Selgrad (${outlet})</title>
<meta property="og:site_name" content="${outlet}"><meta property="article:published_time" content="2026-03-0${day}T07:00:00Z"></head>
<body><article><h1>Harbour of Selgrad (${outlet})</h1>${sentences.map((sentence) => `<p>${sentence}</p>`).join('')}
<p>${around[outlet]}</p></article></body></html>`),
  mediaType: 'text/html',
  charset: 'utf-8',
  headers: {},
  collectedAt: `2026-03-0${day}T09:00:00.000Z`,
})

async function add(...documents: Document[]) {
  async function* given() {
    yield* documents
  }
  for await (const outcome of ingest(given(), ledger, readers)) expect(outcome.outcome).not.toBe('failed')
}

const { query } = parseSearch('harbour')

/** The kinds of news about the harbour since an instant, with the outlet that shows each. */
const newsSince = async (since: string) => {
  const { claims, edits } = await tellSituation(ledger, query, since)
  return {
    claims: claims.flatMap(({ news }) => news.map(({ kind, report }) => `${kind} ${report.outlet}`)),
    edits: edits.map(({ outlet, isAdmitted }) => `${outlet} ${isAdmitted ? 'admitted' : 'silent'}`),
  }
}
const nothing = { claims: [], edits: [] }

/** An instant that all so far came before: stored instants are told to the millisecond. */
const visit = async () => {
  await new Promise((resolve) => setTimeout(resolve, 5))
  const until = await getWeighedUntil(ledger)
  await new Promise((resolve) => setTimeout(resolve, 5))
  return until
}

test('what came before a visit is no news, however it is weighed; another speaker that came after it is', async () => {
  const start = await visit()
  await add(page('Coastal Courier', 2, [closed]))
  const first = await visit()
  expect(await newsSince(start)).toEqual({ claims: ['new-claim Coastal Courier'], edits: [] })
  expect(await newsSince(first)).toEqual(nothing)

  await reweigh(ledger, { fromScratch: true })
  expect(await newsSince(first)).toEqual(nothing)

  await add(page('Daily Pier', 3, [closed]))
  expect(await newsSince(first)).toEqual(nothing)
  await add(page('Night Gazette', 4, [arceToo]))
  expect(await newsSince(first)).toEqual({ claims: ['new-origin Night Gazette'], edits: [] })
  expect(await newsSince(await visit())).toEqual(nothing)
})

test('a claim that has another id since, after an earlier report was found, is no new claim', async () => {
  await add(page('Night Gazette', 4, [closed]))
  const seen = await visit()
  const [before] = (await findClaims(ledger, { queries: [query] })).claims
  await add(page('Coastal Courier', 2, [closed]))
  const [after] = (await findClaims(ledger, { queries: [query] })).claims
  expect(after?.id).not.toBe(before?.id)
  expect(await newsSince(seen)).toEqual(nothing)
})

test('of a page that was edited only what it did not tell before is new, and the edit is told', async () => {
  await add(page('Coastal Courier', 2, [closed, flour]))
  const seen = await visit()
  const later = {
    ...page('Coastal Courier', 2, [closed, flour, arceToo]),
    collectedAt: '2026-03-05T09:00:00.000Z',
  }
  await add(later)
  expect(await newsSince(seen)).toEqual({
    claims: ['new-origin Coastal Courier'],
    edits: ['Coastal Courier silent'],
  })
  await reweigh(ledger, { fromScratch: true })
  expect(await newsSince(await visit())).toEqual(nothing)
})

test('a page that tells no claim of it any more is told as an edit, and one that never did is not', async () => {
  const later = (document: Document) => ({ ...document, collectedAt: '2026-03-05T09:00:00.000Z' })
  const pier = (...sentences: string[]) => page('Daily Pier', 3, [flour, ...sentences], 'wagons')
  await add(page('Coastal Courier', 2, [closed, flour]), pier())
  const seen = await visit()
  await add(
    later(page('Coastal Courier', 2, [flour])),
    later(pier('Nine wagons more, Petra Lindqvist said, would come on Monday.')),
  )
  expect((await findClaims(ledger, { queries: [query] })).claims).toEqual([])
  expect(await newsSince(seen)).toEqual({ claims: [], edits: ['Coastal Courier silent'] })
  const { edits } = await tellSituation(ledger, query, seen)
  expect(edits[0]?.told).toMatchObject([{ change: 'removed', before: { source: 'Ilse Brandt' } }])
  // The query is asked as of the claims of the ledger: by who says it, not by the words of the page.
  for (const [q, n] of [
    ['says:brandt', 1],
    ['says:arce', 0],
    ['harbour -navy', 0],
    ['outlet:courier harbour', 1],
    ['harbour before:2026-03-02', 0],
    ['harbour origins>=2', 0],
  ] as const)
    expect((await tellSituation(ledger, parseSearch(q).query, seen)).edits.length, q).toBe(n)
  expect(await newsSince(await visit())).toEqual(nothing)
})

test('an article that a better extractor takes out of an old page is no news', async () => {
  await add(page('Coastal Courier', 2, [closed]))
  const seen = await visit()
  const { rows } = await ledger.db.execute<{ document: string; record: unknown }>(
    sql`select document_id as document, record from extraction join article on article.id = article_id`,
  )
  const article = parseArticle(rows[0]?.record)
  const better = { ...article, id: 'f'.repeat(32), byline: 'Mara Lindqvist' }
  await insertArticle(ledger, rows[0]?.document ?? '', better)
  await ledger.db.execute(sql`
    insert into reading (id, article_id, stages, mention_count, time_count, statement_count, event_count, problem_count, record)
    select ${'e'.repeat(32)}, ${better.id}, stages, mention_count, time_count, statement_count, event_count, problem_count, record
    from reading`)
  await reweigh(ledger)
  const { claims } = await findClaims(ledger, { queries: [query] })
  expect(claims[0]?.reports[0]?.articleId).toBe(better.id)
  expect(await newsSince(seen)).toEqual(nothing)
})

test('what is not weighed yet is not taken for seen', async () => {
  await add(page('Coastal Courier', 2, [closed]))
  const seen = await visit()
  await add(page('Night Gazette', 4, [arceToo]))
  await ledger.db.execute(sql`
    delete from weighed where article_id in (select id from article where outlet = 'Night Gazette')`)
  const { until } = await tellSituation(ledger, query, seen)
  await reweigh(ledger)
  expect(await newsSince(until)).toEqual({ claims: ['new-origin Night Gazette'], edits: [] })
})

test('a preview counts claims, articles, outlets, origins and days, copies apart, and says what matched', async () => {
  const long = [
    closed,
    'Divers went down at first light and found the keel buried in sand to the depth of a man, and the rudder lay some forty metres away among the stones of the breakwater where the pilots had seen the light fail.',
    'Two tugs pulled at the stern from noon on, and by the evening tide the hull had moved by the length of a lorry while the crew of the dredger watched from the old mole and counted the sacks of flour.',
  ]
  await add(
    page('Coastal Courier', 2, long),
    page('Daily Pier', 3, long),
    page('Night Gazette', 3, [arceToo, flour]),
  )
  const { counts, claims } = await previewSituation(ledger, parseSearch('says:arce harbour').query)
  expect(counts).toMatchObject({ claims: 1, articles: 3, outlets: 3, origins: 2, earlier: 0, undated: 0 })
  expect(counts.days).toEqual([
    { day: '2026-03-02', own: 1, copies: 0 },
    { day: '2026-03-03', own: 1, copies: 1 },
  ])
  expect(claims[0]?.why).toEqual([
    { part: 'words', asked: 'harbour', found: null },
    { part: 'sources', asked: 'arce', found: 'Tomás Arce' },
  ])
  const situation = {
    situation: {
      id: 'a',
      name: 'Harbour',
      query,
      createdAt: '2026-03-01T00:00:00.000Z',
      createdBy: 'local',
      changedAt: '2026-03-01T00:00:00.000Z',
    },
    lastVisitAt: await visit(),
  }
  const countNew = async () => {
    const { newArticles, counts } = await countFollowed(ledger, situation)
    return [newArticles, counts.articles]
  }
  expect(await countNew()).toEqual([0, 3])
  // What comes and tells nothing of it is new in the ledger, and not here.
  await add(page('Coastal Courier', 5, [flour], 'flour'))
  expect(await countNew()).toEqual([0, 3])
  await add(page('Daily Pier', 6, [arceToo], 'mayor'))
  expect(await countNew()).toEqual([1, 4])
})

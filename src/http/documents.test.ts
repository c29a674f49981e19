import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBulletinBoard } from '../jobs/bulletin-board.ts'
import { ingest } from '../jobs/ingest.ts'
import { openReaders } from '../jobs/open-readers.ts'
import { findRows } from '../ledger/find-rows.ts'
import { getArticle } from '../ledger/get-article.ts'
import type { Bulletin } from '../records/bulletin.ts'
import type { Document } from '../records/document.ts'
import { toEnvelope } from '../records/document-envelope.ts'
import { ingestOutcomeSchema } from '../records/ingest-outcome.ts'
import { createApp } from './create-app.ts'
import { problemDetailsSchema } from './problem-details.ts'
import { serve } from './serve.ts'
import { nothingCollected, openTestDoor, type TestDoor } from './test-door.fixture.ts'

const page = `<!doctype html>
<html lang="en"><head><title>Ferries resume after storm</title><meta charset="utf-8"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Ferries resume after storm</h1>
<p>The island’s ferries sailed again on Friday morning after two days in which no ship could leave the harbour,
and the first of them carried mail, flour and forty passengers who had slept in the terminal.</p>
<p>“We have never been closed for so long,” the harbour master, Edda Norling, said. She said that the northern
pier would need repairs before the autumn, and that the work could take six weeks.</p>
<p>The company that runs the ferries declined to comment on reports that it had cancelled its winter timetable.</p>
</article></body></html>`

const bulletins = openBulletinBoard()
let door: TestDoor
let server: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  door = await openTestDoor()
  const readers = await openReaders()
  const app = createApp({
    collecting: nothingCollected,
    ledger: door.ledger,
    ingest: (documents, options) =>
      ingest(documents, door.ledger, readers, { ...options, onBulletin: bulletins.post }),
    bulletins,
    webRoot: null,
    version: '1.2.3',
  })
  server = await serve(app, { hostname: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await server.close()
  await door.ledger.close()
})

const post = (
  query: string,
  body: string | Uint8Array<ArrayBuffer>,
  contentType: string | null = 'text/html',
) =>
  fetch(`${server.url}/api/documents?${query}`, {
    method: 'POST',
    body: new Blob([body]),
    headers: contentType === null ? {} : { 'content-type': contentType },
  })

test('a page that is sent is read, and sent again changes nothing', async () => {
  const first = await post('where=ferries.html&date=2026-03-06', page)
  expect(first.status).toBe(201)
  const outcome = ingestOutcomeSchema.parse(await first.json())
  expect(outcome).toMatchObject({ where: 'ferries.html', outcome: 'added' })
  expect(outcome.statements).toBeGreaterThan(0)

  const { article, document } = await getArticle(door.ledger, outcome.articleId ?? '')
  expect(article.text).toContain('Edda Norling')
  expect(article.publishedAt).toEqual({ value: '2026-03-06', precision: 'day', basis: 'given' })
  expect(document).toMatchObject({ mediaType: 'text/html', sizeBytes: Buffer.byteLength(page) })

  const second = await post('where=ferries.html&date=2026-03-06', page)
  expect(second.status).toBe(200)
  expect(ingestOutcomeSchema.parse(await second.json()).outcome).toBe('unchanged')
})

const envelope = (query: string, body: Uint8Array<ArrayBuffer>) =>
  post(query, body, 'application/vnd.hearsay.document')

test('a document that is sent whole loses nothing: headers, hints, problems and what led to it', async () => {
  const where = 'https://ferries.example/2026/resume'
  const document = {
    where,
    bytes: new TextEncoder().encode(page.replace('two days', 'three days')),
    mediaType: 'text/html',
    charset: 'utf-8',
    headers: { etag: '"a1"', 'last-modified': 'Fri, 06 Mar 2026 07:00:00 GMT' },
    collectedAt: '2026-03-07T08:00:00.000Z',
    hints: {
      url: null,
      title: 'Ferries resume',
      authors: ['Ida Marsh'],
      outlet: 'The Lindholm Ledger',
      publishedAt: '2026-03-06T07:00:00Z',
      modifiedAt: null,
      language: 'en',
      original: null,
      basis: 'feed',
    },
    problems: [{ code: 'text-of-feed', message: 'Only the feed has it – “so”.', advice: null }],
    redirectedFrom: ['https://ferries.example/r/17'],
  } as const satisfies Document
  const query = new URLSearchParams({ where, collected: document.collectedAt })
  const response = await envelope(String(query), toEnvelope(document))
  expect(response.status).toBe(201)
  const outcome = ingestOutcomeSchema.parse(await response.json())
  expect(outcome.problems).toContainEqual(document.problems[0])

  const stored = await getArticle(door.ledger, outcome.articleId ?? '')
  expect(stored.article.publishedAt).toMatchObject({ basis: 'feed' })
  expect(stored.document).toMatchObject({
    mediaType: 'text/html',
    sizeBytes: document.bytes.length,
    sightings: [{ where, collectedAt: document.collectedAt }],
  })
  const [sighting] = await findRows<object>(
    door.ledger.db,
    sql`select headers, hints, also_at from sighting where "where" = ${where}`,
  )
  expect(sighting).toEqual({
    headers: document.headers,
    hints: document.hints,
    also_at: document.redirectedFrom,
  })
})

test('a document whose line of JSON is none is refused, and its page may be as large as any', async () => {
  const encode = (text: string) => new TextEncoder().encode(text)
  for (const body of ['', 'no line', '{}\n<p>', 'null\n', '{"mediaType":1}\n', '\ufffd{\n', '[[[[\n'])
    expect([body, (await envelope('where=a', encode(body))).status]).toEqual([body, 400])
  expect((await envelope('where=a', new Uint8Array(4 * 1024 * 1024).fill(0x5b))).status).toBe(400)
  const limit = 16 * 1024 * 1024
  const ofSize = (sizeBytes: number) =>
    toEnvelope({ ...blank, where: 'a', collectedAt: '', bytes: new Uint8Array(sizeBytes) })
  expect((await envelope('where=a', ofSize(limit))).status).toBe(422)
  expect((await envelope('where=a', ofSize(limit + 1))).status).toBe(413)
  expect((await envelope('where=a', ofSize(limit + 2 * 1024 * 1024))).status).toBe(413)
})

const blank = { mediaType: 'text/plain', charset: null, headers: {} }

test('a client that does not know the media type is taken to say nothing', async () => {
  const text = page.replace('Friday', 'Saturday')
  const response = await post('where=saturday.html', text, 'application/x-www-form-urlencoded')
  expect(response.status).toBe(201)
  const { articleId } = ingestOutcomeSchema.parse(await response.json())
  expect((await getArticle(door.ledger, articleId ?? '')).document.mediaType).toBeNull()
})

test('a page that gives no article fails with its reason', async () => {
  const response = await post('where=empty.html', '')
  expect(response.status).toBe(422)
  expect(ingestOutcomeSchema.parse(await response.json())).toMatchObject({
    outcome: 'failed',
    articleId: null,
    problems: [{ code: 'empty-document' }],
  })
})

test('a page without a name, or with a day that is none, is refused by the parameter’s name', async () => {
  expect(await (await post('', page)).json()).toMatchObject({
    status: 400,
    detail: 'Parameter “where” is missing: it names the page, by its file or address.',
    parameters: [{ name: 'where' }],
  })
  for (const date of ['2026-02-30', '6 March', '20260306', '']) {
    const response = await post(`where=a&date=${encodeURIComponent(date)}`, page)
    expect(response.status).toBe(400)
    expect(problemDetailsSchema.parse(await response.json()).parameters).toEqual([
      { name: 'date', message: 'must be a day like 2026-03-10' },
    ])
  }
})

test('a page in a form is refused with the way to send it', async () => {
  const form = new FormData()
  form.append('file', new Blob([page]), 'page.html')
  const response = await fetch(`${server.url}/api/documents?where=a`, { method: 'POST', body: form })
  expect(response.status).toBe(415)
  expect(problemDetailsSchema.parse(await response.json()).detail).toContain('--data-binary')
})

test('16 MiB is enough, and one byte more too much', async () => {
  const limit = 16 * 1024 * 1024
  const tooLarge = await post('where=large', new Uint8Array(limit + 1), 'text/plain')
  expect(tooLarge.status).toBe(413)
  expect(problemDetailsSchema.parse(await tooLarge.json()).detail).toContain('16 MiB')
  const streamed = await fetch(`${server.url}/api/documents?where=large`, {
    method: 'POST',
    body: new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024)),
    }),
    duplex: 'half',
  } as RequestInit)
  expect(streamed.status).toBe(413)
  expect((await post('where=large', new Uint8Array(limit), 'text/plain')).status).toBe(422)
})

test('the server still answers after it refused', async () => {
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200)
})

test('what is added is told with the claims that it makes; what was there before is not', async () => {
  const stop = new AbortController()
  const told: Bulletin[] = []
  const following = (async () => {
    for await (const { bulletin } of bulletins.follow(null, stop.signal)) told.push(bulletin)
  })()
  const other = page.replaceAll('pier', 'quay')
  const outcome = ingestOutcomeSchema.parse(
    await (await post('where=told.html&date=2026-03-07', other)).json(),
  )
  await post('where=told.html&date=2026-03-07', other)
  stop.abort()
  await following
  const { articleId } = outcome
  expect(told).toEqual([
    { kind: 'article', articleId, title: 'Ferries resume after storm', outlet: null, isChange: false },
    { kind: 'claims', articleId, new: expect.any(Number), changed: expect.any(Number) },
  ])
  const [, claims] = told
  expect(claims?.kind === 'claims' && claims.new + claims.changed).toBeGreaterThan(0)
})

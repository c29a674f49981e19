import { afterAll, beforeAll, expect, test } from 'vitest'
import { storedArticleSchema } from '../records/stored-article.ts'
import { articlePageSchema } from './articles.ts'
import { problemDetailsSchema } from './problem-details.ts'
import { openTestDoor, type TestDoor } from './test-door.fixture.ts'

let door: TestDoor
beforeAll(async () => {
  door = await openTestDoor()
})
afterAll(() => door.ledger.close())

const get = (path: string, headers: Record<string, string> = {}) => door.app.request(path, { headers })
const getPage = async (path: string) => articlePageSchema.parse(await (await get(path)).json())
const getProblem = async (path: string) => problemDetailsSchema.parse(await (await get(path)).json())

test('articles are listed with the latest published first', async () => {
  const { articles, nextCursor } = await getPage('/api/articles')
  expect(articles.map(({ title }) => title)).toEqual([
    'Bridge to reopen on Monday',
    'Ferry strike enters its third day',
  ])
  expect(nextCursor).toBeNull()
})

test('following nextCursor gives every article once', async () => {
  const first = await getPage('/api/articles?limit=1')
  const second = await getPage(`/api/articles?limit=1&cursor=${encodeURIComponent(first.nextCursor ?? '')}`)
  expect(first.articles.map(({ outlet }) => outlet)).toEqual(['The Quay'])
  expect(second.articles.map(({ outlet }) => outlet)).toEqual(['Coastal Courier'])
  expect(second.nextCursor).toBeNull()
})

test('words choose the articles that hold them', async () => {
  const { articles } = await getPage('/api/articles?words=harbour%20union')
  expect(articles).toMatchObject([{ outlet: 'Coastal Courier', statements: 1, events: 1 }])
  expect(await getPage('/api/articles?words=volcano')).toEqual({
    articles: [],
    nextCursor: null,
    problems: [],
  })
})

test('an article comes with its reading and its document, by its id or the beginning of it', async () => {
  const [ferry] = door.articles
  const response = await get(`/api/articles/${ferry.id}`)
  const found = storedArticleSchema.parse(await response.json())
  expect(found.article).toEqual(ferry)
  expect(found.reading?.statements).toHaveLength(1)
  expect(found.document.sightings).toMatchObject([{ collectedAt: '2026-03-04T09:30:00.000Z' }])
  expect(await (await get(`/api/articles/${ferry.id.slice(0, 12)}`)).json()).toEqual(found)
})

test('an article that nobody read has no reading', async () => {
  const response = await get(`/api/articles/${door.articles[1].id}`)
  expect(storedArticleSchema.parse(await response.json()).reading).toBeNull()
})

test('an unknown article is a problem that says so', async () => {
  const response = await get('/api/articles/00000000')
  expect(response.status).toBe(404)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(await response.json()).toEqual({
    type: 'about:blank',
    title: 'Not Found',
    status: 404,
    code: 'not-found',
    detail: 'The ledger has no article 00000000.',
  })
})

test('a refused parameter is named, and what it must be', async () => {
  const response = await get('/api/articles?limit=abc')
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({
    code: 'invalid-request',
    detail: 'Parameter “limit” must be a whole number from 1 to 200.',
    parameters: [{ name: 'limit', message: 'must be a whole number from 1 to 200' }],
  })
  for (const limit of ['0', '201', '1.5', '', '-3']) {
    expect((await get(`/api/articles?limit=${limit}`)).status).toBe(400)
  }
})

test('a misspelt parameter is refused, not passed over', async () => {
  const { status, parameters } = await getProblem('/api/articles?word=ferry&limt=3')
  expect(status).toBe(400)
  expect(parameters?.map(({ name }) => name)).toEqual(['word', 'limt'])
})

test('a cursor that this server did not make is refused', async () => {
  expect(await getProblem('/api/articles?cursor=xyz')).toMatchObject({ status: 400, code: 'invalid-request' })
})

test('what has not changed is not sent again', async () => {
  const first = await get('/api/articles')
  const etag = first.headers.get('etag') ?? ''
  expect(etag).not.toBe('')
  expect(first.headers.get('cache-control')).toBe('no-cache')
  const second = await get('/api/articles', { 'if-none-match': etag })
  expect(second.status).toBe(304)
  expect(await second.text()).toBe('')
  expect((await get('/api/articles?limit=1', { 'if-none-match': etag })).status).toBe(200)
})

test('words are cited as a line, and as CSL-JSON', async () => {
  const [ferry] = door.articles
  const start = ferry.text.indexOf('Crews blocked')
  const path = `/api/articles/${ferry.id.slice(0, 12)}/citation?start=${start}&end=${start + 13}`
  const line = await get(path)
  expect(line.headers.get('content-type')).toMatch(/^text\/plain/)
  expect(await line.text()).toBe(
    `“Crews blocked” Coastal Courier, Mara Lindqvist, “Ferry strike enters its third day”, 2026-03-04, https://coastal-courier.example/ferry, Hearsay ${ferry.id}#char=${start},${start + 13}, collected 2026-03-04T09:30:00.000Z.\n`,
  )
  const csl = await get(`${path}&format=csl`)
  expect(csl.headers.get('content-type')).toBe('application/vnd.citationstyles.csl+json')
  expect(await csl.json()).toMatchObject([
    {
      type: 'article-newspaper',
      'container-title': 'Coastal Courier',
      accessed: { 'date-parts': [[2026, 3, 4]] },
    },
  ])
  expect(await (await get(`/api/articles/${ferry.id}/citation`)).text()).toMatch(/^Coastal Courier, /)
})

test('what cannot be cited is a problem that says why', async () => {
  const [ferry] = door.articles
  const cite = (query: string) => getProblem(`/api/articles/${ferry.id}/citation${query}`)
  const outside = await cite(`?start=5&end=${ferry.text.length + 1}`)
  expect(outside).toMatchObject({ status: 400, code: 'invalid-request' })
  expect(outside.detail).toContain(`the ${ferry.text.length} characters`)
  expect(await cite('?start=9&end=5')).toMatchObject({ status: 400 })
  expect(await cite('?start=9')).toMatchObject({
    status: 400,
    parameters: [{ name: 'end', message: 'goes with start: give both or neither' }],
  })
  expect(await cite('?start=-1&end=2')).toMatchObject({ status: 400, parameters: [{ name: 'start' }] })
  expect(await cite('?format=bibtex')).toMatchObject({ status: 400, parameters: [{ name: 'format' }] })
  expect(await getProblem('/api/articles/00000000/citation')).toMatchObject({ status: 404 })
})

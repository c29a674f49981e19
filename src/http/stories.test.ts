import { afterAll, beforeAll, expect, test } from 'vitest'
import { reweigh } from '../jobs/reweigh.ts'
import { smallWeigher } from '../jobs/test-weigher.fixture.ts'
import { insertArticle } from '../ledger/insert-article.ts'
import { insertDocument } from '../ledger/insert-document.ts'
import { insertReading } from '../ledger/insert-reading.ts'
import { makeArticle, makeDocument, makeFerryReading } from '../ledger/test-records.fixture.ts'
import { storedStorySchema } from '../records/stored-story.ts'
import { articleCopiesSchema } from './articles.ts'
import { storyPageSchema } from './stories.ts'
import { openTestDoor, type TestDoor } from './test-door.fixture.ts'

const body =
  'The Lindholm council voted on Tuesday to close the old grain quay before winter, after engineers found that nine of its timber piles had rotted through below the waterline. Barges will unload at the Marsh basin until a new quay is built, which Mayor Petra Aalto expects to take two years and most of the money that the town had put aside for its library.'
const publishedAt = (value: string) => ({ value, precision: 'day', basis: 'meta' }) as const
const original = makeArticle({
  title: 'Lindholm closes its grain quay',
  outlet: 'Lindholm Wire',
  url: null,
  byline: null,
  publishedAt: publishedAt('2026-03-12'),
  text: body,
})
const reprint = makeArticle({
  title: 'Rotten piles shut Lindholm quay',
  outlet: 'The Quay',
  url: null,
  byline: null,
  publishedAt: publishedAt('2026-03-13'),
  text: `${body} The library will wait.`,
})

let door: TestDoor
beforeAll(async () => {
  door = await openTestDoor()
  for (const article of [original, reprint]) {
    const { documentId } = await insertDocument(door.ledger, makeDocument(article.text))
    await insertArticle(door.ledger, documentId, article)
    await insertReading(door.ledger, article, { ...makeFerryReading(), statements: [], events: [] })
  }
  await reweigh(door.ledger, { weigher: smallWeigher })
})
afterAll(() => door.ledger.close())

const getPage = async (query: string) =>
  storyPageSchema.parse(await (await door.app.request(`/api/stories${query}`)).json())

test('stories are listed with the latest told first, and following nextCursor gives each once', async () => {
  const { stories } = await getPage('')
  expect(stories.map(({ id }) => id)).toEqual([original.id, door.articles[0].id])
  const first = await getPage('?limit=1')
  const second = await getPage(`?limit=1&cursor=${first.nextCursor}`)
  expect([...first.stories, ...second.stories]).toEqual(stories)
  expect(second.nextCursor).toBeNull()
})

test('an article and words of a headline choose stories', async () => {
  const idsOf = async (query: string) => (await getPage(query)).stories.map(({ id }) => id)
  expect(await idsOf(`?article=${reprint.id.slice(0, 12)}`)).toEqual([original.id])
  expect(await idsOf('?words=ferries')).toEqual([door.articles[0].id])
  expect(await idsOf('?order=told-most')).toEqual([original.id, door.articles[0].id])
  expect((await door.app.request('/api/stories?order=best')).status).toBe(400)
})

test('a story folds a copy under what it copies', async () => {
  const response = await door.app.request(`/api/stories/${original.id.slice(0, 12)}`)
  const { story, articles } = storedStorySchema.parse(await response.json())
  expect(story.outlets).toEqual(['Lindholm Wire', 'The Quay'])
  expect(articles).toMatchObject([
    {
      article: { id: original.id },
      copies: [{ article: { id: reprint.id }, copy: { of: original.id, by: reprint.id, kind: 'reprint' } }],
    },
  ])
  expect((await door.app.request('/api/stories/ffffffff')).status).toBe(404)
})

test('an article’s copies come with what both print and with the article of each', async () => {
  const response = await door.app.request(`/api/articles/${reprint.id.slice(0, 12)}/copies`)
  const { copies, articles } = articleCopiesSchema.parse(await response.json())
  expect(copies).toMatchObject([{ of: original.id, by: reprint.id }])
  expect(copies[0]?.sentences.map(({ change }) => change)).toEqual(['same', 'same', 'added'])
  expect(new Set(articles.map(({ outlet }) => outlet))).toEqual(new Set(['Lindholm Wire', 'The Quay']))
  const none = await door.app.request(`/api/articles/${door.articles[0].id}/copies`)
  expect(await none.json()).toMatchObject({ copies: [] })
})

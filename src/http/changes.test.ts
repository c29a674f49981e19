import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { placeUnplaced } from '../jobs/place-unplaced.ts'
import { reweigh } from '../jobs/reweigh.ts'
import { findOutlets } from '../ledger/find-outlets.ts'
import { insertArticle } from '../ledger/insert-article.ts'
import { insertDocument } from '../ledger/insert-document.ts'
import { insertReading } from '../ledger/insert-reading.ts'
import {
  makeArticle,
  makeDocument,
  makeFerryReading,
  makeStatement,
  spanOf,
} from '../ledger/test-records.fixture.ts'
import { pageChangeSchema } from '../records/change.ts'
import { articleVersionsSchema, changePageSchema } from './changes.ts'
import { openTestDoor, type TestDoor } from './test-door.fixture.ts'

const where = 'https://coastal-courier.example/2026/03/ferry-strike-enters-third-day'
const first =
  'The pilots’ union will not talk before Friday, Ilse Brandt said. Crews blocked the northern pier on Tuesday.'
const softened = first.replace('will not talk', 'may not talk')
const corrected = `${softened.replace('Tuesday', 'Wednesday')} Correction: An earlier version of this article named another day.`

let door: TestDoor
const ids: string[] = []
beforeAll(async () => {
  door = await openTestDoor()
  for (const [i, text] of [first, softened, softened.replace('said.', 'said .'), corrected].entries()) {
    const article = makeArticle({ text, url: where })
    const collectedAt = `2026-03-0${4 + i}T09:30:00.000Z`
    const { documentId } = await insertDocument(door.ledger, makeDocument(text, { where, collectedAt }))
    await insertArticle(door.ledger, documentId, article)
    ids.push(article.id)
    if (i > 1) continue
    await insertReading(door.ledger, article, read(text, i === 0 ? 'denied' : 'hedged'))
  }
  await placeUnplaced(door.ledger)
})
afterAll(() => door.ledger.close())

function read(text: string, modality: 'denied' | 'hedged') {
  const end = text.indexOf('Crews')
  return makeFerryReading({
    sentences: [
      { start: 0, end: end - 1, tokens: [] },
      { start: end, end: text.length, tokens: [] },
    ],
    mentions: [],
    times: [],
    events: [],
    statements: [
      makeStatement({
        source: spanOf(text, 'Ilse Brandt'),
        cue: spanOf(text, 'said'),
        content: { start: 0, end: text.indexOf(', Ilse') },
        modality,
      }),
    ],
  })
}

const list = async (query = '') => {
  const response = await door.app.request(`/api/changes${query}`)
  expect(response.status).toBe(200)
  return changePageSchema.parse(await response.json())
}

test('changes come last first, with the words of both versions and what they tell', async () => {
  const { changes, nextCursor } = await list()
  expect(nextCursor).toBeNull()
  expect(changes.map(({ after, isAdmitted }) => [after.at.slice(0, 10), isAdmitted])).toEqual([
    ['2026-03-07', true],
    ['2026-03-05', false],
  ])
  const [, silent] = changes
  expect(silent).toMatchObject({
    address: where,
    outlet: 'Coastal Courier',
    before: { n: 1, articleId: ids[0], at: '2026-03-04T09:30:00.000Z' },
    after: { n: 2, articleId: ids[1], at: '2026-03-05T09:30:00.000Z' },
    admission: { kind: 'none' },
    told: [
      {
        kind: 'statement',
        change: 'altered',
        alterations: [{ aspect: 'modality', before: 'denied', after: 'hedged' }],
      },
    ],
  })
  const [edit] = silent?.sentences[0]?.edits ?? []
  expect(first.slice(edit?.before.start, edit?.before.end)).toBe('will')
  expect(softened.slice(edit?.after.start, edit?.after.end)).toBe('may')
})

test('they are chosen by silence, day, outlet, page and article, and those of style are shown on demand', async () => {
  const count = async (query: string) => (await list(query)).changes.length
  expect(await count('?silent=true')).toBe(1)
  expect(await count('?trivial=true')).toBe(3)
  expect(await count('?since=2026-03-06')).toBe(1)
  expect(await count('?since=2026-03-05T09:30:00Z')).toBe(2)
  expect(await count('?outlet=coastal%20courier')).toBe(2)
  expect(await count('?outlet=The%20Quay')).toBe(0)
  // The same outlet as some articles write it, and by its key.
  await reweigh(door.ledger)
  const [coastal] = (await findOutlets(door.ledger, { words: 'coastal' })).outlets
  await door.ledger.db.execute(sql`
    insert into outlet_name (written, key, name) values ('CC Online', ${coastal?.key}, 'Coastal Courier')`)
  expect(await count('?outlet=CC%20Online')).toBe(2)
  expect(await count(`?outlet=${encodeURIComponent(coastal?.key ?? '')}`)).toBe(2)
  expect(await count('?outlet=%00')).toBe(0)
  expect(await count(`?page=${encodeURIComponent(`${where}?utm_source=x`)}`)).toBe(2)
  expect(await count('?page=https://coastal-courier.example/other')).toBe(0)
  expect(await count(`?article=${ids[0]}`)).toBe(2)
  expect(await count(`?article=${door.articles[1].id}`)).toBe(0)
})

test('pages of the list follow each other', async () => {
  const first = await list('?limit=1')
  expect(first.changes).toHaveLength(1)
  const second = await list(`?limit=1&cursor=${first.nextCursor}`)
  expect(second.changes.map(({ after }) => after.articleId)).toEqual([ids[1]])
  expect(second.nextCursor).toBeNull()
})

test('every version of a page is listed, by whichever of them is asked for', async () => {
  const { page } = articleVersionsSchema.parse(
    await (await door.app.request(`/api/articles/${ids[0]?.slice(0, 12)}/versions`)).json(),
  )
  expect(page).toMatchObject({ address: where, addresses: [where] })
  expect(page?.versions.map(({ n, articleId, isCurrent }) => [n, articleId, isCurrent])).toEqual([
    [1, ids[0], false],
    [2, ids[1], false],
    [3, ids[2], false],
    [4, ids[3], true],
  ])
  const none = await door.app.request(`/api/articles/${door.articles[1].id}/versions`)
  expect(articleVersionsSchema.parse(await none.json()).page).toMatchObject({ versions: [{ n: 1 }] })
})

test('a version tells how it differs from the one before it', async () => {
  const response = await door.app.request(`/api/articles/${ids[3]}/versions/2/change`)
  expect(pageChangeSchema.parse(await response.json())).toMatchObject({ before: { n: 1 }, after: { n: 2 } })
  expect((await door.app.request(`/api/articles/${ids[3]}/versions/1/change`)).status).toBe(400)
  expect((await door.app.request(`/api/articles/${ids[3]}/versions/9/change`)).status).toBe(404)
})

test('a parameter that is wrong is named, and an id that nothing has is not found', async () => {
  for (const query of ['since=yesterday', 'silent=yes', 'cursor=x', 'limit=0', 'quiet=true'])
    expect((await door.app.request(`/api/changes?${query}`)).status, query).toBe(400)
  expect((await door.app.request('/api/changes?article=ffffffff')).status).toBe(404)
  expect((await door.app.request('/api/articles/ffffffff/versions')).status).toBe(404)
})

test('the list of articles shows the last version alone', async () => {
  const { articles } = (await (await door.app.request('/api/articles')).json()) as {
    articles: { id: string }[]
  }
  const listed = articles.map(({ id }) => id)
  expect(listed).toContain(ids[3])
  for (const id of ids.slice(0, 3)) expect(listed).not.toContain(id)
})

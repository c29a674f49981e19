import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMade } from '../jobs/made-articles.fixture.ts'
import { reweigh } from '../jobs/reweigh.ts'
import {
  makeArticle,
  makeEvent,
  makeFerryReading,
  makeStatement,
  spanOf,
} from '../ledger/test-records.fixture.ts'
import type { Actor } from '../records/reading.ts'
import { actorLinePageSchema, actorPageSchema } from './actors.ts'
import { outletPageSchema } from './outlets.ts'
import { openTestDoor, type TestDoor } from './test-door.fixture.ts'

const text = 'Nicolás Arce said that the quay is closed. Nicolás Arce met Petra Aalto in Lindholm.'
const actor = (name: string): Actor => ({
  kind: 'person',
  name,
  role: null,
  country: null,
  code: null,
  wikidata: null,
  count: null,
  basis: 'article',
  spans: [spanOf(text, name)],
})
const one = (name: string, index: number) => ({
  ...spanOf(text, name),
  entity: name,
  country: null,
  code: null,
  actor: index,
})

let door: TestDoor
beforeAll(async () => {
  door = await openTestDoor()
  await addMade(door.ledger, {
    article: makeArticle({ text, outlet: 'Lindholm Wire' }),
    reading: makeFerryReading({
      sentences: [{ start: 0, end: text.length, tokens: [] }],
      mentions: [],
      times: [],
      actors: [actor('Nicolás Arce'), actor('Petra Aalto')],
      statements: [
        makeStatement({
          source: spanOf(text, 'Nicolás Arce'),
          sourceActor: 0,
          cue: spanOf(text, 'said'),
          content: spanOf(text, 'that the quay is closed'),
        }),
      ],
      events: [
        makeEvent({
          type: 'CONSULT',
          actor: one('Nicolás Arce', 0),
          recipient: one('Petra Aalto', 1),
          evidence: [spanOf(text, 'Nicolás Arce met Petra Aalto')],
        }),
      ],
    }),
  })
  await reweigh(door.ledger)
})
afterAll(() => door.ledger.close())

const get = async (path: string) => door.app.request(path)

test('an actor is found in any spelling, with statements and the events with one other', async () => {
  const { actors } = actorPageSchema.parse(await (await get('/api/actors?order=name')).json())
  expect(actors.map(({ key }) => key)).toEqual(['nicolas arce', 'petra aalto'])
  expect(await (await get('/api/actors/NICOL%C3%81S%20ARCE')).json()).toMatchObject({
    name: 'Nicolás Arce',
    statements: 1,
    terms: [],
  })
  const { lines } = actorLinePageSchema.parse(
    await (await get('/api/actors/nicolas%20arce/statements')).json(),
  )
  expect(lines).toMatchObject([{ part: 'says', outlet: 'Lindholm Wire', origins: 1 }])
  const of = async (query: string) =>
    actorLinePageSchema.parse(await (await get(`/api/actors/nicolas%20arce/events?${query}`)).json()).lines
      .length
  expect([
    await of('with=Petra%20Aalto'),
    await of('with='),
    await of('type=AID'),
    await of('direction=receives'),
  ]).toEqual([1, 0, 0, 0])
})

test('outlets are listed with their articles, which a list of articles gives', async () => {
  const { outlets } = outletPageSchema.parse(await (await get('/api/outlets?words=wire')).json())
  expect(outlets).toMatchObject([{ key: 'lindholm wire', known: null, articles: 1 }])
  const { articles } = (await (await get('/api/articles?outlet=Lindholm%20Wire')).json()) as {
    articles: unknown[]
  }
  expect(articles).toMatchObject([{ outlet: 'Lindholm Wire' }])
})

test('names are told apart by whether a page of them answers', async () => {
  const ask = async (query: string) => (await get(`/api/names?${query}`)).json()
  expect(await ask('kind=actor&name=Nobody&name=Nicol%C3%A1s%20Arce&name=petra%20AALTO')).toEqual({
    names: [
      { name: 'Nicolás Arce', key: 'nicolas arce' },
      { name: 'petra AALTO', key: 'petra aalto' },
    ],
  })
  expect(await ask('kind=outlet&name=Lindholm%20Wire')).toEqual({
    names: [{ name: 'Lindholm Wire', key: 'lindholm wire' }],
  })
  expect(await ask('kind=outlet&name=Nicol%C3%A1s%20Arce')).toEqual({ names: [] })
})

test.each([
  ['/api/actors/nobody', 404],
  ['/api/outlets/nobody', 404],
  ['/api/articles?feed=ffffffff', 404],
  ['/api/actors?order=fame', 400],
  ['/api/actors?country=Moldova', 400],
  ['/api/actors?cursor=xyz', 400],
  ['/api/actors/nicolas%20arce/statements?side=both', 400],
  ['/api/outlets?stateRun=perhaps', 400],
  ['/api/outlets?cursor=W10', 400],
  ['/api/names?kind=place&name=Lindholm', 400],
  ['/api/names?kind=actor', 400],
  [`/api/names?kind=actor${'&name=a'.repeat(101)}`, 400],
])('GET %s is refused with %d and a problem', async (path, status) => {
  const answer = await get(path)
  expect(answer.status).toBe(status)
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
})

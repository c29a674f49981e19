import { afterEach, beforeEach, expect, test } from 'vitest'
import { openBulletinBoard } from '../jobs/bulletin-board.ts'
import { reweigh } from '../jobs/reweigh.ts'
import { insertReading } from '../ledger/insert-reading.ts'
import { makeFerryReading } from '../ledger/test-records.fixture.ts'
import type { Bulletin } from '../records/bulletin.ts'
import { type LoggedAct, loggedActSchema } from '../records/review.ts'
import { trainingTextSchema } from '../records/training-text.ts'
import { openTestDoor, type TestDoor } from './test-door.fixture.ts'

let door: TestDoor
let posted: Bulletin[]
beforeEach(async () => {
  posted = []
  const board = openBulletinBoard()
  door = await openTestDoor({ bulletins: { ...board, post: (bulletin) => void posted.push(bulletin) } })
  await reweigh(door.ledger)
})
afterEach(() => door.ledger.close())

// biome-ignore lint/suspicious/noExplicitAny: what the door answers is what is tested here.
const get = async (path: string): Promise<any> => (await door.app.request(`http://localhost${path}`)).json()
const post = (body: unknown) =>
  door.app.request('http://localhost/api/reviews', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const give = async (body: unknown): Promise<LoggedAct> => {
  const answer = await post(body)
  expect(answer.status).toBe(201)
  const { acts } = (await answer.json()) as { acts: unknown[] }
  return loggedActSchema.parse(acts[0])
}
const [evidence] = makeFerryReading().events[0]?.evidence ?? []
const correction = () => ({
  kind: 'correct',
  article: door.articles[0].id,
  part: 'event',
  index: 0,
  span: evidence,
  said: { event: { type: 'COERCE' } },
})

test('a correction changes the reading, stands in the log with who gave it, and is undone', async () => {
  const { act } = await give(correction())
  expect(act.by).toBe('local')
  const read = async () => (await get(`/api/articles/${door.articles[0].id}`)).reading.events[0].type
  expect(await read()).toBe('COERCE')
  const review = await get(`/api/articles/${door.articles[0].id}/review`)
  expect(review.marks).toEqual([{ act: act.id, part: 'event', index: 0 }])
  expect((await get('/api/reviews?kind=correct&by=local')).acts).toHaveLength(1)
  expect((await get('/api/reviews?by=nobody')).acts).toEqual([])
  await give({ kind: 'undo', act: act.id.slice(0, 8) })
  expect(await read()).toBe('PROTEST')
  const { acts } = await get('/api/reviews')
  expect(acts[0]).toMatchObject({ act: { kind: 'undo' }, undone: { act, articleId: door.articles[0].id } })
  expect(acts[1]).toMatchObject({ act, undone: null })
})

test('every act is posted, so that open pages ask again; one that is refused is not', async () => {
  const { act } = await give(correction())
  expect(posted).toEqual([{ kind: 'review', act: act.id }])
  expect((await post({ kind: 'undo', act: 'abcd' })).status).toBe(404)
  expect(posted).toHaveLength(1)
  await give({ kind: 'undo', act: act.id })
  expect(posted).toHaveLength(2)
})

test('what today’s reading does not have is refused, and so is what cannot be meant', async () => {
  expect((await post({ ...correction(), span: { start: 0, end: 2 } })).status).toBe(409)
  expect((await post({ ...correction(), said: { mention: { type: 'PER' } } })).status).toBe(400)
  expect((await post({ ...correction(), said: { event: { type: 'MADE-UP' } } })).status).toBe(400)
  expect((await post({ kind: 'undo', act: 'abcd' })).status).toBe(404)
  expect((await get('/api/reviews')).acts).toEqual([])
})

test('a grade and a note stand at the claim, and the letter of an outlet at its reports', async () => {
  const { claims } = await get('/api/claims/whole')
  const [{ id, reports }] = claims
  await give({ kind: 'grade-claim', claim: id, grade: 2 })
  await give({ kind: 'note', claim: id, words: 'Rang the union.' })
  await give({ kind: 'grade-origin', name: reports[0].outlet, letter: 'C' })
  const { acts, letters } = await get(`/api/claims/${id}/review`)
  expect(acts.map(({ act }: LoggedAct) => act.kind)).toEqual(['grade-claim', 'note'])
  expect(letters).toMatchObject([{ letter: 'C', by: 'local' }])
  expect((await get(`/api/claims/${id}`)).reports[0].reliability).toBe('C')
  expect((await get(`/api/reviews?claim=${id}`)).acts).toHaveLength(2)
})

test('what the reader was unsure of leaves the queue once it is accepted, and comes back when that is undone', async () => {
  const ferry = door.articles[0]
  const reading = makeFerryReading()
  const [statement] = reading.statements
  if (statement === undefined) throw new Error('The ferry has a statement.')
  const unsure = { ...reading, statements: [{ ...statement, confidence: 0.4 }] }
  await insertReading(door.ledger, ferry, unsure)
  const queue = async () => (await get('/api/reviews/queue?limit=5')).statements
  expect(await queue()).toMatchObject([{ articleId: ferry.id, ordinal: 0, confidence: 0.4 }])
  const { act } = await give({
    kind: 'accept',
    article: ferry.id,
    part: 'statement',
    index: 0,
    span: statement.cue,
  })
  expect(await queue()).toEqual([])
  await give({ kind: 'undo', act: act.id })
  expect(await queue()).toHaveLength(1)
})

test('the export is a line for each text: the words, the machine’s annotation, the people’s, and who said so', async () => {
  await give(correction())
  const answer = await door.app.request('http://localhost/api/reviews/export')
  const lines = (await answer.text()).trimEnd().split('\n')
  expect(lines).toHaveLength(1)
  const text = trainingTextSchema.parse(JSON.parse(lines[0] ?? ''))
  expect(text).toMatchObject({
    text: door.articles[0].text,
    machine: { events: [{ type: 'PROTEST' }] },
    reviewed: { events: [{ type: 'COERCE' }] },
    acts: [{ kind: 'correct', by: 'local' }],
  })
})

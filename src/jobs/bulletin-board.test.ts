import { expect, test } from 'vitest'
import type { Bulletin } from '../records/bulletin.ts'
import { type BulletinBoard, openBulletinBoard, type PostedBulletin } from './bulletin-board.ts'

const read = (done: number): Bulletin => ({ kind: 'example', done, all: 9 })
const { signal } = new AbortController()

async function take(board: BulletinBoard, afterId: string | null, n: number): Promise<PostedBulletin[]> {
  const taken: PostedBulletin[] = []
  if (n === 0) return taken
  for await (const bulletin of board.follow(afterId, signal)) {
    taken.push(bulletin)
    if (taken.length === n) break
  }
  return taken
}
const bulletinsOf = (posted: readonly PostedBulletin[]) => posted.map(({ bulletin }) => bulletin)

test('every follower is told what is posted from then on, in order', async () => {
  const board = openBulletinBoard()
  board.post(read(1))
  const both = [take(board, null, 2), take(board, null, 2)]
  board.post(read(2))
  board.post(read(3))
  for (const told of await Promise.all(both)) expect(bulletinsOf(told)).toEqual([read(2), read(3)])
})

test('a follower who was away goes on after the last bulletin it had', async () => {
  const board = openBulletinBoard()
  const first = take(board, null, 1)
  board.post(read(1))
  const [last] = await first
  board.post(read(2))
  board.post(read(3))
  expect(bulletinsOf(await take(board, last?.id ?? null, 2))).toEqual([read(2), read(3)])
})

test('a follower who fell behind what is held is told of the gap once, and of what is held', async () => {
  const board = openBulletinBoard(2)
  const following = board.follow(null, signal)
  const first = following.next()
  board.post(read(1))
  expect((await first).value?.bulletin).toEqual(read(1))
  for (const done of [2, 3, 4, 5]) board.post(read(done))
  const told = [await following.next(), await following.next(), await following.next()]
  expect(told.map(({ value }) => value?.bulletin)).toEqual([{ kind: 'gap' }, read(4), read(5)])
})

test('an id of another board, or one made up, is a gap', async () => {
  const board = openBulletinBoard()
  for (const id of ['0a1b2c3d-4', '', 'x', `${(await firstId(board)).slice(0, 8)}-99`])
    expect(bulletinsOf(await take(board, id, 1))).toEqual([{ kind: 'gap' }])
})

async function firstId(board: BulletinBoard): Promise<string> {
  const first = take(board, null, 1)
  board.post(read(0))
  return (await first)[0]?.id ?? ''
}

test('aborting and closing end a follower that waits', async () => {
  const board = openBulletinBoard()
  const stop = new AbortController()
  const stopped = board.follow(null, stop.signal).next()
  const closed = board.follow(null, signal).next()
  stop.abort()
  expect((await stopped).done).toBe(true)
  board.close()
  expect((await closed).done).toBe(true)
})

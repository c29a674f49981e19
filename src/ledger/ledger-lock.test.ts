import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findLockHolder, LedgerLock, lockFileName } from './ledger-lock.ts'
import { startProcess } from './start-process.fixture.ts'

const lockTaker = new URL('./take-lock.fixture.ts', import.meta.url)

let directory: string
let path: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'hearsay-lock-'))
  path = join(directory, lockFileName)
})
afterEach(() => rmSync(directory, { recursive: true }))

const held = () => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>

function leave(change: Record<string, unknown>): void {
  const lock = { token: 't', pid: process.pid, processStart: null, host: hostname(), owner: 'hearsay add' }
  writeFileSync(path, JSON.stringify({ ...lock, startedAt: '2026-03-04T05:06:07Z', url: null, ...change }))
}

test('one has the lock, and the next is told who and what to try', async () => {
  const lock = await LedgerLock.take(directory, 'hearsay serve')
  expect(held()).toMatchObject({ pid: process.pid, owner: 'hearsay serve', url: null })
  expect(statSync(path).mode & 0o777).toBe(0o600)
  const failure = await LedgerLock.take(directory, 'hearsay add').catch((error: unknown) => error)
  expect(failure).toMatchObject({ code: 'ledger-locked' })
  expect(String(failure)).toContain(`“hearsay serve”, process ${process.pid}`)
  expect(String(failure)).toContain('Close it first.')
  lock.release()
  expect(readdirSync(directory)).toEqual([])
  const next = await LedgerLock.take(directory, 'hearsay add')
  next.release()
})

test('what the holder announces is found by others, and told to those who are refused', async () => {
  const lock = await LedgerLock.take(directory, 'hearsay serve')
  expect(findLockHolder(directory)?.url).toBeNull()
  lock.announce('http://127.0.0.1:8642', null)
  expect(findLockHolder(directory)).toMatchObject({ url: 'http://127.0.0.1:8642', pid: process.pid })
  await expect(LedgerLock.take(directory, 'hearsay add')).rejects.toThrow(
    'It answers at http://127.0.0.1:8642.',
  )
  lock.release()
  expect(findLockHolder(directory)).toBeNull()
  lock.release()
})

test('releasing does not take away the lock of somebody else', async () => {
  const lock = await LedgerLock.take(directory, 'hearsay serve')
  leave({ token: 'another' })
  lock.release()
  expect(held()).toMatchObject({ token: 'another' })
})

const saysWhenProcessesStart = existsSync('/proc/self/stat')

test.runIf(saysWhenProcessesStart)(
  'a lock whose process number belongs to a later process is taken over',
  async () => {
    leave({ processStart: '1' })
    expect(findLockHolder(directory)).toBeNull()
    const lock = await LedgerLock.take(directory, 'hearsay add')
    expect(held()).toMatchObject({ owner: 'hearsay add' })
    lock.release()
  },
)

test('where the system does not say when a process started, a living one keeps its lock', async () => {
  leave({ processStart: null })
  expect(findLockHolder(directory)).not.toBeNull()
  await expect(LedgerLock.take(directory, 'hearsay add')).rejects.toMatchObject({ code: 'ledger-locked' })
})

test('a lock from another machine is never taken over, and its file is named', async () => {
  leave({ host: 'elsewhere.example', pid: 2 ** 22 + 1 })
  await expect(LedgerLock.take(directory, 'hearsay add')).rejects.toThrow(
    new RegExp(`on elsewhere.example, since 2026.*if it is gone, delete ${path}`),
  )
})

test('a lock file that a process was killed over before it had written it is taken over', async () => {
  writeFileSync(path, '')
  const lock = await LedgerLock.take(directory, 'hearsay add')
  expect(held()).toMatchObject({ owner: 'hearsay add' })
  lock.release()
})

test('a process that ends without closing leaves no lock', async () => {
  const other = startProcess(lockTaker, directory, 'leave')
  expect(await other.nextLine()).toBe('taken')
  expect(await other.nextLine()).toBeNull()
  expect(existsSync(path)).toBe(false)
})

test('the lock of a living process holds; when that is killed, one of several gets it', async () => {
  const first = startProcess(lockTaker, directory, 'hold')
  expect(await first.nextLine()).toBe('taken')
  await expect(LedgerLock.take(directory, 'hearsay add')).rejects.toThrow(
    `“the other process”, process ${first.child.pid}`,
  )
  await first.kill()
  expect(existsSync(path)).toBe(true)
  const others = [1, 2, 3, 4].map(() => startProcess(lockTaker, directory, 'hold'))
  const outcomes = await Promise.all(others.map((other) => other.nextLine()))
  await Promise.all(others.map((other) => other.kill()))
  expect(outcomes.sort()).toEqual(['ledger-locked', 'ledger-locked', 'ledger-locked', 'taken'])
})

test('of many takers of one abandoned lock in one process, one gets it', async () => {
  for (let round = 0; round < 10; round += 1) {
    leave({ token: `${round}`, pid: 2 ** 22 + 1 })
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, (_, i) => LedgerLock.take(directory, `taker ${i}`)),
    )
    const locks = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
    expect(locks).toHaveLength(1)
    locks[0]?.release()
    expect(readdirSync(directory)).toEqual([])
  }
})

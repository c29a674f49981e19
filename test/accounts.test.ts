import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findRunningServer } from '../src/ledger/find-running-server.ts'
import { makeFolder, runHearsay } from './run-hearsay.fixture.ts'

const password = 'four plain words here'
let folder: Awaited<ReturnType<typeof makeFolder>>
let ledger: string
beforeAll(async () => {
  folder = await makeFolder()
  ledger = join(folder.path, 'ledger')
})
afterAll(() => folder.remove())

const onLedger = (argv: readonly string[], stdin = '') =>
  runHearsay([...argv, '--ledger', ledger], { stdin: `${stdin}\n` })

test('a server that others can reach does not start before somebody can sign in as admin', async () => {
  for (const options of [
    ['--host', '0.0.0.0'],
    ['--host', '::'],
    ['--public-url', 'https://hearsay.example'],
    ['--accounts'],
  ]) {
    const { status, err } = await onLedger(['serve', '--port', '0', '--mode', 'fast', ...options])
    expect([options, status]).toEqual([options, 2])
    expect(err).toContain('hearsay accounts add NAME --role admin')
  }
  expect((await onLedger(['accounts', 'add', 'rea'], password)).status).toBe(0)
  expect((await onLedger(['serve', '--host', '0.0.0.0', '--port', '0'])).status).toBe(2)
})

test('a password that is too short, a name that is none and a name that is taken are refused', async () => {
  expect((await onLedger(['accounts', 'add', 'ada', '--role', 'admin'], 'short')).err).toContain(
    'at least 15',
  )
  expect((await onLedger(['accounts', 'add', 'Ada Lind'], password)).err).toContain('The name must be')
  expect((await onLedger(['accounts', 'add', 'rea'], password)).err).toContain('already')
})

test('with an admin it starts, asks everybody who they are, and takes commands of this machine', async () => {
  expect((await onLedger(['accounts', 'add', 'ada', '--role', 'admin'], password)).status).toBe(0)
  expect((await onLedger(['accounts'])).out).toMatch(/ada +admin +never/)
  const stop = new AbortController()
  let started = () => {}
  const isStarted = new Promise<void>((resolve) => {
    started = resolve
  })
  const serving = runHearsay(
    ['serve', '--ledger', ledger, '--host', '0.0.0.0', '--port', '0', '--mode', 'fast', '--no-collect'],
    { signal: stop.signal, onOut: (out) => out.includes('Ctrl-C') && started() },
  )
  await Promise.race([isStarted, serving])
  try {
    const server = await findRunningServer(ledger)
    const ask = (path: string, request: RequestInit = {}) => fetch(`${server?.url}${path}`, request)
    expect((await ask('/api/articles')).status).toBe(401)
    const signedIn = await ask('/api/sign-in', {
      method: 'POST',
      body: JSON.stringify({ name: 'ada', password }),
      headers: { 'content-type': 'application/json' },
    })
    expect(signedIn.status).toBe(200)
    // Plain HTTP: a Secure cookie would never come back.
    expect(signedIn.headers.getSetCookie()[0]).not.toContain('Secure')
    const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect((await ask('/api/audit', { headers: { cookie } })).status).toBe(200)
    const listed = await onLedger(['list'])
    expect([listed.status, listed.err]).toEqual([0, ''])
  } finally {
    stop.abort()
    await serving
  }
}, 60_000)

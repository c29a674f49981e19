import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findRunningServer } from '../src/ledger/find-running-server.ts'
import { makeFolder, parseLines, runHearsay } from './run-hearsay.fixture.ts'

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

/** Serves the ledger where others can reach it, while `use` runs. */
async function whileServed(use: (url: string) => Promise<void>): Promise<void> {
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
    await use((await findRunningServer(ledger))?.url ?? '')
  } finally {
    stop.abort()
    await serving
  }
}

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
  expect((await onLedger(['accounts'])).out).toMatch(/ada +admin +0 +never/)
  await whileServed(async (url) => {
    const ask = (path: string, request: RequestInit = {}) => fetch(`${url}${path}`, request)
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
  })
}, 60_000)

const idIn = (out: string, name: string) =>
  new RegExp(`^([0-9a-f]{16}) .* ${name}$`, 'm').exec(out)?.[1] ?? ''

describe('accounts, tokens and the audit log', () => {
  /** A server answers at once; each command that opens the ledger itself takes a second. */
  async function keep(): Promise<void> {
    expect((await onLedger(['accounts', 'add', 'tom'], password)).out).toBe('added  tom\n')
    expect((await onLedger(['accounts', 'add', 'tom'], password)).err).toContain('already')
    expect((await onLedger(['accounts', 'password', 'tom'], 'short')).err).toContain('at least 15')
    expect((await onLedger(['accounts', 'password', 'tom'], `${password} too`)).out).toBe('changed  tom\n')
    expect((await onLedger(['accounts', 'role', 'tom', '--role', 'reviewer'])).out).toBe('changed  tom\n')
    expect((await onLedger(['accounts'])).out).toMatch(/^tom +reviewer +0 +never$/m)
    expect((await onLedger(['accounts', 'role', 'ada', '--role', 'reader'])).err).toContain('last')
    expect((await onLedger(['accounts', 'remove', 'tom'])).out).toBe('removed  tom\n')

    const { out: secret, err } = await onLedger(['tokens', '--add', 'importer', '--days', '30'])
    expect(secret).toMatch(/^hearsay_[\w-]{43}\n$/)
    expect(err).toMatch(/“importer” \(read, until \d{4}-/)
    const list = (await onLedger(['tokens'])).out
    expect(list).not.toContain(secret.trim().slice(8))
    const id = idIn(list, 'importer')
    expect((await onLedger(['tokens', '--revoke', id.slice(0, 6)])).out).toBe('revoked  importer\n')
    expect((await onLedger(['tokens'])).out).toMatch(new RegExp(`^${id} .* revoked \\d{4}-.* importer$`, 'm'))
    expect((await onLedger(['tokens', '--revoke', 'x'])).err).toContain('hearsay tokens lists them')

    const audit = (await onLedger(['audit', '--who', 'local'])).out
    for (const line of [
      'account-added tom, reader',
      'password-changed tom',
      'role-changed tom, reviewer',
      'account-removed tom',
      'token-added importer, read',
      'token-revoked importer',
    ])
      expect(audit).toMatch(new RegExp(`local +this machine +${line}$`, 'm'))
    const [latest, ...more] = parseLines(
      (await onLedger(['audit', '--act', 'token-revoked', '-n', '1', '--json'])).out,
    )
    expect(latest).toMatchObject({ act: 'token-revoked', about: 'importer', way: 'machine' })
    expect(more).toEqual([])
    expect((await onLedger(['audit', '--who', 'nobody-here'])).out).toContain('No line')
  }

  test('are kept in the ledger where no server holds it', async () => {
    expect((await onLedger(['accounts', 'role', 'rea', '--role', 'reviewer'])).out).toBe('changed  rea\n')
    expect((await onLedger(['tokens', '--add', 'local', '--scope', 'review'])).out).toMatch(/^hearsay_/)
    const id = idIn((await onLedger(['tokens'])).out, 'local')
    expect((await onLedger(['tokens', '--revoke', id])).out).toBe('revoked  local\n')
    expect((await onLedger(['accounts', 'remove', 'rea'])).out).toBe('removed  rea\n')
    const acts = parseLines((await onLedger(['audit', '-n', '4', '--json'])).out)
    expect(acts).toMatchObject([
      { act: 'account-removed', who: 'local', way: 'machine', about: 'rea' },
      { act: 'token-revoked', who: 'local', way: 'machine', about: 'local' },
      { act: 'token-added', who: 'local', way: 'machine', about: 'local, review' },
      { act: 'role-changed', who: 'local', way: 'machine', about: 'rea, reviewer' },
    ])
  })

  test('are kept through the server that holds it', () => whileServed(keep), 60_000)

  test('a command elsewhere does what its token may, and is told when it shows none', async () => {
    const reader = (await onLedger(['tokens', '--add', 'reader'])).out.trim()
    const keeper = (await onLedger(['tokens', '--add', 'keeper', '--scope', 'admin'])).out.trim()
    await whileServed(async (url) => {
      const from = (argv: readonly string[], token?: string) =>
        runHearsay([...argv, '--ledger', url], { env: token === undefined ? {} : { HEARSAY_TOKEN: token } })
      expect((await from(['situations'])).err).toContain('HEARSAY_TOKEN')
      expect((await from(['situations'], `${reader}x`)).err).toContain('does not take this token')
      expect((await from(['situations'], reader)).out).toContain(`No situation is followed in ${url}`)
      const follow = ['situations', '--add', 'Trams', '-q', 'tram']
      expect((await from(follow, reader)).err).toContain('needs the scope review')
      expect((await from(follow, keeper)).out).toMatch(/^followed {2}[0-9a-f]{32} {2}Trams: 0 claims/)
      const [trams] = parseLines((await onLedger(['situations', '--json'])).out) as { id: string }[]
      expect(trams).toMatchObject({ name: 'Trams', createdBy: 'token:keeper' })
      expect((await from(['situations', trams?.id ?? '', '--since', '2025-11-01'], reader)).out).toContain(
        'None tells it yet.',
      )
      expect((await from(['situations', '--remove', trams?.id ?? ''], keeper)).out).toBe('removed  Trams\n')
      expect((await from(['audit'], reader)).err).toContain('needs the scope admin')
      expect((await from(['audit', '--who', 'token:reader'], keeper)).out).toContain(
        'POST /api/situations → 403',
      )
    })
  }, 60_000)
})

import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { insertApiToken, revokeApiToken } from '../ledger/api-tokens.ts'
import { findAudit } from '../ledger/audit-log.ts'
import { parseSearch } from '../records/parse-search.ts'
import { followedSituationSchema } from '../records/situation.ts'
import { type Asked, type GuardedDoor, openGuardedDoor, password } from './guarded-door.fixture.ts'
import { problemDetailsSchema } from './problem-details.ts'
import { toNeed } from './require-scope.ts'
import { routes } from './routes.ts'

let door: GuardedDoor
let cookies: Record<'rea' | 'rev' | 'ada', string>
beforeAll(async () => {
  door = await openGuardedDoor()
  cookies = {
    rea: await door.getCookie('rea'),
    rev: await door.getCookie('rev'),
    ada: await door.getCookie('ada'),
  }
})
afterAll(() => door.ledger.close())
beforeEach(() => door.reopen())

const statusOf = async (path: string, asked?: Asked) => (await door.ask(path, asked)).status
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const makeToken = (more: Partial<Parameters<typeof insertApiToken>[1]> = {}) =>
  insertApiToken(door.ledger, { name: 'importer', scope: 'read', madeBy: null, expiresAt: null, ...more })

/** Every route of the API, with its parameters filled in. */
const served = routes.routes
  .filter(({ method }) => method !== 'ALL')
  .map(({ method, path }) => ({ method, path: path.replace(/:(\w+)/g, '0000') }))

describe('nothing is open', () => {
  test('without a session or a token every route but signing in answers 401', async () => {
    for (const [i, { method, path }] of served.entries()) {
      if (path === '/api/sign-in') continue
      // From two addresses: there are more routes than a stranger may ask in a minute.
      const from = `192.0.2.${1 + (i % 2)}`
      const answer = await door.ask(path, { method, from, ...(method === 'GET' ? {} : { body: {} }) })
      expect([method, path, answer.status]).toEqual([method, path, 401])
      expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="Hearsay"')
      expect(problemDetailsSchema.parse(await answer.json()).code).toBe('not-signed-in')
    }
    for (const path of ['/api', '/api/openapi.json', '/api/nothing', '/api/accounts/../articles'])
      expect([path, await statusOf(path)]).toEqual([path, 401])
  }, 30_000)

  test('a reader changes nothing, and sees no accounts, tokens or audit log', async () => {
    for (const { method, path } of served) {
      if (/^\/api\/(?:sign-|me)/.test(path)) continue
      const need = toNeed(method, path)
      // What they have seen is their own affair, and a preview keeps nothing.
      const isOwn = method === 'POST' && /^\/api\/situations\/(?:0000\/visit|preview)$/.test(path)
      if (need === 'read' && !isOwn) expect([method, path]).toEqual(['GET', path])
      const status = await statusOf(path, {
        method,
        headers: { cookie: cookies.rea },
        ...(method === 'GET' ? {} : { body: {} }),
      })
      expect([method, path, status === 403]).toEqual([method, path, need !== 'read'])
    }
  }, 30_000)

  test('a route that nobody listed is for admins alone to change anything by', () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'post', ''])
      expect(toNeed(method, '/api/invented')).toBe('admin')
    for (const path of [
      '/api/reviews',
      '/api/reviews/4',
      '/api/notes',
      '/api/situations',
      '/api/situations/2',
      '/api/situations//visit',
      '/api/situations/2/3/visit',
      '/api/situations/2/visits',
      '/api/situations/previews',
    ])
      expect([path, toNeed('POST', path)]).toEqual([path, 'review'])
    for (const path of ['/api/situations/2/visit', '/api/situations/preview']) {
      expect([path, toNeed('POST', path)]).toEqual([path, 'read'])
      for (const method of ['PUT', 'PATCH', 'DELETE'])
        expect([method, path, toNeed(method, path)]).toEqual([method, path, 'review'])
    }
    for (const path of [
      '/api/reviewsandmore',
      '/api/reviews%2f4',
      '/api/REVIEWS',
      '/api//reviews',
      '/api/feeds',
      '/api/documents',
      '/API/reviews',
    ])
      expect([path, toNeed('POST', path)]).toEqual([path, 'admin'])
    expect(toNeed('GET', '/api/reviews')).toBe('read')
    for (const method of ['GET', 'HEAD', 'DELETE'])
      for (const path of ['/api/accounts', '/api/accounts/ada', '/api/tokens', '/api/audit'])
        expect(toNeed(method, path)).toBe('admin')
  })

  test('what a reader has seen of a situation is noted for them, and for nobody else', async () => {
    const query = parseSearch('says:brandt').query
    const made = followedSituationSchema.parse(
      await (
        await door.ask('/api/situations', {
          method: 'POST',
          body: { name: 'Brandt', query },
          headers: { cookie: cookies.rev },
        })
      ).json(),
    )
    const path = `/api/situations/${made.id}`
    const seenBy = async (cookie: string) =>
      followedSituationSchema.parse(await (await door.ask(path, { headers: { cookie } })).json()).lastVisitAt
    expect(await seenBy(cookies.rea)).toBeNull()
    const until = new Date().toISOString()
    const asked = { method: 'POST', body: { until }, headers: { cookie: cookies.rea } }
    expect(await statusOf(`${path}/visit`, asked)).toBe(200)
    expect(await seenBy(cookies.rea)).toBe(until)
    expect(await seenBy(cookies.rev)).toBe(made.lastVisitAt)
    expect(await seenBy(cookies.ada)).toBeNull()
  })

  test('a role that is taken away is gone at the next request', async () => {
    const cookie = await door.getCookie('rev')
    const change = (role: string) =>
      statusOf('/api/accounts/rev', { method: 'PATCH', body: { role }, headers: { cookie: cookies.ada } })
    expect(await statusOf('/api/audit', { headers: { cookie } })).toBe(403)
    expect(await change('admin')).toBe(200)
    expect(await statusOf('/api/audit', { headers: { cookie } })).toBe(200)
    expect(await change('reviewer')).toBe(200)
    expect(await statusOf('/api/audit', { headers: { cookie } })).toBe(403)
  })

  test('an account that is removed is out, and so are the tokens that it made', async () => {
    const headers = { cookie: cookies.ada }
    const added = { name: 'tmp', role: 'admin', password }
    expect(await statusOf('/api/accounts', { method: 'POST', body: added, headers })).toBe(201)
    const cookie = await door.getCookie('tmp')
    const made = await door.ask('/api/tokens', {
      method: 'POST',
      body: { name: 'export', scope: 'admin' },
      headers: { cookie },
    })
    const { token } = (await made.json()) as { token: string }
    expect(await statusOf('/api/audit', { headers: bearer(token) })).toBe(200)
    expect(await statusOf('/api/accounts/tmp', { method: 'DELETE', headers })).toBe(204)
    expect(await statusOf('/api/articles', { headers: { cookie } })).toBe(401)
    expect(await statusOf('/api/articles', { headers: bearer(token) })).toBe(401)
    // Whoever takes the name later does not bring its tokens back.
    expect(await statusOf('/api/accounts', { method: 'POST', body: added, headers })).toBe(201)
    expect(await statusOf('/api/articles', { headers: bearer(token) })).toBe(401)
    expect(await statusOf('/api/accounts/tmp', { method: 'DELETE', headers })).toBe(204)
  })

  test('the last admin cannot be removed, nor be made less', async () => {
    const headers = { cookie: cookies.ada }
    expect(await statusOf('/api/accounts/ada', { method: 'DELETE', headers })).toBe(400)
    expect(await statusOf('/api/accounts/ada', { method: 'PATCH', body: { role: 'reader' }, headers })).toBe(
      400,
    )
    expect(await statusOf('/api/accounts/nobody', { method: 'DELETE', headers })).toBe(404)
  })
})

describe('tokens', () => {
  test('a token may do what its scope says, from any program', async () => {
    const { token } = await makeToken({ scope: 'read' })
    const { token: admin } = await makeToken({ scope: 'admin' })
    const program = { headers: bearer(token) }
    expect(token).toMatch(/^hearsay_[\w-]{43}$/)
    expect(await statusOf('/api/articles', program)).toBe(200)
    expect(await statusOf('/api/audit', program)).toBe(403)
    expect(await statusOf('/api/feeds/0000', { method: 'DELETE', ...program })).toBe(403)
    expect(await statusOf('/api/audit', { headers: bearer(admin) })).toBe(200)
    const me = await door.ask('/api/me', program)
    expect(await me.json()).toEqual({
      name: 'token:importer',
      scopes: ['read'],
      way: 'token',
      hasAccounts: true,
    })
  })

  test('no token, a wrong, a revoked and an expired one open nothing', async () => {
    const { token, apiToken } = await makeToken()
    const { token: past } = await makeToken({ expiresAt: '2026-01-01T00:00:00Z' })
    expect(await statusOf('/api/articles', { headers: bearer(token) })).toBe(200)
    await revokeApiToken(door.ledger, apiToken.id)
    for (const wrong of [
      token,
      past,
      `${token}x`,
      token.slice(0, -1),
      apiToken.id,
      'hearsay_',
      '',
      'x'.repeat(5000),
    ])
      expect([wrong, await statusOf('/api/articles', { headers: bearer(wrong) })]).toEqual([wrong, 401])
    const { token: good } = await makeToken()
    for (const authorization of [good, `Basic ${good}`, `Bearer  ${good}`, `Bearer ${good}, Bearer ${good}`])
      expect([authorization, await statusOf('/api/articles', { headers: { authorization } })]).toEqual([
        authorization,
        401,
      ])
    expect(await statusOf(`/api/articles?token=${good}&access_token=${good}`)).toBe(401)
  })

  test('a token does no more than the account that made it may do by now', async () => {
    const { token } = await makeToken({ scope: 'admin', madeBy: 'rea' })
    expect(await statusOf('/api/articles', { headers: bearer(token) })).toBe(200)
    expect(await statusOf('/api/audit', { headers: bearer(token) })).toBe(403)
  })

  test('a token that a token makes ends with the account behind it', async () => {
    const { token } = await makeToken({ scope: 'admin', madeBy: 'ada' })
    const answer = await door.ask('/api/tokens', {
      method: 'POST',
      body: { name: 'second', scope: 'admin' },
      headers: bearer(token),
    })
    expect(((await answer.json()) as { apiToken: unknown }).apiToken).toMatchObject({ madeBy: 'ada' })
  })

  test('a token and a cookie are never taken together', async () => {
    const { token } = await makeToken({ scope: 'admin' })
    expect(await statusOf('/api/articles', { headers: { ...bearer(token), cookie: cookies.rea } })).toBe(400)
    expect(await statusOf('/api/articles', { headers: { ...bearer('wrong'), cookie: cookies.ada } })).toBe(
      400,
    )
  })

  test('a token is shown once: neither the list nor the ledger has it', async () => {
    const made = await door.ask('/api/tokens', {
      method: 'POST',
      body: { name: 'once', scope: 'read' },
      headers: { cookie: cookies.ada },
    })
    expect(made.headers.get('cache-control')).toBe('no-store')
    const { token } = (await made.json()) as { token: string }
    const list = await door.ask('/api/tokens', { headers: { cookie: cookies.ada } })
    expect(await list.text()).not.toContain(token.slice(8))
    const { rows } = await door.ledger.db.execute(sql`select json_agg(api_token)::text as all from api_token`)
    expect(JSON.stringify(rows)).not.toContain(token.slice(8))
  })

  test('a command on this machine shows what it read in the ledger’s folder', async () => {
    expect(await statusOf('/api/audit', { headers: bearer('the-machines') })).toBe(401)
    const headers = { ...bearer('the-machines-own'), host: '127.0.0.1:4747' }
    expect(await statusOf('/api/audit', { headers })).toBe(200)
  })
})

describe('other sites', () => {
  const post = (headers: Record<string, string>) =>
    statusOf('/api/tokens', {
      method: 'POST',
      body: { name: 'stolen', scope: 'admin' },
      headers: { cookie: cookies.ada, ...headers },
    })

  test('a page elsewhere cannot use the cookie of who visits it, whatever it sends', async () => {
    expect(await post({})).toBe(201)
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'https://hearsay.example.evil.example' },
      { origin: 'https://hearsay.example:8443' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
    ])
      expect([headers, await post(headers as Record<string, string>)]).toEqual([headers, 403])
  })

  test('a cookie that says nothing of the page that sent it changes nothing', async () => {
    const app = await door.ask('/api/tokens', {
      method: 'POST',
      body: { name: 'stolen', scope: 'admin' },
      headers: { cookie: cookies.ada, origin: '', 'sec-fetch-site': '' },
    })
    expect(app.status).toBe(403)
  })

  test('a form of another site, sent as text, is no JSON', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
      expect(await post({ 'content-type': type })).toBeGreaterThanOrEqual(400)
  })

  test('a method is what the request line says, not what a header or parameter does', async () => {
    const { token } = await makeToken({ scope: 'admin' })
    for (const header of ['x-http-method-override', 'x-method-override', 'x-http-method'])
      expect(await statusOf('/api/tokens', { headers: { ...bearer(token), [header]: 'POST' } })).toBe(200)
    const before = await door.ask('/api/accounts?_method=DELETE', { headers: bearer(token) })
    expect(((await before.json()) as { accounts: unknown[] }).accounts).toHaveLength(3)
  })

  test('no other origin is let in to read, by CORS or in a frame', async () => {
    const answer = await door.ask('/api/articles', {
      headers: { cookie: cookies.rea, origin: 'https://evil.example' },
    })
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(answer.headers.get('cache-control')).toBe('private, no-cache')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-type')).toBe('application/json')
  })
})

describe('hosts', () => {
  test('it answers to its public name, to the address it listens on and to this machine', async () => {
    for (const host of [
      'hearsay.example',
      'HEARSAY.example:443',
      '10.0.0.1:4747',
      'localhost:4747',
      '[::1]:4747',
    ])
      expect([host, await statusOf('/api/articles', { headers: { host } })]).toEqual([host, 401])
  })

  test('a name that was made to point here is refused, with a session too', async () => {
    for (const host of ['evil.example', 'hearsay.example.evil.example', 'nothearsay.example', '10.0.0.2', ''])
      expect([host, await statusOf('/', { headers: { host, cookie: cookies.ada } })]).toEqual([host, 421])
  })
})

describe('addresses', () => {
  test('no way of writing a path leads past what it needs', async () => {
    for (const path of [
      '/api/articles/../accounts',
      '/api/articles/%2e%2e/accounts',
      '/api/articles/..%2faccounts',
      '/api/reviews/..%2faccounts',
      '/api/reviews/%2e%2e%2faccounts',
      '/api/%61ccounts',
      '/api/accounts/',
      '/api/accounts/%00',
      '/api/accounts%00',
      '/api/accounts;x=1',
      '/api/accounts%3f',
      '/api\\accounts',
      '/api/sign-in/../accounts',
      '/api/sign-in/%2e%2e/accounts',
      '/api/sign-in%2f..%2faccounts',
      '/api/sign-in/..%5caccounts',
    ]) {
      const anyone = await door.ask(path)
      expect([path, anyone.status === 401 || anyone.status === 404]).toEqual([path, true])
      expect(await anyone.text()).not.toContain('"accounts"')
      const reader = await door.ask(path, { headers: { cookie: cookies.rea } })
      expect([path, reader.status === 403 || reader.status === 404]).toEqual([path, true])
      expect(await reader.text()).not.toContain('"accounts"')
    }
    for (const path of ['//api/accounts', '/./api//accounts', '/API/accounts', '/%61pi/accounts']) {
      const answer = await door.ask(path)
      expect(await answer.text()).not.toContain('"role"')
    }
  })
})

describe('limits', () => {
  test('no route takes more than it needs', async () => {
    const { token } = await makeToken({ scope: 'admin' })
    const changing = served.filter(({ method }) => !['GET', 'DELETE'].includes(method))
    expect(changing.length).toBeGreaterThan(5)
    for (const { method, path } of changing) {
      const sent = { method, body: '{}', headers: { ...bearer(token), 'content-length': String(2 ** 26) } }
      expect([method, path, await statusOf(path, sent)]).toEqual([method, path, 413])
    }
    for (const path of ['/api/invented', '/api/tokens/0000'])
      expect(
        await statusOf(path, {
          method: 'PUT',
          body: 'x'.repeat(2 ** 21),
          headers: bearer(token),
        }),
      ).toBeGreaterThanOrEqual(404)
  })

  test('whoever asks too often is told when to come back; others go on', async () => {
    const flood = await Promise.all(
      Array.from({ length: 140 }, () => door.ask('/api/articles', { from: '203.0.113.9' })),
    )
    const refused = flood.filter(({ status }) => status === 429)
    expect(refused).toHaveLength(20)
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(problemDetailsSchema.parse(await refused[0]?.json()).code).toBe('too-many-requests')
    expect(await statusOf('/api/articles', { from: '203.0.113.10' })).toBe(401)
    expect(await statusOf('/api/articles', { from: '203.0.113.9', headers: { cookie: cookies.rea } })).toBe(
      200,
    )
  })

  test('an address that a client makes up is not believed', async () => {
    const flood = await Promise.all(
      Array.from({ length: 140 }, (_, n) =>
        door.ask('/api/articles', { from: '203.0.113.11', headers: { 'x-forwarded-for': `192.0.2.${n}` } }),
      ),
    )
    expect(flood.filter(({ status }) => status === 429)).toHaveLength(20)
  })
})

describe('the audit log', () => {
  test('every request that would change something is on record, refused ones too', async () => {
    await statusOf('/api/feeds/0000', { method: 'DELETE', headers: { cookie: cookies.rea } })
    await statusOf('/api/accounts/rea', {
      method: 'PATCH',
      body: { role: 'reader' },
      headers: { cookie: cookies.ada },
    })
    const { entries } = await findAudit(door.ledger, { limit: 3, cursor: null })
    expect(entries).toMatchObject([
      { act: 'request', who: 'ada', way: 'session', method: 'PATCH', path: '/api/accounts/rea', status: 200 },
      { act: 'role-changed', who: 'ada', about: 'rea, reader' },
      {
        act: 'request',
        who: 'rea',
        method: 'DELETE',
        path: '/api/feeds/0000',
        status: 403,
        address: '192.0.2.1',
      },
    ])
  })

  test('is asked page by page, and for one account', async () => {
    const pageOf = async (query: string) =>
      (await (await door.ask(`/api/audit?${query}`, { headers: { cookie: cookies.ada } })).json()) as {
        entries: { who: string; id: string }[]
        nextCursor: string | null
      }
    const first = await pageOf('limit=2&who=ada')
    const second = await pageOf(`limit=2&who=ada&cursor=${first.nextCursor}`)
    expect(new Set([...first.entries, ...second.entries].map(({ who }) => who))).toEqual(new Set(['ada']))
    expect(new Set([...first.entries, ...second.entries].map(({ id }) => id)).size).toBe(4)
  })

  test('no line is changed or deleted, by our own code neither', async () => {
    for (const query of [sql`update audit_log set who = 'rea'`, sql`delete from audit_log`])
      await expect(door.ledger.db.execute(query)).rejects.toMatchObject({
        cause: { message: expect.stringContaining('only ever added to') },
      })
  })

  test('what nobody asks fills no disk', async () => {
    const count = async () => (await findAudit(door.ledger, { limit: 1, cursor: null })).entries[0]?.id
    const before = await count()
    await statusOf('/api/feeds', { method: 'POST', body: {} })
    await statusOf('/api/accounts', { method: 'POST', body: {} })
    expect(await count()).toBe(before)
  })
})

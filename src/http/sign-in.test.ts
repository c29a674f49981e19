import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { findAudit } from '../ledger/audit-log.ts'
import { type GuardedDoor, openGuardedDoor, password, toCookie } from './guarded-door.fixture.ts'

let door: GuardedDoor
beforeAll(async () => {
  door = await openGuardedDoor()
})
afterAll(() => door.ledger.close())
beforeEach(() => door.reopen())

const statusWith = async (cookie: string) => (await door.ask('/api/articles', { headers: { cookie } })).status

test('a session’s cookie is kept from scripts, from plain HTTP and from other sites', async () => {
  const answer = await door.signIn('rea')
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({ name: 'rea', scopes: ['read'], way: 'session', hasAccounts: true })
  const cookies = answer.headers.getSetCookie()
  expect(cookies).toHaveLength(1)
  expect(cookies[0]).toMatch(/^__Secure-hearsay\.session_token=/)
  for (const flag of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/', 'Max-Age=604800'])
    expect(cookies[0]?.split('; ')).toContain(flag)
  expect(cookies[0]).not.toContain('Domain')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('strict-transport-security')).toBe('max-age=15552000')
  expect(await statusWith(toCookie(answer))).toBe(200)
})

test('a session that somebody else brought is not taken over: signing in makes another, and ends the old one', async () => {
  const planted = await door.getCookie('rea')
  const answer = await door.signIn('ada', password, { headers: { cookie: planted } })
  const own = toCookie(answer)
  expect(own).not.toBe(planted)
  expect(await statusWith(own)).toBe(200)
  expect(await statusWith(planted)).toBe(401)
  const made = '__Secure-hearsay.session_token=chosen-by-an-attacker.c2lnbmF0dXJl'
  const other = toCookie(await door.signIn('rea', password, { headers: { cookie: made } }))
  expect(other).not.toContain('chosen-by-an-attacker')
  expect(await statusWith(made)).toBe(401)
})

test('signing out ends the session itself, not only its cookie', async () => {
  const cookie = await door.getCookie('rea')
  const answer = await door.ask('/api/sign-out', { method: 'POST', headers: { cookie } })
  expect(answer.status).toBe(204)
  expect(answer.headers.getSetCookie().join()).toContain('Max-Age=0')
  expect(await statusWith(cookie)).toBe(401)
})

test('a session ends by itself', async () => {
  const cookie = await door.getCookie('rea')
  expect(await statusWith(cookie)).toBe(200)
  await door.ledger.db.execute(sql`update session set expires_at = now() - interval '1 second'`)
  expect(await statusWith(cookie)).toBe(401)
})

test('a cookie whose signature was changed is no cookie', async () => {
  const cookie = await door.getCookie('rea')
  const [name, value = ''] = cookie.split('=')
  const [token] = decodeURIComponent(value).split('.')
  expect(await statusWith(`${name}=${token}`)).toBe(401)
  expect(
    await statusWith(`${name}=${token}.${encodeURIComponent(Buffer.alloc(32).toString('base64'))}`),
  ).toBe(401)
})

test('the ledger’s files open no session: it holds neither passwords nor the tokens of cookies', async () => {
  const cookie = await door.getCookie('rea')
  const token = decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0] ?? ''
  expect(token.length).toBeGreaterThanOrEqual(32)
  const { rows } = await door.ledger.db.execute(
    sql`select (select json_agg(session) from session)::text || (select json_agg(credential) from credential)::text as all`,
  )
  expect(JSON.stringify(rows)).not.toContain(token)
  expect(JSON.stringify(rows)).not.toContain(password)
})

test('another password ends every other session; the one it was changed in goes on', async () => {
  const [here, there] = [await door.getCookie('rev'), await door.getCookie('rev')]
  const change = (passwords: object) =>
    door.ask('/api/me/password', { method: 'POST', body: passwords, headers: { cookie: here } })
  expect((await change({ old: 'a wrong old password', new: 'another four plain words' })).status).toBe(422)
  expect((await change({ old: password, new: 'too short' })).status).toBe(400)
  expect(await statusWith(there)).toBe(200)
  const changed = await change({ old: password, new: 'another four plain words' })
  expect(changed.status).toBe(204)
  expect(await statusWith(there)).toBe(401)
  expect(await statusWith(here)).toBe(401)
  expect(await statusWith(toCookie(changed))).toBe(200)
  expect((await door.signIn('rev')).status).toBe(401)
  expect((await door.signIn('rev', 'another four plain words')).status).toBe(200)
})

test('an admin who gives somebody another password signs them out everywhere', async () => {
  const [rea, ada] = [await door.getCookie('rea'), await door.getCookie('ada')]
  const changed = await door.ask('/api/accounts/rea', {
    method: 'PATCH',
    body: { password },
    headers: { cookie: ada },
  })
  expect(changed.status).toBe(200)
  expect(await statusWith(rea)).toBe(401)
})

test('an answer does not tell whether there is such an account, nor does the time it takes', async () => {
  const answers: unknown[][] = []
  const took: Record<string, number[]> = { rea: [], nobody: [] }
  for (let n = 0; n < 4; n++) {
    for (const name of ['rea', 'nobody']) {
      const begun = performance.now()
      const answer = await door.signIn(name, 'a wrong password here')
      took[name]?.push(performance.now() - begun)
      answers.push([answer.status, await answer.text(), [...answer.headers.keys()].sort()])
    }
  }
  expect(answers.every((answer) => JSON.stringify(answer) === JSON.stringify(answers[0]))).toBe(true)
  expect(answers[0]?.[0]).toBe(401)
  // A hash is most of the time. Without one, an unknown name is answered ten times as fast.
  const fastest = (name: string) => Math.min(...(took[name] ?? []))
  expect(fastest('nobody')).toBeGreaterThan(fastest('rea') / 3)
  expect(fastest('rea')).toBeGreaterThan(fastest('nobody') / 3)
})

test('what is no name is refused as a wrong one is', async () => {
  for (const name of ['', 'Rea Lindqvist', "rea' or 1=1 --", 'a'.repeat(200), 'rea\u0000'])
    expect([name, (await door.signIn(name)).status]).toEqual([name, 401])
  expect((await door.signIn('rea', 'x'.repeat(300))).status).toBe(400)
  expect((await door.signIn(' REA ')).status).toBe(200)
})

test('a thousand bad sign-ins get nowhere and cost few hashes; the owner comes in from elsewhere meanwhile', async () => {
  const begun = performance.now()
  const answers = await Promise.all(
    Array.from({ length: 1000 }, (_, n) => door.signIn('ada', `guess number ${n}`, { from: '203.0.113.9' })),
  )
  const owner = await door.signIn('ada', password, { from: '198.51.100.7' })
  expect(owner.status).toBe(200)
  const counts = new Map<number, number>()
  for (const { status } of answers) counts.set(status, (counts.get(status) ?? 0) + 1)
  expect(counts.get(200)).toBeUndefined()
  expect(counts.get(401)).toBeLessThanOrEqual(7)
  expect(counts.get(429)).toBe(1000 - (counts.get(401) ?? 0))
  // A hash takes 50 ms and more: a thousand would take this minute.
  expect(performance.now() - begun).toBeLessThan(20_000)
  const late = answers.find(({ status }) => status === 429)
  expect(Number(late?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
  expect(late?.headers.get('content-type')).toBe('application/problem+json')
  // Even the right password waits there.
  expect((await door.signIn('ada', password, { from: '203.0.113.9' })).status).toBe(429)
})

test('guessing from a thousand addresses is slow too, and where the owner signed in before stays open', async () => {
  expect((await door.signIn('rea', password, { from: '198.51.100.7' })).status).toBe(200)
  const answers = await Promise.all(
    Array.from({ length: 300 }, (_, n) =>
      door.signIn('rea', 'a wrong password here', { from: `2001:db8:${n}::1` }),
    ),
  )
  expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(60)
  expect((await door.signIn('rea', password, { from: '198.51.100.7' })).status).toBe(200)
  const elsewhere = await door.signIn('rea', password, { from: '198.51.100.200' })
  expect(Number(elsewhere.headers.get('retry-after') ?? 0)).toBeLessThanOrEqual(15)
}, 30_000)

test('addresses of one network (IPv6 /64) share their tries; so do many names at one address', async () => {
  const statuses = []
  for (let n = 0; n < 9; n++)
    statuses.push((await door.signIn('rea', 'a wrong password here', { from: `2001:db8::${n}` })).status)
  expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(6)
  const names = await Promise.all(
    Array.from({ length: 60 }, (_, n) =>
      door.signIn(`name${n}`, 'a wrong password here', { from: '203.0.113.77' }),
    ),
  )
  expect(names.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(22)
}, 30_000)

test('a restart forgets no wrong password: one try, then as long a wait as before', async () => {
  const guess = () => door.signIn('ada', 'a wrong password here', { from: '203.0.113.44' })
  const before = await Promise.all(Array.from({ length: 12 }, guess))
  expect(before.filter(({ status }) => status === 401).length).toBeGreaterThanOrEqual(5)
  await door.restart()
  await guess()
  const after = await Promise.all(Array.from({ length: 5 }, guess))
  expect(after.map(({ status }) => status)).toEqual([429, 429, 429, 429, 429])
  expect(Number(after[0]?.headers.get('retry-after'))).toBeGreaterThan(30)
  // Whoever has signed in since begins anew, and other addresses never waited.
  expect((await door.signIn('ada', password, { from: '198.51.100.44' })).status).toBe(200)
  await door.restart()
  for (let n = 0; n < 3; n++)
    expect((await door.signIn('ada', 'a wrong password here', { from: '198.51.100.44' })).status).toBe(401)
})

test('a page of another site can sign nobody in', async () => {
  for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }])
    expect((await door.signIn('rea', password, { headers: headers as Record<string, string> })).status).toBe(
      403,
    )
  const form = await door.ask('/api/sign-in', {
    method: 'POST',
    body: `name=rea&password=${password}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(form.status).toBeGreaterThanOrEqual(400)
})

test('who signed in, who was refused and who signed out is on record', async () => {
  const cookie = await door.getCookie('rea')
  await door.signIn('ada', 'a wrong password here', { from: '203.0.113.5' })
  await door.ask('/api/sign-out', { method: 'POST', headers: { cookie } })
  const { entries } = await findAudit(door.ledger, { limit: 3, cursor: null })
  expect(entries).toMatchObject([
    { act: 'signed-out', who: 'rea', way: 'session', address: '192.0.2.1' },
    { act: 'sign-in-refused', who: 'ada', way: null, address: '203.0.113.5' },
    { act: 'signed-in', who: 'rea', way: 'session', address: '192.0.2.1' },
  ])
  expect(JSON.stringify(entries)).not.toContain('password here')
})

test('that somebody was held back is on record once, not as often as they ask', async () => {
  const guess = (name: string) => door.signIn(name, 'a wrong password here', { from: '203.0.113.61' })
  for (let n = 0; n < 40; n++) await guess('ada')
  const limited = async () =>
    (await findAudit(door.ledger, { limit: 200, cursor: null, act: 'sign-in-limited' })).entries.filter(
      ({ address }) => address === '203.0.113.61',
    )
  expect(await limited()).toMatchObject([{ act: 'sign-in-limited', who: 'ada', way: null }])
  // Another account is another matter.
  for (let n = 0; n < 10; n++) await guess('rev')
  expect((await limited()).map(({ who }) => who)).toEqual(['rev', 'ada'])
}, 30_000)

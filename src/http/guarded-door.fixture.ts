import { addAccount } from '../jobs/add-account.ts'
import { openBulletinBoard } from '../jobs/bulletin-board.ts'
import { openAccounts } from '../jobs/open-accounts.ts'
import { findSignIns } from '../ledger/audit-log.ts'
import { openTestLedger } from '../ledger/open-test-ledger.fixture.ts'
import { createApp } from './create-app.ts'
import { toGuard } from './guard.ts'
import { signInMemorySeconds } from './limit-sign-ins.ts'
import { nothingCollected, nothingIngested } from './test-door.fixture.ts'

/** The password of every account of the guarded door. */
export const password = 'four plain words here'

/** What a browser on the desk sends. */
export interface Asked {
  readonly method?: string
  readonly body?: unknown
  readonly headers?: Record<string, string>
  /** The address the request comes from. */
  readonly from?: string
}

/** A door at https://hearsay.example with the accounts `rea` (reader), `rev` (reviewer) and `ada` (admin). Close the ledger. */
export async function openGuardedDoor() {
  const ledger = await openTestLedger()
  await addAccount(ledger, { name: 'rea', role: 'reader', password })
  await addAccount(ledger, { name: 'rev', role: 'reviewer', password })
  await addAccount(ledger, { name: 'ada', role: 'admin', password })
  const publicUrl = new URL('https://hearsay.example')
  const accounts = await openAccounts(ledger, publicUrl)
  const openGuard = () =>
    toGuard({
      accounts,
      publicUrl,
      hosts: ['10.0.0.1'],
      trustedProxies: [],
      machineToken: 'the-machines-own',
    })
  const open = (guard = openGuard()) =>
    createApp({
      ledger,
      collecting: nothingCollected,
      ingest: nothingIngested,
      bulletins: openBulletinBoard(),
      webRoot: null,
      version: '1.2.3',
      guard,
    })
  let app = open()

  /** As a page of the desk asks, unless the headers say otherwise. */
  const ask = async (path: string, { method = 'GET', body, headers = {}, from = '192.0.2.1' }: Asked = {}) =>
    await app.request(
      path,
      {
        method,
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        headers: {
          host: 'hearsay.example',
          ...(method === 'GET' ? {} : { origin: 'https://hearsay.example', 'sec-fetch-site': 'same-origin' }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
      },
      { incoming: { socket: { remoteAddress: from } } },
    )
  const signIn = (name: string, given: string = password, more: Asked = {}) =>
    ask('/api/sign-in', { method: 'POST', body: { name, password: given }, ...more })
  return {
    ledger,
    accounts,
    ask,
    signIn,
    /** The cookie of a new session. */
    getCookie: async (name: string) => toCookie(await signIn(name)),
    /** Nobody has tried anything yet. */
    reopen: () => {
      app = open()
    },
    /** As after a restart, which recalls who tried. */
    restart: async () => {
      const guard = openGuard()
      await guard.signInLimits.recall(await findSignIns(ledger, signInMemorySeconds))
      app = open(guard)
    },
  }
}

export type GuardedDoor = Awaited<ReturnType<typeof openGuardedDoor>>

/** What a browser sends back of the cookies that an answer sets. */
export const toCookie = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

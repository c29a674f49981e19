import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { isIPv6 } from 'node:net'
import { fileURLToPath } from 'node:url'
import { createApp } from '../http/create-app.ts'
import { type Guard, toGuard } from '../http/guard.ts'
import { signInMemorySeconds } from '../http/limit-sign-ins.ts'
import { serve } from '../http/serve.ts'
import { openBulletinBoard } from '../jobs/bulletin-board.ts'
import { ingest } from '../jobs/ingest.ts'
import { openAccounts } from '../jobs/open-accounts.ts'
import { type CollectingOptions, openCollecting } from '../jobs/open-collecting.ts'
import { placeUnplaced } from '../jobs/place-unplaced.ts'
import type { Readers } from '../jobs/readers.ts'
import { reweigh } from '../jobs/reweigh.ts'
import { announceServer } from '../ledger/announce-server.ts'
import { findSignIns } from '../ledger/audit-log.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Io } from './io.ts'
import { readVersion } from './read-version.ts'

/** A desk that answers, until it is closed. */
export interface RunningServer {
  readonly url: string
  readonly close: () => Promise<void>
}

/** Where a server listens, and how it is kept. */
export interface Exposure {
  /** The address it listens on. */
  readonly host: string
  /** With accounts; null for this machine’s own user alone. */
  readonly shared: { readonly publicUrl: URL; readonly trustedProxies: readonly string[] } | null
}

const thisMachine: Exposure = { host: '127.0.0.1', shared: null }

/** As a `Host` header writes it. */
const toHostName = (host: string): string => (isIPv6(host) ? `[${host}]` : host.toLowerCase())

/** Who listens on every address is reached on this machine’s own. */
const toReachableUrl = (url: string): string =>
  url.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:')

/**
 * Serves the desk and the API over an open ledger, and leaves word in the ledger’s folder where. `isScheduled` has it
 * collect what is followed as long as it runs.
 */
export async function startServer(
  ledger: Ledger,
  readers: Readers,
  port: number,
  io: Io,
  collectingOptions: CollectingOptions & {
    readonly isScheduled?: boolean
    readonly exposure?: Exposure
  } = {},
): Promise<RunningServer> {
  const onFault = (where: string, error: unknown) =>
    io.err(`${where}: ${error instanceof Error ? error.stack : String(error)}\n`)
  const webRoot = fileURLToPath(new URL('../../dist/web/', import.meta.url))
  const { isScheduled = false, exposure = thisMachine, ...options } = collectingOptions
  const bulletins = openBulletinBoard()
  const onBulletin = bulletins.post
  const collecting = await openCollecting(ledger, async () => readers, { ...options, onFault, onBulletin })
  const { host, shared } = exposure
  const accessToken = shared === null ? null : randomBytes(32).toString('base64url')
  const guard =
    shared === null || accessToken === null ? null : await openGuard(ledger, host, shared, accessToken)
  const app = createApp({
    ledger,
    collecting,
    ingest: (documents, { date }) =>
      ingest(documents, ledger, readers, {
        date,
        onFault,
        onBulletin,
      }),
    bulletins,
    webRoot: existsSync(webRoot) ? webRoot : null,
    version: await readVersion(),
    ...(guard !== null && { guard }),
  })
  const server = await serve(app, { hostname: host, port })
  await announceServer(ledger, toReachableUrl(server.url), accessToken)
  // What another version weighed, or nobody yet, meanwhile: an answer waits for one article at most.
  const closing = new AbortController()
  const weighing = placeUnplaced(ledger, { signal: closing.signal, onFault })
    .then(() =>
      reweigh(ledger, {
        signal: closing.signal,
        onFault,
        onProgress: (done, all) => onBulletin({ kind: 'weighing', done, all }),
      }),
    )
    .catch((error) => onFault('reweigh', error))
  if (isScheduled) collecting.keepGoing()
  return {
    ...server,
    close: async () => {
      closing.abort()
      bulletins.close()
      await server.close()
      await collecting.close()
      await weighing
    },
  }
}

/** What the door needs where others reach it; who guessed passwords before a restart is held back as before. */
async function openGuard(
  ledger: Ledger,
  host: string,
  { publicUrl, trustedProxies }: NonNullable<Exposure['shared']>,
  machineToken: string,
): Promise<Guard> {
  const accounts = await openAccounts(ledger, publicUrl)
  const guard = toGuard({ accounts, publicUrl, hosts: [toHostName(host)], trustedProxies, machineToken })
  await guard.signInLimits.recall(await findSignIns(ledger, signInMemorySeconds))
  return guard
}

/** Waits until the operator presses Ctrl-C. */
export function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

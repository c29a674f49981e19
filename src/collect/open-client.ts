import { type LookupAddress, type LookupAllOptions, lookup as resolve } from 'node:dns'
import { readFile } from 'node:fs/promises'
import type { LookupFunction } from 'node:net'
import { Agent, type Dispatcher } from 'undici'
import { describePrivateAddress } from './check-address.ts'

/** Thrown inside a connection when a name leads where it may not; never leaves this room. */
export class PrivateAddressError extends Error {
  readonly host: string
  readonly address: string

  constructor(host: string, address: string) {
    super(`${host} is at ${address}`)
    this.name = 'PrivateAddressError'
    this.host = host
    this.address = address
  }
}

/** An HTTP client that connects only to addresses it has checked. Must be destroyed. */
export interface Client {
  readonly dispatcher: Dispatcher
  readonly userAgent: string
}

/** Opens a client; `timeoutMs` bounds every single step, the caller the whole. `askDns` is the system’s resolver. */
export async function openClient(
  allowPrivate: boolean,
  timeoutMs: number,
  askDns: AskDns = resolve,
): Promise<Client> {
  const manifest: unknown = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'))
  const { version } = manifest as { readonly version: string }
  return {
    userAgent: `Hearsay/${version} (+self-hosted news reader)`,
    dispatcher: new Agent({
      connect: { timeout: timeoutMs, ...(allowPrivate ? {} : { lookup: toPublicLookup(askDns) }) },
      headersTimeout: timeoutMs,
      // Between two pieces of an answer; who drips faster is ended by the caller’s limit for the whole.
      bodyTimeout: Math.min(timeoutMs, 10_000),
      // The default, 4 s, would end every connection to a host whose robots.txt asks for a pause of 5.
      keepAliveTimeout: 15_000,
      maxHeaderSize: 65_536,
    }),
  }
}

/** All addresses of a name, as `dns.lookup` gives them. */
export type AskDns = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/**
 * Resolves a name and refuses it when any of its addresses is private: the socket connects to the very addresses
 * that were checked, so a name that answers differently the next time gains nothing.
 */
const toPublicLookup =
  (askDns: AskDns): LookupFunction =>
  (hostname, options, callback) => {
    askDns(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, '', 0)
      const refused = addresses.find(({ address }) => describePrivateAddress(address) !== null)
      if (refused !== undefined) return callback(new PrivateAddressError(hostname, refused.address), '', 0)
      if (options.all === true) return callback(null, addresses)
      const [first] = addresses
      return first === undefined
        ? callback(new Error(`${hostname} has no address`), '', 0)
        : callback(null, first.address, first.family)
    })
  }

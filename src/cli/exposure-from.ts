import { isIPv6 } from 'node:net'
import ipaddr from 'ipaddr.js'
import { HearsayError } from '../records/error.ts'
import { isLoopback } from '../records/is-loopback.ts'
import type { CommandCall } from './command.ts'
import type { Exposure } from './start-server.ts'

/** Where the call lets the server listen, and whether that asks for accounts: anywhere but on this machine it does. */
export function exposureFrom({ values }: Pick<CommandCall, 'values'>): Exposure {
  const host = String(values.host ?? '127.0.0.1').replace(/^\[(.*)\]$/, '$1')
  const name = isIPv6(host) ? `[${host}]` : host.toLowerCase()
  const isHere = isLoopback(name)
  const proxies = values['trusted-proxy']
  if (isHere && values.accounts !== true && values['public-url'] === undefined) {
    if (proxies !== undefined)
      throw new HearsayError('usage', '--trusted-proxy needs --public-url: where people reach the server.')
    return { host, shared: null }
  }
  const trusted = proxies === undefined ? [] : String(proxies).split(',')
  const wrong = trusted.find((range) => !ipaddr.isValid(range) && !ipaddr.isValidCIDR(range))
  if (wrong !== undefined)
    throw new HearsayError('usage', `--trusted-proxy “${wrong}” is no address and no range like 10.0.0.0/8.`)
  const isBehindLocalProxy = isHere && values['public-url'] !== undefined
  return {
    host,
    shared: {
      publicUrl: publicUrlFrom(values['public-url']) ?? new URL(`http://${name}`),
      trustedProxies: proxies === undefined && isBehindLocalProxy ? ['127.0.0.1', '::1'] : trusted,
    },
  }
}

function publicUrlFrom(value: unknown): URL | null {
  if (value === undefined) return null
  const url = URL.canParse(String(value)) ? new URL(String(value)) : null
  if (url === null || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.username)
    throw new HearsayError(
      'usage',
      `--public-url ${String(value)} is no address of a server. Write it as https://hearsay.example.`,
    )
  return url
}

import type { Context } from 'hono'
import ipaddr from 'ipaddr.js'

/**
 * The IP address that a request came from; behind a proxy that is trusted, the one that the proxy names.
 *
 * `X-Forwarded-For: 1.2.3.4, 10.0.0.7` is read from its end, where the nearest proxy wrote: whatever stands before the
 * first address that is no trusted proxy’s, anybody may have made up.
 */
export function clientAddress(c: Context, trustedProxies: readonly string[]): string {
  let address = toAddress(c.env?.incoming?.socket?.remoteAddress)
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').reverse()
  for (const named of forwarded) {
    if (address === null || !trustedProxies.some((range) => isWithin(address as Address, range))) break
    const next = toAddress(named.trim())
    if (next === null) break
    address = next
  }
  return address?.toString() ?? 'unknown'
}

type Address = ipaddr.IPv4 | ipaddr.IPv6

/** An IPv4 address that came through an IPv6 socket (`::ffff:10.0.0.7`) is an IPv4 address. */
const toAddress = (text: unknown): Address | null =>
  typeof text === 'string' && ipaddr.isValid(text) ? ipaddr.process(text) : null

function isWithin(address: Address, range: string): boolean {
  const [network, bits] = range.includes('/') ? ipaddr.parseCIDR(range) : [ipaddr.process(range), null]
  if (network.kind() !== address.kind()) return false
  return bits === null ? network.toString() === address.toString() : address.match(network, bits)
}

/** What is limited together: an address, and of IPv6 the /64 that one customer has. */
export function toLimitKey(address: string): string {
  const parsed = toAddress(address)
  if (parsed === null || parsed.kind() === 'ipv4') return address
  return (parsed as ipaddr.IPv6).parts.slice(0, 4).join(':')
}

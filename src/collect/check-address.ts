import ipaddr from 'ipaddr.js'

/**
 * What keeps an IP address from being fetched: “a loopback address”; null for a public one.
 *
 * IPv4 inside IPv6 (mapped, NAT64) counts as what it is inside. Ranges by IANA's special-purpose registries.
 */
export function describePrivateAddress(address: string): string | null {
  const bare = address.replace(/^\[(.*)\]$/, '$1').replace(/%.*$/, '')
  // Whatever cannot be told is not known to be public.
  if (!ipaddr.isValid(bare)) return 'no IP address'
  const parsed = ipaddr.process(bare)
  const range = parsed.range()
  if (parsed instanceof ipaddr.IPv6) {
    const bytes = parsed.toByteArray()
    // 64:ff9b::/96, where a network translates to IPv4.
    if (range === 'rfc6052' && bytes.slice(4, 12).every((byte) => byte === 0)) {
      return describePrivateAddress(bytes.slice(12).join('.'))
    }
    // Only 2000::/3 is in public use; ::127.0.0.1, for one, is no special range and no public address.
    if (range === 'unicast' && ((bytes[0] ?? 0) & 0xe0) !== 0x20) return 'not a public address'
  }
  return range === 'unicast' ? null : (ranges[range] ?? `in a range set aside (${range})`)
}

const ranges: Readonly<Record<string, string>> = {
  unspecified: 'the unspecified address, which is this machine',
  loopback: 'a loopback address, which is this machine',
  private: 'an address of a private network',
  uniqueLocal: 'an address of a private network',
  linkLocal: 'a link-local address',
  carrierGradeNat: 'an address inside a provider’s network',
  multicast: 'a multicast address',
  broadcast: 'a broadcast address',
  reserved: 'a reserved address',
}

/** The host of an address if it is an IP address in any notation that the URL standard knows; null for a name. */
export function literalAddress({ hostname }: URL): string | null {
  // The URL parser has already turned 0x7f000001, 0177.1 and 2130706433 into 127.0.0.1.
  const bare = hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '')
  return ipaddr.isValid(bare) ? bare : null
}

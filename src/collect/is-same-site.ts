import { getDomain } from 'tldts'
import { parseWebAddress } from './to-canonical-address.ts'

/**
 * Whether two addresses belong to one site: their hosts lie under one name that somebody registered, by the Public
 * Suffix List with its private part, so that two blogs of one platform are two sites.
 *
 * For hosts without such a name (IP addresses, `localhost`): whether they are the same. False for what is no http or
 * https address.
 */
export function isSameSite(a: string, b: string): boolean {
  const [site, other] = [toSite(a), toSite(b)]
  return site !== null && site === other
}

function toSite(address: string): string | null {
  const url = parseWebAddress(address)
  if (url === null) return null
  const hostname = url.hostname.replace(/\.$/, '')
  return getDomain(hostname, { allowPrivateDomains: true }) ?? hostname
}

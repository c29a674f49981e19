import { getDomain } from 'tldts'

/**
 * Whether two addresses are of one site: m.courier.example and www.courier.example are, two blogs of one host are not.
 */
export function isSameSite(a: string, b: string): boolean {
  const [site, other] = [toSite(a), toSite(b)]
  return site !== null && site === other
}

/** Host and port as they are where no registry knows the name: an IP address, a machine of this network. */
function toSite(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { hostname, host } = new URL(url)
  return getDomain(hostname, { allowPrivateDomains: true }) ?? host
}

import { getSubdomain } from 'tldts'
import { canonicalUrl, parseWebAddress } from './to-canonical-address.ts'

/**
 * A key that the addresses of one article share: http and https, with and without `www.`, its mobile and AMP twins,
 * parameters in any order, with and without a last slash.
 *
 * `https://m.courier.example/bridge/amp/?b=2&a=1` and `http://www.courier.example/bridge?a=1&b=2#top` are
 * `courier.example/bridge?a=1&b=2`. A key is no address and leads nowhere; for what is no http or https address it is
 * the text itself. Never throws; a key of a canonical address is the key of the address.
 */
export function toAddressKey(address: string): string {
  const start = parseWebAddress(address)
  if (start === null) return address
  const url = canonicalUrl(start)
  const host = toHost(url.hostname) + (url.port === '' ? '' : `:${url.port}`)
  return host + toPath(url.pathname) + toQuery(url.search)
}

/** The host without what only tells a device: `en.m.courier.example` is `en.courier.example`. */
function toHost(hostname: string): string {
  const subdomain = getSubdomain(hostname)
  if (subdomain === null || subdomain === '') return hostname
  const rest = hostname.slice(subdomain.length + 1)
  const kept = subdomain.split('.').filter((label) => !/^(?:www\d?|m|mobile|amp|touch)$/.test(label))
  return [...kept, rest].join('.')
}

function toPath(pathname: string): string {
  // `,` and `%2C` are the same to every server that we know of, and so are the other marks without a meaning in paths.
  const decoded = pathname.replace(/%(?:2[1478BC9A]|3[ABD]|40)/g, (octet) =>
    String.fromCharCode(Number.parseInt(octet.slice(1), 16)),
  )
  let segments = decoded.split('/').filter((segment) => segment !== '')
  if (/^(?:index|default)\.(?:html?|php|aspx?)$/i.test(segments.at(-1) ?? ''))
    segments = segments.slice(0, -1)
  segments = withoutAmp(segments)
  return segments.length === 0 ? '/' : `/${segments.join('/')}`
}

/**
 * `/2026/bridge-opens/amp`, `/amp/2026/bridge-opens`, `/2026/bridge-opens.amp.html` are `/2026/bridge-opens`. Where
 * what remains does not look like an article (`/tag/amp`), “amp” is what the page is about.
 */
function withoutAmp(segments: string[]): string[] {
  const last = segments.at(-1) ?? ''
  const bare = /^(.+)\.amp(\.html?)?$/.exec(last)
  if (bare !== null) return [...segments.slice(0, -1), `${bare[1]}${bare[2] ?? ''}`]
  const rest = last === 'amp' ? segments.slice(0, -1) : segments[0] === 'amp' ? segments.slice(1) : segments
  return /[-_.\d]/.test(rest.at(-1) ?? '') ? rest : segments
}

function toQuery(search: string): string {
  const pairs = search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !/^(?:amp(?:=(?:1|true)?)?|outputType=(?:default-)?amp)$/.test(pair))
    .map((pair) => pair.replace(/\+/g, '%20'))
    .sort()
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

import { getDomain, getDomainWithoutSuffix } from 'tldts'
import { trackingFamilies, trackingParameters } from './tracking-parameters.ts'

/**
 * An address as it is fetched and shown: without the fragment, the default port, a password, and parameters that
 * only say how the reader came; percent-encoding in one form; and taken out of the caches of the AMP viewer.
 *
 * Nothing is guessed: it leads to the same page. What merely is the same article (`www.`, `/amp`, http for https) is
 * left to `toAddressKey`. Given back unchanged when it is no http or https address; never throws.
 *
 * By hand over `URL`, which does most of it: normalize-url knows none of AMP, mobile twins and campaigns, and what it
 * does beyond `URL` (decoding paths, sorting) would have to be switched off or done again.
 */
export function toCanonicalAddress(address: string): string {
  const url = parseWebAddress(address)
  return url === null ? address : canonicalUrl(url).href
}

/** The address as a `URL`; null for anything but http and https. */
export function parseWebAddress(address: string): URL | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  return /^https?:$/.test(url.protocol) && url.hostname !== '' ? url : null
}

/** As `toCanonicalAddress`, over a `URL`. */
export function canonicalUrl(start: URL): URL {
  const url = new URL(leaveCache(start))
  url.hash = ''
  url.username = ''
  url.password = ''
  // “news.example.” is “news.example”, told to be whole.
  if (/[^.]\.$/.test(url.hostname)) url.hostname = url.hostname.slice(0, -1)
  url.pathname = normalizeEncoding(url.pathname)
  // Not through `searchParams`, which would write every other parameter anew: “?a” as “?a=”, “%20” as “+”.
  const pairs = url.search.slice(1).split('&')
  const kept = pairs.filter((pair) => pair !== '' && !isTracking(pair))
  url.search = kept.length === 0 ? '' : `?${kept.map(normalizeEncoding).join('&')}`
  return url
}

function isTracking(pair: string): boolean {
  const name = (pair.split('=', 1)[0] ?? '').toLowerCase()
  return trackingParameters.has(name) || trackingFamilies.test(name)
}

/** RFC 3986, section 6.2.2: `%7e` is `~`, and `%c3` is `%C3`. */
function normalizeEncoding(text: string): string {
  if (!text.includes('%')) return text
  return text.replace(/%[0-9a-f]{2}/gi, (octet) => {
    const character = String.fromCharCode(Number.parseInt(octet.slice(1), 16))
    return /[\w.~-]/.test(character) ? character : octet.toUpperCase()
  })
}

/**
 * The page behind a copy in an AMP cache: `www-courier-example.cdn.ampproject.org/c/s/www.courier.example/bridge`,
 * `www.google.com/amp/s/www.courier.example/bridge`. `s` stands for https.
 */
function leaveCache(start: URL): URL {
  let url = start
  // A copy of a copy may be made up without end.
  for (let i = 0; i < 3; i++) {
    const { hostname, pathname, search } = url
    const found = isAmpCache(hostname)
      ? /^\/(?:[a-z]{1,3}\/)?(s\/)?([^/]+\.[^/]+.*)$/.exec(pathname)
      : getDomainWithoutSuffix(hostname) === 'google'
        ? /^\/amp\/(s\/)?([^/]+\.[^/]+.*)$/.exec(pathname)
        : null
    if (found === null) return url
    const inside = parseWebAddress(`${found[1] === undefined ? 'http' : 'https'}://${found[2]}${search}`)
    if (inside === null) return url
    url = inside
  }
  return url
}

function isAmpCache(hostname: string): boolean {
  const domain = getDomain(hostname)
  return domain === 'ampproject.org' || domain === 'bing-amp.com' || hostname.endsWith('.ampproject.net')
}

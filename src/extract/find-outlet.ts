import { getDomain } from 'tldts'
import { isWebAddress } from './find-url.ts'
import { isAgency } from './is-agency.ts'
import type { Page } from './page.ts'
import type { JsonLdArticle } from './parse-json-ld.ts'

/**
 * The publisher by its own name, as the page gives it; else as whoever named the page does (`hinted`); else the registrable
 * host of the address; else null.
 */
export function findOutlet(
  page: Page,
  jsonLd: JsonLdArticle | null,
  url: string | null,
  hinted: string | null = null,
): string | null {
  const first = (...names: readonly string[]) =>
    names.map((name) => page.metas.get(name)?.[0]).find((name) => name !== undefined && isName(name)) ?? null
  const publisher = jsonLd?.publisher ?? ''
  const site = first('og:site_name')
  // A reprint often names the agency as its publisher, and itself as the site.
  const isOwn = isName(publisher) && (site === null || !isAgency(publisher))
  const named =
    (isOwn ? publisher : site) ??
    first('application-name', 'apple-mobile-web-app-title', 'dc.publisher', 'publisher')
  const host = url === null ? null : registrableHost(url)
  return named ?? namedInTitle(page, host) ?? (hinted !== null && isName(hinted) ? hinted : host)
}

/** “Veresk meets envoy – Sentinel Brief” at sentinelbrief.example: the part of the title that the host spells. */
function namedInTitle(page: Page, host: string | null): string | null {
  const letters = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '')
      .replace(/^the/, '')
  const label = letters(host?.split('.')[0] ?? '')
  const parts = (page.titleElement ?? '').split(/\s+[|–—-]\s+/)
  return (
    (label.length > 2 && parts.length > 1 && parts.find((part) => isName(part) && letters(part) === label)) ||
    null
  )
}

/** Names are short and no addresses: `article:publisher` is a Facebook page as often as not. */
const isName = (text: string): boolean =>
  text.length <= 80 && /\p{L}/u.test(text) && !/^(?:https?:|\/|@|www\.)/i.test(text)

/**
 * The part of a host that somebody registered: `meridianpost.example` of `www.edition.meridianpost.example`, `daily.co.uk`
 * of `www.daily.co.uk`; of a blog its whole host (Public Suffix List, with its private part). Null for IP addresses and
 * single labels.
 */
const registrableHost = (url: string): string | null =>
  isWebAddress(url) ? getDomain(url, { allowPrivateDomains: true }) : null

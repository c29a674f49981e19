import type { Credit } from '../records/article.ts'
import type { DocumentHints } from '../records/document.ts'
import { sameWords } from './find-title.ts'
import { isAgency } from './is-agency.ts'

/**
 * The outlet in whose feed an article first stood, as the feed says that named its page (`source` in RSS and Atom); null
 * without one, and where it is the page's own outlet.
 */
export function findOriginalCredit(
  hints: DocumentHints | null,
  outlet: string | null,
  url: string | null,
): Credit | null {
  const original = hints?.original ?? null
  if (original === null) return null
  const host = toHost(original.url)
  const own = toHost(url)
  if (host !== null && own !== null && isSameSite(host, own)) return null
  const title = original.title?.trim() || host
  if (title === null || title === undefined) return null
  // A feed is called after its outlet and its subject: “Reuters: World”, “Herald | Politics”.
  const parts = title.split(/\s*[:|•·»]\s+|\s+[–—-]\s+/).filter((part) => part !== '')
  const names = [outlet, hints?.outlet ?? null].filter((name) => name !== null)
  if ([title, ...parts].some((part) => names.some((name) => sameWords(part, name)))) return null
  const name = parts.find(isAgency) ?? title
  return {
    of: 'text',
    title: null,
    author: null,
    agency: name,
    licence: null,
    url: original.url,
    text: title,
  }
}

const toHost = (address: string | null): string | null =>
  address !== null && URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : null

/** “feeds.herald.example” and “herald.example”. */
const isSameSite = (left: string, right: string): boolean =>
  left === right || left.endsWith(`.${right}`) || right.endsWith(`.${left}`)

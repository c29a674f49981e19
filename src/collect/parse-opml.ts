import type { Document } from '../records/document.ts'
import type { Problem } from '../records/problem.ts'
import { decodeFeed } from './decode-feed.ts'
import { parseXml } from './parse-xml.ts'
import { resolveAddress } from './resolve-address.ts'
import { htmlToWords, toOneLine } from './to-plain-words.ts'
import { getAttribute, type XmlElement } from './xml-element.ts'

/** A feed that a list of subscriptions names. */
export interface ListedFeed {
  readonly title: string | null
  /** Absolute, http or https. */
  readonly url: string
  readonly siteUrl: string | null
  /** The folders that it lies in, the outermost first, joined by ` / `; null at the top. */
  readonly folder: string | null
}

/**
 * The feeds of an OPML 1.0 or 2.0 file, as feed readers export it, in its order; each address once.
 *
 * Every `outline` with an `xmlUrl`, however its case, is a feed; one without is a folder, or a note and passed over.
 */
export function parseOpml(document: Document): readonly ListedFeed[] | { readonly problem: Problem } {
  const { text } = decodeFeed(document)
  if (text.trim() === '')
    return { problem: { code: 'empty-document', message: 'The list is empty.', advice: null } }
  const { roots } = parseXml(text, { where: document.where })
  const opml = roots.find((root) => root.name === 'opml')
  if (opml === undefined) return { problem: notOpml }
  const feeds = new Map<string, ListedFeed>()
  const visit = (holder: XmlElement, folder: string | null): void => {
    for (const child of holder.children) {
      if (typeof child === 'string') continue
      if (child.name !== 'outline') {
        visit(child, folder)
        continue
      }
      const name = toWords(getAttribute(child, 'title')) ?? toWords(getAttribute(child, 'text'))
      const written = getAttribute(child, 'xmlUrl')?.replace(/^feed:(?:\/\/)?/i, toHttp) ?? null
      const url = resolveAddress(written, null)
      if (url === null) {
        visit(child, name === null ? folder : folder === null ? name : `${folder} / ${name}`)
        continue
      }
      const siteUrl = resolveAddress(getAttribute(child, 'htmlUrl'), url)
      if (!feeds.has(url)) feeds.set(url, { title: name, url, siteUrl, folder })
      visit(child, folder)
    }
  }
  visit(opml, null)
  return [...feeds.values()]
}

// feed://selgradpost.example/rss, feed:https://selgradpost.example/rss
const toHttp = (scheme: string): string => (scheme.endsWith('//') ? 'http://' : '')

// Some readers escape twice: "Arce &amp;amp; Marsh".
const toWords = (text: string | null): string | null =>
  text === null ? null : /&(?:#\d+|[a-z]+);/i.test(text) ? htmlToWords(text) : toOneLine(text)

const notOpml: Problem = {
  code: 'not-a-feed',
  message: 'It is no list of feeds (OPML).',
  advice: 'Export the subscriptions of a feed reader as OPML and give that file.',
}

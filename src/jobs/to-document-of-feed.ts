import { escapeHtml } from '../collect/to-plain-words.ts'
import type { Document, DocumentHints } from '../records/document.ts'
import type { Problem } from '../records/problem.ts'

/**
 * The text that a feed carries of a page that cannot be had, as a page of its own: publishers who refuse a page to
 * programs often put all of it into the feed. That it is the feed’s text stands on its article, with why.
 */
export function toDocumentOfFeed(
  address: string,
  hints: DocumentHints | null,
  content: string,
  refusal: Problem,
  collectedAt: string,
): Document {
  const title = escapeHtml(hints?.title ?? '')
  const html = `<!doctype html><meta charset="utf-8"><title>${title}</title><article><h1>${title}</h1>${content}</article>`
  return {
    where: address,
    bytes: new TextEncoder().encode(html),
    mediaType: 'text/html',
    charset: 'utf-8',
    headers: {},
    collectedAt,
    problems: [
      {
        code: 'text-of-feed',
        message: `The page could not be had, so this is the text that its feed carries. ${refusal.message}`,
        advice: 'It may be shorter than the page. Open the page in your browser, save it and add the file.',
      },
    ],
    ...(hints === null ? {} : { hints }),
  }
}

import type { Document, DocumentHints } from '../records/document.ts'

/**
 * The text that a feed carries of a page that cannot be had, as a page of its own: publishers who refuse a page to
 * programs often put all of it into the feed.
 */
export function toDocumentOfFeed(
  address: string,
  hints: DocumentHints | null,
  content: string,
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
    ...(hints === null ? {} : { hints }),
  }
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

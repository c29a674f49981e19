/** What a document's characters are, whatever it is called. */
export type Format = 'html' | 'text' | 'feed' | 'sitemap' | 'json' | 'web-archive'

/** Tells by content; `mediaType` only decides for fragments that could be either. */
export function sniffFormat(text: string, mediaType: string | null): Format {
  const head = text.slice(0, 4096).replace(/^(?:\s|<!--[\s\S]*?-->|<\?xml[^>]*>)+/, '')
  if (/^<(?:rss|feed|rdf:rdf)\b/i.test(head)) return 'feed'
  if (/^<(?:urlset|sitemapindex)\b/i.test(head)) return 'sitemap'
  if (/^(?:From: <Saved by |MIME-Version:|Content-Type: multipart\/related)/im.test(text.slice(0, 300)))
    return 'web-archive'
  if (startOfPage.test(head)) return 'html'
  if (/^[{[]/.test(head) && isJson(text)) return 'json'
  // A fragment: prose in which at least two blocks are closed, or what a server calls HTML and has tags.
  const closings =
    text.slice(0, 262_144).match(/<\/(?:p|div|body|html|head|article|section|h[1-6]|ul|table|td)\s*>/gi)
      ?.length ?? 0
  if (closings >= 2) return 'html'
  const isDeclared = mediaType !== null && /html/.test(mediaType)
  return isDeclared && /<[a-z][^<>]*>/i.test(text) ? 'html' : 'text'
}

const startOfPage =
  /^<(?:!doctype\s+html|html|head|body|meta|title|link|script|style|div|article|section|main|header|p|h[1-6]|table|ul|ol|dl|span|a|b|i|em|strong|center|font|base|figure|form|aside|nav|footer|blockquote|img|br|hr|iframe|svg|noscript)\b/i

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

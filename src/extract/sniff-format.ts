import { parseListedArticle } from '../records/listed-article.ts'

/** What a document's characters are, whatever it is called. */
export type Format = 'html' | 'text' | 'feed' | 'sitemap' | 'opml' | 'json' | 'listed-article' | 'mail'

/** Tells by content; `mediaType` only decides for fragments that could be either. */
export function sniffFormat(text: string, mediaType: string | null): Format {
  const head = text.slice(0, 4096).replace(/^(?:\s|<!--[\s\S]*?-->|<\?xml[^>]*>)+/, '')
  if (/^<(?:rss|feed|rdf:rdf)\b/i.test(head)) return 'feed'
  if (/^<(?:urlset|sitemapindex)\b/i.test(head)) return 'sitemap'
  if (/^<opml\b/i.test(head)) return 'opml'
  if (startOfPage.test(head)) return 'html'
  if (isMail(text)) return 'mail'
  if (/^[{[]/.test(head)) {
    const value = parseJson(text)
    if (value !== undefined) return 'lacks' in parseListedArticle(value) ? 'json' : 'listed-article'
  }
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

// A page saved as MHTML begins like a mail. A text whose first lines are labels (“Date: ...”) names no encoding.
function isMail(text: string): boolean {
  if (!/^(?:From [^\n]{1,200}\n)?[A-Z][\w-]{1,60}:[ \t]/i.test(text)) return false
  const end = /\n[ \t]*\n/.exec(text.slice(0, 65_536))?.index ?? 65_536
  const header = text.slice(0, end)
  return /^(?:MIME-Version|Content-Type|Content-Transfer-Encoding):/im.test(header) && isHeader(header)
}

// Every line of a header is a name with a value, or goes on from the line before.
const isHeader = (header: string): boolean =>
  header
    .split('\n')
    .every((line, i) => /^(?:[!-9;-~]+\s*:|[ \t])/.test(line) || (i === 0 && line.startsWith('From ')))

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

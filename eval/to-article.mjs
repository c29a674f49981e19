import { findDatelineCredit, parseSignature, signedBy } from '../dist/extract/find-text-credits.js'
import { isAgency } from '../dist/extract/is-agency.js'

/**
 * An article out of a set’s row; credits as the extractor finds them on a page: in the first paragraph, the byline, the
 * last lines. `date` is a day.
 */
export function toArticle({ id, outlet, url = null, date, authors, title = null, text }) {
  const paragraphs = text.split('\n').filter((line) => line.trim() !== '')
  const byline = authors || null
  return {
    id,
    title,
    byline,
    outlet: outlet || null,
    url,
    publishedAt: date ? { value: date, precision: 'day', basis: 'given' } : null,
    language: 'en',
    text,
    credits: [
      findDatelineCredit(paragraphs[0] ?? ''),
      ...(byline ?? '')
        .split(/\s*[,;/|]\s*|\s+and\s+/)
        .filter((name) => isAgency(name.trim()))
        .map((name) => signedBy(name.trim(), byline)),
      ...paragraphs.slice(-5).map((line) => parseSignature(line.trim())),
    ].filter(Boolean),
    authors: [],
    modifiedAt: null,
    dateline: null,
    licence: null,
    blocks: [],
    links: [],
    images: [],
    dropped: [],
    stages: [],
    problems: [],
  }
}

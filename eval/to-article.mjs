import { findDatelineCredit, parseSignature, signedBy } from '../dist/extract/find-text-credits.js'
import { parseByline } from '../dist/extract/parse-byline.js'
import { bareArticle } from '../dist/records/bare-article.js'

/**
 * An article out of a set’s row; credits as the extractor finds them on a page: in the first paragraph, the byline, the
 * last lines. `date` is a day.
 */
export function toArticle({ id, outlet, url = null, date, authors, title = null, text }) {
  const paragraphs = text.split('\n').filter((line) => line.trim() !== '')
  const byline = authors || null
  return {
    ...bareArticle,
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
      ...parseByline(byline ?? '').agencies.map((agency) => signedBy(agency, byline)),
      ...paragraphs.slice(-5).map((line) => parseSignature(line.trim())),
    ].filter(Boolean),
  }
}

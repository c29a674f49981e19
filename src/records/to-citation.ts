import type { PublicationDate } from './article.ts'
import type { CslItem } from './csl-item.ts'
import { HearsayError } from './error.ts'
import type { Span } from './span.ts'
import type { StoredArticle } from './stored-article.ts'

/** Words of an article, or all of it, as they are cited. */
export interface Citation {
  /** One line for a report or a footnote. */
  readonly text: string
  readonly csl: CslItem
}

/**
 * Cites words of an article: the quote, outlet, authors, title, day of publication, address, and where the archive has
 * them. What is not known is left out, but for the day: that nobody knows it is said. A span of null cites the article.
 *
 * The span stands behind the id as RFC 5147 writes it, in UTF-16 code units. Days are ISO 8601, in the page’s own time zone where it gave one, and no more exact than the page is.
 *
 * @throws {HearsayError} `invalid-request` where the span holds no words of the text.
 */
export function toCitation({ article, document }: StoredArticle, span: Span | null): Citation {
  const quote = span === null ? null : quoteWords(wordsAt(article.text, span))
  const collectedAt = document.sightings[0]?.collectedAt ?? null
  const location = span === null ? article.id : `${article.id}#char=${span.start},${span.end}`
  const archived = [`Hearsay ${location}`, collectedAt && `collected ${collectedAt}`]
    .filter(Boolean)
    .join(', ')
  const day = article.publishedAt === null ? null : toDay(article.publishedAt)
  const from = [
    article.outlet,
    ...article.authors,
    article.title && quoteWords(article.title),
    day ?? 'date unknown',
    article.url,
    archived,
  ]
  const csl: CslItem = {
    id: `hearsay:${location}`,
    type: 'article-newspaper',
    ...(article.title && { title: article.title }),
    ...(article.authors.length > 0 && { author: article.authors.map((literal) => ({ literal })) }),
    ...(article.outlet && { 'container-title': article.outlet }),
    ...(day && { issued: toCslDate(day) }),
    ...(collectedAt && { accessed: toCslDate(collectedAt.slice(0, 10)) }),
    ...(article.url && { URL: article.url }),
    ...(article.language && { language: article.language }),
    archive: 'Hearsay',
    archive_location: location,
    note: [quote, archived].filter(Boolean).join(' '),
  }
  return { text: [quote, `${from.filter(Boolean).join(', ')}.`].filter(Boolean).join(' '), csl }
}

function wordsAt(text: string, { start, end }: Span): string {
  const words = text.slice(start, end)
  const isInside = start >= 0 && start < end && end <= text.length
  // Half a character, as of an emoji that is two UTF-16 code units, cannot be written down.
  const isWhole = !/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(words)
  if (!isInside || !isWhole || words.trim() === '')
    throw new HearsayError(
      'invalid-request',
      `From ${start} to ${end} there are no words: give a start and a later end within the ${text.length} characters of the text.`,
    )
  return words
}

/**
 * In quotation marks, and else letter for letter, so that it is found again on the page; only a line break, or several blanks, are one.
 * “Closed,” she said. → ‘“Closed,” she said.’: words that hold double marks stand in single ones.
 */
function quoteWords(words: string): string {
  const line = words.trim().replace(/\s+/g, ' ')
  return /["“”„]/.test(line) ? `‘${line}’` : `“${line}”`
}

/** As exact as it is known: 2026-03-04, 2026-03, 2026. */
function toDay({ value, precision }: PublicationDate): string {
  return value.slice(0, precision === 'year' ? 4 : precision === 'month' ? 7 : 10)
}

const toCslDate = (day: string) => ({ 'date-parts': [day.split('-').map(Number)] })

import type { PublicationDate } from '../records/article.ts'
import { parseListedArticle } from '../records/listed-article.ts'
import { cleanText } from './clean-text.ts'
import type { Draft } from './draft.ts'
import { findDatelineCredit, parseSignature, signedBy } from './find-text-credits.ts'
import { isWebAddress } from './find-url.ts'
import { isAgency } from './is-agency.ts'
import { type ParsedDate, parseMachineDate, parsePrintedDate } from './parse-date.ts'
import { splitParagraphs } from './split-paragraphs.ts'

/**
 * Takes the article out of a JSON object of a list of articles: its own fields and no others, since whoever made the
 * list has said what is what. Nothing of the text is dropped. Null when it is no such object.
 *
 * Whom the text credits for it is looked for all the same: the wire in a dateline or a last line counts as an origin.
 */
export function readListedArticle(json: string, where: string, given: ParsedDate | null): Draft | null {
  const parsed = parseListedArticle(parseJson(json))
  if ('lacks' in parsed) return null
  const { article } = parsed
  const paragraphs = splitParagraphs(article.text.replace(/\r\n?/g, '\n'))
  const byline = article.authors.length === 0 ? null : cleanText(article.authors.join(', '))
  const [first = ''] = paragraphs
  const last = paragraphs.length > 1 ? paragraphs.at(-1) : undefined
  const credits = [
    findDatelineCredit(first),
    last === undefined ? null : parseSignature(last),
    ...article.authors.filter(isAgency).map((agency) => signedBy(cleanText(agency), byline ?? agency)),
  ]
  return {
    title: article.title === null ? null : cleanText(article.title),
    byline,
    authors: article.authors.filter((author) => !isAgency(author)).map(cleanText),
    outlet: article.outlet === null ? null : cleanText(article.outlet),
    url: isWebAddress(article.url) ? article.url : isWebAddress(where) ? where : null,
    publishedAt: given === null ? toDate(article.date) : { ...given, basis: 'given' },
    modifiedAt: toDate(article.modified),
    licence: null,
    blocks: [],
    links: [],
    images: [],
    declaredLanguage: article.language,
    paragraphs,
    credits: credits.filter((credit) => credit !== null),
    dropped: [],
  }
}

/** The list is the operator’s own, and so is its word on the date. */
function toDate(text: string | null): PublicationDate | null {
  const date = text === null ? null : (parseMachineDate(text) ?? parsePrintedDate(text))
  return date === null ? null : { ...date, basis: 'given' }
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

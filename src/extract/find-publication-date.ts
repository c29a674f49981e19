import type { PublicationDate } from '../records/article.ts'
import type { TimeElement } from './find-blocks.ts'
import type { Page } from './page.ts'
import { type ParsedDate, parseMachineDate, parsePrintedDate } from './parse-date.ts'
import type { JsonLdArticle } from './parse-json-ld.ts'

/** What may say when an article was published. A response's `Last-Modified` is not among it: it dates a file. */
export interface DateEvidence {
  /** The operator's word. */
  readonly given: ParsedDate | null
  readonly jsonLd: JsonLdArticle | null
  readonly page: Page | null
  /** `<time>` elements at the head of the article. */
  readonly times: readonly TimeElement[]
  /** Date lines at the head of the article, in order. */
  readonly printed: readonly string[]
  readonly url: string | null
}

/** When an article was published, by the first of its witnesses that gives a date; null when none does. */
export function findPublicationDate(evidence: DateEvidence): PublicationDate | null {
  if (evidence.given !== null) return { ...evidence.given, basis: 'given' }
  const inData = parse(evidence.jsonLd?.datePublished)
  if (inData !== null) return { ...inData, basis: 'json-ld' }
  for (const name of metaNames) {
    for (const content of evidence.page?.metas.get(name) ?? []) {
      const inMeta = parse(content)
      if (inMeta !== null) return { ...inMeta, basis: 'meta' }
    }
  }
  // The first of them, but one that says "published" before one that does not.
  const published = evidence.times.filter(({ names }) => /publish|pubdate|posted|created/.test(names))
  const others = evidence.times.filter(
    ({ names, text }) => !/updated|modified/.test(names) && !/^(?:last )?(?:updated|modified)/i.test(text),
  )
  for (const { datetime, text } of [...published, ...others]) {
    const inElement = parse(datetime) ?? parsePrintedDate(text)
    if (inElement !== null) return { ...inElement, basis: 'time-element' }
  }
  for (const line of evidence.printed) {
    // "Published 4 March 2022, updated 5 March 2022": what follows "updated" is another day.
    const [first = ''] = line.split(
      /\b(?:last )?(?:updated|modified|aktualisiert|mis à jour|actualizado|aggiornato|обновлено)\b/i,
    )
    const inText = parsePrintedDate(first)
    if (inText !== null) return { ...inText, basis: 'text' }
  }
  const inUrl = evidence.url === null ? null : findDateInUrl(evidence.url)
  return inUrl === null ? null : { ...inUrl, basis: 'url' }
}

const parse = (text: string | null | undefined): ParsedDate | null =>
  text == null ? null : (parseMachineDate(text) ?? parsePrintedDate(text))

const metaNames = [
  'article:published_time',
  'article:published',
  'og:article:published_time',
  'og:published_time',
  'published_time',
  'datepublished',
  'datecreated',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'originalpublicationdate',
  'publication_date',
  'publication-date',
  'publish_date',
  'publish-date',
  'publishdate',
  'pubdate',
  'article_date_original',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date.created',
  'dcterms.created',
  'dcterms.date',
  'dc.date',
  'dc:date',
  'date',
]

/** The day, or at least the month, in an address: /2022/03/04/, /2022-03-04-title, /20220304/, /2022/mar/04/. */
export function findDateInUrl(url: string): ParsedDate | null {
  let path: string
  try {
    path = new URL(url).pathname
  } catch {
    return null
  }
  const named = /\/((?:19|20)\d\d)\/([a-z]{3,9})\/(\d{1,2})(?=\/|$)/i.exec(path)
  if (named !== null) return parsePrintedDate(`${named[3]} ${named[2]} ${named[1]}`)
  for (const pattern of [
    /(?:^|[/_-])((?:19|20)\d\d)([/_-])(\d{1,2})\2(\d{1,2})(?=[/_.-]|$)/,
    /(?:^|[/_-])((?:19|20)\d\d)()(\d\d)(\d\d)(?=[/_.-]|$)/,
  ]) {
    const [, year, , month, day] = pattern.exec(path) ?? []
    const found = year === undefined ? null : parseMachineDate(`${year}-${month}-${day}`)
    if (found !== null) return found
  }
  const month = /\/((?:19|20)\d\d)\/(0[1-9]|1[0-2])(?=\/)/.exec(path)
  return month === null ? null : parseMachineDate(`${month[1]}-${month[2]}`)
}

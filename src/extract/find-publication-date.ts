import type { PublicationDate } from '../records/article.ts'
import type { DateEvidence } from './date-evidence.ts'
import type { TimeElement } from './find-blocks.ts'
import { findModificationDate, isChange } from './find-modification-date.ts'
import type { PrintedDate } from './find-printed-dates.ts'
import { findScriptDate } from './find-script-date.ts'
import type { Page } from './page.ts'
import { isDateLine, type ParsedDate, parseMachineDate, parsePrintedDate } from './parse-date.ts'

/**
 * When an article was published, by the first of its witnesses that gives a day; null when none does.
 *
 * The page's data go first (JSON-LD, meta tags, `time` elements), then the feed that named it, what it prints, its
 * address. Where another witness tells the hour of the same day, the hour is taken; where the page prints the clock of
 * its place beside an instant in UTC, the instant is told in that zone, since “Thursday” in the text is Thursday there.
 * A page that only tells when it was last changed is dated by that: its words are of that day.
 */
export function findPublicationDate(evidence: DateEvidence): PublicationDate | null {
  if (evidence.given !== null) return { ...evidence.given, basis: 'given' }
  const witnesses = [...findWitnesses(evidence)]
  const isExact = ({ precision }: ParsedDate) => precision !== 'year' && precision !== 'month'
  const first = witnesses.find(isExact)
  if (first === undefined) return findModificationDate(evidence) ?? witnesses[0] ?? null
  const clocks = [...evidence.times.inHead, ...evidence.times.others]
    .filter((time) => !isChange(time))
    .flatMap(({ datetime, text }) => [
      parseMachineDate(datetime ?? ''),
      parsePrintedDate(text, evidence.order),
    ])
  const inHead = evidence.printed.filter(({ of, place }) => of !== 'change' && place !== 'below')
  return toLocal(withHour(first, witnesses), [
    ...witnesses,
    ...clocks.filter((clock) => clock !== null),
    ...inHead,
  ])
}

function* findWitnesses({
  jsonLd,
  page,
  times,
  printed,
  hints,
  url,
  order,
}: DateEvidence): Generator<PublicationDate> {
  const read = (text: string | null | undefined, basis: PublicationDate['basis']): PublicationDate[] => {
    // Programs write slashes in the American order, also for readers elsewhere: in data 03/04/2022 tells no day.
    const date = text == null ? null : (parseMachineDate(text) ?? parsePrintedDate(text))
    return date === null ? [] : [{ ...date, basis }]
  }
  yield* read(jsonLd?.datePublished, 'json-ld')
  for (const name of metaNames) {
    for (const content of page?.metas.get(name) ?? []) yield* read(content, 'meta')
  }
  function* readTimes(times: readonly TimeElement[]): Generator<PublicationDate> {
    for (const { datetime, text } of times.filter((time) => !isChange(time))) {
      const inText = parsePrintedDate(text, order)
      const inData = read(datetime, 'time-element')
      // Some templates keep the last change in `datetime` and print the day of publication.
      const differs = inText !== null && inData.some((date) => isFarFrom(date, inText))
      if (inData.length > 0 && !differs) yield* inData
      else if (inText !== null) yield { ...inText, basis: 'time-element' }
    }
  }
  const isPrinted = (of: PrintedDate['of'], ...places: PrintedDate['place'][]): PublicationDate[] =>
    printed
      .filter((date) => date.of === of && places.includes(date.place))
      // Nobody published on the web before; a bare date of then is a birthday.
      .filter(({ value }) => of !== null || value >= '1994')
      .map(({ value, precision }) => ({ value, precision, basis: 'text' }))
  yield* readTimes(times.inHead)
  yield* isPrinted('publication', 'head', 'above')
  yield* readTimes(times.others)
  // Inside a text, “published” may be said of a book.
  yield* isPrinted('publication', 'start')
  yield* read(jsonLd?.dateOfOther, 'json-ld')
  const inScripts = page === null ? null : findScriptDate([...page.jsonLd, ...page.scripts], order)
  if (inScripts !== null) yield { ...inScripts, basis: 'meta' }
  yield* read(hints?.publishedAt, 'feed')
  yield* isPrinted(null, 'head')
  const inUrl = url === null ? null : findDateInUrl(url)
  if (inUrl !== null && inUrl.precision === 'day') yield { ...inUrl, basis: 'url' }
  yield* isPrinted(null, 'above')
  yield* isPrinted('publication', 'below')
  yield* isPrinted(null, 'start')
  const inTitle = findDateInTitle(page)
  if (inTitle !== null) yield { ...inTitle, basis: 'text' }
  yield* isPrinted(null, 'below')
  if (inUrl !== null) yield { ...inUrl, basis: 'url' }
}

/** More than the day that zones can make. */
const isFarFrom = (left: ParsedDate, right: ParsedDate): boolean =>
  right.precision !== 'year' &&
  right.precision !== 'month' &&
  Math.abs(Date.parse(left.value.slice(0, 10)) - Date.parse(right.value.slice(0, 10))) > 86_400_000

const hourOf = ({ precision }: ParsedDate): boolean => precision === 'minute' || precision === 'second'

function withHour(date: PublicationDate, witnesses: readonly PublicationDate[]): PublicationDate {
  if (date.precision !== 'day') return date
  return (
    witnesses.find(
      (other) => hourOf(other) && other.basis !== 'feed' && other.value.slice(0, 10) === date.value,
    ) ?? date
  )
}

/** Zones lie between these, in minutes. */
const [westmost, eastmost] = [-12 * 60, 14 * 60]

/**
 * “2022-03-05T02:05Z” beside a printed “March 4, 2022, 7:05 p.m.” is “2022-03-04T19:05-07:00”, and so it is where another
 * witness tells the same instant in a zone.
 */
function toLocal(date: PublicationDate, others: readonly ParsedDate[]): PublicationDate {
  if (!hourOf(date) || !/(?:Z|\+00:00)$/.test(date.value)) return date
  const instant = Math.floor(Date.parse(date.value) / 60_000)
  const zoned = others.find(
    (other) =>
      /[+-](?!00:00)\d\d:\d\d$/.test(other.value) && Math.floor(Date.parse(other.value) / 60_000) === instant,
  )
  if (zoned !== undefined) return { ...date, value: zoned.value, precision: zoned.precision }
  for (const { value } of others) {
    const clock = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::\d\d)?$/.exec(value)?.[1]
    if (clock === undefined) continue
    const minutes = Math.round(Date.parse(`${clock}Z`) / 60_000) - instant
    if (minutes === 0 || minutes < westmost || minutes > eastmost || minutes % 30 !== 0) continue
    const size = Math.abs(minutes)
    const zone = `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
    const seconds = /T\d\d:\d\d(:\d\d)/.exec(date.value)?.[1] ?? ''
    return { ...date, value: `${clock}${seconds}${zone}` }
  }
  return date
}

const two = (number: number): string => String(number).padStart(2, '0')

/** “Bridge reopens | Herald | 04.03.2022”: the last part of a title, or the first, may be its day. */
function findDateInTitle(page: Page | null): ParsedDate | null {
  for (const title of [page?.titleElement, page?.metas.get('og:title')?.[0]]) {
    const parts = (title ?? '').split(/\s+[|–—·-]\s+/)
    const dated =
      parts.length > 1 ? [parts[parts.length - 1] ?? '', parts[0] ?? ''].find(isDateLine) : undefined
    if (dated !== undefined) return parsePrintedDate(dated)
  }
  return null
}

const metaNames = [
  'article:published_time',
  'article:published',
  'og:article:published_time',
  'og:published_time',
  'og:pubdate',
  'published_time',
  'published_at',
  'rnews:datepublished',
  'datepublished',
  'datecreated',
  'uploaddate',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'mediator_published_time',
  'originalpublicationdate',
  'publication_date',
  'publication-date',
  'publicationdate',
  'publish_date',
  'publish-date',
  'publishdate',
  'published-date',
  'publisheddate',
  'pubdate',
  'pub_date',
  'displaydate',
  'bt:pubdate',
  'article_date_original',
  'article.published',
  'article.created',
  'video:release_date',
  'og:video:release_date',
  'og:release_date',
  'release_date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.available',
  'dc.date.created',
  'dcterms.created',
  'prism.publicationdate',
  'citation_online_date',
  'citation_publication_date',
  'citation_date',
  'dcterms.date',
  'dc.date',
  'dc:date',
  'date',
]

/**
 * The day, or at least the month, in an address: /2022/03/04/, /2022-03-04-title, /20220304/, /2022/mar/04/,
 * /04-03-2022-title. The day on which an archive saved a page is none: /web/20220401101530/https://...
 */
export function findDateInUrl(url: string): ParsedDate | null {
  let path: string
  try {
    path = new URL(url).pathname.replace(/^\/web\/\d{4,14}[a-z_]*\/(?:https?:\/+)?[^/]*/, '')
  } catch {
    return null
  }
  const named = /\/((?:19|20)\d\d)\/([a-z]{3,9})\/(\d{1,2})(?=\/|$)/i.exec(path)
  if (named !== null) return parsePrintedDate(`${named[3]} ${named[2]} ${named[1]}`)
  for (const pattern of [
    /(?:^|[/_-])(?<year>(?:19|20)\d\d)(?<sign>[/_-])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})(?=[/_.-]|$)/,
    /(?:^|[/_-])(?<year>(?:19|20)\d\d)(?<month>\d\d)(?<day>\d\d)(?=[/_.-]|$)/,
    /(?:^|[/_~-])(?<day>\d\d)(?<sign>[._-])(?<month>\d\d)\k<sign>(?<year>(?:19|20)\d\d)(?=[/_.-]|$)/,
    // "/2022-03/04/", "/2022/0304/"
    /\/(?<year>(?:19|20)\d\d)(?<sign>[/-])?(?<month>\d\d)\/?(?<day>\d\d)(?=\/)/,
  ]) {
    const { year, month, day } = pattern.exec(path)?.groups ?? {}
    const found = year === undefined ? null : parseMachineDate(`${year}-${month}-${day}`)
    if (found !== null) return found
  }
  const month = /\/((?:19|20)\d\d)\/(0[1-9]|1[0-2])(?=\/)/.exec(path)
  return month === null ? null : parseMachineDate(`${month[1]}-${month[2]}`)
}

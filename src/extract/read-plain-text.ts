import type { DocumentHints } from '../records/document.ts'
import { classifyFurniture } from './classify-furniture.ts'
import { countWords, endsSentence, isProse } from './count-words.ts'
import type { DateEvidence } from './date-evidence.ts'
import type { Draft } from './draft.ts'
import { dropInlineLinks } from './drop-inline-links.ts'
import { findAuthors } from './find-authors.ts'
import { findDateOrder } from './find-date-order.ts'
import { findModificationDate } from './find-modification-date.ts'
import { findPrintedDates } from './find-printed-dates.ts'
import { findPublicationDate } from './find-publication-date.ts'
import { signedBy } from './find-text-credits.ts'
import { findUrl, isWebAddress } from './find-url.ts'
import { joinText } from './join-text.ts'
import { readsAsCredit } from './parse-credit.ts'
import { type ParsedDate, parsePrintedDate } from './parse-date.ts'
import type { PlacedBlock } from './placed-block.ts'
import { sortBlocks } from './sort-blocks.ts'
import { splitParagraphs } from './split-paragraphs.ts'
import { tidyPlainText } from './tidy-plain-text.ts'

/** Takes the article out of plain text: a page saved or copied as text, a dispatch, a mail. */
export function readPlainText(
  text: string,
  where: string,
  given: ParsedDate | null,
  hints: DocumentHints | null = null,
): Draft {
  const tidy = tidyPlainText(text)
  const bare = splitParagraphs(tidy.text, tidy.isTypeset).map(dropInlineLinks)
  const endMarks = bare.flatMap(({ text }) => (endMark.test(text) ? [text] : []))
  const paragraphs = bare.flatMap(({ text }) => (text === '' || endMark.test(text) ? [] : [text]))
  const head = readHead(paragraphs)
  const blocks: PlacedBlock[] = paragraphs.map((text, i) => ({
    text,
    kind: i === head.titleAt ? 'title-heading' : 'paragraph',
    linkShare: isWebAddress(text) ? 1 : 0,
    links: [],
    isStrong: false,
    inQuote: false,
    row: null,
    cell: null,
    region: head.labelled.has(i)
      ? { reason: head.labelled.get(i) ?? 'other', element: i, word: null, inner: null }
      : null,
    credit: null,
    element: i,
    kept: true,
    isOwn: false,
  }))
  const sorted = sortBlocks(blocks, head.title)
  const url = findUrl(where, null) ?? hints?.url ?? head.url
  const outlet = head.outlet ?? hints?.outlet ?? null
  const title = head.title ?? hints?.title ?? null
  const { byline, people, agencies } = findAuthors({
    page: null,
    jsonLd: null,
    printed: head.author === null ? sorted.bylines : [head.author, ...sorted.bylines],
    hinted: hints?.authors ?? [],
    outlet,
    url,
  })
  const order = findDateOrder(hints?.language ?? null, url)
  const labelled = head.date === null ? null : parsePrintedDate(head.date, order)
  const printed = findPrintedDates(blocks, sorted.text, head.title, head.titleAt, order)
  const dates: DateEvidence = {
    given,
    jsonLd: null,
    page: null,
    times: { inHead: [], others: [] },
    printed: labelled === null ? printed : [{ ...labelled, of: 'publication', place: 'head' }, ...printed],
    hints,
    url,
    order,
  }
  return {
    title,
    byline,
    authors: people,
    outlet,
    url,
    publishedAt: findPublicationDate(dates),
    modifiedAt: findModificationDate(dates),
    licence: null,
    images: [],
    declaredLanguage: hints?.language ?? null,
    ...joinText(
      sorted.text.flatMap((i) => blocks[i] ?? []),
      null,
    ),
    credits: [...sorted.credits, ...agencies.map((agency) => signedBy(agency, byline ?? agency))],
    dropped: [
      ...sorted.dropped,
      ...[...tidy.dropped, ...bare.flatMap(({ links }) => links), ...endMarks].map((text) => ({
        text,
        reason: 'other' as const,
      })),
    ],
  }
}

interface Head {
  readonly title: string | null
  /** Index of the title's paragraph; -1 without one. */
  readonly titleAt: number
  readonly author: string | null
  readonly date: string | null
  readonly outlet: string | null
  readonly url: string | null
  /** Paragraphs of the form “Date: ...”, and lines above the title. */
  readonly labelled: ReadonlyMap<number, 'title' | 'byline' | 'date' | 'other' | 'navigation'>
}

/** A head longer than this is no head but the text. */
const longestHead = 12

// Lines above the first running text: labels ("Source: ..."), a bare address, the title.
function readHead(paragraphs: readonly string[]): Head {
  const found: Partial<Record<'title' | 'author' | 'date' | 'outlet' | 'url', string>> = {}
  const labelled = new Map<number, 'title' | 'byline' | 'date' | 'other' | 'navigation'>()
  const lines: number[] = []
  for (const [i, line] of paragraphs.slice(0, longestHead).entries()) {
    if (isProse(line) && !isTitleLike(line, paragraphs[i + 1])) break
    const label = headLabel.exec(line)
    const key = labelKeys.find(([, names]) => names.test(label?.[1] ?? ''))?.[0]
    if (label?.[2] !== undefined && key !== undefined && found[key] === undefined) {
      found[key] = label[2]
      labelled.set(i, key === 'author' ? 'byline' : key === 'date' || key === 'title' ? key : 'other')
    } else if (isWebAddress(line)) {
      found.url ??= line
      labelled.set(i, 'other')
    } else if (label !== null && mailLabel.test(label[1] ?? '')) {
      labelled.set(i, 'other')
    } else if (writerLine.test(line)) {
      labelled.set(i, 'byline')
    } else if (isWireLine(line) || bareHost.test(line)) {
      labelled.set(i, 'other')
    } else if (
      classifyFurniture(line, { inHead: true, isLink: false, isHeading: false }) === null &&
      !readsAsCredit(line)
    ) {
      lines.push(i)
    }
  }
  const titleAt = found.title === undefined ? chooseTitle(paragraphs, lines) : -1
  // A section's name or the outlet's stands above the title.
  for (const i of lines) if (i < titleAt) labelled.set(i, 'navigation')
  const title = found.title ?? paragraphs[titleAt]?.replace(/^#{1,6}\s+/, '') ?? null
  return {
    title,
    titleAt,
    author: found.author ?? null,
    date: found.date ?? null,
    outlet: found.outlet ?? null,
    url: isWebAddress(found.url) ? found.url : null,
    labelled,
  }
}

/** What ends a dispatch: “ENDS”, “-30-”, “###”, “(END)”. */
const endMark = /^(?:\(?-?\s?ends?\s?-?\)?|-?\s?30\s?-?|nnnn|[#*=_-]{3,})$/i

/** “Meridian Press Writer”, below the name of one. */
const writerLine = /^(?:\p{Lu}[\p{L}&.’'-]{1,30} ){1,4}(?:(?:staff )?writer|correspondent|reporter)s?$/iu

/** A mail’s own lines that say nothing of the article. */
const mailLabel = /^(?:from|to|cc|reply to)$/i

/** “meridianpost.example”, as a browser’s reader sets it under the title. */
const bareHost = /^(?:www\.)?[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,3}$/i

// “Morvenia-Bridge,2nd Ld-Writethru,0412”, “MORVENIA-BRIDGE/ (UPDATE 2)”, “a0412”, “Eds: Updates with quotes.”, “URGENT”
const isWireLine = (line: string): boolean =>
  line.length < 200 &&
  (/^\^?(?:BC-)?[\p{L}\d&]+(?:[-–_]{1,2}[\p{L}\d&]+)*,\s?(?:\d(?:st|nd|rd|th) (?:ld|lead)\b.*|bjt?|ledeall|\d{3,4})$/iu.test(
    line,
  ) ||
    /^[\p{Lu}\d]{2,}(?:[-/][\p{Lu}\d]{2,})+\/?(?: \((?:UPDATE|WRAPUP|CORRECTED|PIX|TV|GRAPHIC|REFILE)[^()]{0,40}\))*$/u.test(
      line,
    ) ||
    /^(?:[a-z]\d{4}|(?:eds?|editors)\s?:.*|urgent|bulletin|flash|embargoed\b.*)$/i.test(line))

const headLabel = /^([\p{L}][\p{L} ]{1,20})\s*:\s+(\S.{0,400})$/u

const labelKeys = [
  ['title', /^(?:title|headline|subject)$/i],
  ['author', /^(?:authors?|byline)$/i],
  ['date', /^(?:date|sent|published|publication date|posted|date published)$/i],
  ['outlet', /^(?:source|publisher|outlet|publication|newspaper|site)$/i],
  ['url', /^(?:url|link|address|permalink|source url)$/i],
] as const

function chooseTitle(paragraphs: readonly string[], lines: readonly number[]): number {
  const candidates = lines.filter((i) => isTitleLike(paragraphs[i] ?? '', paragraphs[i + 1]))
  // "World" above "Ministers meet over bridge": a title has at least three words, if any line has.
  return candidates.find((i) => countWords(paragraphs[i] ?? '') >= 3) ?? candidates[0] ?? -1
}

function isTitleLike(line: string, next: string | undefined): boolean {
  if (next === undefined || line.length > 250) return false
  // "Fire at the port" is a title, "There was a fire at the port." a text that starts; "... the U.S." a title.
  return !endsSentence(line) || /[?!]["”’]?$|(?:\b\p{Lu}\.){2,}$/u.test(line)
}

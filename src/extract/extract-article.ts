import { createHash } from 'node:crypto'
import type { Article, PublicationDate } from '../records/article.ts'
import type { Document, DocumentHints } from '../records/document.ts'
import { HearsayError } from '../records/error.ts'
import type { Problem } from '../records/problem.ts'
import { cleanText } from './clean-text.ts'
import { countWords, isProse } from './count-words.ts'
import { decodeBytes, guessUtf16 } from './decode-bytes.ts'
import type { Draft } from './draft.ts'
import { findDateline } from './find-dateline.ts'
import { findLanguage } from './find-language.ts'
import { findOriginalCredit } from './find-original-credit.ts'
import { isConsentWall } from './is-consent-wall.ts'
import { adviseOnBinary, nameBinary } from './name-binary.ts'
import { type ParsedDate, parseMachineDate } from './parse-date.ts'
import type { MailedPage } from './read-mail.ts'
import { type Format, sniffFormat } from './sniff-format.ts'

/** `name@version` of what takes articles out of documents: the same stages give the same article. */
export const extractStages: readonly string[] = ['extract@3']

/** An article, or why there is none. */
export type Extraction = { readonly article: Article } | { readonly problem: Problem }

export interface ExtractOptions {
  /** The operator's word on when it was published, ISO 8601, as exact as it is known. */
  readonly date?: string | null
}

/**
 * Takes the article out of a document. Never throws on a bad document: what is wrong is a problem, on the article
 * where there is one.
 *
 * @throws {HearsayError} `usage` when `options.date` is no date.
 */
export async function extractArticle(document: Document, options: ExtractOptions = {}): Promise<Extraction> {
  const given = parseGiven(options.date ?? null)
  const { bytes, where } = document
  if (bytes.length === 0) return { problem: emptyDocument('The document is empty (0 bytes).') }
  const binary = guessUtf16(bytes) === null ? nameBinary(bytes) : null
  if (binary !== null) {
    return {
      problem: {
        code: 'binary-document',
        message: `The document is ${binary}, not text.`,
        advice: adviseOnBinary(binary),
      },
    }
  }
  const decoded = decodeBytes(bytes, document.charset)
  if (decoded.text.trim() === '')
    return { problem: emptyDocument(`The document holds only white space (${bytes.length} bytes).`) }

  const sniffed = sniffFormat(decoded.text, document.mediaType)
  const mailed = sniffed === 'mail' ? (await import('./read-mail.ts')).readMail(bytes) : null
  const { text, charset, format } = mailed ?? { ...decoded, format: sniffed }
  const foreign = foreignFormats[format]
  if (foreign !== undefined) return { problem: { code: 'no-article', ...foreign } }
  const found = await readFormat(format, text, mailed?.url ?? where, given, document.hints ?? null)
  const draft = mailed === null ? found : addMail(found, mailed)
  // A note that somebody wrote down is as short as they like, and so is what a list calls an article; a page of so
  // few words is none.
  const isNote =
    format === 'listed-article' ||
    (format === 'text' &&
      draft.paragraphs.some((text) => /[.!?][”"’)]?$/.test(text.trim()) && countWords(text) >= 3))
  const words = countRunningWords(draft.paragraphs)
  if (words < fewestWords && !isNote) return { problem: noArticle(draft, words) }
  // The article stands behind it, and was not seen: as a version it would be an edit that nobody made.
  if (format === 'html' && isConsentWall(draft.paragraphs)) return { problem: consentWall(draft) }

  const { paragraphs, declaredLanguage, ...rest } = draft
  const body = paragraphs.join('\n\n')
  const original = findOriginalCredit(document.hints ?? null, draft.outlet, draft.url)
  const article = {
    ...rest,
    modifiedAt: isBeforeDay(rest.modifiedAt, rest.publishedAt) ? null : rest.modifiedAt,
    language: await findLanguage(body, declaredLanguage),
    text: body,
    dateline:
      paragraphs
        .slice(0, 3)
        .map(findDateline)
        .find((dateline) => dateline !== null) ?? null,
    credits: original === null ? rest.credits : [...rest.credits, original],
    stages: extractStages,
    problems: [
      ...(document.problems ?? []),
      ...(mailed?.isCut === true ? [cutOff] : []),
      ...findProblems(draft, body, charset, document.collectedAt),
    ],
  }
  return { article: { id: identifyArticle(article), ...article } }
}

// A template's date, or another zone's: what was published on Tuesday was not changed on Monday.
const isBeforeDay = (modified: PublicationDate | null, published: PublicationDate | null): boolean =>
  modified !== null && published !== null && modified.value.slice(0, 10) < published.value.slice(0, 10)

/** Fewer words of running text than this are a caption, a teaser or a wall. */
const fewestWords = 25

/** A paragraph with fewer words is a label; without one longer, all of them are. */
const fewestWordsInParagraph = 10

function countRunningWords(paragraphs: readonly string[]): number {
  const hasProse = paragraphs.some((text) => isProse(text) || countWords(text) >= 2 * fewestWordsInParagraph)
  if (!hasProse) return 0
  return paragraphs.reduce((sum, text) => sum + countWords(text), 0)
}

async function readFormat(
  format: Format,
  text: string,
  where: string,
  given: ParsedDate | null,
  hints: DocumentHints | null,
): Promise<Draft> {
  if (format === 'html') return (await import('./read-html.ts')).readHtml(text, where, given, hints)
  if (format === 'listed-article') {
    const draft = (await import('./read-listed-article.ts')).readListedArticle(text, where, given)
    if (draft !== null) return draft
  }
  return (await import('./read-plain-text.ts')).readPlainText(text, where, given, hints)
}

const foreignFormats: Partial<Record<Format, Omit<Problem, 'code'>>> = {
  feed: {
    message: 'The document is a feed (RSS or Atom): a list of articles, not one.',
    advice: 'Follow it: hearsay follow ADDRESS. Or give the addresses of the articles that it lists.',
  },
  sitemap: {
    message: 'The document is a sitemap: a list of addresses, not an article.',
    advice: 'Give the addresses of the articles that it lists.',
  },
  json: {
    message: 'The document is JSON, and no article: it has no field `text`.',
    advice: 'Give the page that people read, or name the fields url, outlet, date, title and text.',
  },
  opml: {
    message: 'The document is an OPML file: a list of feeds, not an article.',
    advice: 'Follow the feeds that it lists: hearsay follow FILE.',
  },
  mail: {
    message: 'The document is a mail or a page saved as one (MHTML), and holds neither HTML nor plain text.',
    advice: 'Open it in the program that saved it and save it as “Web page, HTML only”.',
  },
}

/** What a mail says of itself, where its text says nothing: the subject of a newsletter is its title. */
function addMail(draft: Draft, { mail }: MailedPage): Draft {
  if (mail === null) return draft
  const publishedAt: PublicationDate | null = mail.sentAt === null ? null : { ...mail.sentAt, basis: 'meta' }
  return {
    ...draft,
    title: mail.subject ?? draft.title,
    publishedAt:
      draft.publishedAt?.basis === 'given' ? draft.publishedAt : (publishedAt ?? draft.publishedAt),
  }
}

const cutOff: Problem = {
  code: 'broken-record',
  message: 'The file ends in the middle of the page.',
  advice: 'Save the page again.',
}

const emptyDocument = (message: string): Problem => ({
  code: 'empty-document',
  message,
  advice: 'Save the page again; if the page is built by scripts, save it from the browser once it is shown.',
})

function noArticle(draft: Draft, words: number): Problem {
  const title = draft.title === null ? '' : ` The page calls itself “${draft.title.slice(0, 120)}”.`
  const found = words === 0 ? 'no running text' : `only ${words} words of running text`
  return {
    code: 'no-article',
    message: `The page has ${found}: a list of links, a login or an empty shell, not an article.${title}`,
    advice:
      'Give the address of one article. If a browser shows the text, save the page from there (“Web page, HTML only”) and give the file.',
  }
}

const consentWall = ({ title }: Draft): Problem => ({
  code: 'no-article',
  message: `The page only asks for consent to cookies; the article behind it was not shown.${title === null ? '' : ` The page calls itself “${title.slice(0, 120)}”.`}`,
  advice:
    'Open the page in a browser, answer the question, save it (“Web page, HTML only”) and give the file.',
})

function findProblems(draft: Draft, text: string, charset: string, collectedAt: string): Problem[] {
  const problems: Problem[] = []
  const broken = brokenCharacter.exec(text)
  const inTitle = brokenCharacter.exec(draft.title ?? '')
  if (broken !== null || inTitle !== null)
    problems.push(brokenEncoding(text, broken, draft.title, inTitle, charset))
  if (draft.publishedAt === null) {
    problems.push({
      code: 'no-date',
      message: 'The page does not say when it was published, so days such as “Thursday” cannot be placed.',
      advice: 'Give the date with --date YYYY-MM-DD.',
    })
  } else if (draft.publishedAt.basis !== 'given' && isAfter(draft.publishedAt.value, collectedAt)) {
    problems.push({
      code: 'future-date',
      message: `The page says it was published on ${draft.publishedAt.value}, after it was collected (${collectedAt.slice(0, 10)}).`,
      advice: 'Check the date and give the right one with --date YYYY-MM-DD.',
    })
  }
  return problems
}

// U+FFFD, and the C1 controls that windows-1252 read as Latin-1 leaves behind.
const brokenCharacter = /[\ufffd\u0080-\u009f]/

function brokenEncoding(
  text: string,
  inText: RegExpExecArray | null,
  title: string | null,
  inTitle: RegExpExecArray | null,
  charset: string,
): Problem {
  const [place, words, at] =
    inText === null
      ? (['title', title ?? '', inTitle?.index ?? 0] as const)
      : (['text', text, inText.index] as const)
  const count = (words.match(new RegExp(brokenCharacter, 'g')) ?? []).length
  const code = `U+${(words.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  const before = cleanText(at <= 40 ? words.slice(0, at) : words.slice(at - 40, at).replace(/^\S*\s/, ''))
  const where = before === '' ? 'at its start' : `after “${before}”`
  return {
    code: 'broken-encoding',
    message: `Read as ${charset}, ${count === 1 ? 'one character' : `${count} characters`} of the ${place} cannot be right; the first is ${code} at ${at}, ${where}.`,
    advice: 'Save the page again as UTF-8, or read it from its address.',
  }
}

// Clocks and time zones differ by a day at most.
function isAfter(published: string, collectedAt: string): boolean {
  const limit = new Date(Date.parse(collectedAt) + 86_400_000)
  return !Number.isNaN(limit.getTime()) && published.slice(0, 10) > limit.toISOString().slice(0, 10)
}

function parseGiven(date: string | null): ParsedDate | null {
  if (date === null) return null
  const given = parseMachineDate(date)
  if (given !== null) return given
  throw new HearsayError('usage', `“${date}” is no date. Give YYYY-MM-DD, for example 2025-11-28.`)
}

/** The first 128 bits of the SHA-256 of the article without its id, as JSON with sorted keys. */
export function identifyArticle(article: Omit<Article, 'id'>): string {
  return createHash('sha256').update(toCanonicalJson(article)).digest('hex').slice(0, 32)
}

const toCanonicalJson = (article: Omit<Article, 'id'>): string =>
  JSON.stringify(article, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
      : value,
  )

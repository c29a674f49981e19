import { readLimited } from '../collect/read-limited.ts'
import { decodeBytes } from '../extract/decode-bytes.ts'
import { identifyArticle } from '../extract/extract-article.ts'
import { splitParagraphs } from '../extract/split-paragraphs.ts'
import { openReader } from '../read/open-reader.ts'
import { bareArticle } from '../records/bare-article.ts'
import { HearsayError } from '../records/error.ts'
import type { ReadingMode } from '../records/reading.ts'
import { loadResources } from '../resources/load-resources.ts'
import type { ReadArticle } from './read-document.ts'

export interface ExplainOptions {
  readonly mode?: ReadingMode
  /** The day that “on Thursday” is counted from, YYYY-MM-DD; null places no relative time. */
  readonly date?: string | null
}

/** More sentences are an article: a drawing of each would bury the one that is asked about. */
const mostSentences = 20

/** Twenty long sentences; checked before reading, so that a whole file piped in by mistake is refused at once. */
const mostBytes = 20_000

/**
 * Reads a few sentences as the words of an article: nothing is taken for a title, a byline or furniture, and
 * nothing is stored. A stream is read to its end and decoded.
 *
 * @throws {HearsayError} `usage` when there are no words, or more than twenty sentences.
 */
export async function explainText(
  words: string | AsyncIterable<Uint8Array>,
  { mode = 'full', date = null }: ExplainOptions = {},
): Promise<ReadArticle> {
  const opening = loadResources()
  const bytes = typeof words === 'string' ? Buffer.from(words) : await readLimited(words, mostBytes)
  if (bytes === null || bytes.length > mostBytes) throw tooLong(`more than ${mostBytes / 1000} kB`)
  const text = splitParagraphs(decodeBytes(bytes, null).text).join('\n\n')
  if (text === '')
    throw new HearsayError('usage', 'There are no words to explain. Give a sentence, or pipe one to “-”.')
  const draft = {
    ...bareArticle,
    publishedAt: date === null ? null : ({ value: date, precision: 'day', basis: 'given' } as const),
    text,
  }
  const article = { id: identifyArticle(draft), ...draft }
  const reading = openReader(await opening, mode).read(article)
  if (reading.sentences.length > mostSentences) throw tooLong(`${reading.sentences.length} sentences`)
  return { article, reading }
}

const tooLong = (found: string): HearsayError =>
  new HearsayError(
    'usage',
    `The text has ${found}; explain draws up to ${mostSentences} sentences. For a whole article use hearsay read FILE, or the view “How this was read” on the desk.`,
  )

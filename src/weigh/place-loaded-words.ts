import type { Reading, Sentence, Statement } from '../records/reading.ts'
import type { Span } from '../records/span.ts'
import type { LoadedTelling } from '../records/story-outlet.ts'
import type { Version } from './version.ts'

/** How far before a word its opening quotation mark is looked for: the longest paragraphs of quoted speech. */
const mostQuoted = 1500

/**
 * Says of each loaded word in which sentence and in whose voice it stands: “the regime has fallen” is attributed to nobody, unless
 * somebody is reported to say so (“Arce said the regime had fallen”) or it stands within quotation marks.
 */
export function placeLoadedWords({ article: { id, text }, reading }: Version): LoadedTelling[] {
  if (reading === null) return []
  return reading.loadedWords.flatMap(({ start, end, plainer }) => {
    const span = { start, end }
    const sentence = findSentence(reading.sentences, span)
    if (sentence === null) return []
    const statement = findStatement(reading, span)
    const isQuoted = statement?.kind === 'direct' || isInQuotationMarks(text, start)
    return {
      articleId: id,
      span,
      words: text.slice(start, end),
      plainer,
      voice: isQuoted ? 'quoted' : statement === null ? 'unattributed' : 'attributed',
      source: statement && nameSource(text, statement),
      sentence: { start: sentence.start, end: sentence.end },
      sentenceText: text.slice(sentence.start, sentence.end),
    }
  })
}

/** Sentences stand in order: halves what is left until one holds the words. */
function findSentence(sentences: readonly Sentence[], { start, end }: Span): Sentence | null {
  let [low, high] = [0, sentences.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  const found = sentences[low]
  return found && found.start <= start && end <= found.end ? found : null
}

/** The innermost statement whose content holds the words: in “Belta reports that Arce called it a putsch”, Arce’s. */
function findStatement({ statements }: Reading, { start, end }: Span): Statement | null {
  const holds = (span: Span) => span.start <= start && end <= span.end
  let found: Statement | null = null
  for (const statement of statements) {
    const { content, contentParts } = statement
    if (content === null || !(contentParts.length > 0 ? contentParts.some(holds) : holds(content))) continue
    if (found?.content && found.content.end - found.content.start < content.end - content.start) continue
    found = statement
  }
  return found
}

function nameSource(text: string, { source, sourceEntity }: Statement): string | null {
  return sourceEntity ?? (source && text.slice(source.start, source.end).replace(/[,;]$/, ''))
}

/** Whether the last quotation mark before it in its paragraph opens; straight ones do when their number is odd. */
function isInQuotationMarks(text: string, at: number): boolean {
  let straight = 0
  for (let i = at - 1; i >= 0 && i > at - mostQuoted && text[i] !== '\n'; i--) {
    if (text[i] === '“' || text[i] === '«') return true
    if (text[i] === '”' || text[i] === '»') return straight % 2 === 1
    if (text[i] === '"') straight++
  }
  return straight % 2 === 1
}

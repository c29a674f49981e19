import type { Article } from '../records/article.ts'
import { bareArticle } from '../records/bare-article.ts'
import type { Reading, ReadingMode } from '../records/reading.ts'
import type { Span } from '../records/span.ts'
import { loadResources } from '../resources/load-resources.ts'
import { openReader, type Reader } from './open-reader.ts'

const resources = await loadResources()
const opened = new Map<ReadingMode, Reader>()

/** The reader of a mode, opened once a test file. */
export function readerOf(mode: ReadingMode): Reader {
  const reader = opened.get(mode) ?? openReader(resources, mode)
  opened.set(mode, reader)
  return reader
}

/** An article of just this text, published on a Friday: 21 November 2025. */
export const articleOf = (text: string, day: string | null = '2025-11-21'): Article => ({
  ...bareArticle,
  id: '00000000000000000000000000000000',
  publishedAt: day ? { value: day, precision: 'day', basis: 'given' } : null,
  language: 'en',
  text,
})

/** Reads a text as an article, with a function that gives back the words of a span. */
export function readText(
  text: string,
  day: string | null = '2025-11-21',
  mode: ReadingMode = 'full',
): { reading: Reading; words: (span: Span | null) => string | null } {
  return {
    reading: readerOf(mode).read(articleOf(text, day)),
    words: (span) => (span ? text.slice(span.start, span.end) : null),
  }
}

/** The statements of a text in words: source, cue, content parts. */
export function statementsOf(text: string, mode: ReadingMode = 'full') {
  const { reading, words } = readText(text, undefined, mode)
  return reading.statements.map((statement) => ({
    source: words(statement.source),
    cue: words(statement.cue),
    content: statement.contentParts.map(words),
    kind: statement.kind,
    via: words(statement.via),
    modality: statement.modality,
    condition: words(statement.condition),
  }))
}

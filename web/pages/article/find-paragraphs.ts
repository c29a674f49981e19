import type { Span } from '../../../src/records/span.ts'

/** The paragraphs of an article’s text, without the blank lines between them; none when the text is blank. */
export function findParagraphs(text: string): Span[] {
  const paragraphs: Span[] = []
  for (const match of text.matchAll(/\S(?:.|\n(?!\s*\n))*/g)) {
    const end = match.index + match[0].trimEnd().length
    paragraphs.push({ start: match.index, end })
  }
  return paragraphs
}

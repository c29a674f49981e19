import type { SentenceChange } from '../records/change.ts'
import type { Span } from '../records/span.ts'

/** How words that were cut and words that were put in are shown. */
export interface EditMarks {
  readonly cut: (words: string) => string
  readonly added: (words: string) => string
}

/**
 * A sentence that was changed, as an editor marks it: cut words and new ones where they stand, among the words of the later
 * version.
 */
export function markEdits({ before, after, edits }: SentenceChange, { cut, added }: EditMarks): string {
  if (before === null) return added(tidy(after?.text ?? ''))
  if (after === null) return cut(tidy(before.text))
  const words = (side: { span: Span; text: string }, start: number, end: number) =>
    side.text.slice(start - side.span.start, end - side.span.start)
  let marked = ''
  let at = after.span.start
  for (const edit of edits) {
    marked += words(after, at, edit.after.start)
    const [gone, come] = [
      words(before, edit.before.start, edit.before.end),
      words(after, edit.after.start, edit.after.end),
    ]
    if (gone !== '') marked += `${needsSpace(marked) && come === '' ? ' ' : ''}${cut(tidy(gone))}`
    if (come !== '') marked += added(tidy(come))
    at = edit.after.end
  }
  return tidy(marked + words(after, at, after.span.end))
}

const tidy = (words: string) => words.replace(/\s+/g, ' ').trim()
/** Words that were only cut stood behind a space, which the later version has not. */
const needsSpace = (marked: string) => /[\p{L}\p{N}]$/u.test(marked)

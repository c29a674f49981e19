import type { Span } from '../../../src/records/span.ts'

/** So much of a sentence is shown on either side of a word: three lines of a card. */
const side = 70

/** A word with what stands before and after it in its sentence, cut at spaces with an ellipsis where it is long. */
export function cutAround(
  sentenceText: string,
  sentence: Span,
  { start, end }: Span,
): { readonly before: string; readonly word: string; readonly after: string } {
  const before = sentenceText.slice(0, start - sentence.start)
  const after = sentenceText.slice(end - sentence.start)
  return {
    before: before.length <= side ? before : `… ${takeEnd(before)}`,
    word: sentenceText.slice(start - sentence.start, end - sentence.start),
    after: after.length <= side ? after : `${takeBeginning(after)} …`,
  }
}

/** Its last words; where it has no space, its last letters. */
function takeEnd(text: string): string {
  const space = text.indexOf(' ', text.length - side)
  return space === -1 ? text.slice(-side) : text.slice(space + 1)
}

function takeBeginning(text: string): string {
  const space = text.lastIndexOf(' ', side)
  return space <= 0 ? text.slice(0, side) : text.slice(0, space)
}

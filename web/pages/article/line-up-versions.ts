import type { SentenceChange } from '../../../src/records/change.ts'
import type { Span } from '../../../src/records/span.ts'

/** A row of two versions side by side: words that stand in both, or a sentence that is not as it was. */
export type VersionRow =
  /** `span` in the text of the later version. */
  | { readonly kind: 'same'; readonly span: Span }
  | { readonly kind: 'change'; readonly sentence: SentenceChange }

/**
 * Lines two versions of a text up, sentence by sentence: the whole later text in its order, with what was cut where it
 * stood between what stayed.
 *
 * What stayed is the same in both but for its blanks: so many letters of it as stand before a cut sentence in the earlier
 * text stand before its row.
 */
export function lineUpVersions(
  sentences: readonly SentenceChange[],
  earlier: string,
  later: string,
): VersionRow[] {
  const rows: VersionRow[] = []
  let at = 0
  const addSame = (end: number) => {
    if (later.slice(at, end).trim() !== '') rows.push({ kind: 'same', span: trim(later, { start: at, end }) })
    at = Math.max(at, end)
  }
  const stayed = skipSpans(
    earlier,
    sentences.flatMap(({ before }) => before?.span ?? []),
  )
  const stays = skipSpans(
    later,
    sentences.flatMap(({ after }) => after?.span ?? []),
  )
  for (const [i, sentence] of sentences.entries()) {
    if (sentence.after !== null) {
      addSame(sentence.after.span.start)
      at = sentence.after.span.end
    } else if (sentence.before !== null) {
      const next = sentences.slice(i).find(({ after }) => after !== null)?.after?.span.start ?? later.length
      addSame(Math.min(stays.placeOf(stayed.countTo(sentence.before.span.start)), next))
    }
    rows.push({ kind: 'change', sentence })
  }
  addSame(later.length)
  return rows
}

/** The letters of a text outside some spans of it, numbered. */
function skipSpans(text: string, spans: readonly Span[]) {
  const sorted = spans.toSorted((a, b) => a.start - b.start)
  const places: number[] = []
  let next = 0
  for (let i = 0; i < text.length; i++) {
    while (sorted[next] !== undefined && (sorted[next]?.end ?? 0) <= i) next++
    if (i < (sorted[next]?.start ?? text.length) && !/\s/.test(text[i] ?? '')) places.push(i)
  }
  return {
    countTo: (place: number): number => {
      const found = places.findIndex((letter) => letter >= place)
      return found === -1 ? places.length : found
    },
    /** Where so many letters end. */
    placeOf: (count: number): number => (count === 0 ? 0 : (places[count - 1] ?? text.length - 1) + 1),
  }
}

function trim(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  return { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length }
}

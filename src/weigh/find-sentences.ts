import type { Span } from '../records/span.ts'

/** Before these a stop ends no sentence: “Gen. Marsh”. */
const titles =
  /(?:^|[\s("“])(?:Mr|Mrs|Ms|Dr|Gen|Gov|Sen|Rep|Reps|Sens|Lt|Col|Sgt|Capt|Maj|Adm|Rev|Hon|Prof|St|No|vs|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|\p{Lu}|(?:\p{Lu}\.)+\p{Lu})\.$/u

/** Longer runs are cut, so that a text without stops stays linear: 4,000 units are some 600 words. */
const longest = 4000

/** Finds sentences where no reader has: at stops before a capital, and at every line’s end; in order. */
export function findSentences(text: string): Span[] {
  const sentences: Span[] = []
  for (const line of text.matchAll(/[^\n]+/g)) {
    let start = line.index
    const end = start + line[0].length
    for (const stop of line[0].matchAll(/[.!?…]["”’')\]]{0,3}(?=\s+["“‘'([]?[\p{Lu}\p{N}])/gu)) {
      const at = line.index + stop.index
      if (stop[0] === '.' && titles.test(text.slice(Math.max(start, at - 12), at + 1))) continue
      push(sentences, text, start, at + stop[0].length)
      start = at + stop[0].length
    }
    push(sentences, text, start, end)
  }
  return sentences
}

function push(sentences: Span[], text: string, from: number, to: number): void {
  for (let start = from; start < to; start += longest) {
    const piece = text.slice(start, Math.min(to, start + longest))
    const lead = piece.length - piece.trimStart().length
    const words = piece.trim()
    if (words !== '') sentences.push({ start: start + lead, end: start + lead + words.length })
  }
}

import type { Quotation } from './find-quotations.ts'
import type { PlacedStatement } from './place-drafts.ts'
import { markRanges, type Page, quotationAt, viewAt, wordAt } from './statement-page.ts'
import type { TokenRange } from './token-range.ts'

/**
 * Gives a speaker the quotations that go on behind the one that is attributed: “A,” she said. “B. C.”; and those of
 * the next paragraphs where the mark stays open at a paragraph’s end, as printed speech of several paragraphs does.
 *
 * A quotation that another statement already holds, or that has an attribution of its own, is left to it.
 */
export function extendQuotations(statements: readonly PlacedStatement[], page: Page): PlacedStatement[] {
  const taken = markRanges(
    page,
    statements.flatMap(({ cue, content }) => [cue, ...content]),
  )
  return statements.map((statement) => {
    const content = [...statement.content]
    const own = content[0] && quotationAt(page, content[0].from)
    if (!own || statement.kind === 'silence') return statement
    for (;;) {
      const end = restOfSentence(endOf(statement.cue, statement.source, content), taken, page)
      const next = nextQuotation(end, content, page)
      const range = next && { from: next.open, to: next.close + 1 }
      if (!range || taken.subarray(range.from, range.to).includes(1)) break
      content.push(range)
      taken.fill(1, range.from, range.to)
    }
    return content.length > statement.content.length ? { ...statement, content } : statement
  })
}

/** “…,” Arce told reporters at the ministry. “…”: past plain words to the end of the sentence. */
function restOfSentence(end: number, taken: Uint8Array, page: Page): number {
  const view = viewAt(page, end)
  if (!view || end <= view.firstToken) return end
  const last = view.firstToken + view.words.length
  for (let k = end; k < last; k++) if (taken[k] === 1 || quotationAt(page, k)) return end
  return last
}

const endOf = (cue: TokenRange, source: TokenRange | null, content: readonly TokenRange[]) =>
  Math.max(cue.to, source?.to ?? 0, ...content.map(({ to }) => to))

/** The quotation that follows token `end` as a sentence of its own: nothing but final marks before it and after it. */
function nextQuotation(end: number, content: readonly TokenRange[], page: Page): Quotation | undefined {
  let at = end
  while (/^[.!?,]$/.test(wordAt(page, at))) at++
  const quotation = quotationAt(page, at)
  if (quotation?.open !== at) return undefined
  const [before, first] = [page.tokens[at - 1], page.tokens[at]]
  const gap = before && first ? page.text.slice(before.end, first.start) : ''
  const last = content.at(-1)
  const runsOn = last !== undefined && last.to === at && !/[”"’»]$/.test(wordAt(page, at - 1))
  if (gap.includes('\n') && !(runsOn && quotationAt(page, at - 1))) return undefined
  const after = page.tokens[quotation.close + 1]
  const endsHere =
    after === undefined ||
    page.text.slice(page.tokens[quotation.close]?.end, after.start).includes('\n') ||
    viewAt(page, quotation.close + 1)?.firstToken === quotation.close + 1 ||
    /^[.!?]$/.test(wordAt(page, quotation.close + 1))
  return endsHere ? quotation : undefined
}

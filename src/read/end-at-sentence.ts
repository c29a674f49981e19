import type { PlacedStatement } from './place-drafts.ts'
import { type Page, quotationAt, viewAt } from './statement-page.ts'
import type { TokenRange } from './token-range.ts'

/**
 * Told words end with the cue’s sentence: only a quotation runs on. “said that he would quit. | They would talk again,
 * Veresk said”: the next sentence has its own attribution, or none.
 */
export function endAtSentence(statement: PlacedStatement, page: Page): PlacedStatement {
  const { cue, content } = statement
  const view = viewAt(page, cue.from)
  if (!view) return statement
  const end = view.firstToken + view.words.length
  let isCut = false
  const own = content.flatMap((part): TokenRange[] => {
    const crosses =
      part.from < end && part.from >= view.firstToken && part.to > end && quotationAt(page, end) === undefined
    if (!crosses) return [part]
    isCut = true
    return [{ from: part.from, to: Math.max(part.from + 1, view.firstToken + view.wordEnd) }]
  })
  return isCut ? { ...statement, content: own } : statement
}

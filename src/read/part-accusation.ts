import { isAdverb } from './find-noun-phrase.ts'
import type { PlacedStatement } from './place-drafts.ts'
import { inArticle, inSentence, type Page, quotationAt, viewAt, wordAt } from './statement-page.ts'

const accuses = /^accus(?:e|es|ed|ing)$/

/** Tokens of the accused that are looked through. */
const reach = 24

/**
 * Parts what somebody is accused of at its “of”, so that it reads as what is claimed: “accused Port Regent | of plotting
 * a coup” claims “Port Regent … plotting a coup”. “Accused Marsh of treason” is left whole: without “of” it says nothing.
 */
export function partAccusation(statement: PlacedStatement, page: Page): PlacedStatement {
  const { cue, content } = statement
  const last = content.at(-1)
  if (!last || last.from < cue.to || !accuses.test(wordAt(page, cue.to - 1).toLowerCase())) return statement
  const view = viewAt(page, last.from)
  if (!view || quotationAt(page, cue.to - 1) !== quotationAt(page, last.from)) return statement
  const { from, to } = inSentence(last, view)
  for (let k = from; k < Math.min(to - 1, from + reach); k++) {
    if (view.lower[k] !== 'of') continue
    let deed = k + 1
    while (isAdverb(view.lower[deed])) deed++
    if (
      !/...ing$/.test(view.lower[deed] ?? '') ||
      /^(?:wrongdoing|something|anything|everything)$/.test(view.lower[deed] ?? '')
    )
      continue
    const rest = { from: k + 1, to }
    const end = view.lower[k - 1] === ',' ? k - 1 : k
    const parts = end > from ? [{ from, to: end }, rest] : [rest]
    return { ...statement, content: [...content.slice(0, -1), ...parts.map((part) => inArticle(part, view))] }
  }
  return statement
}

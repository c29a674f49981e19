import { isAdverb } from './find-noun-phrase.ts'
import type { PlacedStatement } from './place-drafts.ts'
import { type Page, viewAt, wordAt } from './statement-page.ts'

const wills = /^(?:decid|plan|intend)(?:e|s|es|ed|ned|ing|ning)?$/

/**
 * Whether nobody says what the rules found: “could threaten to leave”, “if they pledge to stay” suppose it; and what
 * somebody decides or plans within another’s words is an act that the other one tells of.
 *
 * Of 26 such on PolNeAR dev none is annotated.
 */
export function isSupposed({ cue, kind }: PlacedStatement, isWithin: boolean, page: Page): boolean {
  if (kind !== 'verb' && kind !== 'gerund') return false
  if (isWithin && wills.test(wordAt(page, cue.to - 1).toLowerCase())) return true
  if (wordAt(page, cue.from) === 'neither') return false
  const view = viewAt(page, cue.from)
  let k = cue.from - (view?.firstToken ?? 0) - 1
  while (k > 0 && isAdverb(view?.lower[k])) k--
  // In lower case: “Prime Minister May said …” supposes nothing.
  if (/^(?:can|could|may|might|must|should|will|would)$/.test(view?.words[k] ?? '')) return true
  for (let steps = 0; k >= 0 && steps < 6 && !/^[,;:“”"]$/.test(view?.lower[k] ?? ''); k--, steps++)
    if (/^(?:if|unless)$/.test(view?.lower[k] ?? '')) return true
  return false
}

import type { Modality } from '../../records/reading.ts'
import type { Cues } from '../../records/resources.ts'
import type { RelatedStatement } from '../relate-statements.ts'
import { inArticle, inSentence, overlap, type Page, viewAt, wordAt } from '../statement-page.ts'
import type { TokenRange } from '../token-range.ts'
import { negations } from '../word-classes.ts'
import { type Judgement, judgeModality } from './judge-modality.ts'

/** Silence and denial are the cue’s; else what the words say of themselves outweighs a plain “said”. */
export function judgeStatement(
  statement: RelatedStatement,
  statements: readonly RelatedStatement[],
  page: Page,
  cues: Cues,
): Judgement {
  const { cueModality, cue, content } = statement
  const words = judgeContent(cue, content, page, cues)
  return {
    // What somebody denies is not said to be so by anyone inside the denial.
    modality: isDenied(statement, statements) ? 'denied' : strongest(statement, words.modality, page, cues),
    condition: cueModality === 'no-comment' || cueModality === 'denied' ? null : words.condition,
  }
}

function isDenied({ nestedIn }: RelatedStatement, statements: readonly RelatedStatement[]): boolean {
  const outer = statements[nestedIn]
  return outer !== undefined && (outer.cueModality === 'denied' || isDenied(outer, statements))
}

/**
 * What the words of a content say of themselves: those in the cue’s sentence, else those of its first sentence.
 *
 * “It is a start,” he said. “If they stay, we will talk.”: the condition is not that of the whole.
 */
function judgeContent(cue: TokenRange, content: readonly TokenRange[], page: Page, cues: Cues): Judgement {
  const [first, last] = [content[0], content.at(-1)]
  const own = viewAt(page, cue.from)
  if (!first || !last || !own) return { modality: null, condition: null }
  const whole = { from: first.from, to: last.to }
  const isHere = overlap(whole, inArticle({ from: 0, to: own.words.length }, own))
  const view = isHere ? own : (viewAt(page, first.from) ?? own)
  const { modality, condition } = judgeModality(view, inSentence(whole, view), cues)
  return { modality, condition: condition && inArticle(condition, view) }
}

function strongest(
  { cueModality, source, cue }: RelatedStatement,
  words: Modality | null,
  page: Page,
  cues: Cues,
): Modality | null {
  if (cueModality === 'no-comment' || cueModality === 'denied') return cueModality
  const isNobody = source !== null && /^(?:neither|no|nobody|none)$/i.test(wordAt(page, source.from))
  const said = cueWords(cue, page)
  // “No deal has been announced”, “nobody said that …”, “did not say when”: it was not said.
  if (isNobody || (cueModality === null && isUnsaid(said, cue, page))) return 'negated'
  if (cueModality === null) return 'asked'
  if (isRefusal(said, cue, page, cues)) return 'negated'
  if (words === 'conditional' || words === 'asked') return words
  if (cueModality === 'hedged') return cueModality
  return words ?? cueModality
}

function cueWords(cue: TokenRange, page: Page): string[] {
  const words: string[] = []
  for (let k = cue.from; k < cue.to; k++) words.push(wordAt(page, k).toLowerCase())
  return words
}

/** “did not say”, “no arrangement has been announced”. */
function isUnsaid(words: readonly string[], cue: TokenRange, page: Page): boolean {
  if (words.some((word) => negations.has(word))) return true
  const view = viewAt(page, cue.from)
  if (!view) return false
  const verb = cue.to - 1 - view.firstToken
  return view.heads.some(
    (head, k) =>
      head === verb &&
      view.deprels[k] === 'nsubj:pass' &&
      view.heads.some((up, j) => up === k && view.deprels[j] === 'det' && negations.has(view.lower[j] ?? '')),
  )
}

/** “refused to recognise”: what is refused does not come about. */
function isRefusal(words: readonly string[], cue: TokenRange, page: Page, cues: Cues): boolean {
  const view = viewAt(page, cue.from)
  const verb = view?.sentence.tokens[cue.to - 1 - view.firstToken]?.lemma ?? ''
  const next = wordAt(page, cue.to)
  const commitment = cues.commitments.get(`to ${verb}`)
  return next === 'to' && commitment?.modality === 'fact' && commitment.holds <= -2 && !words.some((word) => negations.has(word))
}

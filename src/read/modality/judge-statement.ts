import { findDoubt } from '../../records/find-doubt.ts'
import type { Modality } from '../../records/reading.ts'
import type { Cues } from '../../records/resources.ts'
import type { RelatedStatement } from '../relate-statements.ts'
import type { SentenceView } from '../sentence-view.ts'
import { inArticle, inSentence, overlap, type Page, viewAt, wordAt } from '../statement-page.ts'
import type { TokenRange } from '../token-range.ts'
import { negations } from '../word-classes.ts'
import { findLaterCondition, isFirstPerson } from './find-later-condition.ts'
import { isClause, type Judgement, judgeModality, topOf } from './judge-modality.ts'

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
 * “It is a start,” he said. “If they stay, we will talk.”: the condition is not that of the whole; see
 * `findLaterCondition`.
 */
function judgeContent(cue: TokenRange, content: readonly TokenRange[], page: Page, cues: Cues): Judgement {
  const [first] = content
  const own = viewAt(page, cue.from)
  if (!first || !own) return { modality: null, condition: null }
  const here = inArticle({ from: 0, to: own.words.length }, own)
  const parts = content.filter((part) => overlap(part, here))
  const view = parts.length > 0 ? own : (viewAt(page, first.from) ?? own)
  const ranges = (parts.length > 0 ? parts : [first]).map((part) => inSentence(part, view))
  // “The rent,” she added, “would be relief.”: the part that holds the verb speaks for both.
  const range = ranges.find((part) => isClause(view, topOf(view, part))) ?? ranges[0]
  if (!range) return { modality: null, condition: null }
  // “If the dam breaks, engineers warn, two villages will drown”: one part is the condition of the other.
  const condition = ranges.length > 1 ? ranges.find((part) => opensCondition(view, part)) : undefined
  if (condition) {
    // “said of Marsh, ‘If she wins, she will sell it’”: a part may hold its main clause, too.
    const whole = judgeModality(view, condition, cues).condition ?? condition
    return { modality: 'conditional', condition: inArticle(withoutMarks(whole, view), view) }
  }
  const { modality, condition: within } = judgeModality(view, range, cues)
  if (modality === null || modality === 'planned') {
    const isPlanned = modality === 'planned' && isFirstPerson(view, topOf(view, range))
    const later = findLaterCondition(view, content, isPlanned, page, cues)
    if (later) return { modality: 'conditional', condition: later }
  }
  return { modality, condition: within && inArticle(within, view) }
}

/** “if they stay,” less the marks around it. */
function withoutMarks({ from, to }: TokenRange, { words }: SentenceView): TokenRange {
  const isMark = (k: number) => /^[“”"‘’,.;:—–-]$/.test(words[k] ?? '')
  while (from < to - 1 && isMark(from)) from++
  while (to > from + 1 && isMark(to - 1)) to--
  return { from, to }
}

/** “if …”, “unless …”, the quotation mark before it left aside. */
const opensCondition = (view: SentenceView, { from }: TokenRange) =>
  /^(?:if|unless)$/.test(view.lower[/^[“"]$/.test(view.words[from] ?? '') ? from + 1 : from] ?? '')

function strongest(
  { cueModality, source, cue, content }: RelatedStatement,
  words: Modality | null,
  page: Page,
  cues: Cues,
): Modality | null {
  if (cueModality === 'no-comment' || cueModality === 'denied' || cueModality === 'negated')
    return cueModality
  const isNobody = source !== null && /^(?:neither|no|nobody|none)$/i.test(wordAt(page, source.from))
  const said = cueWords(cue, page)
  // “Nobody said that …”, “did not confirm that …” tell nothing.
  if (isNobody) return null
  // “is not convinced that …” leaves it open, “does not doubt that …” says that it is so.
  const doubt = findDoubt([...said, ...headOf(content, page)].join(' '))
  // “Few doubt that …”: nobody in particular is sure.
  const isFew = source !== null && /^few$/i.test(wordAt(page, source.from))
  if (doubt) return isFew ? null : doubt.isDoubted ? 'hedged' : (words ?? 'reported')
  // “agreed on the reach”, “discussed trade”: the matter is named, and nobody asks.
  if (cueModality === null)
    return !said.some((word) => negations.has(word)) && isAsking(said, content, page) ? 'asked' : null
  if (isRefusal(said, cue, page, cues)) return 'negated'
  if (words === 'conditional' || words === 'asked') return words
  if (cueModality === 'hedged') return cueModality
  return words ?? cueModality
}

const asking = /^(?:ask|quer(?:y|ie)|question|wonder|enquir|inquir|whether|poll|quizz?|press|sought|seek)/

/** “asked”, “whether …”, “…?” */
function isAsking(said: readonly string[], content: readonly TokenRange[], page: Page): boolean {
  if (said.some((word) => asking.test(word))) return true
  return content.some(({ from, to }) => {
    const [first, last, before] = [from, to - 1, to - 2].map((k) => wordAt(page, k).toLowerCase())
    return (
      /^(?:whether|if|why|how|what|when|where|who|which)$/.test(first ?? '') || last === '?' || before === '?'
    )
  })
}

function cueWords(cue: TokenRange, page: Page): string[] {
  const words: string[] = []
  for (let k = cue.from; k < cue.to; k++) words.push(wordAt(page, k).toLowerCase())
  return words
}

/** The first words of a content, as many as a doubt may take. */
function headOf([first]: readonly TokenRange[], page: Page): string[] {
  const words: string[] = []
  for (let k = first?.from ?? 0; first && k < Math.min(first.to, first.from + 20); k++)
    words.push(wordAt(page, k))
  return words
}

/** “refused to recognise”: what is refused does not come about. */
function isRefusal(words: readonly string[], cue: TokenRange, page: Page, cues: Cues): boolean {
  const view = viewAt(page, cue.from)
  const verb = view?.sentence.tokens[cue.to - 1 - view.firstToken]?.lemma ?? ''
  const next = wordAt(page, cue.to)
  const commitment = cues.commitments.get(`to ${verb}`)
  return (
    next === 'to' &&
    commitment?.modality === 'fact' &&
    commitment.holds <= -2 &&
    !words.some((word) => negations.has(word))
  )
}

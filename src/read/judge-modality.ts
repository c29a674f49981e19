import type { Modality } from '../records/reading.ts'
import type { SentenceView } from './sentence-view.ts'
import type { TokenRange } from './token-range.ts'
import { conditionals, modals, negations, subjectPronouns } from './word-classes.ts'

const hedges = new Set(
  `may might could perhaps possibly probably likely unlikely apparently seemingly reportedly allegedly supposedly
  presumably potentially appears appear appeared seems seem seemed maybe`.split(/\s+/),
)

/** What the words of a content say of themselves, and the condition they set. */
export interface Judgement {
  readonly modality: Modality | null
  readonly condition: TokenRange | null
}

/**
 * Judges how surely a stretch of a sentence presents what it says: under a condition, hedged, planned, or
 * plainly (null). A condition outweighs a hedge, a hedge a plan.
 */
export function judgeModality(view: SentenceView, content: TokenRange): Judgement {
  const condition = findCondition(view, content)
  if (condition) return { modality: 'conditional', condition }
  let planned = false
  for (let k = content.from; k < content.to; k++) {
    const word = view.lower[k] ?? ''
    const isName = word === 'may' && /^\p{Lu}/u.test(view.words[k] ?? '')
    const isInability = word === 'could' && negations.has(view.lower[k + 1] ?? '') // “could not be reached”
    if (hedges.has(word) && !isName && !isInability) return { modality: 'hedged', condition: null }
    if (isPlan(view, k)) planned = true
  }
  return { modality: planned ? 'planned' : null, condition: null }
}

/** “will travel”, “is to travel”, “plans to travel”, “would travel”; not “would be welcome”, which is a state. */
function isPlan(view: SentenceView, k: number): boolean {
  const word = view.lower[k] ?? ''
  const next = view.lower.slice(k + 1, k + 3).find((later) => !/^(?:not|n['’]t|also|soon)$/.test(later)) ?? ''
  if (word === 'will' || word === '’ll' || word === "'ll" || word === 'wo')
    return next !== 'be' || view.lower[k + 2] !== 'able'
  if (word === 'would') return next !== 'be' && next !== 'have' && next !== 'like'
  if (/^(?:plans|plan|planned|intends|intend|intended|aims|going|due|set|scheduled|about)$/.test(word))
    return view.lower[k + 1] === 'to'
  return /^(?:is|are|was|were)$/.test(word) && view.lower[k + 1] === 'to'
}

/** “if he and his family were granted amnesty”, “once the matter is settled”; “as if” and “ask if” set none. */
function findCondition(view: SentenceView, content: TokenRange): TokenRange | null {
  for (let k = content.from; k < content.to; k++) {
    const word = view.lower[k] ?? ''
    const before = view.lower[k - 1] ?? ''
    const opens =
      (conditionals.has(word) && startsCondition(view, k, content)) ||
      (word === 'as' && view.lower[k + 1] === 'long' && view.lower[k + 2] === 'as') ||
      // “should he decide to leave, …”: inversion sets a condition.
      (word === 'should' &&
        (subjectPronouns.has(view.lower[k + 1] ?? '') || /^(?:PROPN|DET)$/.test(view.upos[k + 1] ?? '')) &&
        /^(?:|,|that|[—–“"])$/.test(before))
    if (!opens || (k === content.from && word === 'if' && isQuestion(view, k))) continue
    let to = k + 1
    while (to < content.to && !/^[,;:—–”"]$/.test(view.lower[to] ?? '')) to++
    if (hasModal(view, content, k, to)) return { from: k, to }
  }
  return null
}

function startsCondition(view: SentenceView, k: number, content: TokenRange): boolean {
  const word = view.lower[k] ?? ''
  const before = view.lower[k - 1] ?? ''
  if (word === 'if') return !/^(?:as|ask|asked|asks|wonder|know|even|see|clear|what|asking)$/.test(before)
  if (word === 'unless') return true
  // “once” opens a condition before a clause, and means “one time” elsewhere.
  if (word === 'once')
    return (
      (k === content.from || /^(?:,|that|and|but|[—–“"])$/.test(before) || hasModal(view, content, k, k)) &&
      clauseFollows(view, k, content)
    )
  return view.lower[k + 1] === 'that'
}

function clauseFollows(view: SentenceView, k: number, content: TokenRange): boolean {
  for (let j = k + 2; j < Math.min(content.to, k + 9); j++) {
    if (
      /^(?:is|are|was|were|has|have|had|do|does)$/.test(view.lower[j] ?? '') ||
      /[^s]s$|ed$/.test(view.lower[j] ?? '')
    )
      return true
  }
  return false
}

function hasModal(view: SentenceView, content: TokenRange, from: number, to: number): boolean {
  for (let k = content.from; k < content.to; k++) {
    if (k >= from && k < to) continue
    if (modals.has(view.lower[k] ?? '') || isPlan(view, k)) return true
  }
  return false
}

function isQuestion(view: SentenceView, k: number): boolean {
  return /^(?:asked|asks|ask|asking|wonder|know|clarify|question|questioned|say|see)$/.test(
    view.lower[k - 1] ?? '',
  )
}

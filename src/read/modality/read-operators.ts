import type { SentenceView } from '../sentence-view.ts'
import type { TokenRange } from '../token-range.ts'
import { hasFeature, lemmaAt, oncePerToken, treeOf } from './sentence-tree.ts'

/** What stands at a predicate itself and bears on whether it holds. Tokens; -1 for none. */
export interface Operators {
  /** “not”, “never”, the “no” of “no deal was signed”. */
  readonly negation: number
  /** “may”, “would”, “must”; the “be” of “is to visit”. */
  readonly modal: number
  /** “planned”, “proposed”, “upcoming” before a noun. */
  readonly plan: number
  /** “failed”, “averted” before a noun. */
  readonly failed: number
  /** “have” before a participle. */
  readonly perfect: boolean
  /** Its mark, in lower case: “if”, “to”, “that”; “instead of” by its first word. */
  readonly mark: string
  readonly subject: number
  readonly copula: number
  /** “once”, “used to”, “formerly”. */
  readonly formerly: boolean
  /** “has yet to sign”. */
  readonly isYet: boolean
  readonly isPassive: boolean
  /** Of a noun: “the attack”, “this attack”, “their attack”. */
  readonly isDefinite: boolean
  /** The “out” of “rule out”, the “short” of “stop short of”. */
  readonly particle: number
}

const negators = new Set(['not', "n't", 'n’t', 'never', 'nor', 'neither', 'hardly', 'nowhere'])
const nobody = new Set(['nobody', 'none', 'nothing', 'neither', 'no-one'])
const modalLemmas = new Set([
  'will',
  'would',
  'may',
  'might',
  'could',
  'can',
  'must',
  'shall',
  'should',
  'ought',
])
const modalForms: Record<string, string> = {
  "'ll": 'will',
  '’ll': 'will',
  wo: 'will',
  ca: 'can',
  "'d": 'would',
  '’d': 'would',
  sha: 'shall',
}
const planAdjectives = new Set(
  'planned proposed scheduled upcoming future imminent impending threatened forthcoming prospective intended expected promised looming next'.split(
    ' ',
  ),
)
const failedAdjectives = new Set('averted foiled thwarted aborted cancelled canceled'.split(' '))
const definite = new Set(['the', 'this', 'that', 'these', 'those', 'both', 'all'])
const subjects = /^[nc]subj/

/** The modal verb that a token is, as its full form: “will” for “wo”; null for none. */
export function modalAt(view: SentenceView, k: number): string | null {
  if (k < 0) return null
  const word = view.lower[k] ?? ''
  if (/^['’]d$/.test(word) && lemmaAt(view, k) === 'have') return null // “he’d battled”
  const modal = modalForms[word] ?? word
  return modalLemmas.has(modal) ? modal : lemmaAt(view, k) === 'be' ? 'be to' : null
}

/** Reads what stands at a predicate; once a token. The cost is what hangs on it. */
export const readOperators = oncePerToken(read)

function read(view: SentenceView, p: number): Operators {
  const { children } = treeOf(view)
  let [negation, modal, plan, failed, subject, copula] = [-1, -1, -1, -1, -1, -1]
  let perfect = false
  let formerly = false
  let isYet = false
  let isPassive = false
  let isDefinite = view.upos[p] === 'PROPN'
  let particle = view.heads[p + 1] === p ? p + 1 : -1
  let mark = ''
  let be = -1
  for (const k of children[p] ?? []) {
    const word = view.lower[k] ?? ''
    const relation = view.deprels[k] ?? ''
    if (isNegator(view, k, p)) negation = negation === -1 ? k : negation
    if (relation.startsWith('aux') || view.upos[k] === 'AUX') {
      const name = modalAt(view, k)
      if (name !== null && name !== 'be to') modal = modal === -1 ? k : modal
      if (lemmaAt(view, k) === 'have' || word === "'ve" || word === '’ve') perfect = true
      if (lemmaAt(view, k) === 'be') be = k
      if (word === 'used') formerly = true
    }
    if (word === 'yet' && relation === 'advmod') isYet = true
    if (relation === 'cop') copula = k
    if (relation.endsWith(':pass')) isPassive = true
    if (relation === 'compound:prt') particle = k
    if (relation === 'nmod:poss' || (relation === 'det' && definite.has(word))) isDefinite = true
    if (subjects.test(relation)) subject = k
    if (relation === 'mark' && (mark === '' || mark === 'that' || mark === 'for')) mark = markAt(view, k)
    if (relation === 'case' && mark === '' && view.upos[p] === 'VERB') mark = markAt(view, k)
    if (relation === 'advmod' && /^(?:formerly|previously|once)$/.test(word)) formerly = true
    if (relation === 'amod' && planAdjectives.has(word)) plan = k
    if (relation === 'amod' && failedAdjectives.has(word)) failed = k
    // “nearly attacked”: it did not come to that; “nearly doubled” is a measure, and no deed.
    if (
      relation === 'advmod' &&
      view.upos[p] === 'VERB' &&
      /^(?:nearly|almost|narrowly)$/.test(word) &&
      k < p
    )
      failed = k
  }
  // “is due to speak”: some parses make “due to” a preposition.
  if (view.lower[p - 1] === 'to' && view.lower[p - 2] === 'due' && view.upos[p] === 'VERB') plan = p - 2
  // “is to visit”: the parse hangs “is” on the verb as a copula or an auxiliary.
  if (mark === 'to' && modal === -1) {
    const bearer = copula !== -1 ? copula : be
    if (bearer !== -1 && view.lower[bearer] !== 'be' && view.upos[p] === 'VERB') modal = bearer
  }
  return {
    negation,
    modal,
    plan,
    failed,
    perfect,
    mark,
    subject,
    copula,
    formerly,
    isYet,
    isPassive,
    isDefinite,
    particle,
  }
}

/** “as if”, “in case”, “instead of”, “so that”: the words of a mark that says more than its first. */
function markAt(view: SentenceView, k: number): string {
  const word = view.lower[k] ?? ''
  const before = view.lower[k - 1] ?? ''
  const next = view.lower[k + 1] ?? ''
  if (word === 'if' && /^(?:as|even)$/.test(before)) return `${before} if`
  if (word === 'as' && (next === 'if' || next === 'though')) return 'as if'
  if ((word === 'as' || word === 'so') && next === 'long' && view.lower[k + 2] === 'as') return 'as long as'
  if (word === 'in' && (next === 'case' || next === 'order')) return next === 'case' ? 'in case' : 'to'
  if (word === 'so' && next === 'that') return 'so that'
  if (word === 'that' && before === 'so') return 'so that'
  return word
}

function isNegator(view: SentenceView, k: number, p: number): boolean {
  const word = view.lower[k] ?? ''
  const relation = view.deprels[k] ?? ''
  if (/^(?:aux|cop)/.test(relation) && /.n['’]t$/.test(word)) return true // “hasn't”, where a text’s tokens are its own
  // “will without doubt resign” is sure of it.
  if (relation === 'case' && word === 'without') return !/^(?:doubt|question)$/.test(view.lower[k + 1] ?? '')
  if (negators.has(word) && !subjects.test(relation)) {
    // “not only”, “not least”; “not just” denies nothing.
    if (/^(?:only|just|merely|simply|least)$/.test(view.lower[k + 1] ?? '')) return false
    return (
      relation === 'advmod' ||
      relation === 'cc:preconj' ||
      relation === 'neg' ||
      relation === 'det' ||
      relation === 'cc'
    )
  }
  if (relation === 'det' && word === 'no' && !/^(?:longer|doubt)$/.test(view.lower[p] ?? '')) return true
  if (relation === 'advmod' && word === 'longer' && view.lower[k - 1] === 'no') return true
  if (relation === 'advmod' && word === 'anymore') return false
  if (!/^(?:[nc]subj|obj|iobj|obl|advmod)/.test(relation)) return false
  if (/^obl/.test(relation))
    return /^(?:time|way|circumstance|means|account|event)$/.test(lemmaAt(view, k)) && hasNo(view, k)
  return relation !== 'advmod' && (nobody.has(word) || hasNo(view, k))
}

/** “no deal”, “no one”, “neither side”. */
function hasNo(view: SentenceView, k: number): boolean {
  for (const child of treeOf(view).children[k] ?? []) {
    if (child >= k) break
    const word = view.lower[child] ?? ''
    if (view.deprels[child] === 'det' && word === 'no') return true
    // “Neither Aldany nor Morvenia sent troops”
    if (word === 'neither') return true
  }
  return false
}

/** Whether a predicate tells of the past: “met”, “had met”; not “has met”, “meets”. */
export function isPast(view: SentenceView, p: number): boolean {
  if (hasFeature(view, p, 'Tense=Past') && !hasFeature(view, p, 'VerbForm=Part')) return true
  return (treeOf(view).children[p] ?? []).some(
    (k) => /^(?:aux|cop)/.test(view.deprels[k] ?? '') && /^(?:was|were|did|had)$/.test(view.lower[k] ?? ''),
  )
}

/** The range of a single token; null for none. */
export const tokenAt = (k: number): TokenRange | null => (k < 0 ? null : { from: k, to: k + 1 })

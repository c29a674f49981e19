import type { auxiliaryModes, Modality, Statement } from '../../records/reading.ts'
import type { Cues } from '../../records/resources.ts'
import type { Span } from '../../records/span.ts'
import { firstIndex } from '../first-index.ts'
import type { SentenceView } from '../sentence-view.ts'
import type { TokenRange } from '../token-range.ts'
import { factualityFeatures } from './factuality-features.ts'
import { fellThrough } from './fell-through.ts'
import { findCondition } from './find-condition.ts'
import { findFalsehood } from './find-falsehood.ts'
import { judgeModality, topOf } from './judge-modality.ts'
import { type JudgeContext, judgePredicate, type Verdict } from './judge-predicate.ts'
import { isPast, readOperators } from './read-operators.ts'
import { lemmaAt, treeOf } from './sentence-tree.ts'
import { unconditional } from './unconditional.ts'

/** How surely an event is told. */
export interface EventJudgement {
  readonly modality: Modality
  /** The words it depends on, in tokens of the sentence; of a threat or a promise, what the threatened or promised depends on. */
  readonly condition: TokenRange | null
  /** PLOVER’s auxiliary modes, in its order. */
  readonly auxiliaries: (typeof auxiliaryModes)[number][]
  /** From -3 (certainly did not happen) to 3 (certainly did), as the text has it, whoever says so. */
  readonly factuality: number
  /** The word that makes it less than sure: “may”, “reportedly”, “appears”. */
  readonly hedge: TokenRange | null
}

/**
 * Judges how surely a sentence tells of the event at `trigger`, a verb or a noun.
 *
 * Follows the parse: what stands at the trigger, then every clause that holds it, so that a hedge beside it in
 * another clause does not reach it. `statement` is the one whose content holds the trigger; null in the outlet’s
 * own voice.
 */
export function judgeEvent(
  view: SentenceView,
  trigger: number,
  { statement, cues }: { readonly statement: Statement | null; readonly cues: Cues },
): EventJudgement {
  const context = { view, cues, scope: null }
  const verdict = judgePredicate(context, trigger)
  const shown = unconditional(verdict, statement !== null)
  const own = asOutcome(view, trigger, asPlan(view, trigger, shown))
  const outcome = statement ? underCondition(view, trigger, own, statement) : own
  const modality = findFalsehood(view, trigger) ?? withStatement(view, outcome, statement, cues)
  return {
    modality,
    condition: modality === 'conditional' ? outcome.condition : conditionOfVow(view, trigger),
    auxiliaries: auxiliariesOf(view, trigger, outcome, modality),
    factuality: factualityOf(context, trigger, verdict),
    hedge: modality === 'hedged' ? verdict.hedge : null,
  }
}

/** “plans to sanction”, “is set to meet”, “seeks to improve ties”: a deed named by the word that plans it is planned. */
function asPlan(view: SentenceView, trigger: number, verdict: Verdict): Verdict {
  if (verdict.modality !== 'fact' && verdict.modality !== 'reported') return verdict
  if (!intents.has(lemmaAt(view, trigger)) && !intents.has(view.lower[trigger] ?? '')) return verdict
  const opens = (treeOf(view).children[trigger] ?? []).some(
    (k) =>
      k > trigger &&
      /^(?:xcomp|advcl|acl|ccomp)$/.test(view.deprels[k] ?? '') &&
      (readOperators(view, k).mark === 'to' || view.lower[k - 1] === 'to'),
  )
  return opens ? { ...verdict, modality: 'planned', isFuture: true } : verdict
}

/**
 * “Unless the strikes stop, we would recall our envoy, he warned”: that he warned is a fact, and what he warned of waits
 * for something.
 */
function conditionOfVow(view: SentenceView, trigger: number): TokenRange | null {
  if (!/^(?:warn|threaten|vow|promise|pledge|offer|agree)$/.test(lemmaAt(view, trigger))) return null
  const said = (treeOf(view).children[trigger] ?? []).find((k) => /^[cx]comp$/.test(view.deprels[k] ?? ''))
  return said === undefined ? null : findCondition(view, said)
}

/** Who promises, threatens or offers does something by saying so; who plans or is expected to has done nothing yet. */
const intents = new Set(
  `aim due expect expected go hope intend intention plan poised prepare prepared readiness ready schedule scheduled seek
  set slate slated want willing willingness wish`.split(/\s+/),
)

/** What was planned and is told not to have come about is no plan any more. */
const asOutcome = (view: SentenceView, trigger: number, verdict: Verdict): Verdict =>
  verdict.modality === 'planned' && fellThrough(view, trigger)
    ? { ...verdict, modality: 'negated', isNegated: true, isFuture: false }
    : verdict

/** “‘If they stay,’ Arce said, ‘we will strike.’”: the condition stands in another piece of what is said. */
function underCondition(
  view: SentenceView,
  trigger: number,
  verdict: Verdict,
  { modality, condition, contentParts }: Statement,
): Verdict {
  if (modality !== 'conditional' || !condition || verdict.condition) return verdict
  if (verdict.modality !== 'planned' && verdict.modality !== 'fact' && verdict.modality !== 'hedged')
    return verdict
  const range = rangeOf(view, condition)
  if (!range || (range.from <= trigger && trigger < range.to)) return verdict
  const isMain = contentParts.some((part) => {
    const words = rangeOf(view, part)
    return words !== null && topOf(view, words) === trigger
  })
  return isMain ? { ...verdict, modality: 'conditional', condition: range, isHypothetical: true } : verdict
}

/** The rules’ value, corrected by what readers of FactBank and its kin made of such words: see train/factuality.mjs. */
function factualityOf(context: JudgeContext, trigger: number, verdict: Verdict): number {
  const { view, cues } = context
  const head = view.heads[trigger] ?? -1
  const above = head < 0 ? null : judgePredicate(context, head)
  let value = verdict.factuality * (cues.factuality.get('judged') ?? 1)
  for (const feature of factualityFeatures(view, trigger, verdict, above))
    value += cues.factuality.get(feature) ?? 0
  return Math.max(-3, Math.min(3, Math.round(value * 100) / 100))
}

/** What the sentence leaves plain is as sure as the statement that holds it. */
function withStatement(
  view: SentenceView,
  { modality, isPresupposed }: Verdict,
  statement: Statement | null,
  cues: Cues,
): Modality {
  if (!statement) return modality
  if (statement.modality === 'denied' || statement.modality === 'asked') return statement.modality
  // “did not deny that troops crossed”: the denial of a denial leaves it open.
  if (statement.modality === 'hedged' && modality === 'denied') return 'hedged'
  if (modality !== 'fact' && modality !== 'reported') return modality
  if (isPresupposed && modality === 'fact') return 'fact' // “realised that he had left”: the outlet’s own word
  const content = statement.content && rangeOf(view, statement.content)
  const words = content ? judgeModality(view, content, cues).modality : null
  // The cue’s own hedge is that of all it holds (“speculated that …”); a hedge among the words is theirs alone.
  return words === null &&
    statement.modality !== null &&
    statement.modality !== 'no-comment' &&
    statement.modality !== 'negated' &&
    statement.modality !== 'conditional'
    ? statement.modality
    : 'reported'
}

/** The tokens of a sentence that a stretch of the article holds; null for none. */
function rangeOf({ sentence }: SentenceView, { start, end }: Span): TokenRange | null {
  const from = firstIndex(sentence.tokens, (token) => token.start >= start)
  const to = firstIndex(sentence.tokens, (token) => token.end > end)
  return to > from ? { from, to } : null
}

function auxiliariesOf(
  view: SentenceView,
  trigger: number,
  verdict: Verdict,
  modality: Modality,
): (typeof auxiliaryModes)[number][] {
  const modes: (typeof auxiliaryModes)[number][] = []
  const operators = readOperators(view, trigger)
  const isHypothetical =
    verdict.isHypothetical || modality === 'conditional' || modality === 'hedged' || modality === 'asked'
  if (operators.formerly && isPast(view, trigger)) modes.push('historical')
  if (verdict.isFuture && modality !== 'fact') modes.push('future')
  if (isHypothetical && modality !== 'fact') modes.push('hypothetical')
  if (verdict.isNegated || modality === 'denied' || modality === 'negated') modes.push('negation')
  return modes
}

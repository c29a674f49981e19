import type { auxiliaryModes, Modality, Statement } from '../../records/reading.ts'
import type { Cues } from '../../records/resources.ts'
import { firstIndex } from '../first-index.ts'
import type { SentenceView } from '../sentence-view.ts'
import type { TokenRange } from '../token-range.ts'
import { factualityFeatures } from './factuality-features.ts'
import { findFalsehood } from './find-falsehood.ts'
import { judgeModality } from './judge-modality.ts'
import { type JudgeContext, judgePredicate, type Verdict } from './judge-predicate.ts'
import { isPast, readOperators } from './read-operators.ts'

/** How surely an event is told. */
export interface EventJudgement {
  readonly modality: Modality
  /** The words it depends on, in tokens of the sentence. */
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
  const modality = findFalsehood(view, trigger) ?? withStatement(view, verdict, statement, cues)
  return {
    modality,
    condition: modality === 'conditional' ? verdict.condition : null,
    auxiliaries: auxiliariesOf(view, trigger, verdict, modality),
    factuality: factualityOf(context, trigger, verdict),
    hedge: modality === 'hedged' ? verdict.hedge : null,
  }
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
  const content = contentIn(view, statement)
  const words = content ? judgeModality(view, content, cues).modality : null
  // The cue’s own hedge is that of all it holds (“speculated that …”); a hedge among the words is theirs alone.
  return words === null &&
    statement.modality !== null &&
    statement.modality !== 'no-comment' &&
    statement.modality !== 'negated'
    ? statement.modality
    : 'reported'
}

/** The tokens of a sentence that a statement’s content holds; null for none. */
function contentIn({ sentence }: SentenceView, { content }: Statement): TokenRange | null {
  if (!content) return null
  const from = firstIndex(sentence.tokens, (token) => token.start >= content.start)
  const to = firstIndex(sentence.tokens, (token) => token.end > content.end)
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

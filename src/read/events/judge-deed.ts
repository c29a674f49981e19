import type { Event, Modality, Statement } from '../../records/reading.ts'
import type { Cues } from '../../records/resources.ts'
import type { Span } from '../../records/span.ts'
import { judgeEvent } from '../modality/judge-event.ts'
import { readOperators } from '../modality/read-operators.ts'
import { spanOf } from '../sentence-view.ts'
import type { Deed } from './find-deeds.ts'
import type { Tree } from './open-tree.ts'

/** How a deed stands to what is. */
export interface DeedJudgement {
  readonly modality: Modality
  readonly condition: Span | null
  readonly auxiliaries: Event['auxiliaries']
}

/**
 * Judges a deed by the words of its clause and of the statement that reports it: the one place where events ask.
 *
 * What the code itself has taken in is no longer a hedge or a denial: “will not lift the ban” is a refusal, which is
 * told as a fact.
 */
export function judgeDeed(tree: Tree, deed: Deed, statement: Statement | null, cues: Cues): DeedJudgement {
  const { view } = tree
  const judged = judgeEvent(view, deed.trigger, { statement, cues })
  const condition = judged.condition && spanOf(view, judged.condition.from, judged.condition.to)
  // “did not deny that Aldany sent troops” leaves it open.
  if (
    deed.isDenied &&
    (statement?.modality === 'hedged' || readOperators(view, deed.trigger).negation !== -1)
  )
    return { modality: 'hedged', condition: null, auxiliaries: ['hypothetical'] }
  if (deed.isDenied) return { modality: 'denied', condition: null, auxiliaries: ['negation'] }
  if (deed.isRefusal && /^(?:denied|negated)$/.test(judged.modality)) {
    return { modality: statement ? 'reported' : 'fact', condition: null, auxiliaries: ['future'] }
  }
  // “was expected to visit”: whether she did is not told.
  if (deed.isExpected && /^(?:fact|reported|planned)$/.test(judged.modality))
    return { modality: 'hedged', condition, auxiliaries: ['hypothetical'] }
  const auxiliaries = new Set(judged.auxiliaries)
  if (deed.isTried) auxiliaries.add('hypothetical')
  return {
    modality: judged.modality,
    condition,
    auxiliaries: order.filter((each) => auxiliaries.has(each)),
  }
}

const order = ['historical', 'future', 'hypothetical', 'negation'] as const

import type { Modality } from '../../records/reading.ts'
import type { Commitment, CommitmentFrame, Cues } from '../../records/resources.ts'
import type { SentenceView } from '../sentence-view.ts'
import type { TokenRange } from '../token-range.ts'
import { conditionRange, findCondition, setsCondition } from './find-condition.ts'
import { hedgeAt } from './judge-hedge.ts'
import { isPast, modalAt, readOperators, tokenAt } from './read-operators.ts'
import { hasFeature, lemmaAt, oncePerToken, treeOf } from './sentence-tree.ts'

/** How a sentence presents one of its predicates. */
export interface Verdict {
  readonly modality: Exclude<Modality, 'no-comment'>
  /** From -3 (certainly not) to 3 (certainly), as FactBank scales it. */
  readonly factuality: number
  readonly condition: TokenRange | null
  /** The word that makes it less than sure. */
  readonly hedge: TokenRange | null
  readonly isNegated: boolean
  readonly isFuture: boolean
  /** Neither past nor settled: “would”, “if”, “may”. */
  readonly isHypothetical: boolean
  /** Taken for granted by whoever speaks: “realised that …”, “condemned the attack”. */
  readonly isPresupposed: boolean
}

const plain: Verdict = {
  modality: 'fact',
  factuality: 3,
  condition: null,
  hedge: null,
  isNegated: false,
  isFuture: false,
  isHypothetical: false,
  isPresupposed: false,
}

/** What outweighs what where several bear on one predicate. */
const weight: Record<Verdict['modality'], number> = {
  asked: 7,
  conditional: 6,
  denied: 5,
  hedged: 4,
  negated: 3,
  planned: 2,
  reported: 1,
  fact: 0,
}

/** Clauses within clauses that are followed up: what stands deeper is judged by these alone. */
const deepest = 12

/** Whose words are judged, and how far up: above `scope` nothing bears on them. */
export interface JudgeContext {
  readonly view: SentenceView
  readonly cues: Cues
  readonly scope: TokenRange | null
}

/** Judges a predicate by what stands at it and by every clause that holds it. */
export function judgePredicate(context: JudgeContext, p: number, depth = 0): Verdict {
  const own = context.scope === null ? ownOutside(context)(context.view, p) : judgeOwn(context, p)
  const head = context.view.heads[p] ?? -1
  const { scope } = context
  const isTop = head < 0 || head === p || (scope !== null && (head < scope.from || head >= scope.to))
  if (isTop || depth >= deepest)
    return isQuestion(context, p, isTop) ? { ...own, modality: 'asked', factuality: 0 } : own
  return judgeWithin(context, p, head, own, depth)
}

const ofCues = new WeakMap<Cues, (view: SentenceView, p: number) => Verdict>()

/** What stands at a predicate outside any statement, once a token. */
function ownOutside({ cues }: JudgeContext): (view: SentenceView, p: number) => Verdict {
  const known = ofCues.get(cues) ?? oncePerToken((view, p) => judgeOwn({ view, cues, scope: null }, p))
  ofCues.set(cues, known)
  return known
}

/** “Did troops cross?”: a sentence that ends in a question mark asks what its root says. */
function isQuestion({ view, scope }: JudgeContext, p: number, isTop: boolean): boolean {
  if (!isTop || scope !== null || (view.heads[p] ?? -1) >= 0) return false
  return /^\?/.test(view.words[view.words.length - 1] ?? '') || /^\?/.test(view.words[view.wordEnd] ?? '')
}

/** What stands at the predicate itself: its negation, modal, hedge and condition. */
function judgeOwn({ view, cues, scope }: JudgeContext, p: number): Verdict {
  const operators = readOperators(view, p)
  const inherited = sharedModal(view, p)
  const modal = operators.modal !== -1 ? operators.modal : inherited.modal
  const negation = operators.negation !== -1 ? operators.negation : inherited.negation
  let verdict: Verdict = plain
  if (operators.failed !== -1) verdict = { ...plain, modality: 'negated', factuality: -2.5, isNegated: true }
  else if (operators.plan !== -1) verdict = { ...plain, modality: 'planned', factuality: 0.5, isFuture: true }
  const name = modalAt(view, modal)
  if (name !== null) verdict = byModal(view, p, name, modal, operators.perfect, scope !== null)
  const hedge = weight[verdict.modality] < weight.hedged ? hedgeAt(view, p, cues) : -1
  if (hedge !== -1)
    verdict = {
      ...verdict,
      modality: 'hedged',
      factuality: Math.min(verdict.factuality, 1),
      hedge: tokenAt(hedge),
    }
  if (negation !== -1) verdict = negate(verdict)
  const condition = findCondition(view, p)
  if (condition)
    verdict = {
      ...verdict,
      modality: 'conditional',
      factuality: Math.sign(verdict.factuality) * 0.5,
      condition,
      isHypothetical: true,
    }
  return verdict
}

function negate(verdict: Verdict): Verdict {
  const isNegated = !verdict.isNegated
  if (verdict.modality === 'hedged')
    return { ...verdict, factuality: -Math.max(0.5, verdict.factuality), isNegated }
  if (verdict.modality === 'conditional') return { ...verdict, factuality: -1, isNegated }
  return {
    ...verdict,
    modality: isNegated ? 'negated' : 'fact',
    factuality: isNegated ? -Math.max(2, verdict.factuality) : 2,
    isNegated,
  }
}

/** “will travel and meet”, “did not eat or sleep”: a second verb without a subject of its own shares the first one’s. */
function sharedModal(view: SentenceView, p: number): { modal: number; negation: number } {
  const head = view.heads[p] ?? -1
  const none = { modal: -1, negation: -1 }
  if (view.deprels[p] !== 'conj' || head < 0) return none
  const own = readOperators(view, p)
  if (own.subject !== -1 || own.modal !== -1 || own.copula !== -1) return none
  const first = readOperators(view, head)
  if (first.modal === -1 && first.negation === -1) return none
  const isBare = !isPast(view, p) && !hasFeature(view, p, 'VerbForm=Fin') && !hasFeature(view, p, 'Person=3')
  const isSame = view.sentence.tokens[p]?.features === view.sentence.tokens[head]?.features
  if (!isBare && !isSame) return none
  const joins = (treeOf(view).children[p] ?? []).some(
    (k) => view.deprels[k] === 'cc' && /^(?:or|nor)$/.test(view.lower[k] ?? ''),
  )
  return { modal: isBare || isSame ? first.modal : -1, negation: joins ? first.negation : -1 }
}

/** What a modal verb makes of its predicate. */
function byModal(
  view: SentenceView,
  p: number,
  modal: string,
  at: number,
  perfect: boolean,
  isSaid: boolean,
): Verdict {
  const hedge = tokenAt(at)
  const isState = readOperators(view, p).copula !== -1 || view.upos[p] !== 'VERB'
  switch (modal) {
    case 'will':
    case 'shall':
      return { ...plain, modality: 'planned', factuality: 1.5, isFuture: true }
    case 'be to':
      // “was to have met”: it did not come to that.
      return { ...plain, modality: 'planned', factuality: perfect ? -1 : 1, isFuture: true }
    case 'would':
      if (perfect) return { ...plain, modality: 'conditional', factuality: -1.5, hedge, isHypothetical: true }
      if (/^(?:like|love|prefer)$/.test(lemmaAt(view, p))) return { ...plain, factuality: 2 }
      if (isReported(view, p) || isSaid)
        return isState && isSaid
          ? { ...plain, factuality: 1 } // “He said it would be welcome”: a view, and no plan.
          : { ...plain, modality: 'planned', factuality: 1, isFuture: true }
      return { ...plain, modality: 'conditional', factuality: 0.3, hedge, isHypothetical: true }
    case 'may':
    case 'might':
    case 'could':
      // “could not be reached”: an inability, which is sure.
      if (modal === 'could' && !perfect && isNegatedAt(view, p)) return { ...plain, factuality: 2 }
      return { ...plain, modality: 'hedged', factuality: perfect ? 1 : 0.5, hedge, isHypothetical: true }
    case 'must':
      if (perfect) return { ...plain, modality: 'hedged', factuality: 2, hedge }
      return wanted(isSaid)
    case 'can':
      if (isNegatedAt(view, p)) return { ...plain, factuality: 2 }
      return isSaid
        ? { ...plain, factuality: 1 }
        : { ...plain, modality: 'hedged', factuality: 0.8, hedge, isHypothetical: true }
    default:
      if (perfect)
        return { ...plain, modality: 'negated', factuality: -1.5, isNegated: true, isHypothetical: true }
      return wanted(isSaid)
  }
}

const isNegatedAt = (view: SentenceView, p: number) => readOperators(view, p).negation !== -1

/** “must leave”, “should leave”: called for. What somebody says ought to be is plainly said. */
const wanted = (isSaid: boolean): Verdict =>
  isSaid
    ? { ...plain, factuality: 0.5 }
    : { ...plain, modality: 'planned', factuality: 0.3, isHypothetical: true }

/** “said he would sign”: within what is reported in the past, “would” is “will”. */
function isReported(view: SentenceView, p: number): boolean {
  let at = p
  for (let steps = 0; steps < 4; steps++) {
    const relation = view.deprels[at] ?? ''
    const head = view.heads[at] ?? -1
    if (head < 0) break
    if (relation === 'ccomp') return true
    if (relation === 'parataxis' || !/^(?:conj|xcomp|acl|advcl)/.test(relation)) break
    at = head
  }
  return (treeOf(view).children[at] ?? []).some(
    (k) => view.deprels[k] === 'parataxis' && /^(?:say|tell|add|report|announce)$/.test(lemmaAt(view, k)),
  )
}

/** How the clause above bears on a predicate that hangs on `head`. */
function judgeWithin(context: JudgeContext, p: number, head: number, own: Verdict, depth: number): Verdict {
  const { view } = context
  const relation = view.deprels[p] ?? ''
  const above = () => judgePredicate(context, head, depth + 1)
  const held = withinClause(context, p, head, own, above)
  if (held) return held
  if (relation === 'conj') return withinPair(context, p, head, own, depth)
  if (relation === 'aux' || relation === 'cop' || relation === 'aux:pass') return join(own, above())
  if (relation === 'parataxis') return own
  if (view.upos[p] === 'VERB' && /^(?:amod|nmod|obl|dep|root)/.test(relation)) return own
  return withinArgument(context, p, head, own, above)
}

/** What bears on the first of a pair’s complement bears on the second: “plans to travel and meet”. */
function withinPair(context: JudgeContext, p: number, first: number, own: Verdict, depth: number): Verdict {
  const { view, scope } = context
  let at = first
  for (let steps = 0; view.deprels[at] === 'conj' && steps < 40; steps++) at = view.heads[at] ?? -1
  const head = view.heads[at] ?? -1
  const isTop = head < 0 || (scope !== null && (head < scope.from || head >= scope.to))
  const condition =
    own.condition === null && readOperators(view, p).subject === -1 ? findCondition(view, first) : null
  // “If she signs, he will resign and leave”: the condition stands before both.
  const both: Verdict =
    condition && condition.to <= first && own.modality !== 'fact'
      ? { ...own, modality: 'conditional', factuality: 0.5, condition, isHypothetical: true }
      : own
  if (isTop || depth >= deepest) return both
  const relation = view.deprels[at] ?? ''
  const { subject, mark } = readOperators(view, p)
  // “said that he left and the port closed”; “wants to leave, and the port is closed” says the second itself.
  if (relation === 'xcomp' && subject !== -1 && mark !== 'to') return both
  // “failed to agree and filed a suit”: the second is no infinitive, whatever the parse joins it with.
  if (readOperators(view, at).mark === 'to' && mark !== 'to' && isPast(view, p)) return both
  if (!/^(?:ccomp|xcomp|csubj|advcl|acl|obj|obl|nmod|nsubj)/.test(relation)) return both
  // The second is judged as if it stood where the first one stands.
  const above = () => judgePredicate(context, head, depth + 1)
  return (
    withinClause(context, at, head, both, above) ??
    withinArgument(context, view.upos[p] === 'VERB' ? at : p, head, both, above)
  )
}

/** How the clause above bears on the clause of `at`: its condition, complement, adverbial or noun clause; null for none. */
function withinClause(
  context: JudgeContext,
  at: number,
  head: number,
  own: Verdict,
  above: () => Verdict,
): Verdict | null {
  const { view } = context
  const relation = view.deprels[at] ?? ''
  if (setsCondition(view, at))
    return {
      ...own,
      modality: 'conditional',
      factuality: 0,
      condition: conditionRange(view, at, head),
      isHypothetical: true,
    }
  if (/^(?:ccomp|xcomp|csubj)/.test(relation)) return withinComplement(context, at, head, own, above)
  if (relation.startsWith('advcl')) return withinAdverbial(context, at, head, own, above)
  return relation.startsWith('acl') ? withinNoun(context, at, head, own, above) : null
}

/** The frame in which a clause stands: by its mark and its form. */
function frameOf(view: SentenceView, p: number): CommitmentFrame {
  const { mark, modal } = readOperators(view, p)
  if (mark === 'whether' || mark === 'if') return 'whether'
  if (mark === 'to') return 'to'
  if (isGerund(view, p)) return 'ing'
  const isBare = view.deprels[p] === 'xcomp' && view.upos[p] === 'VERB' && modal === -1
  return isBare && !hasFeature(view, p, 'VerbForm=Fin') ? 'to' : 'that'
}

function isGerund(view: SentenceView, p: number): boolean {
  if (!/ing$/.test(view.lower[p] ?? '') || view.upos[p] === 'NOUN') return false
  return !(treeOf(view).children[p] ?? []).some((k) => /^(?:aux|cop)$/.test(view.deprels[k] ?? '') && k < p)
}

/** What a word is committed to, by its lemma with its particle, then by its lemma. */
export function commitmentOf(
  view: SentenceView,
  head: number,
  frame: CommitmentFrame,
  cues: Cues,
): Commitment | null {
  const lemma = lemmaAt(view, head)
  // “rule out”, “stop short of”.
  const { particle } = readOperators(view, head)
  const together = cues.commitments.get(`${frame} ${lemma} ${view.lower[particle] ?? ''}`)
  if (together) return together
  const found = cues.commitments.get(`${frame} ${lemma}`)
  if (found) return found
  // “was accused”, “is believed”: an adjective of the parse that is a verb of the table.
  const word = view.lower[head] ?? ''
  return word === lemma ? null : (cues.commitments.get(`${frame} ${word}`) ?? null)
}

function withinComplement(
  { view, cues }: JudgeContext,
  p: number,
  head: number,
  own: Verdict,
  above: () => Verdict,
): Verdict {
  const frame = frameOf(view, p)
  if (frame === 'whether') return { ...own, modality: 'asked', factuality: 0, isHypothetical: true }
  const lemma = lemmaAt(view, head)
  // “is to visit”.
  if (frame === 'to' && lemma === 'be' && view.deprels[p] !== 'csubj')
    return commit(own, { modality: 'planned', holds: 1, negated: -1 }, above(), head)
  // “has yet to sign”.
  const isYet =
    frame === 'to' &&
    /^(?:have|be|remain)$/.test(lemma) &&
    (view.lower[p - 2] === 'yet' || readOperators(view, head).isYet)
  if (isYet) return { ...own, modality: 'negated', factuality: -2.5, isNegated: true }
  const commitment = commitmentOf(view, head, frame, cues)
  if (commitment) {
    const passive = readOperators(view, head).isPassive
    // “He was told to leave” calls for it; “She is said to have left” is somebody’s word.
    return commit(
      own,
      passive && frame === 'to' ? passiveOf(commitment, view, head, cues) : commitment,
      above(),
      head,
    )
  }
  if (frame === 'to' && /^csubj/.test(view.deprels[p] ?? ''))
    return { ...own, modality: 'planned', factuality: 0, isHypothetical: true }
  if (view.deprels[p] === 'ccomp' && frame === 'that') {
    const reported = { modality: 'reported', holds: 2, negated: 0.5 } as const
    return /^(?:VERB|NOUN)$/.test(view.upos[head] ?? '')
      ? commit(own, reported, above(), head)
      : join(own, above())
  }
  if (frame === 'to' && view.deprels[p] === 'xcomp' && readOperators(view, p).mark === 'to')
    return commit(own, { modality: 'planned', holds: 0.5, negated: -1 }, above(), head)
  return join(own, above())
}

function passiveOf(commitment: Commitment, view: SentenceView, head: number, cues: Cues): Commitment {
  if (!/^(?:say|report|allege|believe|think|know|understand|suppose)$/.test(lemmaAt(view, head)))
    return commitment
  return cues.commitments.get('to allege') ?? commitment
}

/** What a commitment and the verdict on the word that makes it leave of a complement. */
export function commit(
  own: Verdict,
  { modality, holds, negated }: Commitment,
  above: Verdict,
  at: number,
): Verdict {
  const value = above.isNegated ? negated : holds
  const isFactive = holds >= 2.5 && negated >= 2.5
  const base: Verdict = {
    ...plain,
    modality: modality === 'no-comment' ? 'hedged' : modality,
    factuality: value,
    hedge: modality === 'hedged' ? tokenAt(at) : null,
    isFuture: modality === 'planned',
    isPresupposed: isFactive && modality === 'fact',
  }
  const isSettled = above.modality === 'fact' || above.modality === 'reported' || above.modality === 'negated'
  let embedded: Verdict
  if (modality === 'fact') {
    const sure: Verdict = value < 0 ? { ...base, modality: 'negated', isNegated: true } : base
    if (isFactive)
      embedded =
        above.modality === 'conditional' || above.modality === 'asked' ? { ...base, factuality: 1 } : base
    else if (isSettled)
      embedded = above.modality === 'reported' && value > 0 ? { ...sure, modality: 'reported' } : sure
    else
      embedded = {
        ...above,
        factuality: value < 0 ? -Math.abs(above.factuality) : above.factuality,
        isNegated: value < 0,
      }
  } else if (above.isNegated && modality === 'reported') {
    // “He did not say that troops crossed” tells nothing of the troops.
    embedded = { ...base, modality: 'hedged', hedge: tokenAt(at) }
  } else if (above.isNegated && modality === 'denied') {
    embedded = { ...base, modality: 'hedged', hedge: tokenAt(at) }
  } else if (above.isNegated && value < 0) {
    embedded = { ...base, modality: 'negated', isNegated: true }
  } else if (isSettled || modality === 'reported') {
    embedded =
      weight[above.modality] > weight[base.modality] && !isSettled ? { ...above, factuality: value } : base
  } else {
    const stronger = weight[above.modality] > weight[base.modality] ? above : base
    embedded = { ...stronger, factuality: value / 2, condition: above.condition }
  }
  return join(own, embedded)
}

/** Joins what stands at a predicate with what the clauses above it leave of it. */
function join(own: Verdict, above: Verdict): Verdict {
  const isNegated = own.isNegated !== above.isNegated
  const stronger = weight[own.modality] >= weight[above.modality] ? own : above
  let { modality } = stronger
  // Not not: “did not refuse to leave” with a “not” of its own.
  if (own.isNegated && above.isNegated && modality === 'negated') modality = 'fact'
  if (own.isNegated && above.modality === 'denied') modality = 'hedged'
  if (own.modality === 'negated' && above.modality === 'reported') modality = 'negated'
  const certain = Math.min(Math.abs(own.factuality), Math.abs(above.factuality))
  const sign = Math.sign(own.factuality) * Math.sign(above.factuality)
  return {
    modality,
    factuality: sign * certain,
    condition: own.condition ?? above.condition,
    hedge: own.hedge ?? above.hedge,
    isNegated,
    isFuture: own.isFuture || above.isFuture,
    isHypothetical: own.isHypothetical || above.isHypothetical,
    isPresupposed: above.isPresupposed,
  }
}

function withinAdverbial(
  { view, cues }: JudgeContext,
  p: number,
  head: number,
  own: Verdict,
  above: () => Verdict,
): Verdict {
  const { mark } = readOperators(view, p)
  const first = view.lower[treeOf(view).extents[p]?.from ?? p] ?? ''
  // “even if he leaves”: open, but nothing depends on it.
  if (mark === 'even if')
    return { ...own, modality: strongest(own, 'hedged'), factuality: 0, isHypothetical: true }
  if (mark === 'without' || first === 'without') return negate(own)
  if (mark === 'instead' || first === 'instead' || first === 'rather')
    return { ...negate(own), factuality: -2 }
  if (mark === 'as if' || mark === 'lest')
    return { ...own, modality: 'hedged', factuality: -1, isHypothetical: true }
  if (mark === 'so that' || first === 'lest')
    return { ...own, modality: 'planned', factuality: 0.3, isHypothetical: true }
  if (mark === 'whether') return { ...own, modality: 'asked', factuality: 0, isHypothetical: true }
  if (mark === 'to' || isInfinitive(view, p)) {
    const commitment = commitmentOf(view, head, 'to', cues)
    if (commitment) return commit(own, commitment, above(), head)
    // “to deter an attack”: a purpose, which may or may not come about.
    return { ...own, modality: strongest(own, 'planned'), factuality: 0.5, isHypothetical: true }
  }
  const frame = frameOf(view, p)
  // “weighed in, accusing him”: behind a comma it is no complement.
  const isApart = frame === 'ing' && view.words[(treeOf(view).extents[p]?.from ?? p) - 1] === ','
  if ((frame === 'ing' && !isApart) || mark === 'that') {
    const commitment = commitmentOf(view, head, frame, cues)
    if (commitment) return commit(own, commitment, above(), head)
  }
  if (mark === 'before' || mark === 'until' || first === 'until') {
    const outer = above()
    return outer.isFuture || outer.isNegated
      ? { ...own, modality: strongest(own, 'planned'), factuality: 0.5, isFuture: true }
      : { ...own, factuality: Math.sign(own.factuality) * 1.5 }
  }
  const outer = above()
  // “will leave when she signs”, “would kill him, ending the war”: open with the clause it hangs on.
  const isOpen = outer.isFuture || outer.isHypothetical
  const isTold = isPast(view, p) || /^(?:because|although|though|while|whereas|since)$/.test(mark)
  if (isOpen && !isTold && own.modality === 'fact')
    return { ...outer, factuality: Math.abs(outer.factuality), isNegated: false }
  return own
}

const isInfinitive = (view: SentenceView, p: number) =>
  view.lower[p - 1] === 'to' && hasFeature(view, p, 'VerbForm=Inf')
const strongest = (own: Verdict, modality: Verdict['modality']) =>
  weight[own.modality] >= weight[modality] ? own.modality : modality

/** “plans to leave”, “the claim that …”, “the possibility of leaving”, “the envoy who left”. */
function withinNoun(
  { view, cues }: JudgeContext,
  p: number,
  noun: number,
  own: Verdict,
  above: () => Verdict,
): Verdict {
  if (view.deprels[p] === 'acl:relcl') {
    const { negation } = readOperators(view, noun)
    const isNobody = negation !== -1 || /^(?:nobody|none|nothing)$/.test(view.lower[noun] ?? '')
    return isNobody && own.modality === 'fact' ? { ...negate(own), factuality: -1.5 } : own
  }
  const frame = frameOf(view, p)
  const commitment = commitmentOf(view, noun, frame, cues)
  if (commitment) return commit(own, commitment, nounVerdict(view, noun, above), noun)
  if (frame === 'whether') return { ...own, modality: 'asked', factuality: 0, isHypothetical: true }
  if (frame === 'to') {
    // “the first woman to lead the court” leads it.
    const isFirst = (treeOf(view).children[noun] ?? []).some(
      (k) => cues.commitments.get(`to ${view.lower[k]}`)?.negated === 3 && view.deprels[k] === 'amod',
    )
    if (isFirst) return own
    return { ...own, modality: strongest(own, 'planned'), factuality: 0.3, isHypothetical: true }
  }
  return own
}

/** “no plan to leave”, “has not made a plan to leave”: what is said of a noun that holds a clause. */
function nounVerdict(view: SentenceView, noun: number, above: () => Verdict): Verdict {
  if (readOperators(view, noun).negation !== -1)
    return { ...plain, modality: 'negated', factuality: -3, isNegated: true }
  const outer = /^(?:obj|nsubj|nsubj:pass|obl|root|xcomp|ccomp|conj)$/.test(view.deprels[noun] ?? '')
    ? above()
    : plain
  return readOperators(view, noun).isDefinite ? plain : { ...outer, hedge: null }
}

/** “No sanctions were imposed”: the “no” of the noun is that of its verb, and counts once. */
const once = (own: Verdict, above: Verdict): Verdict =>
  own.modality === 'negated' && above.isNegated
    ? { ...own, modality: 'fact', factuality: 3, isNegated: false }
    : own

/** A deed told as a noun: “denied the attack”, “held talks”, “called for a strike”. */
function withinArgument(
  { view, cues }: JudgeContext,
  p: number,
  head: number,
  own: Verdict,
  above: () => Verdict,
): Verdict {
  const relation = view.deprels[p] ?? ''
  const isObject = /^(?:obj|iobj|nsubj:pass|compound|nmod|obl|acl|xcomp|ccomp)(?::|$)/.test(relation)
  const isSubject = relation === 'nsubj'
  const commitment = commitmentOf(view, head, 'noun', cues)
  const isHeld = commitment?.modality === 'fact' && commitment.holds === 3
  const holds = isHeld ? relation !== 'nmod' && !/^obl/.test(relation) : isObject && relation !== 'nmod:poss'
  if (commitment && holds && (isHeld || !isSubject)) {
    const outer = view.upos[head] === 'NOUN' ? nounVerdict(view, head, above) : above()
    return commit(once(own, outer), commitment, outer, head)
  }
  if (view.upos[head] === 'NOUN' && /^(?:appos|flat|fixed|goeswith)/.test(relation)) return join(own, above())
  const isAny = (treeOf(view).children[p] ?? []).some(
    (k) => view.lower[k] === 'any' && view.deprels[k] === 'det',
  )
  if (/^(?:obj|nsubj:pass)$/.test(relation) ? !readOperators(view, p).isDefinite : isAny) {
    const outer = above()
    return outer.isNegated ? join(once(own, outer), { ...outer, factuality: -1.5 }) : join(own, outer)
  }
  // “condemned the attack”: there was one.
  return relation === 'obj' && view.upos[p] === 'NOUN' ? { ...own, isPresupposed: true } : own
}

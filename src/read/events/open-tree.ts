import type { SentenceView } from '../sentence-view.ts'
import { datelineEnd } from './dateline-end.ts'

/** A sentence’s dependencies, as coding walks them; token indices count from 0 in the sentence, -1 is nobody. */
export interface Tree {
  readonly view: SentenceView
  readonly children: readonly (readonly number[])[]
  readonly lemmas: readonly string[]
  /** The first token after a dateline, else 0. */
  readonly start: number
  /** Every token once, heads before what depends on them. */
  readonly topDown: readonly number[]
  /** The first child with one of these relations, else -1. */
  childBy(i: number, relations: ReadonlySet<string>): number
  /** Whether a token’s verb says what is done to its subject: “was arrested”, “the men arrested by police”. */
  isPassive(i: number): boolean
  /** Who does the verb, found through control, coordination and relative clauses; -1 where nobody does. */
  agentOf(i: number): number
  /** Whom or what the verb is done to; -1 for none. */
  patientOf(i: number): number
  /** Who speaks, for a pronoun inside what is said; -1 where nobody does. */
  speakerFor(i: number): number
  /** The preposition of a noun, its words joined (“because of”); '' for none. */
  prepositionOf(i: number): string
  /** The index after the last token of everything that depends on a token, and the first. */
  readonly subtreeStart: readonly number[]
  readonly subtreeEnd: readonly number[]
}

const subject = new Set(['nsubj', 'csubj', 'nsubj:outer', 'expl'])
const passiveSubject = new Set(['nsubj:pass', 'csubj:pass'])
const object = new Set(['obj'])
const agent = new Set(['obl:agent'])
const infinitive = new Set(['xcomp'])
const compelling =
  /^(?:force|order|urge|allow|ask|tell|compel|require|permit|expect|schedule|set|oblige|make)$/
const passiveAux = new Set(['aux:pass'])
/** Opens a sentence’s tree in time linear in its tokens. */
export function openTree(view: SentenceView): Tree {
  const count = view.words.length
  const children: number[][] = Array.from({ length: count }, () => [])
  const roots: number[] = []
  for (let i = 0; i < count; i++) {
    const head = view.heads[i] ?? -1
    if (head >= 0 && head < count && head !== i) children[head]?.push(i)
    else roots.push(i)
  }
  const topDown = [...roots]
  for (let k = 0; k < topDown.length && k < count; k++) topDown.push(...(children[topDown[k] ?? 0] ?? []))
  const subtreeStart = view.words.map((_, i) => i)
  const subtreeEnd = view.words.map((_, i) => i + 1)
  for (let k = topDown.length - 1; k >= 0; k--) {
    const i = topDown[k] ?? 0
    const head = view.heads[i] ?? -1
    if (head < 0) continue
    subtreeStart[head] = Math.min(subtreeStart[head] ?? head, subtreeStart[i] ?? i)
    subtreeEnd[head] = Math.max(subtreeEnd[head] ?? head, subtreeEnd[i] ?? i)
  }
  const lemmas = view.sentence.tokens.map((token) => token.lemma.toLowerCase())
  const features = (i: number) => view.sentence.tokens[i]?.features ?? ''
  const agents = new Map<number, number>()

  const tree: Tree = {
    view,
    children,
    lemmas,
    start: Math.max(view.start, datelineEnd(view)),
    topDown,
    subtreeStart,
    subtreeEnd,
    childBy: (i, relations) => children[i]?.find((child) => relations.has(view.deprels[child] ?? '')) ?? -1,
    isPassive(i) {
      if (tree.childBy(i, passiveAux) !== -1 || tree.childBy(i, passiveSubject) !== -1) return true
      if (tree.childBy(i, subject) !== -1) return false
      // “are numbered and declined to talk”: what is joined to a passive is none where it governs an infinitive.
      if (
        view.deprels[i] === 'conj' &&
        tree.childBy(i, infinitive) !== -1 &&
        !compelling.test(lemmas[i] ?? '')
      )
        return false
      return /Voice=Pass/.test(features(i))
    },
    agentOf(i) {
      const known = agents.get(i)
      if (known !== undefined) return known
      agents.set(i, -1) // a walk that comes back here finds nobody
      const found = findAgent(tree, i)
      agents.set(i, found)
      return found
    },
    patientOf(i) {
      if (tree.isPassive(i)) {
        const own = tree.childBy(i, passiveSubject)
        if (own !== -1) return throughRelative(tree, i, behindDateline(tree, i, own))
        const relation = view.deprels[i] ?? ''
        const head = view.heads[i] ?? -1
        if (relation === 'acl' || relation === 'acl:relcl' || relation === 'amod') return head
        if (relation === 'conj' && head !== -1 && tree.isPassive(head)) return tree.patientOf(head)
        if (relation === 'xcomp' && head !== -1) return subjectThrough(tree, head)
        return tree.childBy(i, object)
      }
      const own = tree.childBy(i, object)
      if (own !== -1) return throughRelative(tree, i, behindDateline(tree, i, own))
      // “kidnapped up to 16 advisers”: the parse may take “up to” for a preposition.
      const upTo = tree.children[i]?.find(
        (child) =>
          child > i &&
          view.deprels[child] === 'obl' &&
          tree.prepositionOf(child) === 'to' &&
          lemmas[
            tree.children[child]?.find((each) => lemmas[each] === 'to' && lemmas[each - 1] === 'up') ?? -1
          ] === 'to',
      )
      if (upTo !== undefined) return upTo
      // “the troops that Morvenia sent”: the gap of a relative clause is its head.
      if (view.deprels[i] === 'acl:relcl' && isGap(tree, i)) return view.heads[i] ?? -1
      // “donated and delivered goods”: a shared object stands at the last verb.
      const next = children[i]?.find((child) => view.deprels[child] === 'conj' && view.upos[child] === 'VERB')
      return next === undefined ? -1 : tree.childBy(next, object)
    },
    speakerFor: (i) => speakerFor(tree, i),
    prepositionOf(i) {
      const words = (children[i] ?? []).filter((child) => view.deprels[child] === 'case' && child < i)
      return words.map((child) => lemmas[child]).join(' ')
    },
  }
  return tree
}

function findAgent(tree: Tree, i: number): number {
  const { view } = tree
  // “is prepared to talk”: the subject is.
  if (view.upos[i] !== 'ADJ' && tree.isPassive(i) && !/^(?:engage|involve)$/.test(tree.lemmas[i] ?? '')) {
    const by = tree.childBy(i, agent)
    if (by !== -1) return by
    const oblique = tree.children[i]?.find(
      (child) => view.deprels[child] === 'obl' && tree.prepositionOf(child) === 'by',
    )
    return oblique ?? -1
  }
  return subjectThrough(tree, i)
}

/** The subject of a verb, in whatever voice: its own, or the one that its clause shares. */
function subjectThrough(tree: Tree, i: number): number {
  const { view } = tree
  const own = tree.childBy(i, subject) === -1 ? tree.childBy(i, passiveSubject) : tree.childBy(i, subject)
  if (own !== -1) return throughRelative(tree, i, behindDateline(tree, i, own))
  // A name before its verb that the parse takes for an adverb: “Norway did not attack Iceland.”
  const name = tree.children[i]?.find(
    (child) => child < i && view.deprels[child] === 'advmod' && view.upos[child] === 'PROPN',
  )
  if (name !== undefined) return name
  const head = view.heads[i] ?? -1
  if (head === -1) return -1
  switch (view.deprels[i]) {
    case 'conj':
      return tree.isPassive(head) ? subjectThrough(tree, head) : tree.agentOf(head)
    case 'xcomp': {
      // “urged Aldany to withdraw”: the object does it; “agreed to withdraw”: the subject.
      const controlled = view.deprels[i] === 'xcomp' ? tree.childBy(head, object) : -1
      if (controlled !== -1 && !/^(?:promise|threaten|use|take)$/.test(tree.lemmas[head] ?? ''))
        return controlled
      return subjectThrough(tree, head)
    }
    case 'advcl': {
      // “portrayed Veresk as encouraging them”, “kept Aldany from attacking”: the object does it.
      const held = /^(?:as|of|from)$/.test(markOf(tree, i)) ? tree.childBy(head, object) : -1
      if (held !== -1) return held
      return view.upos[head] === 'VERB' ? subjectThrough(tree, head) : -1
    }
    case 'ccomp': {
      // “Veresk and Marsh signed a treaty, the agency reported”: the parse may hang both subjects on the last verb.
      if (i > head) return -1
      const before = tree.children[head]?.find((child) => child < i && view.deprels[child] === 'nsubj')
      return before ?? -1
    }
    case 'parataxis':
      return view.upos[head] === 'VERB' ? subjectThrough(tree, head) : -1
    case 'acl':
    case 'acl:relcl':
      if (isGap(tree, i)) return head
      return view.upos[head] === 'NOUN' && /^to$/.test(markOf(tree, i)) ? -1 : head
    default:
      return -1
  }
}

/** “Morvenia said it would withdraw”: the one who speaks, for a pronoun that does what is said; -1 where nobody does. */
function speakerFor(tree: Tree, i: number): number {
  const { view, lemmas } = tree
  if (!/^(?:it|they|he|she|we|i)$/.test(lemmas[i] ?? '') || !/^(?:nsubj|expl)/.test(view.deprels[i] ?? ''))
    return -1
  let clause = view.heads[i] ?? -1
  for (let hops = 0; hops < 4 && clause !== -1; hops++) {
    const head = view.heads[clause] ?? -1
    if (head === -1) return -1
    if (view.deprels[clause] === 'ccomp') {
      const speaker = tree.agentOf(head)
      return speaker === i || view.upos[speaker] === 'PRON' ? -1 : speaker
    }
    if (!/^(?:conj|xcomp|advcl)$/.test(view.deprels[clause] ?? '')) return -1
    clause = head
  }
  return -1
}

/**
 * “SELGRAD (MTA) — President Veresk received her”: where the parse takes the dateline’s town for the subject, the subject
 * is the next one of the verb, or the last name of those that hang on the town; -1 for none.
 */
function behindDateline(tree: Tree, i: number, found: number): number {
  const { view, start } = tree
  if (found >= start) return found
  const second = tree.children[i]?.find(
    (child) => child >= start && child < i && /^nsubj/.test(view.deprels[child] ?? ''),
  )
  if (second !== undefined) return second
  let last = -1
  for (const child of tree.children[found] ?? []) {
    if (child < start || child > i || !/^(?:NOUN|PROPN)$/.test(view.upos[child] ?? '')) continue
    // “President of Morvenia Anton Veresk”: one phrase, as long as no comma ends it.
    if (last !== -1 && view.words.slice(last, child).includes(',')) break
    last = child
  }
  if (last !== -1) return last
  // “SELGRAD, Morvenia - Aldany bombed …”: the subject may hang on any word of the dateline.
  for (let k = start; k < Math.min(i, start + 24); k++)
    if (/^(?:NOUN|PROPN)$/.test(view.upos[k] ?? '') && (view.heads[k] ?? -1) < start) return k
  return -1
}

/** A relative pronoun stands for the noun that its clause describes. */
function throughRelative(tree: Tree, i: number, found: number): number {
  const { view, lemmas } = tree
  if (!/^(?:who|which|that|whom)$/.test(lemmas[found] ?? '') || view.upos[found] === 'DET') return found
  return view.deprels[i] === 'acl:relcl' ? (view.heads[i] ?? -1) : found
}

/** Whether a relative clause leaves its object out: it has a subject of its own and no relative pronoun as such. */
function isGap(tree: Tree, i: number): boolean {
  const own = tree.childBy(i, subject)
  return own !== -1 && !/^(?:who|which|that)$/.test(tree.lemmas[own] ?? '')
}

function markOf(tree: Tree, i: number): string {
  const mark = tree.children[i]?.find((child) => tree.view.deprels[child] === 'mark')
  return mark === undefined ? '' : (tree.lemmas[mark] ?? '')
}

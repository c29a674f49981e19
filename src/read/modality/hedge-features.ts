import type { HedgeKind } from '../../records/resources.ts'
import type { SentenceView } from '../sentence-view.ts'
import type { TokenRange } from '../token-range.ts'
import { setsCondition } from './find-condition.ts'
import { hedgeSurroundings } from './hedge-surroundings.ts'
import { readOperators } from './read-operators.ts'
import { hasFeature, lemmaAt, treeOf } from './sentence-tree.ts'

/**
 * What tells a hedge from the same words used otherwise, as names that the table of weights knows.
 *
 * Each stands three times: for all words, for words of one part of speech (“AUX: clause not”) and for the word alone
 * (“would: clause not”), so that a rare word leans on its like.
 */
export function hedgeFeatures(
  view: SentenceView,
  { from, to, kinds }: TokenRange & { readonly kinds: readonly HedgeKind[] },
): string[] {
  const k = topIn(view, from, to)
  const name = to - from > 1 ? view.lower.slice(from, to).join(' ') : lemmaAt(view, k)
  const relation = view.deprels[k] ?? ''
  const head = view.heads[k] ?? -1
  const children = treeOf(view).children
  const about: string[] = [
    'any',
    `is ${view.lower.slice(from, to).join(' ')}`,
    `part ${view.upos[k]}`,
    `relation ${relation}`,
    `before ${view.lower[from - 1] ?? ''}`,
    `before that ${view.lower[from - 2] ?? ''}`,
    `after ${view.lower[to] ?? ''}`,
    `after part ${view.upos[to] ?? ''}`,
    `after that ${view.lower[to + 1] ?? ''}`,
    `before part ${view.upos[from - 1] ?? ''}`,
    `form ${view.sentence.tokens[k]?.features ?? ''}`,
    `capital ${from > 0 && /^\p{Lu}/u.test(view.words[from] ?? '')}`,
  ]
  if (head >= 0) about.push(`head ${lemmaAt(view, head)}`, `head part ${view.upos[head]} ${relation}`)
  for (const child of children[k] ?? []) {
    about.push(`has ${view.deprels[child]}`, `has ${view.deprels[child]} ${lemmaAt(view, child)}`)
  }
  // An auxiliary and a mark speak of the clause that they stand in.
  const clause = /^(?:aux|mark|advmod|cop)/.test(relation) && head >= 0 ? head : k
  about.push(...clauseFeatures(view, clause), ...sentenceFeatures(view))
  // The other kinds gained nothing by it.
  if (kinds.includes('condition')) about.push(...hedgeSurroundings(view, { from, to }, clause))
  const part = view.upos[k] ?? ''
  return [...new Set(about)].flatMap((feature) => [feature, `${part}: ${feature}`, `${name}: ${feature}`])
}

const ofSentences = new WeakMap<SentenceView, readonly string[]>()

/** What the whole sentence tells: “would” among past verbs is seldom a condition, beside “if” it often is. */
function sentenceFeatures(view: SentenceView): readonly string[] {
  const known = ofSentences.get(view)
  if (known) return known
  const about = new Set<string>()
  for (let k = 0; k < view.words.length; k++) {
    const word = view.lower[k] ?? ''
    if (/^(?:if|unless|whether|when|would|could|can|may|will|had|you|one|any)$/.test(word))
      about.add(`sentence ${word}`)
    if (/^(?:1[5-9]|20)\d\d$/.test(word)) about.add('sentence year')
    if (hasFeature(view, k, 'VerbForm=Fin'))
      about.add(hasFeature(view, k, 'Tense=Past') ? 'sentence past' : 'sentence present')
    if (view.upos[k] === 'PROPN') about.add('sentence name')
  }
  if (!about.has('sentence past')) about.add('sentence not past')
  if (!about.has('sentence if')) about.add('sentence no if')
  const features = [...about]
  ofSentences.set(view, features)
  return features
}

function clauseFeatures(view: SentenceView, p: number): string[] {
  const { modal, negation, mark, perfect, subject } = readOperators(view, p)
  const head = view.heads[p] ?? -1
  const about = [
    `clause verb ${lemmaAt(view, p)}`,
    `clause ${view.deprels[p]}`,
    `clause mark ${mark}`,
    `clause part ${view.upos[p]}`,
  ]
  if (modal !== -1) about.push(`clause modal ${view.lower[modal]}`)
  if (negation !== -1) about.push('clause not')
  if (perfect) about.push('clause perfect')
  if (subject !== -1)
    about.push(`clause subject ${view.upos[subject] === 'PRON' ? view.lower[subject] : view.upos[subject]}`)
  for (const child of treeOf(view).children[p] ?? []) {
    const below = view.deprels[child] ?? ''
    if (below.startsWith('advcl')) {
      about.push(`clause has advcl ${readOperators(view, child).mark}`)
      if (setsCondition(view, child)) about.push('clause has condition')
    }
  }
  if (head >= 0) {
    about.push(`clause head ${lemmaAt(view, head)}`, `clause head ${view.deprels[p]} ${view.upos[head]}`)
    const above = readOperators(view, head)
    about.push(`clause head modal ${above.modal === -1 ? '' : view.lower[above.modal]}`)
    if (setsCondition(view, p)) about.push('clause sets condition')
    about.push(`clause head form ${view.deprels[p]} ${view.sentence.tokens[head]?.features ?? ''}`)
  }
  return about
}

/** The token of a range that hangs on none other of it. */
function topIn(view: SentenceView, from: number, to: number): number {
  for (let k = from; k < to; k++) {
    const head = view.heads[k] ?? -1
    if (head < from || head >= to) return k
  }
  return from
}

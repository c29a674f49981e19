import type { SentenceView } from '../sentence-view.ts'
import type { Verdict } from './judge-predicate.ts'
import { readOperators } from './read-operators.ts'
import { hasFeature, lemmaAt, treeOf } from './sentence-tree.ts'

/** Clauses above the predicate that are told apart. */
const reach = 4

/**
 * What a sentence shows of how surely a predicate holds, as names that the table of weights knows: what the rules
 * judge of it and of the word it hangs on, its form, and the words around it in the parse.
 */
export function factualityFeatures(
  view: SentenceView,
  p: number,
  verdict: Verdict,
  above: Verdict | null,
): string[] {
  const tree = treeOf(view)
  const { mark, modal, negation, perfect } = readOperators(view, p)
  const head = view.heads[p] ?? -1
  const relation = view.deprels[p] ?? ''
  const kind = view.upos[p] ?? 'X'
  const lemma = lemmaAt(view, p)
  const value = Math.round(verdict.factuality * 2) / 2
  const features = [
    'bias',
    `judged ${verdict.modality}`,
    `judged ${verdict.modality} ${value}`,
    `judged ${verdict.modality} ${kind}`,
    `word ${lemma}`,
    `word ${lemma} ${verdict.modality}`,
    `part ${kind}`,
    `relation ${relation}`,
    `form ${formOf(view, p)} ${kind}`,
    `form ${formOf(view, p)} ${relation}`,
    `mark ${mark || '-'}`,
    `mark ${mark || '-'} ${relation}`,
  ]
  if (modal !== -1)
    features.push(`modal ${view.lower[modal]}`, `modal ${view.lower[modal]} ${negation === -1} ${perfect}`)
  if (negation !== -1) features.push('not', `not ${view.lower[negation]}`)
  if (verdict.hedge) features.push(`hedge ${view.lower[verdict.hedge.from]}`)
  if (perfect) features.push('perfect')
  for (const k of tree.children[p] ?? []) {
    const below = view.deprels[k] ?? ''
    if (/^(?:advmod|amod|det|aux|case|nmod:poss)/.test(below)) features.push(`${below} ${lemmaAt(view, k)}`)
    else if (/^(?:nsubj|obj|advcl|ccomp|xcomp|cop|parataxis|acl|conj|obl)/.test(below))
      features.push(`has ${below}`)
    if (below.startsWith('nsubj') && view.upos[k] === 'PRON') features.push(`subject ${view.lower[k]}`)
  }
  if (head >= 0) {
    const up = lemmaAt(view, head)
    features.push(
      `head ${up}`,
      `head ${up} ${relation}`,
      `head ${up} ${mark || '-'}`,
      `head part ${view.upos[head]} ${relation}`,
    )
    if (above)
      features.push(
        `above ${above.modality} ${relation}`,
        `above ${above.modality} ${kind} ${mark || '-'}`,
        `above ${Math.round(above.factuality)} ${relation}`,
      )
  } else features.push('head none')
  let path = relation
  let at = head
  for (let steps = 0; steps < reach && at >= 0; steps++) {
    if (steps > 0) features.push(`ancestor ${lemmaAt(view, at)}`)
    path += ` ${view.deprels[at] ?? ''}`
    if (steps < 2) features.push(`path ${path}`)
    if (/^(?:advcl|ccomp|xcomp|acl)/.test(view.deprels[at] ?? ''))
      features.push(`ancestor mark ${readOperators(view, at).mark || '-'}`)
    const aboveModal = readOperators(view, at).modal
    if (aboveModal !== -1) features.push(`ancestor modal ${view.lower[aboveModal]}`)
    if (readOperators(view, at).negation !== -1) features.push('ancestor not')
    at = view.heads[at] ?? -1
  }
  if (/^\?/.test(view.words[view.words.length - 1] ?? '')) features.push('question')
  return [...new Set(features)]
}

function formOf(view: SentenceView, p: number): string {
  if (hasFeature(view, p, 'VerbForm=Inf')) return 'infinitive'
  if (hasFeature(view, p, 'VerbForm=Ger')) return 'gerund'
  if (hasFeature(view, p, 'VerbForm=Part'))
    return hasFeature(view, p, 'Tense=Past') ? 'participle' : 'present participle'
  if (hasFeature(view, p, 'Tense=Past')) return 'past'
  if (hasFeature(view, p, 'Tense=Pres')) return 'present'
  return hasFeature(view, p, 'Number=Plur') ? 'plural' : 'none'
}

import type { Tree } from './open-tree.ts'
import { behindParticle, hasAuxiliary, markOf } from './verb-marks.ts'

/** The words that an operator may govern, in the order in which the table says where they stand. */
export function complementsOf(tree: Tree, i: number, places: readonly string[]): number[] {
  const { view } = tree
  const patient = tree.patientOf(i)
  const found: { child: number; rank: number }[] = []
  const add = (child: number, place: string) => {
    const rank = places.indexOf(place)
    if (rank !== -1) found.push({ child, rank })
    return rank !== -1
  }
  for (const child of tree.children[i] ?? []) {
    if (child === patient) continue
    const relation = view.deprels[child] ?? ''
    const isNominal = /^(?:NOUN|PROPN|PRON|NUM)$/.test(view.upos[child] ?? '')
    if (/^(?:xcomp|ccomp|advcl|acl|acl:relcl|obl|nmod)$/.test(relation) && !isNominal) {
      const mark = markOf(tree, child)
      if (mark === 'to') add(child, 'to')
      else if (/^(?:ccomp|acl|acl:relcl)$/.test(relation) && places.includes('must')) {
        // “told the envoy that he should wait”; “the party should wait, he said” is an opinion.
        const isAddressed = /^(?:tell|remind|warn)$/.test(tree.lemmas[i] ?? '')
        if (hasAuxiliary(tree, child, isAddressed ? /^(?:must|should)$/ : /^must$/)) add(child, 'must')
      } else if (relation === 'ccomp') add(child, 'that')
      else if (mark !== '') add(child, mark)
      else if (relation === 'xcomp') add(child, 'ing') || add(child, 'to')
    } else if (isNominal && /^(?:obl|nmod|obl:agent|acl|advcl)$/.test(relation)) {
      const preposition = tree.prepositionOf(child)
      if (preposition !== '' && preposition !== 'to') add(child, preposition)
      else if (
        preposition === 'to' &&
        /^(?:VERB agree|NOUN threat)$/.test(`${view.upos[i]} ${tree.lemmas[i]}`)
      )
        add(child, 'to')
    }
  }
  const particle = tree.view.upos[i + 1] === 'ADP' ? (tree.lemmas[i + 1] ?? null) : null
  const whole = patient === -1 ? behindParticle(tree, i, particle) : patient
  if (whole !== -1) add(whole, 'obj')
  return found.sort((a, b) => a.rank - b.rank).flatMap(({ child }) => [child, ...conjunctsOf(tree, child)])
}

const conjunctsOf = (tree: Tree, i: number) =>
  (tree.children[i] ?? []).filter((child) => tree.view.deprels[child] === 'conj').slice(0, 4)

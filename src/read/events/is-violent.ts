import type { Tree } from './open-tree.ts'

const force =
  /^(?:bomb|bombing|bomber|device|explosion|blast|explosive|attack|strike|airstrike|raid|missile|rocket|mortar|shell|shelling|bullet|drone|fire|gunfire|firing|mine|shooting|shootout|gunbattle|battle|clash|ambush|crossfire|fighting|combat|violence|riot|crackdown|offensive|assault|massacre|unrest|gunman|militant|rebel|soldier|troop|police|grenade)s?$/
const acts = /^(?:explode|detonate|attack|shell|shoot|fire|bomb|strike|storm|ambush|clash|open|raid|hit)$/

/**
 * Whether what hurt people was done to them: “were killed by a bomb”, “in clashes”, “when rebels shelled the town”; a bus
 * that overturns kills too.
 */
export function isViolent(tree: Tree, i: number, depth = 0): boolean {
  return (tree.children[i] ?? []).slice(0, 24).some((child) => {
    const relation = tree.view.deprels[child] ?? ''
    if (/^obl/.test(relation)) return holdsForce(tree, child)
    if (relation !== 'advcl' || !acts.test(tree.lemmas[child] ?? ''))
      return relation === 'conj' && depth < 4 && isViolent(tree, child, depth + 1)
    const doer = tree.agentOf(child)
    return /^(?:explode|detonate)$/.test(tree.lemmas[child] ?? '') || (doer !== -1 && holdsForce(tree, doer))
  })
}

/** “in an exchange of fire”, “by a roadside bomb”, “Israeli warplanes”. */
const holdsForce = (tree: Tree, i: number) =>
  [i, ...(tree.children[i] ?? []).slice(0, 12)].some((each) => force.test(tree.lemmas[each] ?? ''))

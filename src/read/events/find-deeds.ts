import type { Codebook } from '../../records/codebook.ts'
import { type Meaning, openMeanings } from './find-meanings.ts'
import type { Tree } from './open-tree.ts'

/** A deed that a sentence tells. */
export interface Deed extends Meaning {
  readonly trigger: number
}

const unreal = /^(?:agree|will|threaten|request|demand|reject|accuse|exclude|consider)$/

/**
 * Finds what a sentence says was done, each deed once: words that another deed governs are its content and no deeds of
 * their own. “Morvenia accused Aldany of bombing Selgrad” tells an accusation and no bombing.
 */
export function findDeeds(tree: Tree, codebook: Codebook, isWho: (i: number) => boolean): Deed[] {
  const meaningOf = openMeanings(tree, codebook, isWho)
  const deeds: Deed[] = []
  const governed = new Set<number>()
  const unrealAt = new Set<number>()
  if (/^[?]$/.test(tree.view.words.findLast((word) => /[.?!]/.test(word)) ?? '')) return [] // a question tells nothing
  for (const i of tree.topDown) {
    const head = tree.view.heads[i] ?? -1
    // A relative clause inside an accusation is told of the world again: “… of arming rebels who hold Selgrad”.
    const isInside = head !== -1 && unrealAt.has(head) && tree.view.deprels[i] !== 'acl:relcl'
    if (isInside || isCondition(tree, i) || (!governed.has(i) && isPurpose(tree, i))) unrealAt.add(i)
    if (governed.has(i) || unrealAt.has(i)) continue
    const meaning = meaningOf(i)
    if (!meaning) continue
    for (const k of meaning.chain.slice(1)) governed.add(k)
    if (meaning.operator && unreal.test(meaning.operator)) {
      for (const k of meaning.chain.slice(1)) unrealAt.add(k)
      for (const child of tree.children[i] ?? [])
        if (/^(?:xcomp|ccomp|acl)$/.test(tree.view.deprels[child] ?? '')) unrealAt.add(child)
    }
    if (meaning.code !== '') deeds.push({ ...meaning, trigger: i })
  }
  return deeds.sort((a, b) => a.trigger - b.trigger)
}

/** “if the House declines”: what a condition holds has not happened. */
function isCondition(tree: Tree, i: number): boolean {
  if (tree.view.deprels[i] !== 'advcl') return false
  return (tree.children[i] ?? []).some(
    (child) =>
      tree.view.deprels[child] === 'mark' && /^(?:if|unless|whether|lest)$/.test(tree.lemmas[child] ?? ''),
  )
}

/** “opened fire to disperse the crowd”, “waited to attack”: what something is done for is not told as done. */
function isPurpose(tree: Tree, i: number): boolean {
  if (!/^(?:advcl|xcomp)$/.test(tree.view.deprels[i] ?? '') || tree.view.upos[i] !== 'VERB') return false
  return (tree.children[i] ?? []).some(
    (child) => child < i && tree.lemmas[child] === 'to' && tree.view.deprels[child] === 'mark',
  )
}

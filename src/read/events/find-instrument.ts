import type { Span } from '../../records/span.ts'
import { spanOf } from '../sentence-view.ts'
import type { Deed } from './find-deeds.ts'
import type { Tree } from './open-tree.ts'

const tools =
  /^(?:drone|missile|rocket|bomb|artillery|gun|rifle|knife|tank|helicopter|mortar|explosive|grenade|tear|gas|bullet|car|truck|aircraft|plane|jet|device|baton|cannon|weapon|shell|mine|malware|machete)$/

/** What a deed was done with: “with drones”, “using mortars”, “by a car bomb”; null where nothing is said. */
export function findInstrument(tree: Tree, deed: Deed): Span | null {
  for (const at of deed.chain) {
    const beside = (tree.children[at] ?? []).slice(0, 12)
    for (const child of [...beside, ...beside.flatMap((each) => (tree.children[each] ?? []).slice(0, 6))]) {
      const relation = tree.view.deprels[child] ?? ''
      const lemma = tree.lemmas[child] ?? ''
      if (
        /^(?:obl|nmod)/.test(relation) &&
        /^(?:with|by|in)$/.test(tree.prepositionOf(child)) &&
        tools.test(lemma)
      )
        return phrase(tree, child)
      if (relation === 'advcl' && lemma === 'use') {
        const object = tree.patientOf(child)
        if (object !== -1 && tools.test(tree.lemmas[object] ?? '')) return phrase(tree, object)
      }
    }
  }
  return null
}

function phrase(tree: Tree, i: number): Span | null {
  let from = i
  for (const child of tree.children[i] ?? [])
    if (child < i && /^(?:amod|compound|nummod|det)$/.test(tree.view.deprels[child] ?? ''))
      from = Math.min(from, tree.subtreeStart[child] ?? child)
  return spanOf(tree.view, from, i + 1)
}

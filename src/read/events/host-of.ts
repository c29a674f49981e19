import type { Tree } from './open-tree.ts'

/** Who invites whom, in tokens: where the guest is welcome, and who says so (-1 where nobody does). */
export interface Host {
  readonly guest: number
  readonly place: number
  readonly speaker: number
}

/** “Quintero would be welcome in Morvenia”, “is welcomed in Morvenia”: an invitation; null for any other word. */
export function hostOf(tree: Tree, i: number): Host | null {
  const { view, lemmas, children } = tree
  const isParticiple = lemmas[i] === 'welcome' && view.upos[i] === 'VERB' && tree.isPassive(i)
  if (!isParticiple && !(lemmas[i] === 'welcome' && view.upos[i] === 'ADJ')) return null
  const own = children[i] ?? []
  // “were welcomed in Morvenia” tells of a visit.
  if (isParticiple && !own.some((child) => /^(?:will|would)$/.test(lemmas[child] ?? ''))) return null
  if (!own.some((child) => /^(?:cop|aux:pass)$/.test(view.deprels[child] ?? ''))) return null
  if (own.some((child) => /^(?:not|n['’]t|never)$/.test(lemmas[child] ?? ''))) return null
  const place = own.find(
    (child) => /^(?:obl|nmod)$/.test(view.deprels[child] ?? '') && tree.prepositionOf(child) === 'in',
  )
  const guest = own.find((child) => /^nsubj/.test(view.deprels[child] ?? ''))
  if (place === undefined || guest === undefined) return null
  const head = view.heads[i] ?? -1
  const speaker = view.deprels[i] === 'ccomp' && head !== -1 ? tree.agentOf(head) : -1
  return { guest, place, speaker }
}

import type { Tree } from './open-tree.ts'

/** Particles that make another verb of one. */
const parting = /^(?:back|down|off|out|over|up|away|apart)$/

/** Whether a verb is told as not done: “did not attack”, “no talks were held”. */
export function isNegatedAt(tree: Tree, i: number): boolean {
  return (tree.children[i] ?? []).some((child) => {
    const lemma = tree.lemmas[child] ?? ''
    if (/^(?:not|n['’]t|never)$/.test(lemma)) return true
    if (lemma === 'cannot') return true
    if (lemma === 'no') return tree.view.deprels[child] === 'det' || tree.lemmas[child + 1] === 'longer'
    return lemma === 'longer' && tree.lemmas[child - 1] === 'no'
  })
}

/** Whether one of these auxiliaries stands before a verb. */
export const hasAuxiliary = (tree: Tree, i: number, words: RegExp) =>
  (tree.children[i] ?? []).some(
    (child) => child < i && tree.view.deprels[child] === 'aux' && words.test(tree.lemmas[child] ?? ''),
  )

/** “will visit”, “would visit”, “is due to visit”. */
export const isFutureAt = (tree: Tree, i: number) =>
  isToCome(tree, i) ||
  (tree.children[i] ?? []).some(
    (child) =>
      child < i &&
      tree.view.deprels[child] === 'aux' &&
      /^(?:will|['’]ll|wo|shall|would)$/.test(tree.view.lower[child] ?? ''),
  )

/** “is to visit”, “is due to visit”, “is about to visit”. */
export function isToCome(tree: Tree, i: number): boolean {
  const own = (tree.children[i] ?? []).filter((child) => child < i)
  const be = own.find(
    (child) => /^(?:cop|aux)$/.test(tree.view.deprels[child] ?? '') && tree.lemmas[child] === 'be',
  )
  return (
    be !== undefined &&
    own.some(
      (child) =>
        child > be &&
        tree.view.deprels[child] === 'mark' &&
        /^(?:to|due|about)$/.test(tree.lemmas[child] ?? ''),
    )
  )
}

/** “was scheduled to”, “were to”. */
export const isPastAt = (tree: Tree, i: number) =>
  (tree.children[i] ?? []).some(
    (child) =>
      child < i &&
      /^(?:cop|aux|aux:pass)$/.test(tree.view.deprels[child] ?? '') &&
      /^(?:was|were|had)$/.test(tree.view.lower[child] ?? ''),
  )

/** “would” outside what somebody says or said: what were so, not what will be. */
export function isImagined(tree: Tree, i: number): boolean {
  if (!hasAuxiliary(tree, i, /^would$/)) return false
  let at = i
  for (let hops = 0; hops < 4 && at !== -1; hops++) {
    if (/^(?:ccomp|parataxis)$/.test(tree.view.deprels[at] ?? '')) return false
    const speaks = (tree.children[at] ?? []).some((child) => tree.view.deprels[child] === 'parataxis')
    if (speaks) return false
    at = tree.view.heads[at] ?? -1
  }
  return true
}

/** What opens a clause: “to”, “of” in “accused of bombing”; '' for nothing. */
export function markOf(tree: Tree, i: number): string {
  const mark = (tree.children[i] ?? []).find(
    (child) => child < i && (tree.view.deprels[child] === 'mark' || tree.view.deprels[child] === 'case'),
  )
  return mark === undefined ? '' : (tree.lemmas[mark] ?? '')
}

/** Whether a verb has its particle: null asks for none that makes another verb of it. */
export function hasParticle(tree: Tree, i: number, particle: string | null): boolean {
  const own = tree.children[i]?.filter((child) => tree.view.deprels[child] === 'compound:prt') ?? []
  // “fought back”, “struck down”: another verb; “up to 16”: no particle.
  if (
    particle === null &&
    tree.view.heads[i + 1] === i &&
    /^(?:back|up|down)$/.test(tree.lemmas[i + 1] ?? '') &&
    /^(?:ADV|ADP)$/.test(tree.view.upos[i + 1] ?? '') &&
    tree.lemmas[i + 2] !== 'to'
  )
    return false
  if (particle === null)
    return !own.some((child) => parting.test(tree.lemmas[child] ?? '') && tree.lemmas[child + 1] !== 'to')
  if (own.some((child) => tree.lemmas[child] === particle)) return true
  // The parse sometimes takes a particle for an adverb or a preposition.
  if (tree.lemmas[i + 1] === particle) return true
  // “forced the refugees out of Aldany”
  return [i, tree.patientOf(i)].some((at) =>
    (tree.children[at] ?? []).some((child) => tree.prepositionOf(child) === `${particle} of`),
  )
}

/** “handed over the weapons”, where the parse takes the particle for a preposition; -1 for nothing. */
export function behindParticle(tree: Tree, i: number, particle: string | null): number {
  if (particle === null) return -1
  return (
    (tree.children[i] ?? []).find(
      (child) =>
        child > i && tree.view.deprels[child] === 'obl' && ['', particle].includes(tree.prepositionOf(child)),
    ) ?? -1
  )
}

/** “each other”, “one another”. */
export const isReciprocal = (tree: Tree, i: number) =>
  /^(?:each|one)$/.test(tree.lemmas[i] ?? '') && /^(?:an)?other$/.test(tree.lemmas[i + 1] ?? '')

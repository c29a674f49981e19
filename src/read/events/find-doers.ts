import type { Codebook } from '../../records/codebook.ts'
import type { Deed } from './find-deeds.ts'
import type { Parties, Party } from './open-parties.ts'
import type { Tree } from './open-tree.ts'
import { expandParty } from './parties-at.ts'

/** Those who do a deed: the first word of its chain that tells anybody; empty where nobody is told. */
export function doersOf(tree: Tree, deed: Deed, parties: Parties, codebook: Codebook): Party[] {
  // “Iran denied that its forces attacked”: the forces would have.
  const verb = deed.isDenied ? deed.chain.slice(1).find((at) => tree.view.upos[at] === 'VERB') : undefined
  const denied = verb === undefined ? -1 : tree.agentOf(verb)
  if (denied !== -1 && tree.view.upos[denied] !== 'PRON') {
    const found = expandParty(tree, denied, parties)
    if (found.length > 0) return found
  }
  for (const at of deed.chain) {
    const pos = tree.view.upos[at] ?? ''
    if (pos === 'NOUN' || pos === 'PROPN') {
      const own = doersOfNoun(tree, at, parties)
      if (own.length > 0 && at !== deed.chain.at(-1)) return own
      continue
    }
    const agent = tree.agentOf(at)
    // “is scheduled to visit”: the subject will.
    if (agent === -1 && deed.operator === 'will') continue
    if (agent === -1) {
      const patient = tree.patientOf(at)
      // “talks between Aldany and Veresk were called off”, “Aldany’s visit was cancelled”
      return tree.isPassive(at) && deed.chain.includes(patient) ? doersOfNoun(tree, patient, parties) : []
    }
    const found = expandParty(tree, agent, parties)
    if (found.length > 0) return found
    // “Union member Aldany agreed”: the parse may take the word before a name for another subject.
    const other = (tree.children[at] ?? []).find(
      (child) => child > agent && child < at && tree.view.deprels[child] === 'nsubj',
    )
    const second = other === undefined ? [] : expandParty(tree, other, parties)
    if (second.length > 0) return second
    // “declared that his days are numbered and declined to talk”: a thing declines nothing, the speaker does.
    const speaker = /^(?:agree|reject|threaten)$/.test(deed.operator ?? '') ? speakerOver(tree, at) : -1
    const spoken = speaker === -1 ? [] : expandParty(tree, speaker, parties)
    if (spoken.length > 0) return spoken
    // “US air raids killed 12”: whose the raids are.
    return isForce(tree.lemmas[agent] ?? '', codebook) ? parties.ownersOf(agent) : []
  }
  return []
}

/** “raids”, “warplanes”, “aid”: what somebody does or acts with; an airliner that kills does nothing of its country’s. */
const isForce = (lemma: string, { nouns, things }: Codebook) =>
  nouns.has(lemma) || things.get('weapons')?.has(lemma) === true || things.get('troops')?.has(lemma) === true

/** Who says what a verb is joined to: “said that … and declined”; -1 where the verb has a subject or nobody speaks. */
function speakerOver(tree: Tree, at: number): number {
  const head = tree.view.heads[at] ?? -1
  if (tree.view.deprels[at] !== 'conj' || head === -1 || tree.view.deprels[head] !== 'ccomp') return -1
  return tree.agentOf(tree.view.heads[head] ?? -1)
}

/** “Russia’s attack”, “the Russian attack”, “an attack by Russia”, “talks between A and B”. */
export function doersOfNoun(tree: Tree, i: number, parties: Parties): Party[] {
  for (const child of tree.children[i] ?? []) {
    if (tree.view.deprels[child] !== 'nmod') continue
    if (/^(?:by|between|among)$/.test(tree.prepositionOf(child))) {
      const found = expandParty(tree, child, parties)
      if (found.length > 0) return found
    }
  }
  const owner = parties.ownerOf(i)
  return owner ? [owner] : []
}

import type { Parties, Party } from './open-parties.ts'
import type { Tree } from './open-tree.ts'

const mostPairs = 6

export function partiesAt(tree: Tree, at: number, next: number, place: string, parties: Parties): Party[] {
  if (place === 'obj') {
    const indirect = (tree.children[at] ?? []).find((child) => tree.view.deprels[child] === 'iobj')
    const found = indirect === undefined ? [] : expandParty(tree, indirect, parties)
    if (found.length > 0) return found
    if (!/^(?:VERB|AUX|ADJ)$/.test(tree.view.upos[at] ?? '')) return []
    const patient = tree.patientOf(at)
    return patient === -1 || patient === next ? [] : expandParty(tree, patient, parties)
  }
  if (place === 'poss') {
    const noun = tree.patientOf(at)
    const owner = noun === -1 ? null : parties.ownerOf(noun)
    return owner ? [owner] : []
  }
  // “held his second meeting in 17 days with the ambassador”: the parse may hang “with …” on the days.
  const beside = (tree.children[at] ?? [])
    .filter(
      (child) =>
        /^obl/.test(tree.view.deprels[child] ?? '') &&
        // “spoke about his contacts with Aldany”, “after the attack on Aldany”: another’s.
        !(place === 'with' ? /^about$/ : /^(?:about|after|before)$/).test(tree.prepositionOf(child)),
    )
    .slice(0, 6)
  const nouns = [at, tree.view.upos[at] === 'VERB' ? tree.patientOf(at) : -1, ...beside]
  for (const noun of nouns) {
    if (noun === -1) continue
    for (const child of tree.children[noun] ?? []) {
      if (!/^(?:obl|nmod)$/.test(tree.view.deprels[child] ?? '') || tree.prepositionOf(child) !== place)
        continue
      const found = expandParty(tree, child, parties)
      if (found.length > 0) return found
      const owner = parties.ownerOf(child)
      if (owner) return [owner]
    }
  }
  return []
}

/** A noun’s party and those of the nouns joined to it: “Morvenia, Aldany and San Telmo”. */
export function expandParty(tree: Tree, i: number, parties: Parties): Party[] {
  const joined = (tree.children[i] ?? [])
    .filter((child) => tree.view.deprels[child] === 'conj')
    .slice(0, mostPairs)
  return [i, ...joined].flatMap((each) => parties.partyOf(each) ?? [])
}

import type { Parties, Party } from './open-parties.ts'
import type { Tree } from './open-tree.ts'

const mostPairs = 6

export function partiesAt(tree: Tree, at: number, next: number, place: string, parties: Parties): Party[] {
  if (place === 'obj' || place === 'iobj') {
    const indirect = (tree.children[at] ?? []).find((child) => tree.view.deprels[child] === 'iobj')
    const found = indirect === undefined ? [] : expandParty(tree, indirect, parties)
    if (found.length > 0) return found
    // “were denied visas”: who stands as the subject of a passive that has an object of its own.
    const isGiven =
      tree.isPassive(at) && (tree.children[at] ?? []).some((child) => tree.view.deprels[child] === 'obj')
    if (place === 'iobj' && !isGiven) return []
    if (!/^(?:VERB|AUX|ADJ)$/.test(tree.view.upos[at] ?? '')) return []
    const patient = tree.patientOf(at)
    return patient === -1 || patient === next ? [] : expandParty(tree, patient, parties)
  }
  if (place === 'poss') {
    const noun = tree.patientOf(at)
    return noun === -1 ? [] : parties.ownersOf(noun)
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
  const patient = tree.view.upos[at] === 'VERB' ? tree.patientOf(at) : -1
  // “withdraw inspectors and aid workers from Aldany”, “named Ana Petrov envoy to Aldany”
  const further = [patient, at].flatMap((each) =>
    (tree.children[each] ?? []).filter(
      (child) =>
        child > each &&
        (each === patient ? /^conj$/ : /^(?:xcomp|obl)$/).test(tree.view.deprels[child] ?? '') &&
        (each === patient || ['', 'as'].includes(tree.prepositionOf(child))) &&
        tree.view.upos[child] === 'NOUN',
    ),
  )
  const nouns = [at, patient, ...further, ...beside]
  for (const noun of nouns) {
    if (noun === -1) continue
    for (const child of tree.children[noun] ?? []) {
      if (!/^(?:obl|nmod)$/.test(tree.view.deprels[child] ?? '') || tree.prepositionOf(child) !== place)
        continue
      const found = expandParty(tree, child, parties)
      if (found.length > 0) return found
      const owners = parties.ownersOf(child)
      if (owners.length > 0) return owners
    }
  }
  return []
}

/** A noun’s party and those of the nouns joined to it: “Morvenia, Aldany and San Telmo”, “French and Italian ships”. */
export function expandParty(tree: Tree, i: number, parties: Parties): Party[] {
  return [i, ...joinedTo(tree, i).slice(0, mostPairs)].flatMap((each) => parties.partiesOf(each))
}

function joinedTo(tree: Tree, i: number): number[] {
  const { view, children } = tree
  // “the leader Ana Arce and President Veresk”: the parse may join the second to the name behind the first.
  const beside = (children[i] ?? []).filter(
    (child) => child > i && /^(?:appos|flat)$/.test(view.deprels[child] ?? ''),
  )
  const found = [i, ...beside].flatMap((each) => {
    const own = (children[each] ?? []).filter((child) => view.deprels[child] === 'conj')
    // “killing 20 people, officials in Selgrad said”: joined by no “and”, they are a clause’s own.
    const isList = own.some((child) => (children[child] ?? []).some((k) => view.deprels[k] === 'cc'))
    return isList ? own : []
  })
  if (found.length > 0) return found
  // “relations with Veresk and San Telmo”: the parse may join the second to the verb.
  const next = tree.subtreeEnd[i] ?? i + 1
  const joined = view.lower[next] === 'and' ? (view.heads[next] ?? -1) : -1
  const isName =
    joined > next &&
    view.upos[joined] === 'PROPN' &&
    view.upos[i] === 'PROPN' &&
    view.deprels[joined] === 'conj'
  const isBare =
    isName &&
    !(children[joined] ?? []).some((child) => /^(?:case|nsubj|aux|obj)/.test(view.deprels[child] ?? ''))
  return isBare && (tree.subtreeStart[joined] ?? joined) >= next ? [joined] : []
}

import type { Deed } from './find-deeds.ts'
import type { Parties, Party } from './open-parties.ts'
import type { Tree } from './open-tree.ts'
import { isSameParty } from './pair.ts'
import { expandParty, partiesAt } from './parties-at.ts'

/** CAMEO codes of deeds whose recipient may stand anywhere in what they govern. */
const wide = /^(?:111|07|08|09|14|15|16|17|18|19)/
const usual = ['obj', 'to', 'on', 'against', 'with', 'from', 'at', 'of', 'by']

/** Those to whom a deed is done, in the places that the codebook trusts first; empty where nobody is told. */
export function recipientsOf(tree: Tree, deed: Deed, parties: Parties, actors: readonly Party[]): Party[] {
  // “its invasion”: whose it is does it.
  const isActor = (party: Party) =>
    actors.some(
      (actor) =>
        isSameParty(actor, party) ||
        // “its forces”: who is told only as theirs is no other.
        (party.head < actor.head && party.head >= (tree.subtreeStart[actor.head] ?? actor.head)),
    )
  const free = (found: Party[]) =>
    found.filter((party) => !isActor(party) && !deed.chain.includes(party.head))
  const [first = -1] = deed.chain
  const last = deed.chain.at(-1) ?? -1
  const isBare =
    deed.isBare && (tree.view.upos[last] !== 'VERB' || (deed.operator === 'agree' && deed.needsWho))
  const links = deed.chain.map((at, k) => ({ at, next: deed.chain[k + 1] ?? -1 }))
  const found = (at: number, next: number, places: readonly string[]): Party[] => {
    for (const place of places) {
      const there = free(partiesAt(tree, at, next, place, parties))
      if (there.length > 0) return there
    }
    return []
  }
  // Where the table says, beside the first word and then from the last word up; then where recipients stand as a rule.
  const addressed = found(first, links[0]?.next ?? -1, deed.recipient)
  if (addressed.length > 0) return addressed
  if (deed.innerRecipient[0] === 'none') return []
  // “demanded a Norwegian withdrawal”: whose it is is asked.
  if (isBare && deed.operator === 'demand') {
    const wanted = tree.patientOf(first)
    const owners = wanted === -1 ? [] : free(parties.ownersOf(wanted))
    if (owners.length > 0) return owners.slice(0, 1)
  }
  if (isBare) return []
  // “accused her”: somebody is meant, and nobody knows who.
  const patient = tree.patientOf(first)
  if (
    deed.kind === 'operator' &&
    deed.recipient.includes('obj') &&
    patient !== links[0]?.next &&
    patient !== -1
  )
    return []
  // “demanded that Aldany mediate between the rebels”: Aldany is asked.
  const [, asked = -1] = deed.chain
  if (/^(?:request|demand)$/.test(deed.operator ?? '') && tree.view.upos[asked] !== 'NOUN' && asked !== -1) {
    const doer = tree.isPassive(asked) ? tree.patientOf(asked) : tree.agentOf(asked)
    const there =
      doer === -1 || doer === tree.agentOf(first)
        ? []
        : free(withOwner(expandParty(tree, doer, parties), doer, parties))
    if (there.length > 0) return there
  }
  for (const { at, next } of [...links].reverse()) {
    const there = found(at, next, deed.innerRecipient)
    if (there.length > 0) return there
  }
  for (const { at, next } of links) {
    // “demanded that Aldany withdraw”: who is to do it.
    if (next !== -1 && tree.view.upos[next] === 'VERB' && !deed.isDenied) {
      const doer = tree.isPassive(next) ? tree.patientOf(next) : tree.agentOf(next)
      const there =
        doer === -1 || doer === tree.agentOf(first)
          ? []
          : free(withOwner(expandParty(tree, doer, parties), doer, parties))
      if (there.length > 0) return there
    }
    const there = found(at, next, at === last && deed.innerRecipient.length > 0 ? [] : usual)
    if (there.length > 0) return there
  }
  if (isBare) return []
  // “rejected an Australian ultimatum”, “agreed to US mediation”.
  for (const { at } of [...links].reverse()) {
    const noun = /^(?:NOUN|PROPN)$/.test(tree.view.upos[at] ?? '') ? at : tree.patientOf(at)
    const owners = noun === -1 ? [] : parties.ownersOf(noun).filter((owner) => !isActor(owner))
    if (owners.length > 0) return owners.slice(0, 1)
  }
  if (/^04(?!2|5)/.test(deed.code)) return [] // “held talks in Selgrad” is with nobody told
  for (const { at } of [...links].reverse()) {
    for (const place of ['in', 'into', 'toward', 'near', 'over']) {
      const found = free(partiesAt(tree, at, -1, place, parties)).filter(
        // A sea is nobody; troops are sent to it all the same.
        ({ kind, participant }) =>
          kind === 'country' ||
          (kind === 'place' && (participant.country !== null || deed.code.startsWith('15'))),
      )
      if (found.length > 0) return found
    }
  }
  if (deed.isBare) return []
  return deed.kind !== 'operator' && !wide.test(deed.code) ? [] : nearest(tree, deed, parties, isActor)
}

const isJoined = (tree: Tree, i: number) =>
  (tree.children[i] ?? []).some((child) => tree.view.deprels[child] === 'cc')

const inside = /^(?:obj|obl|nmod|nmod:poss|xcomp|ccomp|advcl|acl|conj|iobj|obl:agent|nsubj)$/

/**
 * The first one named in what the deed governs, where the table’s places hold nobody: “threatened to resume attacks if
 * Aldany …”, “press their demands for reform from the government”.
 */
function nearest(tree: Tree, deed: Deed, parties: Parties, isActor: (party: Party) => boolean): Party[] {
  const queue = [...deed.chain].reverse()
  const seen = new Set(queue)
  let general: Party | null = null
  const isInquiry = deed.code.startsWith('09')
  for (let k = 0; k < queue.length && k < 40; k++) {
    const at = queue[k] ?? -1
    if (k >= deed.chain.length) {
      const party = parties.partyOf(at)
      if (party && !isActor(party) && party.participant.code !== null) {
        if (!party.participant.code.startsWith('---')) return [party]
        // “send troops”: they are what is sent, not to whom.
        if (!party.participant.code.endsWith('MIL') && !isInquiry) general ??= party
      }
      // “investigated payments to two women”: neither they nor whose the payments are.
      const owner = isInquiry ? null : parties.ownerOf(at)
      if (owner && !isActor(owner)) return [owner]
    }
    for (const child of tree.children[at] ?? []) {
      if (child < deed.trigger || seen.has(child) || !inside.test(tree.view.deprels[child] ?? '')) continue
      if (tree.view.deprels[child] === 'conj' && !isJoined(tree, child)) continue
      if (
        /^(?:about|because of|during|since|after|before|according to|without|as)$/.test(
          tree.prepositionOf(child),
        )
      )
        continue
      if (
        tree.view.deprels[child] === 'advcl' &&
        !/^(?:to|if|unless)$/.test(tree.lemmas[tree.children[child]?.[0] ?? -1] ?? '')
      )
        continue
      seen.add(child)
      queue.push(child)
    }
  }
  return general ? [general] : []
}

/** “its European partners”: whose they are, where they are nobody known. */
function withOwner(found: Party[], i: number, parties: Parties): Party[] {
  if (found.length > 0) return found
  return parties.ownersOf(i)
}

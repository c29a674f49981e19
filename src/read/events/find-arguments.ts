import type { Codebook } from '../../records/codebook.ts'
import type { Deed } from './find-deeds.ts'
import { doersOf, doersOfNoun } from './find-doers.ts'
import { recipientsOf } from './find-recipients.ts'
import { hostOf } from './host-of.ts'
import { isLikelyPair } from './is-likely-pair.ts'
import { lendCountry } from './lend-country.ts'
import type { Parties } from './open-parties.ts'
import type { Tree } from './open-tree.ts'
import { isSameParty, type Pair } from './pair.ts'
import { isReciprocal } from './verb-marks.ts'

const reciprocal = /^(?:CONSULT|AGREE|COOPERATE|SUPPORT)$/
/** CAMEO codes of deeds that states and their own people do to each other. */
const inner = /^(?:08(?!74)|1[34578]|19|20)/
const mostPairs = 6

/** What the whole article tells of those who take part. */
export interface ArticleParties {
  /** Whether the article says what a person is. */
  readonly isPublic: (entity: string | null) => boolean
  /** Whose its police and protesters are; null where nothing tells plainly. */
  readonly home: string | null
}

/** Finds the parties of a deed, a pair for every two that it joins; empty where nobody political takes part. */
export function findArguments(
  tree: Tree,
  deed: Deed,
  parties: Parties,
  codebook: Codebook,
  { isPublic, home }: ArticleParties,
): Pair[] {
  const type = codebook.cameo.get(deed.code)?.type
  if (!type) return []
  const isNoun = deed.kind === 'noun'
  // “the plan to ease the rules” is no news of itself.
  const isNounLed = /^(?:NOUN|PROPN)$/.test(tree.view.upos[deed.trigger] ?? '')
  if (isNounLed && deed.isBare) return []
  if (isNoun && !(deed.chain.length === 1 && codebook.nouns.get(tree.lemmas[deed.trigger] ?? '')?.alone))
    return []
  const actors = isNoun ? doersOfNoun(tree, deed.trigger, parties) : doersOf(tree, deed, parties, codebook)
  const recipients = recipientsOf(tree, deed, parties, actors)
  const host = hostOf(tree, deed.trigger)
  if (host) {
    const guest = parties.partyOf(host.guest)
    const speaker = host.speaker === -1 ? null : parties.partyOf(host.speaker)
    const actor =
      speaker && !/MED/.test(speaker.participant.code ?? '') ? speaker : parties.partyOf(host.place)
    return actor && guest && !isSameParty(actor, guest) ? [{ actor, recipient: guest }] : []
  }
  const pairs: Pair[] = []
  const isTogether =
    (reciprocal.test(type) || deed.operator === 'fail' || deed.code === '164') &&
    recipients.length === 0 &&
    actors.length > 1
  // “Aldany and Veresk accused each other”
  const isMutual = actors.length > 1 && deed.chain.some((at) => holdsReciprocal(tree, at))
  if (isMutual) {
    const [one = null, other = null] = actors
    pairs.push({ actor: one, recipient: other }, { actor: other, recipient: one })
  } else if (isTogether) {
    const [first, ...others] = actors
    for (const other of others) pairs.push({ actor: first ?? null, recipient: other })
  } else {
    for (const actor of actors.length > 0 ? actors : [null]) {
      const others = recipients.filter((recipient) => actor === null || !isSameParty(actor, recipient))
      for (const recipient of others.length > 0 ? others : [null]) pairs.push({ actor, recipient })
    }
  }
  return pairs
    .slice(0, mostPairs)
    .map((pair) => {
      // “sent American troops”: whose they are is not to whom.
      const isAdjective = tree.view.deprels[pair.recipient?.head ?? -1] === 'amod'
      return inner.test(deed.code) && !isAdjective ? pair : withoutOwnCountry(pair)
    })
    .map((pair) => lendCountry(pair, deed.code, countryOfPlace, home))
    .filter((pair) => isLikelyPair(pair, tree, deed, type, isPublic))

  /** “peacekeepers in Aldany”: the country where the deed is done; null where nothing tells. */
  function countryOfPlace(): string | null {
    for (const at of deed.chain) {
      const there = countryWithin(at, 0)
      if (there !== null) return there
    }
    return null
  }

  /** “in a quarter of eastern Selgrad”, “when a bomb exploded in Selgrad” */
  function countryWithin(at: number, depth: number): string | null {
    if (depth > 3) return null
    for (const child of [at, ...(tree.children[at] ?? [])].slice(0, 24)) {
      const relation = tree.view.deprels[child] ?? ''
      if (child === at && depth > 0) continue
      const isWhen =
        relation === 'advcl' && (tree.children[child] ?? []).some((k) => tree.view.lower[k] === 'when')
      if (isWhen) {
        const there = countryWithin(child, depth + 1)
        if (there !== null) return there
      }
      const places =
        depth === 0 ? /^(?:in|at|near|inside|outside|from|across)$/ : /^(?:of|in|at|near|outside(?: of)?)$/
      if (child === at || !/^(?:obl|nmod)$/.test(relation) || !places.test(tree.prepositionOf(child)))
        continue
      const own = parties.partyOf(child)
      if (own?.kind === 'country') return own.participant.country
      if (own?.participant.country && own.kind !== 'place') continue
      const owner = parties.ownersOf(child).find(({ kind }) => kind === 'country')
      const there = owner?.participant.country ?? countryWithin(child, depth + 1)
      if (there !== null) return there
    }
    return null
  }
}

const holdsReciprocal = (tree: Tree, at: number) =>
  (tree.children[at] ?? []).some(
    (child) => /^(?:i?obj|obl|nmod)$/.test(tree.view.deprels[child] ?? '') && isReciprocal(tree, child),
  )

/** “launched an attack in Morvenia” by Morvenia: the doer’s own country is where, and nobody to whom. */
function withoutOwnCountry({ actor, recipient }: Pair): Pair {
  const isOwn =
    recipient !== null &&
    actor !== null &&
    /^(?:country|place)$/.test(recipient.kind) &&
    recipient.participant.country !== null &&
    recipient.participant.country === actor.participant.country
  return isOwn ? { actor, recipient: null } : { actor, recipient }
}

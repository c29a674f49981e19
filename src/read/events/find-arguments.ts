import type { Codebook } from '../../records/codebook.ts'
import type { Deed } from './find-deeds.ts'
import { hostOf } from './host-of.ts'
import { lendCountry } from './lend-country.ts'
import type { Parties, Party } from './open-parties.ts'
import type { Tree } from './open-tree.ts'
import type { Pair } from './pair.ts'

/** CAMEO codes of deeds that only states and bodies of states do. */
const stately = /^(?:0354|054|085|1244|1312|138|15|161|163|19[0-5])/
const reciprocal = /^(?:CONSULT|AGREE|COOPERATE|SUPPORT)$/
/** CAMEO codes of deeds whose doer may stay untold: “three journalists were arrested”. */
const material = /^(?:0841|17[1-5]|18|19|20)/
const tools =
  /^(?:bomb|device|explosion|blast|attack|strike|airstrike|missile|rocket|shelling|bullet|drone|fire|gunfire|bombing|mine|raid)$/
/** CAMEO codes of deeds that states and their own people do to each other. */
const inner = /^(?:08(?!74)|1[34578]|19|20)/
/** CAMEO codes of deeds that may be done to nobody in particular. */
const lonely = /^(?:03|08|10|12[0-7]|13|14|15|16|17[12])/
/** CAMEO codes of deeds whose recipient may stand anywhere in what they govern. */
const wide = /^(?:111|07|08|14|15|16|17|18|19)/
/** Whom the doer’s role code makes one who acts in politics even where no country is told. */
const acting = /(?:GOV|MIL|COP|JUD|LEG|SPY|REB|UAF|OPP|INS|SEP|PTY)$/
/** Who may use force. */
const forceful = /(?:MIL|COP|REB|UAF|SPY|GOV|INS|SEP|IMG|CRM)/
const usual = ['obj', 'to', 'on', 'against', 'with', 'from', 'at', 'of', 'by']
const mostPairs = 6

/** Finds the parties of a deed, a pair for every two that it joins; empty where nobody political takes part. */
export function findArguments(
  tree: Tree,
  deed: Deed,
  parties: Parties,
  codebook: Codebook,
  isPublic: (entity: string | null) => boolean,
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
  const recipients = sufferersOf(tree, deed, parties, actors)
  const host = hostOf(tree, deed.trigger)
  if (host) {
    const guest = parties.partyOf(host.guest)
    const speaker = host.speaker === -1 ? null : parties.partyOf(host.speaker)
    const actor =
      speaker && !/MED/.test(speaker.participant.code ?? '') ? speaker : parties.partyOf(host.place)
    return actor && guest && !isSame(actor, guest) ? [{ actor, recipient: guest }] : []
  }
  const isPassiveDeed = tree.isPassive(deed.trigger)
  const pairs: Pair[] = []
  const isTogether =
    (reciprocal.test(type) || deed.operator === 'fail') && recipients.length === 0 && actors.length > 1
  if (isTogether) {
    const [first, ...others] = actors
    for (const other of others) pairs.push({ actor: first ?? null, recipient: other })
  } else {
    for (const actor of actors.length > 0 ? actors : [null]) {
      const others = recipients.filter((recipient) => actor === null || !isSame(actor, recipient))
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
    .filter(isLikely)
    .map((pair) => lendCountry(pair, deed.code, countryOfPlace))

  /** “peacekeepers in Aldany”: the country where the deed is done; null where nothing tells. */
  function countryOfPlace(): string | null {
    for (const at of deed.chain) {
      for (const place of ['in', 'at', 'near']) {
        const there = atPlace(tree, at, -1, place, parties).find(({ kind }) => kind === 'country')
        if (there) return there.participant.country
      }
    }
    return null
  }

  function isLikely({ actor, recipient }: Pair): boolean {
    if (isNounLed && (!actor || !recipient)) return false
    if (!actor) return recipient !== null && isUntold(recipient)
    if (isAnybody(actor) || (recipient !== null && isAnybody(recipient))) return false
    if (deed.isBare && !isWorthBare(type ?? '', deed, actor, recipient)) return false
    // A newspaper that asks or meets somebody does its work.
    if (
      !/^(?:PROTEST|CONCEDE)$/.test(type ?? '') &&
      !stately.test(deed.code) &&
      /(?:MED|BUS|EDU|AGR|HLH|LAB)$/.test(actor.participant.code ?? '')
    )
      return false
    if (actor.kind === 'victim' && actor.participant.country === null && type !== 'PROTEST') return false
    if (actor.kind === 'place' || !suits(type ?? '', tree, deed, actor, recipient)) return false
    if (!recipient) {
      // “Aldany refused to take part”; of a person that is no news.
      if (deed.isBare && (actor.kind === 'person' || actor.participant.country === null)) return false
      const isNamed =
        deed.code === '050' ? deed.kind === 'verb' && deed.chain.length === 1 : lonely.test(deed.code)
      return !deed.needsWho && isNamed && isPublicly(actor)
    }
    return (
      isPublicly(actor) &&
      (isPublicly(recipient) ||
        ((actor.participant.code !== null || stately.test(deed.code)) && isPossible(type ?? '', recipient)))
    )
  }

  /** “Three journalists were arrested”, “killed by a bomb”: whether the doer is untold, and the one it is done to somebody. */
  function isUntold({ head, participant }: Party): boolean {
    const agent = tree.agentOf(deed.trigger)
    if (
      !material.test(deed.code) ||
      !isPassiveDeed ||
      (agent !== -1 && !tools.test(tree.lemmas[agent] ?? ''))
    )
      return false
    const patient = tree.patientOf(deed.trigger)
    if (head !== patient && !(tree.view.heads[head] === patient && tree.view.deprels[head] === 'conj'))
      return false
    const code = participant.code ?? ''
    return (code !== '' && !code.startsWith('---')) || acting.test(code) || code.endsWith('MED')
  }

  /** Whether somebody acts in politics: for a country or a body of countries, in an office, or with arms. */
  function isPublicly({ kind, participant: { code, entity } }: Party): boolean {
    if (kind === 'armed') return true
    if (type === 'PROTEST' && kind === 'victim') return code !== null
    // Only states impose sanctions, send troops and recognize each other: “the Federal Union eased sanctions”.
    if (kind === 'body' && stately.test(deed.code)) return true
    if (code === null) return kind === 'country' || (kind === 'person' ? isPublic(entity) : kind === 'state')
    return (
      !code.startsWith('---') ||
      acting.test(code) ||
      (/(?:NGO|REL)$/.test(code) && /^(?:ACCUSE|REQUEST|AID|CONSULT)$/.test(type ?? '')) ||
      (type === 'PROTEST' && (kind === 'group' || kind === 'victim'))
    )
  }
}

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

/** “a president who asks a foreign country”, “countries that sell weapons”: nobody in particular. */
function isAnybody({ kind, participant: { code, entity } }: Party): boolean {
  if (/^no /i.test(entity ?? '')) return true
  if (kind !== 'state' || (code !== null && !/^---(?:GOV)?$/.test(code))) return false
  return /^(?:(?:an?|any|every|each|no) |(?:other )?(?:countries|states|nations|governments|leaders|presidents)$)/i.test(
    entity ?? '',
  )
}

/** Whether a deed that governs none is told of those whom a coder would write down. */
function isWorthBare(type: string, deed: Deed, actor: Party, recipient: Party | null): boolean {
  const [own, other] = [actor.participant.country, recipient?.participant.country ?? null]
  switch (type) {
    case 'THREATEN':
      // “warned that it could cost votes” warns nobody.
      return (
        recipient !== null &&
        (own === null || other === null || own !== other) &&
        !/^(?:victim|group)$/.test(recipient.kind) &&
        !/(?:PTY|ELI|BUS|LEG)/.test(actor.participant.code ?? '')
      )
    case 'AGREE':
      return !deed.isNegated && !/(?:JUD|COP)/.test(actor.participant.code ?? '')
    case 'REJECT':
      return recipient !== null || !/(?:PTY|LEG|JUD|COP|ELI)/.test(actor.participant.code ?? '')
    case 'REQUEST':
      return (
        recipient !== null &&
        !/(?:MED|CVL)$/.test(recipient.participant.code ?? '') &&
        recipient.kind !== 'victim'
      )
    default:
      return true
  }
}

/** Types whose recipient may be somebody of no office: whoever is accused, arrested, asked or met. */
function isPossible(type: string, { kind, participant: { code } }: Party): boolean {
  if (/^(?:state|armed|place|country)$/.test(kind)) return true
  if (/^(?:ASSAULT|COERCE|AID|RETREAT|CONCEDE)$/.test(type)) return kind !== 'body' || code !== null
  if (/^(?:ACCUSE|REQUEST|CONSULT|REJECT|SANCTION)$/.test(type)) return kind === 'person' || code !== null
  return code !== null
}

/** What a type asks of who does it and of whom it is done to. */
function suits(type: string, tree: Tree, deed: Deed, actor: Party, recipient: Party | null): boolean {
  const code = actor.participant.code ?? ''
  const isForceful =
    actor.kind === 'armed' ||
    actor.kind === 'country' ||
    (code !== '' && code === actor.participant.country) ||
    forceful.test(code) ||
    (actor.kind === 'state' && code === '')
  const isCrowd = actor.kind !== 'person' && actor.kind !== 'state' && !/(?:GOV|MIL|COP|JUD)/.test(code)
  switch (type) {
    case 'PROTEST':
      // “President Veresk led a rally” campaigns.
      return isCrowd
    case 'THREATEN':
      // “Trump will hold a rally” campaigns; “is going to fight it” fights nobody.
      if (/^(?:rally|march)$/.test(tree.lemmas[deed.chain.at(-1) ?? -1] ?? '')) return isCrowd
      return true
    case 'REQUEST':
      return !/(?:MED|CVL)$/.test(recipient?.participant.code ?? '') // “asked his crowd”, “told reporters”
    case 'RETREAT':
      // “Aldany stood down” leaves no office; “withdrew from the accord” leaves no country.
      if (deed.code === '0874')
        return (
          (tree.lemmas[deed.trigger] === 'surrender' && !/(?:PTY|LEG)/.test(code)) ||
          (recipient !== null &&
            (recipient.participant.country === null ||
              recipient.participant.country !== actor.participant.country))
        )
      return (
        deed.code !== '0831' ||
        (actor.kind !== 'country' &&
          !/^(?:the )?(?:chairman|chairwoman|chief|director|head|coach)\b/i.test(
            actor.participant.entity ?? '',
          ))
      )
    case 'CONCEDE':
      return !(/JUD/.test(code) && deed.chain.length === 1) // a court that allows something rules
    case 'AGREE':
      // “was preparing to fly to California”: a journey at home.
      if (
        recipient === null &&
        /^(?:travel|fly|arrive|visit|trip)$/.test(tree.lemmas[deed.chain.at(-1) ?? -1] ?? '')
      )
        return false
      return !/JUD/.test(code)
    case 'COERCE':
      return deed.code !== '174' || recipient?.kind !== 'person' || tree.lemmas[deed.trigger] !== 'force' // out of an office
    case 'REJECT':
      return recipient !== null || !deed.isBare || tree.lemmas[deed.trigger] !== 'decline'
    case 'ASSAULT':
      // “Marsh beat Quintero in the first round”
      if (/(?:COP|JUD)$/.test(code) && /^(?:raid|storm|search)$/.test(tree.lemmas[deed.trigger] ?? ''))
        return false // police search houses
      return actor.kind === 'person' ? forceful.test(code) && !/GOV|ELI/.test(code) : isForceful
    case 'CONSULT':
      if (/(?:MED|CVL)$/.test(recipient?.participant.code ?? '')) return false // “spoke to reporters”
      return (
        deed.code !== '042' || (recipient !== null && /^(?:country|place|person|body)$/.test(recipient.kind))
      )
    case 'SUPPORT': {
      // “Iowa backed Marsh” elects.
      const [own, other] = [actor.participant.country, recipient?.participant.country ?? null]
      if (recipient === null && deed.code !== '057' && actor.kind !== 'country' && deed.chain.length < 2)
        return false // opinions
      // “is recognized by his rivals as a dealmaker”
      if (deed.code === '054' && (own === null || own === other) && recipient?.kind !== 'body') return false
      return (
        deed.code !== '050' ||
        recipient?.kind !== 'person' ||
        (own !== null && other !== null && own !== other)
      )
    }
    case 'MOBILIZE':
      return isForceful && !(deed.code === '150' && actor.kind === 'person') // a joke that he launched
    default:
      return true
  }
}

const isSame = (a: Party, b: Party) =>
  a.head === b.head || (a.participant.entity !== null && a.participant.entity === b.participant.entity)

function doersOf(tree: Tree, deed: Deed, parties: Parties, codebook: Codebook): Party[] {
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
      const owner = tree.isPassive(at) && deed.chain.includes(patient) ? parties.ownerOf(patient) : null
      return owner ? [owner] : []
    }
    const found = expand(tree, agent, parties)
    if (found.length > 0) return found
    // “declared that his days are numbered and declined to talk”: a thing declines nothing, the speaker does.
    const speaker = /^(?:agree|reject|threaten)$/.test(deed.operator ?? '') ? speakerOver(tree, at) : -1
    const spoken = speaker === -1 ? [] : expand(tree, speaker, parties)
    if (spoken.length > 0) return spoken
    // “US air raids killed 12”: whose the raids are.
    const owner = isForce(tree.lemmas[agent] ?? '', codebook) ? parties.ownerOf(agent) : null
    return owner ? [owner] : []
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
function doersOfNoun(tree: Tree, i: number, parties: Parties): Party[] {
  for (const child of tree.children[i] ?? []) {
    if (tree.view.deprels[child] !== 'nmod') continue
    if (/^(?:by|between|among)$/.test(tree.prepositionOf(child))) {
      const found = expand(tree, child, parties)
      if (found.length > 0) return found
    }
  }
  const owner = parties.ownerOf(i)
  return owner ? [owner] : []
}

function sufferersOf(tree: Tree, deed: Deed, parties: Parties, actors: readonly Party[]): Party[] {
  // “its invasion”: whose it is does it.
  const isActor = (party: Party) => actors.some((actor) => isSame(actor, party))
  const free = (found: Party[]) =>
    found.filter((party) => !isActor(party) && !deed.chain.includes(party.head))
  const [first = -1] = deed.chain
  const last = deed.chain.at(-1) ?? -1
  const isBare =
    deed.isBare && (tree.view.upos[last] !== 'VERB' || (deed.operator === 'agree' && deed.needsWho))
  const links = deed.chain.map((at, k) => ({ at, next: deed.chain[k + 1] ?? -1 }))
  const found = (at: number, next: number, places: readonly string[]): Party[] => {
    for (const place of places) {
      const there = free(atPlace(tree, at, next, place, parties))
      if (there.length > 0) return there
    }
    return []
  }
  if (deed.innerRecipient[0] === 'none') return []
  // Where the table says, beside the first word and then from the last word up; then where recipients stand as a rule.
  const addressed = found(first, links[0]?.next ?? -1, deed.recipient)
  if (addressed.length > 0) return addressed
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
        : free(withOwner(expand(tree, doer, parties), doer, parties))
    if (there.length > 0) return there
  }
  for (const { at, next } of [...links].reverse()) {
    const there = found(at, next, deed.innerRecipient)
    if (there.length > 0) return there
  }
  for (const { at, next } of links) {
    // “demanded that Aldany withdraw”: who is to do it.
    if (next !== -1 && tree.view.upos[next] === 'VERB') {
      const doer = tree.isPassive(next) ? tree.patientOf(next) : tree.agentOf(next)
      const there =
        doer === -1 || doer === tree.agentOf(first)
          ? []
          : free(withOwner(expand(tree, doer, parties), doer, parties))
      if (there.length > 0) return there
    }
    const there = found(at, next, at === last && deed.innerRecipient.length > 0 ? [] : usual)
    if (there.length > 0) return there
  }
  if (isBare) return []
  // “rejected an Australian ultimatum”, “agreed to US mediation”.
  for (const { at } of [...links].reverse()) {
    const noun = /^(?:NOUN|PROPN)$/.test(tree.view.upos[at] ?? '') ? at : tree.patientOf(at)
    const owner = noun === -1 ? null : parties.ownerOf(noun)
    if (owner && !isActor(owner)) return [owner]
  }
  if (/^04(?!2|5)/.test(deed.code)) return [] // “held talks in Selgrad” is with nobody told
  for (const { at } of [...links].reverse()) {
    for (const place of ['in', 'into', 'toward', 'near', 'over']) {
      const found = free(atPlace(tree, at, -1, place, parties)).filter(
        ({ kind }) => kind === 'country' || kind === 'place',
      )
      if (found.length > 0) return found
    }
  }
  if (deed.isBare) return []
  return deed.kind !== 'operator' && !wide.test(deed.code) ? [] : nearest(tree, deed, parties, isActor)
}

const inside = /^(?:obj|obl|nmod|nmod:poss|xcomp|ccomp|advcl|acl|conj|iobj|obl:agent|nsubj)$/

/**
 * The first one named in what the deed governs, where the table’s places hold nobody: “threatened to resume attacks if
 * Aldany …”, “press their demands for reform from the government”.
 */
function nearest(tree: Tree, deed: Deed, parties: Parties, isActor: (party: Party) => boolean): Party[] {
  const queue = [...deed.chain].reverse()
  const seen = new Set(queue)
  let general: Party | null = null
  for (let k = 0; k < queue.length && k < 40; k++) {
    const at = queue[k] ?? -1
    if (k >= deed.chain.length) {
      const party = parties.partyOf(at)
      if (party && !isActor(party) && party.participant.code !== null) {
        if (!party.participant.code.startsWith('---')) return [party]
        // “send troops”: they are what is sent, not to whom.
        if (!party.participant.code.endsWith('MIL')) general ??= party
      }
      const owner = parties.ownerOf(at)
      if (owner && !isActor(owner)) return [owner]
    }
    for (const child of tree.children[at] ?? []) {
      if (child < deed.trigger || seen.has(child) || !inside.test(tree.view.deprels[child] ?? '')) continue
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
  const owner = parties.ownerOf(i)
  return owner ? [owner] : []
}

function atPlace(tree: Tree, at: number, next: number, place: string, parties: Parties): Party[] {
  if (place === 'obj') {
    const indirect = (tree.children[at] ?? []).find((child) => tree.view.deprels[child] === 'iobj')
    const found = indirect === undefined ? [] : expand(tree, indirect, parties)
    if (found.length > 0) return found
    if (!/^(?:VERB|AUX|ADJ)$/.test(tree.view.upos[at] ?? '')) return []
    const patient = tree.patientOf(at)
    return patient === -1 || patient === next ? [] : expand(tree, patient, parties)
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
      const found = expand(tree, child, parties)
      if (found.length > 0) return found
      const owner = parties.ownerOf(child)
      if (owner) return [owner]
    }
  }
  return []
}

/** A noun’s party and those of the nouns joined to it: “Morvenia, Aldany and San Telmo”. */
function expand(tree: Tree, i: number, parties: Parties): Party[] {
  const joined = (tree.children[i] ?? [])
    .filter((child) => tree.view.deprels[child] === 'conj')
    .slice(0, mostPairs)
  return [i, ...joined].flatMap((each) => parties.partyOf(each) ?? [])
}

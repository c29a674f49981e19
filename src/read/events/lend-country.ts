import type { Party } from './open-parties.ts'
import type { Pair } from './pair.ts'

/** Deeds of a state’s own hand on its own people: arrests, curfews, concessions, protests. */
const domestic = /^(?:08|14|17)/
const authority = /(?:COP|JUD|GOV|LEG)/
/** What a state and those who live in it are. */
const own = /^---(?:GOV|MIL|COP|JUD|LEG|OPP|PTY|ELI|CVL|SPY|REB|LAB|EDU|AGR|SEP|INS)/
/** Those who are somewhere else’s by what they are. */
const foreign =
  /\b(?:foreign|international|tourists?|foreigners?|missionar(?:y|ies)|migrants?|refugees?|immigrants?|peacekeepers?|peacekeeping|observers?|inspectors?|ambassadors?|envoys?|diplomats?|embass(?:y|ies)|counterparts?|neighbou?rs?|all(?:y|ies)|enem(?:y|ies)|pilgrims?|countries|states|nations|governments|leaders|presidents)\b/i

/**
 * Gives whoever is told without a country the one that is plain: that of the place where the deed is done (“police in
 * Aldany”), that of the other party where a state and its own people do such deeds to each other (“Aldany’s police
 * dispersed protesters”), or the article’s own. A soldier shoots foreigners too: whoever faces somebody of the article’s
 * own country in a deed between states may be anybody’s, and stays so.
 */
export function lendCountry(
  pair: Pair,
  code: string,
  countryOfPlace: () => string | null,
  home: string | null,
): Pair {
  let { actor, recipient } = pair
  const isOpen = (party: Party | null): party is Party => party !== null && party.participant.country === null
  if (!isOpen(actor) && !isOpen(recipient)) return pair
  const here = isOpen(recipient) || (isOpen(actor) && domestic.test(code)) ? countryOfPlace() : null
  // Soldiers and the bearers of names fall abroad.
  const isThere = (party: Party) => party.kind !== 'person' && !/MIL/.test(party.participant.code ?? '')
  if (here !== null && isOpen(recipient) && isThere(recipient)) recipient = withCountry(recipient, here)
  if (here !== null && isOpen(actor) && isThere(actor) && domestic.test(code))
    actor = withCountry(actor, here)
  if (actor && recipient && domestic.test(code)) {
    const [doer, sufferer] = [actor.participant, recipient.participant]
    if (code.startsWith('14')) {
      if (isOpen(actor) && sufferer.country !== null) actor = withCountry(actor, sufferer.country)
    } else if (isOpen(recipient) && doer.country !== null && authority.test(doer.code ?? '')) {
      recipient = withCountry(recipient, doer.country)
    }
  }
  if (home === null) return { actor, recipient }
  const lent = {
    actor: atHome(actor, recipient, code, home),
    recipient: atHome(recipient, actor, code, home),
  }
  return lent
}

/** Deeds that states and their own people do to each other. */
const inner = /^(?:08(?!74)|09|1[34578]|19|20)/

function atHome<Some extends Party | null>(
  party: Some,
  other: Party | null,
  code: string,
  home: string,
): Some {
  if (party === null || party.participant.country !== null) return party
  const { participant, kind } = party
  if (foreign.test(participant.entity ?? '')) return party
  if (participant.code === null ? !/^(?:state|armed)$/.test(kind) : !own.test(participant.code)) return party
  // Citizens are told as a country’s where they rise against it or are hurt.
  if (/CVL/.test(participant.code ?? 'CVL') && !/^(?:08|14|17|18|19|20)/.test(code)) return party
  const isFacing = other !== null && other.participant.country !== null
  if (
    isFacing &&
    !(other.participant.country === home && (inner.test(code) || isWithin(participant.code, other)))
  )
    return party
  return withCountry(party, home) as Some
}

const citizen = /(?:REB|OPP|CVL|PTY|LAB|EDU|SEP|INS)/

/** “the rebels rejected an appeal of the president”: one of them is no state, so that the other is no foreign one. */
const isWithin = (code: string | null, { participant }: Party) =>
  citizen.test(code ?? '') !== citizen.test(participant.code ?? '')

function withCountry(party: Party, country: string): Party {
  if (!/^(?:group|victim|state|armed|person|body)$/.test(party.kind)) return party
  const { code } = party.participant
  const roles = code?.startsWith('---') ? code.slice(3) : ''
  if (code !== null && roles === '') return party
  return { ...party, participant: { ...party.participant, country, code: country + roles } }
}

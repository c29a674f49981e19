import type { Party } from './open-parties.ts'
import type { Pair } from './pair.ts'

/** Deeds of a state’s own hand on its own people: arrests, curfews, concessions, protests. */
const domestic = /^(?:08|14|17)/
const authority = /(?:COP|JUD|GOV|LEG)/

/**
 * Gives whoever is told without a country that of the other party, where the deed is one that a state and its own people
 * do to each other: “Aldany’s police dispersed protesters”, “students protested against Aldany’s government”. Whoever is
 * nobody’s stays so in all other deeds: a soldier shoots foreigners too. One to whom something is done in a named country
 * is that country’s.
 */
export function lendCountry(pair: Pair, code: string, countryOfPlace: () => string | null): Pair {
  const { actor } = pair
  const here =
    pair.recipient !== null && pair.recipient.participant.country === null ? countryOfPlace() : null
  const recipient = pair.recipient && here !== null ? withCountry(pair.recipient, here) : pair.recipient
  if (!actor || !recipient || !domestic.test(code)) return { actor, recipient }
  const [doer, sufferer] = [actor.participant, recipient.participant]
  if (code.startsWith('14') && doer.country === null && sufferer.country !== null) {
    return { actor: withCountry(actor, sufferer.country), recipient }
  }
  if (
    !code.startsWith('14') &&
    sufferer.country === null &&
    doer.country !== null &&
    authority.test(doer.code ?? '')
  ) {
    return { actor, recipient: withCountry(recipient, doer.country) }
  }
  return { actor, recipient }
}

function withCountry(party: Party, country: string): Party {
  if (!/^(?:group|victim|state|armed)$/.test(party.kind)) return party
  const { code } = party.participant
  const roles = code?.startsWith('---') ? code.slice(3) : ''
  if (code !== null && roles === '') return party
  return { ...party, participant: { ...party.participant, country, code: country + roles } }
}

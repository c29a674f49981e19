import { joinByIdentity } from '../records/join-by-identity.ts'
import type { Origin } from '../records/origin.ts'

/** How many origins there are among these, each given by its identities: whatever claims they stand behind. */
export const countDistinctOrigins = (identities: readonly (readonly string[])[]): number =>
  joinByIdentity(identities.map((identities) => ({ identities }))).length

/**
 * By what an origin of one claim is the same as one of another claim: by the state, the person, the outlet or the body;
 * by its words where nothing else tells.
 *
 * Within one claim “the president” is one man; of two claims it may mean two.
 */
export function findLastingIdentities({ id, identities }: Pick<Origin, 'id' | 'identities'>): string[] {
  const lasting = identities.filter((identity) => isLasting.test(identity) && !isOffice.test(identity))
  return (lasting.length > 0 ? lasting : [id]).map((identity) => identity.slice(0, 300))
}

const isLasting = /^(?:state|land|person|outlet|initials|body|document) /

/** “body president”, “body foreign ministry”: an office that every state has. */
const isOffice =
  /^body (?:(?:foreign|defen[cs]e|interior|prime|state|national|federal|health|justice|press)\s+)*(?:president|presidency|premier|chancellor|minister|ministry|government|cabinet|parliament|senate|police|army|military|navy|court|prosecutor|mayor|governor|opposition|embassy|department|service|office|secretary|security|council|committee|foreign|defen[cs]e|interior|state|union|party)$/

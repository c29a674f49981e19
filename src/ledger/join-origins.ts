import type { Origin } from '../records/origin.ts'

/** How many origins there are among these, each given by its identities: whatever claims they stand behind. */
export const countDistinctOrigins = (identities: readonly (readonly string[])[]): number =>
  joinOrigins(identities.map((identities) => ({ identities }))).length

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

/**
 * Joins rows of origins, of whatever claims, that are one: those that share an identity, directly or through others.
 * In order of the first row of each.
 */
export function joinOrigins<Row extends { readonly identities: readonly string[] }>(
  rows: readonly Row[],
): Row[][] {
  const parent = rows.map((_, i) => i)
  const find = (i: number): number => {
    let at = i
    for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) {
      parent[at] = parent[up] ?? up
      at = up
    }
    return at
  }
  const first = new Map<string, number>()
  for (const [i, { identities }] of rows.entries()) {
    for (const identity of identities) {
      const known = first.get(identity)
      if (known === undefined) first.set(identity, i)
      else {
        const [a, b] = [find(known), find(i)]
        parent[Math.max(a, b)] = Math.min(a, b)
      }
    }
  }
  const groups = new Map<number, Row[]>()
  for (const [i, row] of rows.entries()) {
    const group = groups.get(find(i))
    if (group) group.push(row)
    else groups.set(find(i), [row])
  }
  return [...groups.values()]
}

import { type Join, joinByIdentity } from '../records/join-by-identity.ts'
import type { End } from './identify-end.ts'

/** Groups ends that are one origin, in order of their earliest. */
export const joinEnds = (ends: readonly End[]): End[][] =>
  joinByIdentity(ends, (join) => {
    joinStates(ends, join)
    joinUnnamed(ends, join)
  })

/** “Police” and “authorities” without a country are of the one state that is named, or of one unnamed state. */
function joinStates(ends: readonly End[], join: Join): void {
  const all = ends.flatMap(({ isSomeState }, i) => (isSomeState ? [i] : []))
  const landOf = (i: number) => ends[i]?.identities.find((id) => id.startsWith('land '))
  // “The Morvenian president” and “San Telmo’s foreign minister” are of two states, though no table knows either.
  const lands = new Set(all.flatMap((i) => landOf(i) ?? []))
  const some = lands.size > 1 ? all.filter((i) => landOf(i) === undefined) : all
  const [first] = some
  if (first === undefined) return
  for (const i of some) join(first, i)
  const only = onlyState(ends)
  const of = ends.findIndex(({ identities }) => identities.includes(`state ${only}`))
  if (only !== null && of >= 0) join(first, of)
}

/** The one state that speaks on record; null for none or several. */
function onlyState(ends: readonly End[]): string | null {
  const states = new Set(
    ends.flatMap(({ identities }) =>
      identities.flatMap((id) => (id.startsWith('state ') ? [id.slice(6)] : [])),
    ),
  )
  const [only] = states
  return states.size === 1 && only !== undefined ? only : null
}

/**
 * Unnamed people of two outlets are one where both quote the same words; unnamed people of a state are that state where
 * it says the same on record.
 */
function joinUnnamed(ends: readonly End[], join: Join): void {
  const unnamed = ends.flatMap((end, i) => (end.kind === 'anonymous' ? [i] : []))
  if (unnamed.length === 0) return
  const onRecord = new Map<string, number>()
  for (const [i, { kind, identities }] of ends.entries())
    if (kind !== 'anonymous') for (const id of identities) if (!onRecord.has(id)) onRecord.set(id, i)
  const grams = new Map<string, number>()
  for (const i of unnamed) {
    const end = ends[i]
    if (!end) continue
    for (const gram of new Set(end.links.at(-1)?.quotes.flatMap(gramsOf) ?? [])) {
      const first = grams.get(gram)
      if (first === undefined) grams.set(gram, i)
      else join(first, i)
    }
    // Officials of no country are those of where they were heard.
    const state = end.anonymousOf === '---' ? (end.heardIn ?? null) : end.anonymousOf
    if (state === null) continue
    const record = onRecord.get(`state ${state}`)
    if (record !== undefined) join(record, i)
  }
}

/** Runs of words that carry something, of quoted words: what two reporters heard from one mouth. */
function gramsOf(quote: string): string[] {
  const words = quote
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s’'-]/gu, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
  const grams: string[] = []
  for (let i = 0; i + 1 < words.length; i++) {
    const [a = '', b = ''] = words.slice(i, i + 2)
    // “distinct possibility”: two words that seldom meet; of plainer words it takes four.
    if (a.length > 6 && b.length > 6) grams.push(`${a} ${b}`)
    const four = words.slice(i, i + 4)
    if (four.length === 4 && four.filter((word) => word.length > 4).length >= 2) grams.push(four.join(' '))
  }
  return grams
}

import { type Join, joinByIdentity } from '../records/join-by-identity.ts'
import type { End } from './identify-end.ts'
import { type PersonName, toPersonName } from './to-person-name.ts'
import { toNameStem } from './to-stem.ts'

/** Groups ends that are one origin, in order of their earliest. */
export function joinEnds(all: readonly End[]): End[][] {
  const ends = tellNamesakesApart(all)
  return joinByIdentity(ends, (join) => {
    joinStates(ends, join)
    joinUnnamed(ends, join)
  })
}

/**
 * Ends of one family name stay one, “Marle” and “Senator Bob Marle”, but for those whose given names are others and whose
 * offices have nothing in common: Anton Veresk, the president, and Maria Veresk, a ferry captain.
 */
function tellNamesakesApart(ends: readonly End[]): readonly End[] {
  const persons = ends.map(({ links }): Officed | null => {
    const last = links.at(-1)
    return last?.kind === 'person' ? { name: toPersonName(last.name), role: wordsOf(last.role ?? '') } : null
  })
  return ends.map((end, i) => {
    const own = persons[i]
    const given = own?.name?.given
    if (!given || !persons.some((other) => other && areNamesakes(own, other))) return end
    return {
      ...end,
      identities: end.identities.map((id) =>
        id.startsWith('person ') ? `person ${given} ${id.slice(7)}` : id,
      ),
    }
  })
}

interface Officed {
  readonly name: PersonName | null
  readonly role: ReadonlySet<string>
}

function areNamesakes(a: Officed, b: Officed): boolean {
  if (a.name === null || b.name === null || a.name.family !== b.name.family) return false
  const [given, other] = [a.name.given ?? '', b.name.given ?? '']
  // An initial may be of the middle: “John R. Allen”.
  if (given.length < 3 || other.length < 3 || given.charAt(0) === other.charAt(0)) return false
  return !isShortFor(given, other) && ![...a.role].some((word) => b.role.has(word))
}

/** Given names that one man may bear both of, though they begin otherwise. */
const shortened =
  `bill william; bob robert; dick richard; ted edward theodore; ned edward; tony anthony; jack john; harry
  henry; hank henry; peggy margaret; beth betty elizabeth; kate catherine; chuck charles; liam william; sasha alexander
  aleksandr oleksandr; evgeny yevgeny; ekaterina yekaterina; elena yelena; julia yulia; eugene yevgeny`
    .split(';')
    .map((names) => new Set(names.trim().split(/\s+/).map(toNameStem)))

const isShortFor = (given: string, other: string) =>
  shortened.some((names) => names.has(given) && names.has(other))

const wordsOf = (role: string) => new Set(role.toLowerCase().match(/\p{L}{3,}/gu) ?? [])

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

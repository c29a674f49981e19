import type { CountryName } from '../../records/resources.ts'
import { toNameKey } from '../to-name-key.ts'
import { isPersonNoun } from './person-nouns.ts'
import type { Discourse, Referent } from './referent.ts'

/** “the envoy”: a definite noun phrase, by its noun and the words between it and its article, as written. */
export interface Description {
  readonly noun: string
  readonly qualifiers: readonly string[]
  /** Index of its sentence. */
  readonly sentence: number
}

/** Whom a wider noun may call as the narrower ones do: “the leader” is a president. */
const narrower: Readonly<Record<string, readonly string[]>> = {
  leader: ['president', 'premier', 'chancellor', 'king', 'emperor', 'strongman', 'ruler', 'dictator'],
  diplomat: ['ambassador', 'envoy'],
  lawmaker: ['senator', 'congressman', 'congresswoman', 'legislator', 'mp', 'representative'],
  politician: ['senator', 'congressman', 'congresswoman', 'minister', 'president', 'lawmaker', 'mayor'],
  official: ['minister', 'secretary', 'director', 'commissioner', 'adviser', 'spokesman', 'spokeswoman'],
  spokesperson: ['spokesman', 'spokeswoman'],
  minister: ['premier'],
}

/** Nouns that mean one and the same without any name: “the media”, “the press”. */
const general = new Set([
  'media',
  'press',
  'public',
  'world',
  'internet',
  'market',
  'state',
  'government',
  'police',
  'time',
])

/** Others of whom the noun was said this many sentences back at most may be meant as well. */
const rivalsWithin = 6

/**
 * Finds whom a definite description means: somebody named whom the article has called so (“the envoy”, behind “the US
 * envoy John Marsh”), a body whose name holds the noun (“the ministry”); null where it may be another.
 */
export function findDescribed(
  { byNoun }: Discourse,
  { noun, qualifiers, sentence }: Description,
  countries: ReadonlyMap<string, CountryName>,
): Referent | null {
  if (general.has(noun)) return null
  const nouns = [noun, ...(narrower[noun] ?? [])]
  const called = nouns.flatMap((each) => byNoun.get(each) ?? [])
  const fitting = [...new Set(called)].filter((referent) =>
    qualifiers.every((qualifier) => isSaid(qualifier, referent, countries)),
  )
  const [latest, ...rivals] = fitting.sort((a, b) => b.lastSentence - a.lastSentence)
  if (!latest || latest.mention === null) return null
  if (latest.kind === 'thing' || isPersonNoun(noun) !== (latest.kind === 'person')) return null
  return rivals.some(({ lastSentence }) => sentence - lastSentence <= rivalsWithin) ? null : latest
}

/** Whether a word has been said of somebody: “Belarusian” of the president of Belarus; by the gazetteer or its first letters. */
function isSaid(
  qualifier: string,
  { qualifiers }: Referent,
  countries: ReadonlyMap<string, CountryName>,
): boolean {
  if (qualifiers.has(qualifier.toLowerCase())) return true
  const country = countries.get(toNameKey(qualifier))?.country.iso3
  if (country) return qualifiers.has(country)
  return false
}

import { isRoleName } from './to-names.ts'
import { toNameStem } from './to-stem.ts'

/** The name that somebody is known by, in stems; of a body its last two words. */
export interface PersonName {
  /** Null where only the family’s is told: “President Veresk”. */
  readonly given: string | null
  readonly family: string
}

const word = "(?:\\p{Ll}{2}-)?\\p{Lu}[\\p{L}\\p{M}.’'-]{0,60}"
const last = new RegExp(`(?:(${word})\\s{1,3})?(${word})[^\\p{L}]{0,5}$`, 'u')

/**
 * The name at the end of words of up to 200 characters, before what is said of them: “Lenín Moreno, the president of Ecuador”.
 * Null where none stands there: “a senior State Department official”.
 */
export function toPersonName(words: string | null): PersonName | null {
  const [head = ''] = (words ?? '').slice(0, 200).split(/,| (?:of|for|from|in|at|to|on|who) /)
  const match = last.exec(head)
  const family = match?.[2]
  if (family === undefined || isRoleName(family.toLowerCase())) return null
  const given = match?.[1]
  return {
    given: given === undefined || isRoleName(given.toLowerCase()) ? null : toStem(given),
    family: toStem(family),
  }
}

const toStem = (name: string) => toNameStem(name.replace(/[’']s?$/u, ''))

/** Whether two names may be one person’s: “Veresk” and “Anton Veresk”, and neither Maria Veresk nor Anton Marsh. */
export function isSamePerson(a: PersonName | null, b: PersonName | null): boolean {
  if (a === null || b === null || a.family !== b.family) return false
  if (a.given === null || b.given === null || a.given === b.given) return true
  const [short, long] = a.given.length < b.given.length ? [a.given, b.given] : [b.given, a.given]
  return short.length <= 2 && long.startsWith(short.charAt(0))
}

import type { Mention } from '../../records/reading.ts'
import type { FirstNames, Gender } from '../../records/resources.ts'
import { genderOfNoun } from './person-nouns.ts'

/**
 * The gender of the people that an article names, by their name in full: as a title or a role tells it (“Mr Arce”,
 * “Petrov, a spokeswoman”), else as their first name does. Who is told both ways has none.
 */
export function findGenders(
  text: string,
  mentions: readonly Mention[],
  firstNames: FirstNames,
): Map<string, Gender> {
  const told = new Map<string, Gender | 'both'>()
  for (const mention of mentions) {
    if (mention.type !== 'PER') continue
    const gender = genderBeside(text, mention)
    const name = nameOf(text, mention)
    const known = told.get(name)
    if (gender) told.set(name, known === undefined || known === gender ? gender : 'both')
  }
  const genders = new Map<string, Gender>()
  for (const mention of mentions) {
    const name = nameOf(text, mention)
    if (mention.type !== 'PER' || genders.has(name)) continue
    const known = told.get(name) ?? firstNames.get(name.split(/[\s-]/, 1)[0] ?? '')
    if (known === 'm' || known === 'f') genders.set(name, known)
  }
  return genders
}

/** Whom a mention names, as its other mentions name them too. */
export const nameOf = (text: string, { entity, start, end }: Mention): string =>
  entity ?? text.slice(start, end)

function genderBeside(text: string, { start, end, role }: Mention): Gender | null {
  const before = /(\p{L}+)\.?[\s]+$/u.exec(text.slice(Math.max(0, start - 20), start))
  const title = before && genderOfNoun((before[1] ?? '').toLowerCase())
  if (title) return title
  for (const word of text.slice(start, end).split(/\s+/).slice(0, -1)) {
    const own = genderOfNoun(word.toLowerCase())
    if (own) return own
  }
  if (!role) return null
  for (const word of text.slice(role.start, role.end).split(/[\s-]+/)) {
    if (/^(?:of|for|to|in|at|from|who)$/.test(word)) break
    const own = genderOfNoun(word.toLowerCase())
    if (own) return own
  }
  return null
}

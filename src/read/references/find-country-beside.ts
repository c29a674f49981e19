import type { Mention } from '../../records/reading.ts'
import type { CountryName } from '../../records/resources.ts'
import { toNameKey } from '../to-name-key.ts'

/**
 * Whose a role without a country is, by its sentence: the one country that it names, where it names one person (“President
 * Lukashenko returned to Minsk”); ISO 3166-1 alpha-3, null where there are more, or none.
 */
export function findCountryBeside(
  text: string,
  mentions: readonly Mention[],
  countries: ReadonlyMap<string, CountryName>,
): string | null {
  const found = new Set<string>()
  let people = 0
  for (const { start, end, type } of mentions) {
    if (type === 'PER') people++
    const country = countries.get(toNameKey(text.slice(start, end)))
    if (country) found.add(country.country.iso3)
  }
  const [only] = found
  return people === 1 && found.size === 1 && only ? only : null
}

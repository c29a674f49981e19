import type { Atlas, Location, Town } from '../records/atlas.ts'
import { foldPlace } from '../records/fold-place.ts'

/** “northern Syria”, “south-eastern Turkey” */
const partOfCountry =
  /^(?:(?:north|south|east|west)(?:ern)?[- ]?){1,2}|^(?:central|northernmost|southernmost|coastal|rural|mainland)\b/
/** “Lviv region”: around the town, not in it. */
const around = / (?:region|province|oblast|district|county|governorate|state|valley|area)$/
const townWords = /^(?:city|town|village|port|capital) of |(?: city| town)$/

/**
 * Where a place lies that is told by its name.
 *
 * A name that our tables read as one town (“London” acts for Britain) means it. Of a name that towns of several
 * countries bear, `spokenOf` decides, where it leaves one: the countries that the telling speaks of. What is known to be
 * somewhere in a country is that country; a name that may mean two countries is nowhere.
 *
 * @param name as the article has it: “Odesa”, “northern Syria”, “Tripoli, Lebanon”
 * @param spokenOf ISO 3166-1 alpha-3
 */
export function locatePlace(name: string, spokenOf: readonly string[], atlas: Atlas): Location {
  const folded = foldPlace(name)
  const known = lookUp(folded, spokenOf, atlas)
  if (known.kind !== 'unknown') return known

  // “Tripoli, Lebanon”: what stands behind the last comma may be the country.
  const comma = folded.lastIndexOf(', ')
  if (comma > 0) {
    const country = atlas.countries.get(foldPlace(folded.slice(comma + 2)))
    if (country !== undefined) {
      const there = atlas.towns.get(folded.slice(0, comma))?.filter((town) => town.country === country) ?? []
      return there.length === 0 ? { kind: 'country', country } : toLocation(there)
    }
  }
  const inTown = folded.replace(townWords, '')
  if (inTown !== folded) return lookUp(inTown, spokenOf, atlas)

  const whole = folded.replace(partOfCountry, '').replace(around, '').trim()
  if (whole === folded || whole === '') return { kind: 'unknown' }
  const wide = lookUp(whole, spokenOf, atlas)
  return wide.kind === 'point' ? { kind: 'country', country: wide.country } : wide
}

function lookUp(folded: string, spokenOf: readonly string[], atlas: Atlas): Location {
  const country = atlas.countries.get(folded)
  if (country !== undefined) return { kind: 'country', country }
  const towns = atlas.towns.get(folded)
  if (towns === undefined) return { kind: 'unknown' }
  const meant = towns.filter(({ others }) => others.length === 0)
  if (meant.length > 0) return toLocation(meant)
  const countries = [...new Set(towns.flatMap((town) => [town.country, ...town.others]))].sort()
  const left = countries.filter((iso3) => spokenOf.includes(iso3))
  const [only] = left
  if (left.length !== 1 || only === undefined) return { kind: 'ambiguous', countries }
  const there = towns.filter((town) => town.country === only)
  // The table knows that it has such a town, but not where.
  return there.length === 0 ? { kind: 'country', country: only } : toLocation(there)
}

function toLocation(towns: readonly Town[]): Location {
  const [town, another] = towns
  if (town === undefined) return { kind: 'unknown' }
  if (another !== undefined) {
    const countries = [...new Set(towns.map(({ country }) => country))].sort()
    return countries.length === 1
      ? { kind: 'country', country: town.country }
      : { kind: 'ambiguous', countries }
  }
  const { name, country, lat, lon } = town
  return lat === null || lon === null
    ? { kind: 'country', country }
    : { kind: 'point', name, country, lat, lon }
}

import { answerOnce } from '../ledger/answer-once.ts'
import {
  countSpots,
  type EventPlacesQuery,
  findCountriesSpokenOf,
  findPlaceNames,
  type Placing,
} from '../ledger/find-event-places.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Atlas, Location } from '../records/atlas.ts'
import type { EventMap } from '../records/event-map.ts'
import { loadAtlas } from '../resources/load-atlas.ts'
import { locatePlace } from '../resources/locate-place.ts'

let opened: Promise<Atlas> | null = null

/** The tables stay as they are while the process runs. */
function openAtlas(): Promise<Atlas> {
  opened ??= loadAtlas(process.env.HEARSAY_GAZETTEER || null)
  return opened
}

/**
 * Where the events of a choice happened: towns, countries in which nothing nearer is told, and names that are on no map.
 * A name that towns of several countries bear is placed claim by claim, by whose countries act in it.
 */
export const mapEvents = (ledger: Ledger, query: EventPlacesQuery, atlas?: Atlas): Promise<EventMap> =>
  answerOnce(ledger, ['map', query], async () => drawMap(ledger, query, atlas ?? (await openAtlas())))

async function drawMap(ledger: Ledger, query: EventPlacesQuery, places: Atlas): Promise<EventMap> {
  const { names, withoutPlace } = await findPlaceNames(ledger, query)
  const locations = new Map<string, Location>()
  const put = (location: Location, name: string): string => {
    const spot = toSpot(location, name)
    locations.set(spot, location)
    return spot
  }
  const placings: Placing[] = []
  const ambiguous = new Map<number, string>()
  for (const { facetId, name } of names) {
    const location = locatePlace(name, [], places)
    if (location.kind === 'ambiguous') ambiguous.set(facetId, name)
    else placings.push({ facetId, claimId: null, spot: put(location, name) })
  }
  if (ambiguous.size > 0)
    for (const { facetId, claimId, countries } of await findCountriesSpokenOf(ledger, query, [
      ...ambiguous.keys(),
    ])) {
      const name = ambiguous.get(facetId) ?? ''
      placings.push({ facetId, claimId, spot: put(locatePlace(name, countries, places), name) })
    }

  const points: EventMap['points'][number][] = []
  const countries: EventMap['countries'][number][] = []
  const unplaced: EventMap['unplaced'][number][] = []
  for (const { spot, ...counts } of await countSpots(ledger, query, placings)) {
    const location = locations.get(spot)
    switch (location?.kind) {
      case 'point': {
        const { name, country, lat, lon } = location
        points.push({ ...counts, name, country, lat, lon })
        break
      }
      case 'country': {
        const { country } = location
        countries.push({ ...counts, name: places.countryNames.get(country) ?? country, country })
        break
      }
      case 'ambiguous':
        unplaced.push({ ...counts, countries: location.countries })
        break
      default:
        unplaced.push({ ...counts, countries: [] })
    }
  }
  const byOrigins = (a: { origins: number; claims: number }, b: { origins: number; claims: number }) =>
    b.origins - a.origins || b.claims - a.claims
  return { points: points.sort(byOrigins), countries: countries.sort(byOrigins), unplaced, withoutPlace }
}

/** One text for each place, whatever it is called. */
function toSpot(location: Location, name: string): string {
  switch (location.kind) {
    case 'point':
      return `point ${location.country} ${location.lat} ${location.lon}`
    case 'country':
      return `country ${location.country}`
    default:
      return `${location.kind} ${name}`
  }
}

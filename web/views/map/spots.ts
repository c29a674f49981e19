import type { EventMap } from '../../../src/records/event-map.ts'
import { strings } from '../../strings.ts'

/** A place of the map’s answer, of whatever kind, as it is chosen and listed. */
export interface Spot {
  readonly key: string
  readonly kind: 'point' | 'country' | 'unplaced'
  readonly name: string
  readonly country: string | null
  readonly claims: number
  readonly origins: number
  readonly claimIds: readonly string[]
  /** Why it is on no map; null for what is on it. */
  readonly why: string | null
}

/** Everything that the map tells, the towns first. */
export function toSpots({ points, countries, unplaced }: EventMap): Spot[] {
  const { map } = strings.views
  return [
    ...points.map(({ name, country, ...counts }) => ({
      ...counts,
      key: toPointKey({ name, country }),
      kind: 'point' as const,
      name,
      country,
      why: null,
    })),
    ...countries.map(({ name, country, ...counts }) => ({
      ...counts,
      key: toCountryKey(country),
      kind: 'country' as const,
      name: map.somewhereIn(name),
      country,
      why: null,
    })),
    ...unplaced.map(({ names, countries, ...counts }) => ({
      ...counts,
      key: `unplaced ${names.join()}`,
      kind: 'unplaced' as const,
      name: names.join(', '),
      country: null,
      why: countries.length === 0 ? map.unknownName : map.ambiguous(countries.join(', ')),
    })),
  ]
}

export const toPointKey = ({ name, country }: { readonly name: string; readonly country: string }): string =>
  `point ${country} ${name}`

export const toCountryKey = (country: string): string => `country ${country}`

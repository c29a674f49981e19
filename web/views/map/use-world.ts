import { useQuery } from '@tanstack/react-query'
import type { Feature, Geometry } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import worldUrl from 'world-atlas/countries-50m.json?url'
import { alpha3Of } from './iso-numeric.ts'

type World = Topology<{ readonly countries: GeometryCollection<{ readonly name: string }> }>

/** The outline of a country; without a code where ISO 3166 has none for it. */
export interface CountryShape {
  readonly country: string | null
  readonly shape: Feature<Geometry>
}

/** What Natural Earth draws apart and ISO has no number for, as our own tables count it. */
const byName = new Map([
  ['Kosovo', 'XKX'],
  ['Somaliland', 'SOM'],
])

/** Natural Earth’s countries at 1:50 million (240 kB), fetched when the first map is looked at. */
export const useWorld = () =>
  useQuery({
    queryKey: ['world'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }): Promise<CountryShape[]> => {
      const answer = await fetch(worldUrl, { signal })
      if (!answer.ok) throw new Error(`HTTP ${answer.status}`)
      const world: World = await answer.json()
      return feature(world, world.objects.countries).features.map((shape) => ({
        country: byName.get(shape.properties.name) ?? alpha3Of.get(String(shape.id)) ?? null,
        shape,
      }))
    },
  })

import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { mapQuery } from '../../client/views.ts'
import { strings } from '../../strings.ts'
import { ChosenClaims } from '../chosen-claims.tsx'
import { focusPick } from '../focus-pick.ts'
import { ToClaims } from '../to-claims.tsx'
import { TypeFilter } from '../type-filter.tsx'
import { ViewFrame } from '../view-frame.tsx'
import type { ViewProps } from '../view-props.ts'
import { MapFigure } from './map-figure.tsx'
import { SpotTable } from './spot-table.tsx'
import { toSpots } from './spots.ts'
import './map.css'

/** Where the events of a search or a situation happened. */
export function EventMap({ q, situation }: ViewProps) {
  const { map: words } = strings.views
  const [types, setTypes] = useState<readonly string[]>([])
  const [chosen, setChosen] = useState<string | null>(null)
  const query = useQuery(mapQuery({ q, situation, types }))
  const map = query.data
  const spots = useMemo(() => (map ? toSpots(map) : []), [map])
  const spot = spots.find(({ key }) => key === chosen)
  const unplaced = spots.filter(({ kind }) => kind === 'unplaced')
  return (
    <ViewFrame
      query={query}
      filters={<TypeFilter types={types} counts={null} onChange={setTypes} />}
      figure={() =>
        map &&
        (spots.length === unplaced.length ? (
          <p className="muted">
            {spots.length === 0 ? words.nothing : words.noneOnMap} <ToClaims q={q} situation={situation} />
          </p>
        ) : (
          <MapFigure map={map} chosen={chosen} onChoose={setChosen} />
        ))
      }
      table={() => spots.length > 0 && <SpotTable spots={spots} chosen={chosen} onChoose={setChosen} />}
      notes={
        map && (
          <>
            {map.withoutPlace > 0 && <p>{words.withoutPlace(map.withoutPlace)}</p>}
            {unplaced.length > 0 && (
              <details className="left-out" open={spots.length === unplaced.length}>
                <summary>
                  {words.unplaced(
                    unplaced.length,
                    unplaced.reduce((sum, { claims }) => sum + claims, 0),
                  )}
                </summary>
                <SpotTable spots={unplaced} chosen={chosen} onChoose={setChosen} />
              </details>
            )}
            {spots.length > unplaced.length && <p>{words.credit}</p>}
          </>
        )
      }
      chosen={
        spot === undefined ? null : (
          <ChosenClaims
            heading={spot.name}
            ids={spot.claimIds}
            count={spot.claims}
            onClose={() => {
              setChosen(null)
              focusPick(spot.key)
            }}
          />
        )
      }
    />
  )
}

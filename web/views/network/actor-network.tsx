import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { networkQuery } from '../../client/views.ts'
import { strings } from '../../strings.ts'
import { ChosenClaims } from '../chosen-claims.tsx'
import { focusPick } from '../focus-pick.ts'
import { ToClaims } from '../to-claims.tsx'
import { TypeFilter } from '../type-filter.tsx'
import { ViewFrame } from '../view-frame.tsx'
import type { ViewProps } from '../view-props.ts'
import { type DrawnEdge, filterEdges, toDrawnEdges } from './draw-network.ts'
import { EdgeTable } from './edge-table.tsx'
import { NetworkFigure } from './network-figure.tsx'
import { NetworkFilters } from './network-filters.tsx'
import './network.css'

const nobody = { nodes: [], edges: [] }

/** Who did what to whom, among the events of a search or a situation. */
export function ActorNetwork({ q, situation }: ViewProps) {
  const { network: words } = strings.views
  const [types, setTypes] = useState<readonly string[]>([])
  const [leastOrigins, setLeastOrigins] = useState(0)
  const [around, setAround] = useState<string | null>(null)
  const [chosenKey, setChosenKey] = useState<string | null>(null)
  const query = useQuery(networkQuery({ q, situation, types }))
  const { nodes, edges } = query.data ?? nobody
  const drawn = useMemo(
    () => toDrawnEdges(filterEdges(edges, { leastOrigins, around })),
    [edges, leastOrigins, around],
  )
  const chosen = drawn.find(({ key }) => key === chosenKey) ?? null
  const shownEdges = drawn.reduce((sum, { parts }) => sum + parts.length, 0)
  const choose = (edge: DrawnEdge) => setChosenKey(edge.key)
  return (
    <ViewFrame
      query={query}
      filters={
        <>
          <TypeFilter types={types} counts={null} onChange={setTypes} />
          <NetworkFilters
            nodes={nodes}
            leastOrigins={leastOrigins}
            around={around}
            onLeastOrigins={setLeastOrigins}
            onAround={setAround}
          />
        </>
      }
      figure={() =>
        edges.length === 0 ? (
          <p className="muted">
            {words.nothing} <ToClaims q={q} situation={situation} />
          </p>
        ) : (
          <NetworkFigure
            nodes={nodes}
            edges={edges}
            drawn={drawn}
            around={around}
            chosen={chosenKey}
            onChoose={choose}
            onAround={setAround}
          />
        )
      }
      table={() => <EdgeTable edges={drawn} chosen={chosenKey} onChoose={choose} />}
      notes={
        query.data && (
          <>
            {query.data.edgeCount > edges.length && <p>{words.cut(edges.length, query.data.edgeCount)}</p>}
            {shownEdges < edges.length && <p>{words.hidden(edges.length - shownEdges)}</p>}
            {query.data.oneSided > 0 && <p>{words.oneSided(query.data.oneSided)}</p>}
          </>
        )
      }
      chosen={
        chosen === null ? null : (
          <ChosenClaims
            heading={words.chosen(
              chosen.actor,
              chosen.recipient,
              chosen.parts.map(({ type }) => type).join(', '),
            )}
            ids={chosen.parts.flatMap(({ claimIds }) => claimIds).slice(0, 100)}
            count={chosen.claims}
            onClose={() => {
              setChosenKey(null)
              focusPick(chosen.key)
            }}
          />
        )
      }
    />
  )
}

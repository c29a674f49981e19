import { memo, useDeferredValue, useMemo, useRef, useState } from 'react'
import type { NetworkEdge, NetworkNode } from '../../../src/records/actor-network.ts'
import { strings } from '../../strings.ts'
import { useRowKeys } from '../../use-row-keys.ts'
import { FigureTools } from '../figure-tools.tsx'
import { usePanZoom } from '../use-pan-zoom.ts'
import { useWidth } from '../use-width.ts'
import { keepInside, type ViewWindow, wholeWindow, zoomWindow } from '../view-window.ts'
import { type DrawnEdge, toCurve, toEdgeWidth, toNodeRadius, toShape } from './draw-network.ts'
import { NetworkLegend } from './network-legend.tsx'
import { useLayout } from './use-layout.ts'

const most = 12
const margin = 40
/** Less room for a name, in square pixels, and names would lie over each other; larger, and there is room for more. */
const roomOfName = 16_000

/** The picture: actors, and curves from who did it to whom. */
export function NetworkFigure({
  nodes,
  edges,
  drawn,
  around,
  chosen,
  onChoose,
  onAround,
}: {
  readonly nodes: readonly NetworkNode[]
  /** All of them: filters hide edges, and move nobody. */
  readonly edges: readonly NetworkEdge[]
  readonly drawn: readonly DrawnEdge[]
  readonly around: string | null
  readonly chosen: string | null
  readonly onChoose: (edge: DrawnEdge) => void
  readonly onAround: (name: string | null) => void
}) {
  const { views } = strings
  const figure = useRef<HTMLElement>(null)
  const width = useWidth(figure)
  const height = Math.round(Math.min(Math.max(width * 0.62, 320), 760))
  const [window, setWindow] = useState<ViewWindow>(wholeWindow)
  const { names, shape } = useMemo(() => toShape({ nodes, edges }), [nodes, edges])
  const places = useLayout(shape)
  const placeOf = useMemo(() => {
    if (places === null) return null
    const size = { width: width - 2 * margin, height: height - 2 * margin }
    return new Map(
      names.map((name, i) => [
        name,
        { x: margin + (places[i * 2] ?? 0) * size.width, y: margin + (places[i * 2 + 1] ?? 0) * size.height },
      ]),
    )
  }, [places, names, width, height])
  const { zoomIn, zoomOut, handlers } = usePanZoom(figure, {
    pan: (dx, dy) =>
      setWindow(({ left, top, scale }) =>
        keepInside({ left: left + dx, top: top + dy, scale }, { width, height }),
      ),
    zoom: (factor, at) =>
      setWindow((before) => keepInside(zoomWindow(before, factor, at, most), { width, height })),
    reset: () => setWindow(wholeWindow),
  })
  useRowKeys(figure, '[data-edge], [data-node]')
  const touched = useMemo(() => new Set(drawn.flatMap(({ actor, recipient }) => [actor, recipient])), [drawn])
  const shown = useMemo(() => nodes.filter(({ name }) => touched.has(name)), [nodes, touched])
  // Everything grows at once; that lines and names keep their size may come a moment later.
  const scale = useDeferredValue(window.scale)
  const named = Math.round((width * height * scale ** 2) / roomOfName)
  return (
    <>
      <div className="figure-head">
        <FigureTools onZoomIn={zoomIn} onZoomOut={zoomOut} onReset={() => setWindow(wholeWindow)} />
        <span className="muted">{views.howToMove}</span>
      </div>
      <figure
        ref={figure}
        className="network-figure"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved by keys as a scrolled region is.
        tabIndex={0}
        aria-label={views.network.label(shown.length, drawn.length)}
        aria-busy={placeOf === null}
        {...handlers}
      >
        {placeOf === null && <p className="muted">{views.network.laying}</p>}
        <svg width={width} height={height}>
          <title>{strings.network}</title>
          <Arrowheads />
          {placeOf !== null && (
            <g transform={`translate(${window.left} ${window.top}) scale(${window.scale})`}>
              <Edges
                nodes={nodes}
                drawn={drawn}
                placeOf={placeOf}
                chosen={chosen}
                // Drawn anew at every doubling alone: an arrowhead may stand a little off its node in between.
                scale={2 ** Math.round(Math.log2(scale))}
                onChoose={onChoose}
              />
              <Nodes
                shown={shown}
                placeOf={placeOf}
                scale={scale}
                named={named}
                around={around}
                onAround={onAround}
              />
            </g>
          )}
        </svg>
      </figure>
      <NetworkLegend />
    </>
  )
}

type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>

/** All edges; drawn anew when they or the scale change, not when the picture is dragged. */
const Edges = memo(function Edges({
  nodes,
  drawn,
  placeOf,
  chosen,
  scale,
  onChoose,
}: {
  readonly nodes: readonly NetworkNode[]
  readonly drawn: readonly DrawnEdge[]
  readonly placeOf: Places
  readonly chosen: string | null
  readonly scale: number
  readonly onChoose: (edge: DrawnEdge) => void
}) {
  const radiusOf = new Map(nodes.map(({ name, origins }) => [name, toNodeRadius(origins) + 2]))
  const lanes = new Map<string, number>()
  return drawn.map((edge, i) => {
    const way = JSON.stringify([edge.actor, edge.recipient])
    const lane = lanes.get(way) ?? 0
    lanes.set(way, lane + 1)
    const [from, to] = [placeOf.get(edge.actor), placeOf.get(edge.recipient)]
    if (from === undefined || to === undefined) return null
    const words = strings.views.network.edge(
      edge.actor,
      edge.recipient,
      `${strings.quadClass[edge.quadClass]} (${edge.parts.map(({ type }) => type).join(', ')})`,
      edge.claims,
      edge.origins,
    )
    const curve = toCurve(from, to, lane, (radiusOf.get(edge.recipient) ?? 0) / scale)
    return (
      // biome-ignore lint/a11y/useSemanticElements: there is no button in SVG.
      <g
        key={edge.key}
        className={`network-edge quad-${edge.quadClass}${edge.key === chosen ? ' chosen-edge' : ''}`}
        data-edge={edge.key}
        role="button"
        tabIndex={i === 0 ? 0 : -1}
        aria-label={words}
        onClick={() => onChoose(edge)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === ' ') {
            event.preventDefault()
            onChoose(edge)
          }
        }}
      >
        <title>{words}</title>
        <path className="reach" d={curve} />
        <path
          className="line"
          d={curve}
          strokeWidth={toEdgeWidth(edge.origins)}
          markerEnd={`url(#${edge.quadClass > 2 ? 'conflict' : 'cooperation'}-head)`}
        />
      </g>
    )
  })
})

const Nodes = memo(function Nodes({
  shown,
  placeOf,
  scale,
  named,
  around,
  onAround,
}: {
  /** Of most origins first. */
  readonly shown: readonly NetworkNode[]
  readonly placeOf: Places
  readonly scale: number
  /** How many of them have their names beside them. */
  readonly named: number
  readonly around: string | null
  readonly onAround: (name: string | null) => void
}) {
  return shown.map((node, i) => (
    <Node
      key={node.name}
      node={node}
      at={placeOf.get(node.name) ?? { x: 0, y: 0 }}
      scale={scale}
      isNamed={i < named || node.name === around}
      isAround={node.name === around}
      onChoose={() => onAround(node.name === around ? null : node.name)}
    />
  ))
})

function Node({
  node,
  at,
  scale,
  isNamed,
  isAround,
  onChoose,
}: {
  readonly node: NetworkNode
  readonly at: { readonly x: number; readonly y: number }
  readonly scale: number
  readonly isNamed: boolean
  readonly isAround: boolean
  readonly onChoose: () => void
}) {
  const words = strings.views.network.node(node.name, node.events, node.origins)
  const radius = toNodeRadius(node.origins) / scale
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no button in SVG.
    <g
      className={isAround ? 'network-node around' : 'network-node'}
      data-node={node.name}
      role="button"
      tabIndex={-1}
      aria-pressed={isAround}
      aria-label={words}
      onClick={onChoose}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault()
          onChoose()
        }
      }}
    >
      <title>{words}</title>
      <circle cx={at.x} cy={at.y} r={radius} />
      {isNamed && (
        <text x={at.x} y={at.y + radius + 11 / scale} fontSize={11 / scale}>
          {node.name}
        </text>
      )}
    </g>
  )
}

/** Cooperation ends in an open head, conflict in a filled one: nobody needs the colours to tell them apart. */
const Arrowheads = () => (
  <defs>
    {(['cooperation', 'conflict'] as const).map((kind) => (
      <marker
        key={kind}
        id={`${kind}-head`}
        className={`${kind}-head`}
        viewBox="0 0 10 10"
        refX="9"
        refY="5"
        markerUnits="userSpaceOnUse"
        markerWidth="9"
        markerHeight="9"
        orient="auto-start-reverse"
      >
        <path d="M1 1L9 5L1 9" />
      </marker>
    ))}
  </defs>
)

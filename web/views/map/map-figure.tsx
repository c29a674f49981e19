import { geoEqualEarth, geoGraticule10, geoPath } from 'd3-geo'
import { memo, useMemo, useRef, useState } from 'react'
import type { EventMap } from '../../../src/records/event-map.ts'
import { strings } from '../../strings.ts'
import { useRowKeys } from '../../use-row-keys.ts'
import { FigureTools } from '../figure-tools.tsx'
import { toRadius } from '../to-radius.ts'
import { usePanZoom } from '../use-pan-zoom.ts'
import { useWidth } from '../use-width.ts'
import { keepInside, type ViewWindow, wholeWindow, zoomWindow } from '../view-window.ts'
import { toCountryKey, toPointKey } from './spots.ts'
import { type CountryShape, useWorld } from './use-world.ts'

const most = 60
/** Of the Equal Earth projection: what it shows is as large as it is. */
const proportion = 0.487
const largest = 18
/** So that there is something to move the map in on a telephone. */
const leastHeight = 280
/** More names would lie over each other; larger, and there is room for more. */
const namesAtFirst = 15

/** The picture: countries, shaded where nothing nearer is told, and towns. */
export function MapFigure({
  map,
  chosen,
  onChoose,
}: {
  readonly map: EventMap
  readonly chosen: string | null
  readonly onChoose: (key: string) => void
}) {
  const { views } = strings
  const figure = useRef<HTMLElement>(null)
  const width = useWidth(figure)
  const height = Math.round(Math.max(width * proportion, leastHeight))
  const world = useWorld()
  const [window, setWindow] = useState<ViewWindow>(wholeWindow)
  const projection = useMemo(
    () =>
      geoEqualEarth().fitExtent(
        [
          [2, 2],
          [Math.max(width - 2, 3), Math.max(height - 2, 3)],
        ],
        { type: 'Sphere' },
      ),
    [width, height],
  )
  const { zoomIn, zoomOut, handlers } = usePanZoom(figure, {
    pan: (dx, dy) =>
      setWindow(({ left, top, scale }) =>
        keepInside({ left: left + dx, top: top + dy, scale }, { width, height }),
      ),
    zoom: (factor, at) =>
      setWindow((before) => keepInside(zoomWindow(before, factor, at, most), { width, height })),
    reset: () => setWindow(wholeWindow),
  })
  useRowKeys(figure, '[data-spot]')
  const undrawn = map.countries.filter(
    ({ country }) => world.data && !world.data.some((shape) => shape.country === country),
  )
  const named = Math.round(namesAtFirst * window.scale)
  return (
    <>
      <div className="figure-head">
        <FigureTools onZoomIn={zoomIn} onZoomOut={zoomOut} onReset={() => setWindow(wholeWindow)} />
        <span className="muted">{views.howToMove}</span>
      </div>
      <figure
        ref={figure}
        className="map-figure"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved by keys as a scrolled region is.
        tabIndex={0}
        aria-label={views.map.label(map.points.length, map.countries.length)}
        aria-busy={world.isPending}
        {...handlers}
      >
        <svg width={width} height={height}>
          <title>{views.map.picture}</title>
          <g transform={`translate(${window.left} ${window.top}) scale(${window.scale})`}>
            {width > 0 && (
              <Countries
                world={world.data ?? noWorld}
                countries={map.countries}
                projection={projection}
                chosen={chosen}
                onChoose={onChoose}
              />
            )}
            {map.points.map((point, i) => {
              const at = projection([point.lon, point.lat])
              if (at === null) return null
              const key = toPointKey(point)
              const words = views.map.spot(point.name, point.claims, point.origins)
              const radius = toRadius(point.origins, largest) / window.scale
              return (
                // biome-ignore lint/a11y/useSemanticElements: there is no button in SVG.
                <g
                  key={key}
                  className={key === chosen ? 'map-point chosen-spot' : 'map-point'}
                  data-spot={key}
                  role="button"
                  tabIndex={i === 0 ? 0 : -1}
                  aria-label={words}
                  onClick={() => onChoose(key)}
                  onKeyDown={(event) => {
                    if (event.key !== 'Enter' && event.key !== ' ') return
                    event.preventDefault()
                    onChoose(key)
                  }}
                >
                  <title>{words}</title>
                  <circle cx={at[0]} cy={at[1]} r={radius} />
                  {i < named && (
                    <text
                      x={at[0] + radius + 3 / window.scale}
                      y={at[1] + 4 / window.scale}
                      fontSize={11 / window.scale}
                    >
                      {point.name}
                    </text>
                  )}
                </g>
              )
            })}
          </g>
        </svg>
      </figure>
      {world.isError && <p className="failed">{world.error.message}</p>}
      {undrawn.length > 0 && (
        <p className="muted">{views.map.undrawn(undrawn.map(({ name }) => name).join(', '))}</p>
      )}
    </>
  )
}

const noWorld: readonly CountryShape[] = []

/** How dark a country is: by its origins, in four steps that can be told apart. */
const toShade = (origins: number): number => (origins >= 16 ? 4 : origins >= 6 ? 3 : origins >= 2 ? 2 : 1)

/** The outlines; drawn anew when what they show changes, not when the map is dragged. */
const Countries = memo(function Countries({
  world,
  countries,
  projection,
  chosen,
  onChoose,
}: {
  readonly world: readonly CountryShape[]
  readonly countries: EventMap['countries']
  readonly projection: ReturnType<typeof geoEqualEarth>
  readonly chosen: string | null
  readonly onChoose: (key: string) => void
}) {
  const outlines = useMemo(() => {
    const draw = geoPath(projection)
    return {
      sphere: draw({ type: 'Sphere' }) ?? '',
      graticule: draw(geoGraticule10()) ?? '',
      shapes: world.map(({ country, shape }) => ({ country, d: draw(shape) ?? '' })),
    }
  }, [world, projection])
  const told = new Map(countries.map((counts) => [counts.country, counts]))
  return (
    <>
      <path className="sea" d={outlines.sphere} />
      <path className="graticule" d={outlines.graticule} />
      {outlines.shapes.map(({ country, d }, i) => {
        const counts = country === null ? undefined : told.get(country)
        // biome-ignore lint/suspicious/noArrayIndexKey: the shapes are always the same ones.
        if (counts === undefined) return <path key={i} className="country" d={d} />
        const key = toCountryKey(counts.country)
        const words = strings.views.map.spot(
          strings.views.map.somewhereIn(counts.name),
          counts.claims,
          counts.origins,
        )
        return (
          // biome-ignore lint/a11y/useSemanticElements: there is no button in SVG.
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: the shapes are always the same ones.
            key={i}
            className={`country shade-${toShade(counts.origins)}${key === chosen ? ' chosen-spot' : ''}`}
            d={d}
            data-spot={key}
            role="button"
            tabIndex={-1}
            aria-label={words}
            onClick={() => onChoose(key)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return
              event.preventDefault()
              onChoose(key)
            }}
          >
            <title>{words}</title>
          </path>
        )
      })}
    </>
  )
})

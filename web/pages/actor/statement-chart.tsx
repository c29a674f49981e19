import type { ActorProfile } from '../../../src/records/actor-profile.ts'
import type { Modality } from '../../../src/records/reading.ts'
import { formatToldTime } from '../../format-told-time.ts'
import { strings } from '../../strings.ts'
import { fillTimeline } from './fill-timeline.ts'

const { actor: words } = strings
const height = 56
/** Pixels of a column where there is room; with many they are thinner. */
const columnWidth = 14
const layers = ['plain', 'unsure', 'denied'] as const
type Layer = (typeof layers)[number]
const names: Readonly<Record<Layer, string>> = {
  plain: words.chartPlain,
  unsure: words.chartUnsure,
  denied: words.chartDenied,
}

const layerOf = (modality: Modality | null): Layer =>
  modality === 'denied' || modality === 'negated'
    ? 'denied'
    : modality === 'fact' || modality === 'reported'
      ? 'plain'
      : 'unsure'

/** How many statements were first told on each day or in each month; what is denied stands on top. */
export function StatementChart({ timeline: { unit, bars } }: Pick<ActorProfile, 'timeline'>) {
  const all = bars.reduce((sum, { claims }) => sum + claims, 0)
  const [first] = bars
  const last = bars.at(-1)
  if (first === undefined || last === undefined) return null
  const columns = fillTimeline(unit, bars).map(({ at, bars }) => {
    const sums: Record<Layer, number> = { plain: 0, unsure: 0, denied: 0 }
    for (const { modality, claims } of bars) sums[layerOf(modality)] += claims
    return { at, sums, all: sums.plain + sums.unsure + sums.denied }
  })
  const most = Math.max(...columns.map((column) => column.all))
  const used = layers.filter((layer) => columns.some(({ sums }) => sums[layer] > 0))
  return (
    <section className="statement-chart">
      <h2>{words.chart}</h2>
      <svg
        width={columns.length * columnWidth}
        viewBox={`0 0 ${columns.length * 10} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words.chartOf(unit, all)}
      >
        {columns.map(({ at, sums, all }, i) => (
          <g key={at}>
            <title>{words.bar(formatToldTime(at), all)}</title>
            <rect className="hit" x={i * 10} y={0} width={10} height={height} />
            {layers.map((layer, l) => {
              const under = layers.slice(0, l + 1).reduce((sum, name) => sum + sums[name], 0)
              const scale = height / most
              return sums[layer] === 0 ? null : (
                <rect
                  key={layer}
                  className={layer}
                  x={i * 10 + 1}
                  y={height - under * scale}
                  width={8}
                  height={sums[layer] * scale}
                />
              )
            })}
          </g>
        ))}
      </svg>
      <p className="chart-ends muted">
        {first.at === last.at
          ? formatToldTime(first.at)
          : `${formatToldTime(first.at)} – ${formatToldTime(last.at)}`}
      </p>
      <p className="chart-legend muted">
        {used.map((layer) => (
          <span key={layer}>
            <i className={layer} aria-hidden="true" /> {names[layer]}
          </span>
        ))}
        <span>{words.chartOf(unit, all)}</span>
      </p>
    </section>
  )
}

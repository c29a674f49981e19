import type { DayCount } from '../src/records/situation-counts.ts'
import { fillDays } from './fill-days.ts'
import { formatToldTime } from './format-told-time.ts'
import './styles/sparkline.css'
import { strings } from './strings.ts'

const barWidth = 3
const gap = 1
const height = 28

/**
 * Articles per day, those in words of their own below and copies above them, each as high as they are many: the scale stands
 * beside it, since every sparkline has its own. A day’s numbers, and what a copy is, are its tooltip.
 */
export function Sparkline({ days }: { readonly days: readonly DayCount[] }) {
  const filled = fillDays(days)
  const most = Math.max(0, ...filled.map(({ own, copies }) => own + copies))
  const [first, last] = [filled[0], filled.at(-1)]
  if (first === undefined || last === undefined) return <span className="muted">{strings.none}</span>
  const toDay = (day: string) => formatToldTime(day, undefined, true)
  const sum = (of: 'own' | 'copies') => filled.reduce((all, day) => all + day[of], 0)
  const busiest = filled.find(({ own, copies }) => own + copies === most) ?? last
  const { sparkline } = strings
  const label = sparkline.inWords({
    from: toDay(first.day),
    to: toDay(last.day),
    own: sum('own'),
    copies: sum('copies'),
    busiest: toDay(busiest.day),
    most,
  })
  const width = filled.length * (barWidth + gap) - gap
  const toHeight = (n: number) => (n === 0 ? 0 : Math.max(1, (n / most) * height))
  return (
    <span className="sparkline">
      <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
        {filled.map(({ day, own, copies }, i) => {
          const x = i * (barWidth + gap)
          const [ownHeight, copyHeight] = [toHeight(own), toHeight(copies)]
          return (
            <g key={day}>
              <title>{sparkline.day(toDay(day), own, copies)}</title>
              <rect className="spark-day" x={x} y={0} width={barWidth + gap} height={height} />
              <rect className="spark-own" x={x} y={height - ownHeight} width={barWidth} height={ownHeight} />
              <rect
                className="spark-copies"
                x={x}
                y={height - ownHeight - copyHeight}
                width={barWidth}
                height={copyHeight}
              />
            </g>
          )
        })}
      </svg>
      <span className="spark-scale" aria-hidden="true">
        {sparkline.scale(most)}
        <br />
        {sparkline.range(toDay(first.day), toDay(last.day))}
      </span>
    </span>
  )
}

import { strings } from '../../strings.ts'
import type { ReportBucket } from './bucket-reports.ts'
import { type TimeRange, toDay, toPixel } from './time-range.ts'

const formatDay = (dayNumber: number) => toDay(dayNumber).toISOString().slice(0, 10)

/** The articles of each day, or of each stretch of days: below those with words of their own, above them the copies. */
export function ReportBars({
  buckets,
  range,
  width,
  height,
}: {
  readonly buckets: readonly ReportBucket[]
  readonly range: TimeRange
  readonly width: number
  readonly height: number
}) {
  const { timeline } = strings.views
  const most = Math.max(1, ...buckets.map(({ own, copies }) => own + copies))
  const room = height - 18
  return (
    <g className="report-bars">
      <text className="lane-name" x={4} y={12}>
        {timeline.reports(most, buckets[0]?.days ?? 1)}
      </text>
      <line x1={0} x2={width} y1={height - 1} y2={height - 1} />
      {buckets.map(({ from, days, own, copies }) => {
        const x = toPixel(from, range, width)
        const barWidth = Math.max(1, Math.min(toPixel(from + days, range, width) - x - 1, 40))
        const [ownHeight, copiesHeight] = [(own / most) * room, (copies / most) * room]
        const last = from + days - 1
        return (
          <g key={from}>
            <title>
              {timeline.bar(
                days === 1 ? formatDay(from) : `${formatDay(from)} – ${formatDay(last)}`,
                own,
                copies,
              )}
            </title>
            <rect className="own" x={x} y={height - 1 - ownHeight} width={barWidth} height={ownHeight} />
            <rect
              className="copied"
              x={x}
              y={height - 1 - ownHeight - copiesHeight}
              width={barWidth}
              height={copiesHeight}
            />
          </g>
        )
      })}
    </g>
  )
}

import { useMemo, useRef } from 'react'
import type { ClaimSummary } from '../../../src/records/claim-summary.ts'
import type { Timeline } from '../../../src/records/timeline.ts'
import { strings } from '../../strings.ts'
import { FigureTools } from '../figure-tools.tsx'
import { usePanZoom } from '../use-pan-zoom.ts'
import { useWidth } from '../use-width.ts'
import { bucketReports } from './bucket-reports.ts'
import { EventMark } from './event-mark.tsx'
import { findTicks, formatTick } from './find-ticks.ts'
import { layEvents } from './lay-events.ts'
import { ReportBars } from './report-bars.tsx'
import { panRange, type TimeRange, toPixel, zoomRange } from './time-range.ts'
import { TimelineLegend } from './timeline-legend.tsx'

const laneHeight = 22
const axisHeight = 26
const reportsHeight = 72

/** The picture: events and statements in lanes over an axis of days, and under it the articles of each day. */
export function TimelineFigure({
  claims,
  reports,
  range,
  whole,
  chosen,
  onRange,
  onReset,
  onChoose,
}: {
  /** In the order in which they take room. */
  readonly claims: readonly ClaimSummary[]
  readonly reports: Timeline['reports']
  readonly range: TimeRange
  /** All days of which anything is known. */
  readonly whole: TimeRange
  readonly chosen: string | null
  readonly onRange: (range: TimeRange) => void
  readonly onReset: () => void
  readonly onChoose: (id: string) => void
}) {
  const { views } = strings
  const figure = useRef<HTMLElement>(null)
  const width = useWidth(figure)
  const laid = useMemo(() => layEvents(claims, range, width), [claims, range, width])
  const buckets = useMemo(() => bucketReports(reports, range, width), [reports, range, width])
  const { zoomIn, zoomOut, handlers } = usePanZoom(figure, {
    pan: (dx) => onRange(panRange(range, dx, width)),
    zoom: (factor, { x }) => onRange(zoomRange(range, factor, x, width)),
    reset: () => onRange(whole),
  })

  const eventsHeight = Math.max(1, laid.lanes) * laneHeight + 10
  const reportsTop = eventsHeight + axisHeight
  const ticks = findTicks(range, width).map((tick) => ({ ...tick, x: toPixel(tick.dayNumber, range, width) }))
  return (
    <>
      <div className="figure-head">
        <FigureTools onZoomIn={zoomIn} onZoomOut={zoomOut} onReset={() => onRange(whole)} />
        <button type="button" className="quiet-button" onClick={onReset}>
          {views.timeline.toNews}
        </button>
        <span className="muted">{views.howToMove}</span>
      </div>
      <figure
        ref={figure}
        className="timeline-figure"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved by keys as a scrolled region is.
        tabIndex={0}
        aria-label={views.timeline.label(
          laid.events.filter(({ claim }) => claim.kind === 'event').length,
          laid.events.filter(({ claim }) => claim.kind === 'statement').length,
        )}
        {...handlers}
      >
        <svg width={width} height={reportsTop + reportsHeight}>
          <title>{views.timeline.picture}</title>
          {ticks.map((tick) => (
            <line
              key={tick.dayNumber}
              className="tick"
              x1={tick.x}
              x2={tick.x}
              y1={0}
              y2={reportsTop + reportsHeight}
            />
          ))}
          <g className="axis" transform={`translate(0 ${eventsHeight})`}>
            <line x1={0} x2={width} y1={0} y2={0} />
            {ticks.map((tick) => (
              <text key={tick.dayNumber} x={tick.x + 4} y={17}>
                {formatTick(tick)}
              </text>
            ))}
          </g>
          {laid.events.map((event, i) => (
            <EventMark
              key={event.claim.id}
              event={event}
              y={event.lane * laneHeight + laneHeight / 2 + 4}
              isChosen={event.claim.id === chosen}
              isFirst={i === 0}
              onChoose={onChoose}
            />
          ))}
          <g transform={`translate(0 ${reportsTop})`}>
            <ReportBars buckets={buckets} range={range} width={width} height={reportsHeight} />
          </g>
        </svg>
      </figure>
      <TimelineLegend />
      {(laid.before > 0 || laid.after > 0 || laid.crowded > 0) && (
        <p className="muted figure-counts">
          {laid.before > 0 && (
            <button type="button" onClick={() => onRange({ from: whole.from, to: range.to })}>
              {views.timeline.earlier(laid.before)}
            </button>
          )}
          {laid.after > 0 && (
            <button type="button" onClick={() => onRange({ from: range.from, to: whole.to })}>
              {views.timeline.later(laid.after)}
            </button>
          )}
          {laid.crowded > 0 && <span>{views.timeline.crowded(laid.crowded)}</span>}
        </p>
      )}
    </>
  )
}

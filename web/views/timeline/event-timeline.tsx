import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { timelineQuery } from '../../client/views.ts'
import { strings } from '../../strings.ts'
import { ChosenClaims } from '../chosen-claims.tsx'
import { focusPick } from '../focus-pick.ts'
import { ToClaims } from '../to-claims.tsx'
import { TypeFilter } from '../type-filter.tsx'
import { ViewFrame } from '../view-frame.tsx'
import type { ViewProps } from '../view-props.ts'
import { EventTable } from './event-table.tsx'
import { findFirstRange, findWholeRange } from './find-range.ts'
import { type TimeRange, toDay } from './time-range.ts'
import { TimelineFigure } from './timeline-figure.tsx'
import './timeline.css'

const toIsoDay = (dayNumber: number) => toDay(Math.floor(dayNumber)).toISOString().slice(0, 10)

/**
 * Events at when they happened and statements at the days on which they were said, over the articles that tell of them at when
 * they appeared.
 */
export function EventTimeline({ q, situation }: ViewProps) {
  const { timeline: words } = strings.views
  const [types, setTypes] = useState<readonly string[]>([])
  const [chosen, setChosen] = useState<string | null>(null)
  const [range, setRange] = useState<TimeRange | null>(null)
  const [days, setDays] = useState<{ readonly from: string; readonly to: string } | null>(null)
  const query = useQuery(timelineQuery({ q, situation, types }, days))
  const timeline = query.data
  // Events first: they are laid before statements, which take what room is left.
  const dated = useMemo(() => (timeline ? [...timeline.events, ...timeline.statements] : []), [timeline])
  const known = useMemo(() => ({ events: dated, reports: timeline?.reports ?? [] }), [dated, timeline])
  const first = useMemo(() => findFirstRange(known), [known])
  const shown = range ?? first
  const all = timeline ? [...dated, ...timeline.undated] : []
  const claim = all.find(({ id }) => id === chosen)
  const isCut = timeline !== undefined && timeline.eventCount > timeline.events.length
  return (
    <ViewFrame
      query={query}
      filters={
        <TypeFilter
          types={types}
          counts={timeline ? new Map(timeline.types.map(({ type, events }) => [type, events])) : null}
          onChange={setTypes}
        />
      }
      figure={() =>
        timeline && shown ? (
          <TimelineFigure
            claims={dated}
            reports={timeline.reports}
            range={shown}
            whole={findWholeRange(known) ?? shown}
            chosen={chosen}
            onRange={setRange}
            onReset={() => setRange(null)}
            onChoose={setChosen}
          />
        ) : (
          <p className="muted">
            {words.nothing} <ToClaims q={q} situation={situation} />
          </p>
        )
      }
      table={() => timeline && <EventTable claims={dated} chosen={chosen} onChoose={setChosen} />}
      notes={
        timeline && (
          <>
            {isCut && (
              <p>
                {words.cut(timeline.events.length, timeline.eventCount)}{' '}
                {shown !== null && (
                  <button
                    type="button"
                    onClick={() => {
                      setRange(shown)
                      setDays({ from: toIsoDay(shown.from), to: toIsoDay(shown.to) })
                    }}
                  >
                    {words.loadSeen}
                  </button>
                )}
              </p>
            )}
            {days !== null && (
              <p>
                {words.between(days.from, days.to, timeline.outsideCount)}{' '}
                <button type="button" className="quiet-button" onClick={() => setDays(null)}>
                  {words.allDays}
                </button>
              </p>
            )}
            {timeline.statementCount > timeline.statements.length && (
              <p>{words.cutStatements(timeline.statements.length, timeline.statementCount)}</p>
            )}
            {timeline.undatedStatements > 0 && (
              <p>
                {words.undatedStatements(timeline.undatedStatements)} <ToClaims q={q} situation={situation} />
              </p>
            )}
            {timeline.undatedReports > 0 && <p>{words.undatedReports(timeline.undatedReports)}</p>}
            {timeline.undatedCount > 0 && (
              <details className="left-out">
                <summary>{words.undated(timeline.undatedCount)}</summary>
                <EventTable claims={timeline.undated} chosen={chosen} onChoose={setChosen} />
                {timeline.undatedCount > timeline.undated.length && (
                  <p>{strings.views.moreClaims(timeline.undatedCount - timeline.undated.length)}</p>
                )}
              </details>
            )}
          </>
        )
      }
      chosen={
        claim === undefined ? null : (
          <ChosenClaims
            heading={claim.kind === 'event' ? words.event : words.statement}
            ids={[claim.id]}
            count={1}
            onClose={() => {
              setChosen(null)
              focusPick(claim.id)
            }}
          />
        )
      }
    />
  )
}

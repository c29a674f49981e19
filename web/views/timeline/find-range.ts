import type { Timeline } from '../../../src/records/timeline.ts'
import { toEventTime } from './place-event.ts'
import { rangeOf, type TimeRange, toDayNumber } from './time-range.ts'

/** Events told of so long before or after the news are reached by panning. */
const nearDays = 60

const daysOf = ({ events }: Pick<Timeline, 'events'>) =>
  events.flatMap((event) => {
    const time = toEventTime(event)
    return time === null ? [] : [time.from, time.to].filter((day) => day !== null)
  })

/** All days on which anything happened or appeared; null where there is none. */
export const findWholeRange = (timeline: Pick<Timeline, 'events' | 'reports'>): TimeRange | null =>
  rangeOf([...daysOf(timeline), ...timeline.reports.map(({ day }) => toDayNumber(day))])

/**
 * What is seen at first: the days of the articles, with what happened up to two months around them. “In 1994” in one
 * article must not press a week of news into a line.
 */
export function findFirstRange(timeline: Pick<Timeline, 'events' | 'reports'>): TimeRange | null {
  const reports = timeline.reports.map(({ day }) => toDayNumber(day))
  const told = rangeOf(reports)
  if (told === null) return findWholeRange(timeline)
  const near = daysOf(timeline).filter((day) => day > told.from - nearDays && day < told.to + nearDays)
  return rangeOf([...reports, ...near])
}

import type { PublicationDate } from '../src/records/article.ts'
import { formatPublicationDate } from './format-publication-date.ts'
import { formatToldTime } from './format-told-time.ts'
import { strings } from './strings.ts'

/** How much of `2026-03-10T00:00:00Z` is known when only the day, the month or the year is. */
const knownLength: Partial<Record<PublicationDate['precision'], number>> = { year: 4, month: 7, day: 10 }

const toKnown = ({ value, precision }: PublicationDate): string => value.slice(0, knownLength[precision])

/**
 * A publication date, as exact as it is known: `short` for the reader’s place and language, `full` as its page has it.
 * How it is known stands in its tooltip.
 */
export function PublicationTime({
  date,
  detail,
}: {
  readonly date: PublicationDate | null
  readonly detail: 'short' | 'full'
}) {
  if (date === null) return <span className="muted">{strings.articleList.undated}</span>
  const explained = [
    formatPublicationDate(date),
    strings.datePrecision[date.precision],
    strings.dateBasis[date.basis],
  ].join(', ')
  return (
    <time dateTime={date.value} title={explained}>
      {detail === 'full' ? formatPublicationDate(date) : formatToldTime(toKnown(date))}
    </time>
  )
}

import type { PublicationDate } from '../src/records/article.ts'
import { formatPublicationDate } from './format-publication-date.ts'
import { strings } from './strings.ts'

/** A publication date, as exact as it is known; how it is known stands in its tooltip. */
export function PublicationTime({
  date,
  detail,
}: {
  readonly date: PublicationDate | null
  readonly detail: 'short' | 'full'
}) {
  if (date === null) return <span className="muted">{strings.articleList.undated}</span>
  const explained = [
    formatPublicationDate(date, 'full'),
    strings.datePrecision[date.precision],
    strings.dateBasis[date.basis],
  ].join(', ')
  return (
    <time dateTime={date.value} title={explained}>
      {formatPublicationDate(date, detail)}
    </time>
  )
}

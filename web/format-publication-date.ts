import type { PublicationDate } from '../src/records/article.ts'

/**
 * A publication date as exact as it is known and no more: `2026`, `2026-03`, `2026-03-10`,
 * `2026-03-10 14:05 +02:00` in the page’s own time zone.
 */
export function formatPublicationDate(date: Pick<PublicationDate, 'value' | 'precision'>): string {
  const [day = '', rest = ''] = date.value.split('T')
  if (date.precision === 'year') return day.slice(0, 4)
  if (date.precision === 'month') return day.slice(0, 7)
  if (date.precision === 'day' || rest === '') return day.slice(0, 10)
  const clock = rest.slice(0, date.precision === 'second' ? 8 : 5)
  const zone = /(?:Z|[+-]\d{2}:?\d{2})$/.exec(rest)?.[0] ?? ''
  if (zone === '') return `${day} ${clock}`
  return `${day} ${clock} ${zone === 'Z' ? 'UTC' : zone}`
}

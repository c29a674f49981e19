/**
 * When an article says that it was published, for the reader’s own place and language: `22 Nov 2025`, or
 * `22 Nov 2025, 14:05` where it says the time. Only a time with a zone is moved into the reader’s.
 *
 * @param at ISO 8601, as exact as it is known
 * @param isDay leaves the time of day out
 */
export function formatToldTime(at: string, locale?: string, isDay = false): string {
  const [day = '', clock = ''] = at.split('T')
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return day
  const hasZone = /(?:Z|[+-]\d\d:?\d\d)$/.test(clock)
  const date = new Date(clock === '' ? `${day}T00:00Z` : hasZone ? at : `${at}Z`)
  if (Number.isNaN(date.getTime())) return at
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...(clock !== '' && !isDay && { hour: '2-digit', minute: '2-digit' }),
    ...(!hasZone && { timeZone: 'UTC' }),
  }).format(date)
}

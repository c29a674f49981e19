/** Whether an instant tells its zone: what does not is put in order as if it stood in UTC. */
export const tellsZone = (at: string): boolean => /T.*(?:Z|[+-]\d\d:?\d\d)$/.test(at)

/**
 * When an article says that it was published, for the reader’s own place and language: `22 Nov 2025`, or
 * `22 Nov 2025, 14:05` where it says the time. Only a time with a zone is moved into the reader’s.
 *
 * @param at ISO 8601, as exact as it is known
 * @param isDay leaves the time of day out
 * @param isUtc on the clock of UTC, and says so: for a list in order of time in which some tell no zone
 */
export function formatToldTime(at: string, locale?: string, isDay = false, isUtc = false): string {
  const [day = '', clock = ''] = at.split('T')
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return day
  const hasZone = tellsZone(at)
  const date = new Date(clock === '' ? `${day}T00:00Z` : hasZone ? at : `${at}Z`)
  if (Number.isNaN(date.getTime())) return at
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...(clock !== '' && !isDay && { hour: '2-digit', minute: '2-digit' }),
    ...((!hasZone || isUtc) && { timeZone: 'UTC' }),
    ...(hasZone && isUtc && !isDay && { timeZoneName: 'short' }),
  }).format(date)
}

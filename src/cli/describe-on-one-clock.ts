import { describeInstant } from './describe-instant.ts'

/**
 * An instant of a list whose order is that of time: in UTC, so that no line shows an earlier time than the one above it.
 * “2025-11-21 00:25+01:00” is “2025-11-20 23:25Z”; a time whose zone nobody tells stands where it would in UTC, and says
 * so: “2025-11-20 11:40 (no zone)”.
 */
export function describeOnOneClock(at: string | null): string {
  if (at === null || !at.includes('T')) return describeInstant(at)
  if (!/(?:Z|[+-]\d{2}(?::?\d{2})?)$/i.test(at)) return `${describeInstant(at)} (no zone)`
  const ms = Date.parse(at)
  return describeInstant(Number.isNaN(ms) ? at : new Date(ms).toISOString())
}

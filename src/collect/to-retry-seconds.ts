import { parseHttpDate } from './parse-http-date.ts'

/**
 * How long an answer’s `Retry-After` asks to wait, given in seconds or as a date; null when it asks nothing that can be
 * understood.
 *
 * A date is held against the host’s own clock where it tells the time (`Date`): its clock may be wrong, not its wish.
 */
export function toRetrySeconds(headers: Readonly<Record<string, string>>, now: Date): number | null {
  const asked = headers['retry-after']?.trim() ?? ''
  if (/^\d{1,9}$/.test(asked)) return Number(asked)
  const until = parseHttpDate(asked)
  if (until === null) return null
  const since = parseHttpDate(headers.date ?? '') ?? now.getTime()
  return Math.max(0, Math.ceil((until - since) / 1000))
}

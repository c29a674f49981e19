import type { Event } from '../records/reading.ts'

/** “2025-11-27”, “2025-11-10/2025-11-26”, “until 2025-11-28”, “from 2025-11-28”; null where no day is known. */
export function describeDays(when: Event['when']): string | null {
  if (when === null) return null
  const { from, to } = when
  if (from === to) return from
  return from === null ? `until ${to}` : to === null ? `from ${from}` : `${from}/${to}`
}

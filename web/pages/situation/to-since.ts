/** Since when one asks what changed; the first is what a plain address asks. */
export const sinceChoices = ['visit', 'yesterday', 'week', 'day', 'ever'] as const
export type SinceChoice = (typeof sinceChoices)[number]

/** What an address says of it: `yesterday`, `week`, `ever`, or a day; null for the last visit, and where it says neither. */
export interface Since {
  readonly choice: SinceChoice
  /** The instant that is asked for, ISO 8601 in UTC; null for the last visit, which the server knows. */
  readonly at: string | null
}

/**
 * Reads `since` of an address. Days begin where the reader is: “yesterday” is the day before hers, from its first minute.
 *
 * @param now Milliseconds since 1970.
 */
export function toSince(since: string | undefined, now: number): Since {
  const day = (daysAgo: number) => {
    const today = new Date(now)
    return new Date(today.getFullYear(), today.getMonth(), today.getDate() - daysAgo).toISOString()
  }
  if (since === 'yesterday') return { choice: 'yesterday', at: day(1) }
  if (since === 'week') return { choice: 'week', at: day(7) }
  if (since === 'ever') return { choice: 'ever', at: new Date(0).toISOString() }
  const asked = /^\d{4}-\d\d-\d\d$/.test(since ?? '') ? new Date(`${since}T00:00`) : null
  if (asked !== null && !Number.isNaN(asked.getTime())) return { choice: 'day', at: asked.toISOString() }
  return { choice: 'visit', at: null }
}

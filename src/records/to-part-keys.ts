import type { PartKeys, Reading } from './reading.ts'
import type { Span } from './span.ts'

/**
 * What each statement and event of a reading is known by, whatever analysts made of it since: where the word stands that
 * makes it (the cue, the trigger), with a number where one word makes several. As the machine’s reading has it, which a
 * reviewed one carries on.
 */
export function toPartKeys({
  statements,
  events,
  partKeys,
}: Pick<Reading, 'statements' | 'events' | 'partKeys'>): PartKeys {
  return (
    partKeys ?? {
      statements: numberKeys(statements.map(({ cue }) => toPartKey(cue))),
      events: numberKeys(events.map(({ trigger, evidence: [first] }) => toPartKey(trigger ?? first ?? null))),
    }
  )
}

/** The key of a part by the word that makes it; null for one that points at no words. */
export const toPartKey = (head: Span | null): string => (head === null ? '' : `${head.start}-${head.end}`)

/** “12-16”, “12-16 2”, “12-16 3”. */
function numberKeys(keys: readonly string[]): string[] {
  const counts = new Map<string, number>()
  return keys.map((key) => {
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count === 1 ? key : `${key} ${count}`
  })
}

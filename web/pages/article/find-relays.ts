import type { Statement } from '../../../src/records/reading.ts'

/**
 * The statements that relay a statement, the nearest first: in “Belta reported that the minister said …”
 * the agency’s statement relays the minister’s. Empty when nobody stands between.
 */
export function findRelays(statements: readonly Statement[], ordinal: number): number[] {
  const relays: number[] = []
  let next = statements[ordinal]?.nestedIn ?? null
  while (next !== null && next !== ordinal && !relays.includes(next) && statements[next] !== undefined) {
    relays.push(next)
    next = statements[next]?.nestedIn ?? null
  }
  return relays
}

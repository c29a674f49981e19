import { toStorableText } from './to-storable-text.ts'

/**
 * A record as JSON that PostgreSQL can hold. What it cannot hold JSON spells as an escape, so that a text without one
 * need not be looked at string by string: that is a third of the time.
 */
export function toStorableJson(record: unknown): string {
  const json = JSON.stringify(record)
  if (!/\\u(?:0000|d[89a-f])/.test(json)) return json
  return JSON.stringify(record, (_key, value: unknown) =>
    typeof value === 'string' ? toStorableText(value) : value,
  )
}

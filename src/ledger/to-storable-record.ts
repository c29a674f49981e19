import { toStorableText } from './to-storable-text.ts'

/**
 * A record as the ledger gives it back. What is weighed with what is weighed with the same words each time, whether it
 * comes from its maker or from the ledger.
 */
export function toStorableRecord<Value>(record: Value): Value {
  return JSON.parse(
    JSON.stringify(record, (_key, value: unknown) =>
      typeof value === 'string' ? toStorableText(value) : value,
    ),
  )
}

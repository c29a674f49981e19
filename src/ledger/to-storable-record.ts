import { toStorableJson } from './to-storable-json.ts'

/**
 * A record as the ledger gives it back. What is weighed with what is weighed with the same words each time, whether it
 * comes from its maker or from the ledger.
 */
export function toStorableRecord<Value>(record: Value): Value {
  return JSON.parse(toStorableJson(record))
}

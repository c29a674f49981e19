import { toMs } from './to-ms.ts'

const dayMs = 86_400_000

/** An ISO 8601 day or instant as days since 1970, with the part of the day; null where there is none. */
export function toDay(value: string | null): number | null {
  const at = toMs(value)
  return Number.isNaN(at) ? null : at / dayMs
}

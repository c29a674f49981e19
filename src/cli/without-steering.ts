/**
 * The same value with every text in it safe to print: controls (C0 but for line breaks and tabs, and C1), bidirectional
 * marks, embeddings, overrides and isolates are replacement characters. Lengths in UTF-16 code units stay, so that
 * spans still fit.
 *
 * A page’s title or words are a stranger’s: “ESC [ 2 J” or U+009B in them would steer the reader’s terminal.
 */
export function withoutSteering<Value>(value: Value): Value {
  if (typeof value === 'string') return value.replace(steering, '\ufffd') as Value
  if (Array.isArray(value)) return value.map((part) => withoutSteering(part)) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutSteering(part)])) as Value
}

const steering = /[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

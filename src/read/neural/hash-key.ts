const start = 2166136261
const prime = 16777619

/**
 * 32-bit FNV-1a over the UTF-8 bytes of a text (Fowler, Noll, Vo), as a whole number from 0.
 *
 * A lone surrogate counts as `?`, as where the models were trained.
 */
export function hashText(text: string, from: number = start): number {
  let hash = from
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) {
      hash = Math.imul(hash ^ unit, prime)
      continue
    }
    const point = text.codePointAt(i) ?? unit
    if (point > 0xffff) {
      i++
      hash = Math.imul(hash ^ (0xf0 | (point >> 18)), prime)
      hash = Math.imul(hash ^ (0x80 | ((point >> 12) & 0x3f)), prime)
      hash = Math.imul(hash ^ (0x80 | ((point >> 6) & 0x3f)), prime)
    } else if (point >= 0xd800 && point <= 0xdfff) {
      hash = Math.imul(hash ^ 0x3f, prime)
      continue
    } else if (point > 0x7ff) {
      hash = Math.imul(hash ^ (0xe0 | (point >> 12)), prime)
      hash = Math.imul(hash ^ (0x80 | ((point >> 6) & 0x3f)), prime)
    } else hash = Math.imul(hash ^ (0xc0 | (point >> 6)), prime)
    hash = Math.imul(hash ^ (0x80 | (point & 0x3f)), prime)
  }
  return hash >>> 0
}

/** The row of a key in a hashed table: from 1 to `rows` - 1, never the empty word’s row 0. */
export function hashKey(mark: string, text: string, rows: number): number {
  const hash = hashText(text, hashText(mark))
  return (((hash ^ (hash >>> 16)) >>> 0) % (rows - 1)) + 1
}

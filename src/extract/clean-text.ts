/**
 * One line of words: whitespace collapsed, invisible characters gone, ends trimmed.
 *
 * Soft hyphens, zero-width spaces and byte order marks only steer a typesetter; NUL and lone surrogates
 * cannot be stored as JSON or in a database. C1 controls and U+FFFD stay: they are the trace of a broken encoding.
 */
export function cleanText(text: string): string {
  return toStorable(text).replace(/\s+/g, ' ').trim()
}

/** The same words without what no store can hold; line breaks and form feeds stay, control characters become spaces. */
export function toStorable(text: string): string {
  // Most texts have none of it, and one look is cheaper than three copies.
  if (isStorable(text)) return text
  return text
    .replace(unprintable, '')
    .replace(controls, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
}

const unprintable = /[\u00ad\u200b\u2060\ufeff]/g

// C0 except tab, line feed and form feed, and DEL; not C1.
const controls = /[^\P{Cc}\t\n\f\u0080-\u009f]/gu

// Code units, not a pattern: this reads every page whole.
function isStorable(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 0x20 && unit < 0x7f) continue
    if (unit < 0x20 ? unit !== 0x09 && unit !== 0x0a : unit === 0x7f || unit === 0xad) return false
    if (unit >= 0x200b && (unit === 0x200b || unit === 0x2060 || unit === 0xfeff)) return false
    if (unit >= 0xd800 && unit < 0xe000) return false
  }
  return true
}

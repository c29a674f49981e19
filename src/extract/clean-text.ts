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
  return text
    .replace(unprintable, '')
    .replace(controls, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
}

const unprintable = /[\u00ad\u200b\u2060\ufeff]/g

// C0 except tab, line feed and form feed, and DEL; not C1.
const controls = /[^\P{Cc}\t\n\f\u0080-\u009f]/gu

/**
 * A text without what is a matter of style: capitals (but of words all in capitals: “US” is not “us”), spaces, the kind
 * of quotation marks and dashes, commas and stops. Marks that tell something stay: quotation marks as such, “?”, “!”.
 */
export function foldStyle(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/[“”„‟«»‹›‘’‚‛'`´]/g, '"')
    .replace(/(?<=\d)\s?[‒–—]\s?(?=\d)|(?<=^|\s)[–−](?=\d)|[‐‑−]/g, '-')
    .replace(/[‒–—―]|(?<=^|\s)-+(?=\s|$)/g, ' ')
    .replace(/[.,:](?!\d)|(?<!\d)[.,:]|[;…·]/g, '')
    .replace(/\p{L}+/gu, (word) => (/^\p{Lu}{2,}$/u.test(word) ? word : word.toLowerCase()))
    .replace(/\s+/g, ' ')
    .trim()
}

/** Whether two texts differ in style alone, or not at all. */
export const isSameButForStyle = (a: string, b: string): boolean => a === b || foldStyle(a) === foldStyle(b)

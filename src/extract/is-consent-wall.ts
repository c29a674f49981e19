/** A page of more text than this, in UTF-16 units, is about something. */
const longest = 2000

const stores =
  /\b(?:store and\/?(?:or)? ?access information|(?:use|uses|using|set|place) (?:\p{L}+ ){0,3}cookies|cookies and (?:similar|other) technolog\p{L}+)/iu
const asks =
  /\b(?:accept|reject|agree to|decline|allow) (?:all|or reject|and continue|and close|cookies|our use)|\bmanage (?:your |my )?(?:choices|preferences|options|settings|cookies)|\b(?:withdraw|change|give) (?:your |my )?(?:consent|choices?|mind)\b/iu
const speaks = /\b(?:we|our)\b[^.!?]{0,200}\b(?:you|your)\b/iu

/**
 * Whether the whole text of a page is the question for consent that stands before the article: it tells that cookies are
 * set, speaks of “we” to “you”, and asks to accept, reject or choose.
 *
 * A report on such questions is longer, or speaks of them as “they”.
 */
export function isConsentWall(paragraphs: readonly string[]): boolean {
  const length = paragraphs.reduce((sum, text) => sum + text.length, 0)
  if (length > longest) return false
  const text = paragraphs.join(' ')
  return stores.test(text) && asks.test(text) && speaks.test(text)
}

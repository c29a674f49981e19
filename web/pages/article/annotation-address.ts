/**
 * The permanent address of a statement or an event within its article: `s1` is the first statement, `e2`
 * the second event, counted from one in the order of the text.
 */
export type AnnotationAddress = `s${number}` | `e${number}`

/** @param ordinal index in the reading’s list, from zero */
export const toAnnotationAddress = (kind: 'statement' | 'event', ordinal: number): AnnotationAddress =>
  `${kind === 'statement' ? 's' : 'e'}${ordinal + 1}`

/** Reads the fragment of an address, without its `#`; null when it names no statement and no event. */
export function parseAnnotationAddress(
  fragment: string,
): { readonly kind: 'statement' | 'event'; readonly ordinal: number } | null {
  const match = /^([se])([1-9]\d*)$/.exec(fragment)
  if (match === null) return null
  return { kind: match[1] === 's' ? 'statement' : 'event', ordinal: Number(match[2]) - 1 }
}

/**
 * Where every token of an article stands to double quotation marks: 0 outside, 1 inside, 2 an opening mark, 3 a
 * closing one. The start of a paragraph closes what was open.
 *
 * @param startsParagraph by token.
 */
export function findQuotationStates(
  words: readonly string[],
  startsParagraph: (token: number) => boolean,
): Uint8Array {
  const states = new Uint8Array(words.length)
  let state = 0
  for (const [at, word] of words.entries()) {
    if (startsParagraph(at)) state = 0
    if (word === '“' || word === '``') {
      state = 1
      states[at] = 2
    } else if (word === '”' || word === "''") {
      state = 0
      states[at] = 3
    } else if (word === '"') {
      states[at] = state === 1 ? 3 : 2
      state = 1 - state
    } else states[at] = state
  }
  return states
}

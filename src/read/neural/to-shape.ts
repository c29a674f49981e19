const upper = /^\p{Uppercase}$/u
const letter = /^\p{L}$/u
const digit = /^\p{Nd}$/u

/**
 * The shape of a word: X for upper case, x for other letters, d for digits, else the character itself; of alike marks
 * in a row two are kept. “Strelsau-17” is `Xxx-dd`.
 */
export function toShape(word: string): string {
  let shape = ''
  let last = ''
  let before = ''
  for (const character of word) {
    const mark = toMark(character)
    if (mark === last && mark === before) continue
    shape += mark
    before = last
    last = mark
  }
  return shape
}

function toMark(character: string): string {
  const code = character.charCodeAt(0)
  if (code < 0x80) {
    if (code >= 0x61 && code <= 0x7a) return 'x'
    if (code >= 0x41 && code <= 0x5a) return 'X'
    return code >= 0x30 && code <= 0x39 ? 'd' : character
  }
  return upper.test(character) ? 'X' : letter.test(character) ? 'x' : digit.test(character) ? 'd' : character
}

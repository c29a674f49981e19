/**
 * How many words a text has, near enough to tell prose from a label.
 *
 * Chinese, Japanese and Thai write no spaces: there two characters count as one word, about their average.
 */
export function countWords(text: string): number {
  let spaced = 0
  let unspaced = 0
  let inWord = false
  // Code units, not matches: a page of ten million characters would become a million strings.
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (isUnspaced(unit)) {
      unspaced++
      inWord = false
    } else if (unit <= 0x20 || unit === 0xa0 || unit === 0x3000) inWord = false
    else if (!inWord && isLetterOrDigit(unit)) {
      spaced++
      inWord = true
    }
  }
  return spaced + Math.ceil(unspaced / 2)
}

// Thai; kana and Han.
const isUnspaced = (unit: number): boolean =>
  (unit >= 0x0e01 && unit <= 0x0e5b) ||
  (unit >= 0x3041 && unit <= 0x30ff) ||
  (unit >= 0x3400 && unit <= 0x9fff)

const isLetterOrDigit = (unit: number): boolean => {
  if (unit < 0x80) return (unit >= 0x30 && unit <= 0x39) || ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a)
  // Above ASCII nearly everything but these blocks of punctuation and symbols is a letter.
  return !(
    unit <= 0xbf ||
    (unit >= 0x2000 && unit <= 0x2bff) ||
    (unit >= 0x3000 && unit <= 0x303f) ||
    unit >= 0xff00
  )
}

/**
 * Whether a block reads as running text: a dozen words or more and the end of a sentence.
 *
 * A headline has no full stop, a menu no dozen words in a row; both matter more than what the words say.
 */
export function isProse(text: string): boolean {
  return endsSentence(text) && countWords(text) >= 12
}

/** Whether the text ends as a sentence does, closing quotation marks and brackets aside. */
export function endsSentence(text: string): boolean {
  return /[.!?…。！？।؟։][\s"'”’»«)\]]*$/u.test(text.slice(-12))
}

/** A word as the lexicon spells it: lower case, straight apostrophes. */
export const toPlainWord = (word: string): string =>
  word.toLowerCase().replaceAll('’', "'").replaceAll('‘', "'")

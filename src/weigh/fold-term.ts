const marks = /\p{M}/gu

/** A word as terms compare: “Ferrán’s” and “FERRAN” are “ferran”. */
export function foldTerm(word: string): string {
  const bare = word.replace(/['’]s?$/, '').toLowerCase()
  return /[^\x20-\x7e]/.test(bare) ? bare.normalize('NFD').replace(marks, '') : bare
}

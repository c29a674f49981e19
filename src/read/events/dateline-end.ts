import type { SentenceView } from '../sentence-view.ts'

/** Names of news agencies that stand in capitals or as one word. */
const agency = /^(?:\p{Lu}{2,8}|Reuters|Xinhua|Bloomberg|Interfax|Sputnik|Tass|Ansa|Kyodo|Yonhap|IANS)$/u
const longest = 16

/**
 * The first token after a dateline, of more shapes than the statements’ rules look for; 0 for none: “SELGRAD (MTA) — …”,
 * “Selgrad, Morvenia - …”, “Selgrad (MTA) …”, “SELGRAD: …”, “(MTA) - …”.
 */
export function datelineEnd({ words, upos }: SentenceView): number {
  let at = 0
  // “SAN TELMO, Aldany, Nov. 20”
  while (at < longest && isPlaceWord(words[at] ?? '')) at++
  const names = at
  const isAgency = words[at] === '(' && agency.test(words[at + 1] ?? '')
  if (isAgency) {
    const close = words.indexOf(')', at)
    if (close === -1 || close > at + 6) return 0
    at = close + 1
  }
  const [mark = '', next = ''] = [words[at], words[at + 1]]
  const isOpen = /^[\p{Lu}“"‘']/u.test(next)
  if (/^(?:-+|–|—)$/.test(mark) && isOpen) {
    const isPlace = isCapital(words[0] ?? '') || words.slice(0, names).includes(',')
    return isAgency || (names > 0 && isPlace) ? at + 1 : 0
  }
  // “SELGRAD: The army …”
  if (mark === ':' && names > 0 && isOpen) return isCapital(words[0] ?? '') ? at + 1 : 0
  // “Selgrad (MTA) The army …”
  return isAgency && names > 0 && /^\p{Lu}/u.test(mark) && upos[at] !== 'VERB' ? at : 0
}

const isPlaceWord = (word: string) => /^(?:\p{Lu}[\p{L}'’.-]*|[,/]|\d{1,4}|of|de|del)$/u.test(word)
const isCapital = (word: string) => /^\p{Lu}{3,}$/u.test(word)

/** The words of a text as numbers: where each starts and ends (UTF-16) and a hash of what it is. */
export interface Words {
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** The same for two words that differ only in capitals or in the stops of an abbreviation: “U.S.” and “US”. */
  readonly hashes: Uint32Array
}

// Scripts without spaces go letter by letter; “U.S.” is one word; an apostrophe parts “Selgrad’s” in two.
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|(?:\p{Lu}\.){2,}|[\p{L}\p{M}\p{N}]+/gu

/** Splits a text into words for comparing: marks, capitals and the kind of apostrophe do not count. Linear. */
export function splitWords(text: string): Words {
  const starts: number[] = []
  const ends: number[] = []
  const hashes: number[] = []
  for (const match of text.matchAll(word)) {
    starts.push(match.index)
    ends.push(match.index + match[0].length)
    hashes.push(hashWord(match[0]))
  }
  return { starts: Uint32Array.from(starts), ends: Uint32Array.from(ends), hashes: Uint32Array.from(hashes) }
}

const longestWord = 64

/** FNV-1a over the UTF-16 units of the folded word. */
function hashWord(printed: string): number {
  // Sorting a page of combining marks takes a minute, and no word is as long.
  const composed = printed.length > longestWord ? printed : printed.normalize('NFKC')
  const folded = composed.toLowerCase()
  let hash = 0x811c9dc5
  for (let i = 0; i < folded.length; i++) {
    const unit = folded.charCodeAt(i)
    if (unit !== 0x2e) hash = Math.imul(hash ^ unit, 0x01000193)
  }
  return hash >>> 0
}

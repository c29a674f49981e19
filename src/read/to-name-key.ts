/** Names are compared as a dictionary prints them: “SELGRAD” in a dateline is “Selgrad”, “ ' ” and “ ’ ” are one. */
export function toNameKey(name: string): string {
  const plain = name.replaceAll("'", '’')
  if (!/^\p{Lu}{4,}(?: \p{Lu}+)*$/u.test(plain)) return plain
  return plain.replace(/\p{L}+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase())
}

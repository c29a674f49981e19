import type { PlacedName } from './join-names.ts'
import { toNameKey } from './to-name-key.ts'

/** “(IEF)”, right behind the name. */
const inBrackets = /^\s?\((?:the )?(\p{Lu}[\p{Lu}&]{1,9})\)/u
const longestInBrackets = 20

/** A name with its end in the text. */
export interface EndedName extends PlacedName {
  /** UTF-16 offset in the article’s text. */
  readonly end: number
}

/**
 * The names that short forms in capitals stand for, by the short form: “IEF” behind “the International Energy Forum
 * (IEF)”; without brackets where just one body’s initials are these. People’s and countries’ initials are none.
 */
export function findAcronyms(text: string, names: readonly EndedName[]): ReadonlyMap<string, string> {
  const defined = new Map<string, string>()
  const byInitials = new Map<string, Set<string>>()
  for (const { name, type, end } of names) {
    if (type === 'PER' || !/\s/.test(name)) continue
    const short = inBrackets.exec(text.slice(end, end + longestInBrackets))?.[1]
    const initials = initialsOf(name)
    // “the Federal Security Service (FSB)”: not all letters need be there, but the first.
    if (short && short[0] === initials[0] && !defined.has(short)) defined.set(short, toNameKey(name))
    if (type !== 'ORG' || initials.length < 3) continue
    const own = byInitials.get(initials) ?? new Set<string>()
    byInitials.set(initials, own.add(toNameKey(name)))
  }
  for (const [initials, own] of byInitials) {
    const [only] = own
    if (only && own.size === 1 && !defined.has(initials)) defined.set(initials, only)
  }
  return defined
}

/** The capitals that its words begin with: “International Atomic Energy Agency” → IAEA. */
const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .map((word) => word[0] ?? '')
    .filter((letter) => /\p{Lu}/u.test(letter))
    .join('')

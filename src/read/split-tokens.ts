import type { Span } from '../records/span.ts'

/** Hyphenated words that UD English leaves whole: “non-aligned”, “ex-minister”, “e-mail”. */
const attachedPrefix =
  'anti|co|counter|cross|e|ex|extra|infra|inter|intra|macro|mega|meta|micro|mid|mini|multi|neo|non|over|pan|post|pre|pro|proto|pseudo|psycho|re|semi|socio|sub|super|trans|ultra|un|under|x'

const letter = String.raw`[\p{L}\p{M}]`

/** Each pattern is tried where the last token ended; every repetition that could run far ahead and then fail is bounded, so splitting stays linear on hostile text. */
const patterns: readonly RegExp[] = [
  String.raw`https?:\/\/[^\s<>"“”]+[^\s<>"“”.,;:!?)\]’']`,
  String.raw`www\.[^\s<>"“”]+[^\s<>"“”.,;:!?)\]’']`,
  String.raw`[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}`,
  String.raw`[@#][\p{L}\p{N}_]+`,
  String.raw`(?:[\w-]{1,63}\.){1,6}(?:com|org|net|gov|mil|edu|int|info|example|co\.uk|pdf|html?|docx?|xlsx?|jpe?g|png)(?![\w-])`,
  String.raw`[:;]-?[)(DP](?![\p{L}\p{N}])`,
  // “U.S.”, “J.R.R.”, “a.m.”: letters that each carry their own point.
  String.raw`(?:${letter}\.){2,}`,
  String.raw`(?:US|AU|CA|NZ|HK|C|A|R)\$(?=\d)`,
  // “1,234.5”, “10:30”, “21/11/2025”, “2025-11-21”: digits joined by marks that stand between digits.
  String.raw`\d{4}-\d{2}-\d{2}(?!\d)`,
  String.raw`\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?(?![\p{L}\p{M}\d]|[.,:/]\d)`,
  String.raw`\d+(?:[.,:/]\d+)*`,
  // “can’t” is “ca” + “n’t”; “cannot” is “can” + “not”.
  String.raw`can(?=not(?!${letter}))|(?:gon|wan)(?=na(?!${letter}))|got(?=ta(?!${letter}))`,
  // “G20”, “A320”, “L2”: a name of letters and digits is one token; “20km” is two.
  String.raw`${letter}{1,8}\d[\p{L}\d]{0,12}(?![\p{L}\d])`,
  String.raw`${letter}+?(?=n['’]t(?!${letter}))`,
  String.raw`n['’]t(?!${letter})`,
  String.raw`['’](?:s|re|ve|ll|d|m)(?!${letter})`,
  String.raw`(?:${attachedPrefix})-${letter}+`,
  // “O’Neill”, “d’Ivoire”, “N’Djamena”: an apostrophe inside a name, but not before a clitic.
  String.raw`(?:[OoDdLlN])['’](?!(?:s|re|ve|ll|d|m|t)(?!${letter}))${letter}+`,
  String.raw`${letter}+`,
  String.raw`[.!?…]{2,}|([=*_~#<>$+])\1+`,
  String.raw`--+|—+|–+`,
  String.raw`\p{Extended_Pictographic}(?:\u200d\p{Extended_Pictographic}|\ufe0f|\p{Emoji_Modifier})*`,
  String.raw`[^\s]`,
].map((source) => new RegExp(source, 'iuy'))

/** Words that keep their point when letters follow: “Gen. Smith”, “No. 3”, “Jan. 6”. */
const abbreviations = new Set(
  `mr mrs ms dr prof sen rep reps sens gov gen lt col sgt capt cmdr adm maj brig rev hon pres st jr sr vs etc inc corp
  co ltd bros dept univ assn jan feb mar apr jun jul aug sept sep oct nov dec ariz calif colo conn del fla ga ill ind
  kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo fig no nos vol pp ed eds
  approx est min max messrs mt ft al cf cal ca supt det insp mon tue tues wed thu thur thurs fri sat sun c p b d m sec
  ext ch art`.split(/\s+/),
)

/** Abbreviations that are so only before a number: “No. 3”, “p. 330”, “(b. 1949)”, “ca. 1000”. */
const numbered = new Set(['no', 'fig', 'ca', 'c', 'p', 'b', 'd', 'm', 'sec', 'ext', 'ch', 'art'])

/** Abbreviations that are everyday words too, and so end a sentence unless a number or a name follows. */
const wordLike = new Set([
  'mass',
  'miss',
  'wash',
  'ill',
  'ore',
  'la',
  'pa',
  'mar',
  'sen',
  'co',
  'min',
  'max',
  'ed',
  'del',
  'ind',
  'st',
  'al',
  'det',
  'est',
  'mo',
  'ma',
  'mon',
  'wed',
  'sat',
  'sun',
])

/**
 * Splits text into tokens by the conventions of Universal Dependencies for English, hardened for news.
 *
 * Spans count in `text`, do not overlap, cover every character that is not white space, and come in order.
 * Takes time linear in the length of the text.
 */
export function splitTokens(text: string): Span[] {
  const tokens: Span[] = []
  // Bounded: ten megabytes of white space as one match overflow the stack of the regular expressions.
  const space = /\s{1,1000}/uy
  let at = 0
  while (at < text.length) {
    space.lastIndex = at
    if (space.test(text)) {
      at = space.lastIndex
      continue
    }
    let end = matchEnd(text, at)
    if (text[end] === '.' && text[end + 1] !== '.' && keepsPoint(text, at, end)) end += 1
    tokens.push({ start: at, end })
    at = end
  }
  return tokens
}

function matchEnd(text: string, at: number): number {
  for (const pattern of patterns) {
    pattern.lastIndex = at
    if (pattern.test(text)) return pattern.lastIndex
  }
  return at + 1 // A lone surrogate half: no pattern of whole code points takes it.
}

/** Whether the point after the word belongs to it, as in “Gen. Smith” and “J. Smith”, or ends the sentence. */
function keepsPoint(text: string, start: number, end: number): boolean {
  if (end - start > 8) return false
  const word = text.slice(start, end)
  const after = text.slice(end + 1, end + 3)
  if (/^\p{Lu}$/u.test(word)) {
    // “J. Smith” and “J.K. Rowling”, but “Vitamin C. It …” and “Plan B.” end.
    const before = text.slice(Math.max(0, start - 12), start)
    return (
      /^\s?\p{Lu}/u.test(after) &&
      word !== 'I' &&
      !/\b(?:[Pp]lan|[Vv]itamin|[Gg]rade|[Cc]lass|[Tt]ype)\s$/.test(before)
    )
  }
  const lower = word.toLowerCase()
  if (!abbreviations.has(lower)) return false
  if (numbered.has(lower)) return /^\s?\d/.test(after)
  if (!wordLike.has(lower)) return true
  return /^\p{Lu}/u.test(word) && /^(?:\s\p{Lu}|,|\s\d)/u.test(after)
}

import { type Found, found, type Moment } from './moment.ts'
import { isGlued, isHyphen, type TimePage } from './time-page.ts'
import { decades, ordinals, smallNumbers, tensNumbers } from './time-words.ts'

/** Nouns that a year stands before as a number would: “the 2018 elections”, “2018 talks”. */
const datedPlurals =
  /^(?:elections|talks|olympics|games|protests|riots|sanctions|wars|accords|attacks|bombings|polls|hearings|negotiations|floods|fires|wildfires|championships|finals|awards|midterms|primaries|results|earnings|sales|profits|revenues|figures|estimates|levels|models|rules|guidelines|amendments)$/

/** A year in four digits or in words: “2018”, “nineteen ninety-seven”, “the year 2000”; never a count: “2018 troops”. */
export function readYear(page: TimePage, i: number): Found<Moment> | null {
  const { lower } = page
  const at = lower[i] === 'the' ? i + 1 : i
  if (lower[at] === 'year') {
    const year = readBareYear(page, at + 1) ?? readThousand(page, at + 1)
    return year && toYear(year)
  }
  if (at !== i) return null
  if (lower[i] === 'fiscal') return readFiscal(page, i)
  const year = readBareYear(page, i)
  return year && !isCount(page, i, year.end) ? toYear(year) : null
}

const toYear = ({ end, value }: Found<number>, isFiscal = false): Found<Moment> =>
  found(end, { at: 'year', year: value, isFiscal })

/** “fiscal 2025”, “fiscal year 2025” */
function readFiscal(page: TimePage, i: number): Found<Moment> | null {
  const year = readBareYear(page, page.lower[i + 1] === 'year' ? i + 2 : i + 1)
  return year && toYear(year, true)
}

/** A year whatever stands around it: after a month it needs no more. */
export function readBareYear(page: TimePage, i: number): Found<number> | null {
  const word = page.lower[i] ?? ''
  if (/^(?:1[2-9]|20)\d\d$/.test(word)) return found(i + 1, Number(word))
  // “nineteen ninety-seven”, “nineteen oh five”, “two thousand” needs “the year”.
  const hundreds = smallNumbers.get(word)
  if (hundreds === undefined || hundreds < 15) {
    // “twenty twenty-five”
    if (word !== 'twenty' || !tensNumbers.has(page.lower[i + 1] ?? '')) return null
    return readTens(page, i + 1, 2000)
  }
  return readTens(page, i + 1, hundreds * 100)
}

function readTens(page: TimePage, i: number, base: number): Found<number> | null {
  const ten = tensNumbers.get(page.lower[i] ?? '')
  if (ten === undefined) return null
  const at = isHyphen(page, i + 1) ? i + 2 : i + 1
  const one = smallNumbers.get(page.lower[at] ?? '')
  return one !== undefined && one > 0 && one < 10 ? found(at + 1, base + ten + one) : found(i + 1, base + ten)
}

/** “two thousand”, “two thousand eight” */
function readThousand({ lower }: TimePage, i: number): Found<number> | null {
  if (lower[i] !== 'two' || lower[i + 1] !== 'thousand') return null
  const at = lower[i + 2] === 'and' ? i + 3 : i + 2
  const one = smallNumbers.get(lower[at] ?? '')
  return one !== undefined && one > 0 ? found(at + 1, 2000 + one) : found(i + 2, 2000)
}

/** “2018 troops”, “$2018”, “No. 2018”, “2018 percent”, “2018-strong”: a number that counts or names. */
function isCount(page: TimePage, i: number, end: number): boolean {
  const { lower, tokens } = page
  if (end - i > 1) return false
  const before = lower[i - 1] ?? ''
  if (
    /^[$€£¥#+×*/.:=]$|\$$|^(?:no|no\.|nos\.|number|page|pages|room|flight|route|unit|about|some|nearly|almost|over|least|only)$/.test(
      before,
    )
  )
    return !/^(?:about|some|nearly|almost|over|least|only)$/.test(before) || isNoun(page, end)
  if ((before === ',' || before === '-' || before === '–') && isGlued(page, i) && isGlued(page, i - 1))
    return /\d$/.test(lower[i - 2] ?? '') && !/^(?:1[2-9]|20)\d\d$/.test(lower[i - 2] ?? '')
  const after = lower[end] ?? ''
  if (/^(?:%|percent|percentage|per|km|kg|mph|hours|people|euros|dollars)$/.test(after)) return true
  if (after === '-' && isGlued(page, end) && isGlued(page, end + 1)) return !/^\d/.test(lower[end + 1] ?? '')
  // “2018 troops”, whatever the parse; “in 2018 troops left” has its preposition.
  const next = tokens[end]
  const isPlural = next?.upos === 'NOUN' && (after.endsWith('s') || after === 'people')
  if (isPlural && !datedPlurals.test(after) && /^(?:and|or|some|of|with|were|are|,|)$/.test(before))
    return true
  const head = tokens[i]?.head ?? -1
  const noun = tokens[head]
  if (tokens[i]?.deprel !== 'nummod' || !noun || head < i || head > i + 4) return false
  if (!/s$/.test(lower[head] ?? '') || datedPlurals.test(lower[head] ?? '')) return false
  // “the 2018 sanctions”, “its 2018 goals”
  return !/^(?:the|its|his|her|their|our|'s|a)$/.test(before)
}

const isNoun = ({ tokens }: TimePage, i: number) => tokens[i]?.upos === 'NOUN' || tokens[i]?.upos === 'ADJ'

/** “the 1980s”, “the ’80s”, “the eighties”, “mid-1990s” is read with its “mid-”. */
export function readDecade({ lower }: TimePage, i: number): Found<Moment> | null {
  const at = lower[i] === 'the' ? i + 1 : i
  const word = lower[at] ?? ''
  const [, long] = /^((?:1[2-9]|20)\d)0'?s$/.exec(word) ?? []
  if (long !== undefined) return found(at + 1, { at: 'decade', decade: Number(long), isShort: false })
  if (/^(?:1[2-9]|20)\d0$/.test(word) && lower[at + 1] === "'s" && at > i)
    return found(at + 2, { at: 'decade', decade: Number(word.slice(0, 3)), isShort: false })
  const mark = /^['’‘]$/.test(word)
  const [, short] = /^['’‘]?(\d)0'?s$/.exec(mark ? (lower[at + 1] ?? '') : word) ?? []
  if (short !== undefined && (at > i || mark || word.startsWith("'")))
    return found(mark ? at + 2 : at + 1, { at: 'decade', decade: Number(short), isShort: true })
  const named = decades.get(word)
  // “in his forties” is an age.
  if (
    named === undefined ||
    (at === i && lower[i - 1] !== 'the' && !/^(?:early|late|mid)$/.test(lower[i - 1] ?? ''))
  )
    return null
  return found(at + 1, { at: 'decade', decade: named, isShort: true })
}

/** “the 19th century”, “the nineteenth century” */
export function readCentury(page: TimePage, i: number): Found<Moment> | null {
  const { lower } = page
  const at = lower[i] === 'the' ? i + 1 : i
  const nth = readOrdinal(page, at)
  if (!nth) return null
  const unit = isHyphen(page, nth.end) ? nth.end + 1 : nth.end
  if (lower[unit] !== 'century' || nth.value < 2 || nth.value > 23) return null
  if (/^(?:bc|b\.c\.|bce)$/.test(lower[unit + 1] ?? '')) return null
  return found(unit + 1, { at: 'century', hundreds: nth.value - 1 })
}

/** “third”, “3rd”, “twenty-first” */
export function readOrdinal(page: TimePage, i: number): Found<number> | null {
  const word = page.lower[i] ?? ''
  const [, digits] = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word) ?? []
  if (digits !== undefined) return found(i + 1, Number(digits))
  const named = ordinals.get(word)
  if (named !== undefined) return found(i + 1, named)
  const ten = tensNumbers.get(word)
  const one = ordinals.get(page.lower[isHyphen(page, i + 1) ? i + 2 : i + 1] ?? '')
  return ten !== undefined && one !== undefined && one < 10
    ? found((isHyphen(page, i + 1) ? i + 2 : i + 1) + 1, ten + one)
    : null
}

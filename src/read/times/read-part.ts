import type { Holidays } from '../../records/holidays.ts'
import { type Found, found, type Moment, type Which, type YearPart } from './moment.ts'
import { readYearOf, yearOf } from './read-container.ts'
import { readPointedUnit, readPointer } from './read-pointed.ts'
import { readOrdinal } from './read-year.ts'
import { isCapital, isHyphen, type TimePage } from './time-page.ts'
import { months, seasons, weekdays } from './time-words.ts'

/**
 * A month, quarter, half, season or holiday, with what tells its year: “last March”, “November 2025”, “the third
 * quarter of 1990”, “next year’s first quarter”, “this summer”, “Thanksgiving”.
 */
export function readPart(page: TimePage, i: number, holidays: Holidays): Found<Moment> | null {
  const { lower } = page
  // “next year’s first quarter”, “last year’s quarter”
  const owner = readPointedUnit(page, i)
  if (owner && owner.value.at === 'unit' && owner.value.unit === 'year' && lower[owner.end] === "'s") {
    const part = readPlain(page, owner.end + 1, holidays)
    if (part) return found(part.end, toPart(part.value.part, null, owner.value, part.value.isFiscal))
  }
  const dated = readYearQuarter(page, i, holidays)
  if (dated) return dated
  const given = readPointer(page, i)
  const the = lower[i] === 'the' ? i + 1 : i
  // “the last half of 1989”: “last” counts the halves.
  const pointer = given && lower[given.end] === 'half' ? null : given
  const at = pointer?.end ?? the
  const part = readPlain(page, at, holidays)
  if (!part) return null
  // “complained that third-quarter earnings …”
  if (lower[i] === 'that' && part.value.part.kind !== 'season') return null
  const { part: value, isFiscal } = part.value
  const which = pointer?.value ?? null
  const isMonth = value.kind === 'month'
  if (isMonth && lower[i] === 'the' && !pointer) return null
  if (isMonth && !isMonthName(page, at, which !== null)) return null
  const year = readYearOf(page, part.end)
  // “spring” and “fall” are other things too; a bare season needs “the”, “in”, a year or a pointer.
  if (value.kind === 'season' && !year && which === null && !isSeasonHere(page, i, at)) return null
  if (value.kind === 'half' && !year && which === null) return null
  return found(year?.end ?? part.end, toPart(value, which, year?.value ?? null, isFiscal))
}

const toPart = (part: YearPart, which: Which | null, of: Moment | null, isFiscal: boolean): Moment => ({
  at: 'part',
  part,
  which,
  of,
  isFiscal,
})
interface Plain {
  readonly part: YearPart
  readonly isFiscal: boolean
}

function readPlain(page: TimePage, i: number, holidays: Holidays): Found<Plain> | null {
  const { lower } = page
  // “May Day” before “May”.
  const day = readHoliday(page, i, holidays)
  if (day) return found(day.end, { part: day.value, isFiscal: false })
  const month = months.get(lower[i] ?? '')
  if (month !== undefined) return found(i + 1, { part: { kind: 'month', month }, isFiscal: false })
  const season = seasons.get(lower[i] ?? '')
  if (season !== undefined) return found(i + 1, { part: { kind: 'season', season }, isFiscal: false })
  return readQuarter(page, i)
}

/** “2018 may come”, “in 2018 March” are doubtful. */
const lower4 = ({ lower }: TimePage, i: number) => lower[i] === 'may' || lower[i] === 'march'

/** “the 1988 second quarter”, “the 2024 summer” */
function readYearQuarter(page: TimePage, i: number, holidays: Holidays): Found<Moment> | null {
  const at = page.lower[i] === 'the' ? i + 1 : i
  if (!/^(?:19|20)\d\d$/.test(page.lower[at] ?? '')) return null
  const part = readPlain(page, at + 1, holidays)
  const kind = part?.value.part.kind
  if (!part || (kind !== 'quarter' && kind !== 'half' && kind !== 'month')) return null
  if (kind === 'month' && (lower4(page, at + 1) || /^\d/.test(page.lower[part.end] ?? ''))) return null
  return found(part.end, toPart(part.value.part, null, yearOf(Number(page.lower[at])), false))
}

/** “third quarter”, “third-quarter”, “fiscal second quarter”, “Q3”, “first half” */
function readQuarter(page: TimePage, i: number): Found<Plain> | null {
  const { lower } = page
  const [, short] = /^([qh])([1-4])$/.exec(lower[i] ?? '') ?? []
  if (short !== undefined) {
    const number = Number(lower[i]?.[1])
    if (short === 'h' && number > 2) return null
    return found(i + 1, {
      part: short === 'q' ? { kind: 'quarter', quarter: number } : { kind: 'half', half: number },
      isFiscal: false,
    })
  }
  let at = i
  const isFiscal = lower[at] === 'fiscal' || lower[at] === 'fiscal-year'
  if (isFiscal) at++
  if (isHyphen(page, at)) at++
  const nth = lower[at] === 'last' || lower[at] === 'final' ? found(at + 1, -1) : readOrdinal(page, at)
  if (!nth) return null
  at = isHyphen(page, nth.end) ? nth.end + 1 : nth.end
  if (lower[at] === 'fiscal') at++
  if (lower[at] === 'quarter' && nth.value <= 4)
    return found(at + 1, { part: { kind: 'quarter', quarter: nth.value === -1 ? 4 : nth.value }, isFiscal })
  if (lower[at] === 'half' && nth.value <= 2)
    return found(at + 1, { part: { kind: 'half', half: nth.value === -1 ? 2 : nth.value }, isFiscal })
  return null
}

/** The longest name of a holiday that begins here; “year-end” and “year’s end” are the end of a year. */
function readHoliday(page: TimePage, i: number, holidays: Holidays): Found<YearPart> | null {
  const { lower } = page
  const word = lower[i] ?? ''
  if (word === 'year' && isHyphen(page, i + 1) && lower[i + 2] === 'end') return found(i + 3, { kind: 'end' })
  if (word === 'year' && lower[i + 1] === 'end') return found(i + 2, { kind: 'end' })
  if (word === 'year' && lower[i + 1] === "'s" && lower[i + 2] === 'end') return found(i + 3, { kind: 'end' })
  for (const { words, holiday } of holidays.get(word) ?? []) {
    if (words.every((part, k) => lower[i + k] === part))
      return found(i + words.length, { kind: 'holiday', holiday })
  }
  return null
}

/** Names that are verbs or people too, and short forms that are words: “May”, “March”, “Mar”. */
const doubtful = /^(?:may|march|mar|jan|dec|sep|jun|jul|nov|oct|feb|apr|aug|sept)$/
const pointsAtTime =
  /^(?:in|since|until|till|by|before|after|during|from|to|through|between|and|or|of|for|early|late|mid|middle|end|beginning|start|last|this|next|each|every|until|around|about|as|on|-|–|,|\()$/

/** Words that only a time follows, where a name may stand too. */
const leadsToTime =
  /^(?:in|since|until|till|by|before|after|during|from|through|early|late|mid|of|last|this|next|each|every)$/

/** Whether a month’s name means the month: not “may come”, “March on the capital”, “Mr. August”, “April Marsh”. */
function isMonthName(page: TimePage, i: number, isPointed: boolean): boolean {
  const { lower, tokens, words } = page
  const word = lower[i] ?? ''
  if (!isCapital(page, i) && /^(?:may|march|mar|august)$/.test(word)) return false
  if (!isCapital(page, i) && word.length < 5 && word !== 'june' && word !== 'july') return false
  if (isName(page, i)) return false
  if (!doubtful.test(word) || isPointed) return true
  // “the March for Life”
  if (
    word === 'march' &&
    /^(?:of|for|on|against|to|in)$/.test(lower[i + 1] ?? '') &&
    !pointsAtTime.test(lower[i - 1] ?? '')
  )
    return false
  if (word === 'mar' || (word.length === 3 && word !== 'may')) {
    return pointsAtTime.test(lower[i - 1] ?? '') || /^\d/.test(lower[i + 1] ?? '')
  }
  if (/^(?:1[2-9]|20)\d\d$/.test(lower[i + 1] ?? '')) return true
  if (words[i] === words[i]?.toUpperCase() && word.length > 3) return pointsAtTime.test(lower[i - 1] ?? '')
  const upos = tokens[i]?.upos
  if (upos === 'AUX' || upos === 'VERB')
    return pointsAtTime.test(lower[i - 1] ?? '') && lower[i - 1] !== 'and' && lower[i - 1] !== ','
  // At the head of a sentence only the parse tells “March was cold” from “March on!”
  if (i === 0) return upos === 'PROPN' || upos === 'NOUN'
  return pointsAtTime.test(lower[i - 1] ?? '') || upos === 'PROPN' || upos === 'NOUN'
}

/** “Mr. August”, “Theresa May”, “April Marsh”, “August Wilson’s”: a name of a person stands beside. */
export function isName(page: TimePage, i: number): boolean {
  const { lower, tokens } = page
  const before = lower[i - 1] ?? ''
  if (/^(?:mr|mr\.|mrs|mrs\.|ms|ms\.|miss|dr|dr\.|sir|lady|lord)$/.test(before)) return true
  const isOther = (k: number) =>
    isCapital(page, k) &&
    tokens[k]?.upos === 'PROPN' &&
    !/^[\d,.]/.test(lower[k] ?? '') &&
    !months.has(lower[k] ?? '')
  if (isOther(i - 1) && !weekdays.has(before)) {
    // “Theresa May”; but “U.S. April exports”, unless the parse makes one name of it.
    if (lower[i] === 'may') return true
    if (/^(?:august|april|june|march)$/.test(lower[i] ?? '') && tokens[i]?.deprel.startsWith('flat'))
      return true
  }
  if (!isOther(i + 1)) return false
  // “April Marsh said”, but “in April Marsh said” and “April Fools”.
  if (/^(?:april|may|june|august)$/.test(lower[i] ?? '') && !leadsToTime.test(before)) return true
  return tokens[i + 1]?.head === i && (tokens[i + 1]?.deprel ?? '').startsWith('flat')
}

/** “in summer”, “the winter”, “over the summer”, but not “a spring”, “the fall of the wall”. */
function isSeasonHere({ lower, tokens }: TimePage, i: number, at: number): boolean {
  const word = lower[at] ?? ''
  if (tokens[at]?.upos === 'VERB') return false
  const before = lower[i - 1] ?? ''
  const after = lower[at + 1] ?? ''
  const isIn = /^(?:in|during|by|until|since|over|through|throughout|early|late|mid|every|each)$/.test(before)
  if (word === 'summer' || word === 'winter' || word === 'autumn') return isIn || lower[i] === 'the'
  return isIn && after !== 'of' && (lower[i] === 'the' || word === 'spring') && !/^(?:prices|in)$/.test(after)
}

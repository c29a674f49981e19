import { byFirstWord } from './by-first-word.ts'
import { type Found, found, type Length, type Mod } from './moment.ts'
import { readAmount } from './read-number.ts'
import { isCapital, isGlued, isHyphen, type TimePage } from './time-page.ts'
import { isPluralUnit, type Unit, units } from './time-words.ts'

export interface LengthFound {
  readonly lengths: readonly Length[]
  readonly mod: Mod | null
  /** “two-week”, “14-day”: stands before what it measures. */
  readonly isHyphened: boolean
}

const mods = byFirstWord<Mod>([
  ['more than', 'MORE_THAN'],
  ['longer than', 'MORE_THAN'],
  ['greater than', 'MORE_THAN'],
  ['less than', 'LESS_THAN'],
  ['fewer than', 'LESS_THAN'],
  ['at least', 'EQUAL_OR_MORE'],
  ['no less than', 'EQUAL_OR_MORE'],
  ['no fewer than', 'EQUAL_OR_MORE'],
  ['at most', 'EQUAL_OR_LESS'],
  ['up to', 'EQUAL_OR_LESS'],
  ['no more than', 'EQUAL_OR_LESS'],
  ['not more than', 'EQUAL_OR_LESS'],
  ['over', 'MORE_THAN'],
  ['under', 'LESS_THAN'],
  ['about', 'APPROX'],
  ['around', 'APPROX'],
  ['roughly', 'APPROX'],
  ['approximately', 'APPROX'],
  ['nearly', 'LESS_THAN'],
  ['almost', 'LESS_THAN'],
  ['some', 'APPROX'],
])

/** “more than”, “at least”, “about”: what stands before an amount of time and belongs to it. */
export function readLengthMod({ lower }: TimePage, i: number): Found<Mod> | null {
  for (const { words, value } of mods.get(lower[i] ?? '') ?? [])
    if (words.every((word, k) => lower[i + k] === word)) return found(i + words.length, value)
  return null
}

/** Words between the number and the unit: “two more weeks”, “eight trading days”, “20 consecutive years”. */
const between =
  /^(?:more|additional|further|other|full|whole|straight|consecutive|successive|long|calendar|fiscal|trading|business|working|academic|different|short|extra)$/

/**
 * A length of time: “17 days”, “a two-week truce” (less the truce), “more than two years”, “a year and a half”,
 * “12 to 18 months”, “day-long”, “for years”.
 */
export function readLength(page: TimePage, i: number): Found<LengthFound> | null {
  const { lower } = page
  const year = readEndedYear(page, i)
  if (year) return year
  const mod = readLengthMod(page, i)
  const at = mod?.end ?? i
  const bare = readBare(page, at)
  if (bare)
    return found(bare.end, { lengths: [bare.value], mod: mod?.value ?? null, isHyphened: bare.isHyphened })
  const number = readAmount(page, at)
  if (!number) return null
  let end = number.end
  let count = number.value
  let isApproximate = number.isApproximate
  // “12 to 18 months”, “two or three days”, “2-3 weeks”: between the two.
  const isJoint = /^(?:to|or|-|–)$/.test(lower[end] ?? '')
  const second = isJoint ? readAmount(page, end + 1) : null
  if (second && second.value !== null && units.has(lower[second.end] ?? '')) {
    end = second.end
    count = count !== null && second.value !== count ? null : count
    isApproximate = true
  }
  const isHyphened = isHyphen(page, end) && isGlued(page, end) && isGlued(page, end + 1)
  if (isHyphened) end++
  while (end < number.end + 4 && between.test(lower[end] ?? '')) end++
  const unit = unitAt(page, end)
  if (!unit || !isLength(page, at, end, unit) || isRate(page, at, end)) return null
  end++
  const lengths: Length[] = [{ count, unit }]
  // “a 6-year-old”, “52 years old”: an age is no time of the story.
  if (/^olds?$/.test(lower[isHyphen(page, end) ? end + 1 : end] ?? '')) return null
  if (isHyphened && isHyphen(page, end) && lower[end + 1] === 'long') end += 2
  const more = readMore(page, end, unit)
  if (more) {
    end = more.end
    if (more.value === 'half') lengths[0] = { count: count === null ? null : count + 0.5, unit }
    else if (more.value !== 'or so' && more.value !== 'or two') lengths.push(more.value)
    if (more.value === 'or so') isApproximate = true
    if (more.value === 'or two') lengths[0] = { count: null, unit }
  }
  const value = mod?.value ?? (isApproximate ? 'APPROX' : null)
  return found(end, { lengths, mod: value, isHyphened })
}

/** “the year ended June 30”, “the fiscal year ending in May” */
function readEndedYear({ lower }: TimePage, i: number): Found<LengthFound> | null {
  if (lower[i] !== 'the') return null
  const at = lower[i + 1] === 'fiscal' ? i + 2 : i + 1
  if (lower[at] !== 'year' || !/^(?:ended|ending)$/.test(lower[at + 1] ?? '')) return null
  return found(at + 1, { lengths: [{ count: 1, unit: 'year' }], mod: null, isHyphened: false })
}

function unitAt({ lower, words }: TimePage, i: number): Unit | null {
  const word = lower[i] ?? ''
  const unit = units.get(word)
  if (unit !== undefined) return unit
  // “3 h”, “30 m” of a clock are no words of news but for the hour.
  return words[i] === 'h' ? 'hour' : null
}

/** “90,000 barrels a day”, “$5 a month”, “24 hours a day”: a number of something for each. */
function isRate({ lower, tokens }: TimePage, i: number, at: number): boolean {
  if ((lower[i] !== 'a' && lower[i] !== 'an') || at !== i + 1) return false
  if (/^(?:ago|earlier|later|before|after|and|or)$/.test(lower[at + 1] ?? '')) return false
  const before = tokens[i - 1]?.upos
  if (before !== 'NOUN' && before !== 'NUM' && before !== 'SYM' && before !== 'PROPN') return false
  return tokens.slice(Math.max(0, i - 4), i).some(({ upos }) => upos === 'NUM' || upos === 'SYM')
}

/** “a second term”, “a quarter of them”, “the two quarters”: not every unit after a number is time. */
function isLength(page: TimePage, i: number, at: number, unit: Unit): boolean {
  const { lower, tokens } = page
  const word = lower[at] ?? ''
  const one = lower[i] === 'a' || lower[i] === 'an' || lower[i] === 'one' || lower[i] === 'another'
  // “three-quarters of its food”
  if (unit === 'quarter') return word.endsWith('s') && !isHyphenBefore(lower, at)
  if (unit === 'second') return word.endsWith('s') || (!one && isHyphenBefore(lower, at))
  if (isCapital(page, at) && at > 1) return false // A programme: “60 Minutes”.
  if (unit === 'weekend' && one) return false
  if (unit === 'minute' && word === 'minute' && tokens[at]?.upos === 'ADJ') return false
  if (/^(?:min|sec|hr|wk|yr)s?$/.test(word) || word === 'mins') return /^\d/.test(lower[i] ?? '')
  return true
}

const isHyphenBefore = (lower: readonly string[], at: number) => lower[at - 1] === '-'

/** “years”, “decades-long”, “day-long”, “yearlong”: no number. */
function readBare(page: TimePage, i: number): { value: Length; end: number; isHyphened: boolean } | null {
  const { lower } = page
  const word = lower[i] ?? ''
  const [, joined] = /^(day|week|month|year|decade|hour)s?long$/.exec(word) ?? []
  if (joined !== undefined) return { value: { count: 1, unit: joined as Unit }, end: i + 1, isHyphened: true }
  const unit = units.get(word)
  if (unit === undefined || word.length < 3) return null
  // “55 years old” is read from its number, and is an age.
  if (lower[i + 1] === 'old') return null
  if (isHyphen(page, i + 1) && isGlued(page, i + 1) && lower[i + 2] === 'long')
    return { value: { count: isPluralUnit(word) ? null : 1, unit }, end: i + 3, isHyphened: true }
  if (isCapital(page, i) && i > 0) return null
  if (!isPluralUnit(word) || unit === 'second' || unit === 'quarter' || word.length < 4) return null
  // “weeks or months”
  const next = units.get(lower[i + 2] ?? '')
  const isPair =
    next !== undefined && isPluralUnit(lower[i + 2] ?? '') && /^(?:or|and)$/.test(lower[i + 1] ?? '')
  return { value: { count: null, unit }, end: isPair ? i + 3 : i + 1, isHyphened: false }
}

/** “and a half”, “and 20 minutes”, “or so”, “or two” after a unit. */
function readMore(page: TimePage, i: number, unit: Unit): Found<Length | 'half' | 'or so' | 'or two'> | null {
  const { lower } = page
  if (lower[i] === 'or' && (lower[i + 1] === 'so' || lower[i + 1] === 'more'))
    return lower[i + 1] === 'so' ? found(i + 2, 'or so') : null
  if (lower[i] === 'or' && lower[i + 1] === 'two') return found(i + 2, 'or two')
  const at = lower[i] === 'and' ? i + 1 : i
  if (at > i && lower[at] === 'a' && lower[at + 1] === 'half') return found(at + 2, 'half')
  const number = readAmount(page, lower[i] === ',' ? i + 1 : at)
  if (!number || number.value === null) return null
  const lesser = unitAt(page, number.end)
  if (!lesser || rank(lesser) >= rank(unit)) return null
  return found(number.end + 1, { count: number.value, unit: lesser })
}

const order: readonly Unit[] = [
  'second',
  'minute',
  'hour',
  'day',
  'weekend',
  'week',
  'fortnight',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
  'millennium',
]
const rank = (unit: Unit) => order.indexOf(unit)

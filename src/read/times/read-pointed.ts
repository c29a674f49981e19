import { type Found, found, type Moment, type Which } from './moment.ts'
import { isCapital, type TimePage } from './time-page.ts'
import { isPluralUnit, type Unit, units } from './time-words.ts'

const pointers: ReadonlyMap<string, Which> = new Map([
  ['last', 'last'],
  ['latest', 'last'],
  ['past', 'last'],
  ['this', 'this'],
  ['current', 'this'],
  ['present', 'this'],
  ['next', 'next'],
  ['coming', 'next'],
  ['upcoming', 'next'],
  ['forthcoming', 'next'],
  ['previous', 'previous'],
  ['preceding', 'previous'],
  ['prior', 'previous'],
  ['that', 'that'],
  ['same', 'that'],
  ['following', 'following'],
  ['ensuing', 'following'],
] as const)

/** Words that point: “last”, “the same”, “this past”, “the next”; with whether “the” stood before them. */
export function readPointer({ lower, tokens }: TimePage, i: number): Found<Which> | null {
  let at = i
  const the = lower[at] === 'the' || lower[at] === "'s" || lower[at] === 'its'
  if (the) at++
  const first = pointers.get(lower[at] ?? '')
  if (first === undefined) return null
  // “said that last week …”, “reported that third-quarter profit …”
  if (lower[at] === 'that' && (tokens[at]?.upos === 'SCONJ' || tokens[at]?.upos === 'PRON')) return null
  // “this past spring”, “this coming Sunday”, “that same day”
  const second = pointers.get(lower[at + 1] ?? '')
  if (second !== undefined && !the) {
    if (lower[at] === 'this' && /^(?:past|coming|same|current)$/.test(lower[at + 1] ?? ''))
      return found(at + 2, second)
    if (lower[at] === 'that' && lower[at + 1] === 'same') return found(at + 2, 'that')
  }
  // “the talks following Friday’s attack”
  if (first === 'following' && !the) return null
  // “the next day” counts from the text; “next week” from the article.
  if (the && first === 'next') return found(at + 1, 'following')
  if (the && (lower[at] === 'this' || lower[at] === 'that')) return null
  return found(at + 1, first)
}

/** Units that a pointer makes a stretch of the calendar: never “this second”, “the last minute”. */
const calendarUnits: ReadonlySet<Unit> = new Set([
  'day',
  'weekend',
  'week',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
] as const)

/** “last week”, “this fiscal year”, “the following month”, “that day”; the unit in the singular. */
export function readPointedUnit(page: TimePage, i: number): Found<Moment> | null {
  const pointer = readPointer(page, i)
  if (!pointer) return null
  const { lower } = page
  let at = pointer.end
  const isFiscal = lower[at] === 'fiscal' || lower[at] === 'financial'
  if (isFiscal || lower[at] === 'calendar' || lower[at] === 'full') at++
  const word = lower[at] ?? ''
  if (i > 0 && isCapital(page, i) && isCapital(page, at)) return null // A programme: “This Week”.
  const unit = units.get(word)
  if (unit === undefined || isPluralUnit(word) || !calendarUnits.has(unit)) return null
  if (word.length < 3) return null
  // “the next decade” and “next century” are long; “the last day” is of something.
  if (unit === 'day' && (pointer.value === 'last' || pointer.value === 'next')) {
    if (lower[i] === 'the' || lower[at + 1] === 'of') return null
  }
  return found(at + 1, { at: 'unit', unit, which: pointer.value, isFiscal })
}

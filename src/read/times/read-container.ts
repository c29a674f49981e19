import { type Found, found, type Moment } from './moment.ts'
import { readPointedUnit } from './read-pointed.ts'
import { readBareYear, readYear } from './read-year.ts'
import type { TimePage } from './time-page.ts'

/** What tells the year after a day, month, quarter or season: “, 2025”, “of 2025”, “last year”, “of this year”. */
export function readYearOf(page: TimePage, i: number): Found<Moment> | null {
  const { lower } = page
  const word = lower[i] ?? ''
  const isComma = word === ','
  const isJoined = isComma || word === 'of' || word === 'in' || word === '/' || word === '-'
  const at = isJoined ? i + 1 : i
  if (word === "'" || word === '‘') {
    const [, short] = /^(\d\d)$/.exec(lower[i + 1] ?? '') ?? []
    return short === undefined
      ? null
      : found(i + 2, yearOf(Number(short) + (Number(short) < 50 ? 2000 : 1900)))
  }
  const [, joined] = /^'(\d\d)$/.exec(word) ?? []
  if (joined !== undefined) return found(i + 1, yearOf(Number(joined) + (Number(joined) < 50 ? 2000 : 1900)))
  const digits = /^\d/.test(lower[at] ?? '')
  // After a comma or nothing a year needs no more proof, but “in March 2018 people” has none.
  const bare = digits && !(isJoined && !isComma) ? readBareYear(page, at) : null
  if (bare) return found(bare.end, yearOf(bare.value))
  const year = isJoined && !isComma ? readYear(page, at) : isComma ? null : readNamedYear(page, at)
  if (year) return year
  const pointed = readPointedUnit(page, isComma ? i : at)
  return pointed && pointed.value.at === 'unit' && pointed.value.unit === 'year' ? pointed : null
}

/** “January nineteen ninety-seven” */
const readNamedYear = (page: TimePage, i: number): Found<Moment> | null => {
  const year = readBareYear(page, i)
  return year && found(year.end, yearOf(year.value))
}

export const yearOf = (year: number): Moment => ({ at: 'year', year, isFiscal: false })

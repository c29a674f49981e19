import { type Found, found, type Moment } from './moment.ts'
import { yearOf } from './read-container.ts'
import { readWrittenDate } from './read-written-date.ts'
import type { TimePage } from './time-page.ts'

/** Days whose date became the name of what happened: month, day, year, and the nouns that tell that it is meant. */
const named: readonly (readonly [number, number, number, RegExp])[] = [
  [9, 11, 2001, /^(?:attack|attacks|terror|terrorist|hijackers|hijackings|commission)$/],
  [1, 6, 2021, /^(?:attack|riot|riots|rioters|insurrection|capitol|committee|siege)$/],
  [10, 7, 2023, /^(?:attack|attacks|massacre|massacres|assault)$/],
]

/** “the Sept. 11 attacks”, “the Jan. 6 riot”, “9/11”: the year is in the name. */
export function readNamedDate(page: TimePage, i: number): Found<Moment> | null {
  const { lower } = page
  if (lower[i] === '9/11') return found(i + 1, dayOf(9, 11, 2001))
  const date = readWrittenDate(page, i)
  if (date?.value.at !== 'part' || date.value.of !== null || date.value.part.kind !== 'day') return null
  const { month, day } = date.value.part
  const next = lower[date.end] === ',' ? '' : (lower[date.end] ?? '')
  const known = named.find(([m, d, , nouns]) => m === month && d === day && nouns.test(next))
  return known ? found(date.end, dayOf(month, day, known[2])) : null
}

const dayOf = (month: number, day: number, year: number): Moment => ({
  at: 'part',
  part: { kind: 'day', month, day },
  which: null,
  of: yearOf(year),
  isFiscal: false,
})

import { type Expression, type Found, found } from './moment.ts'
import { readLength, readLengthMod } from './read-length.ts'
import { readAmount } from './read-number.ts'
import type { TimePage } from './time-page.ts'
import { isPluralUnit, units } from './time-words.ts'

/**
 * A stretch that ends or begins at the day of the article: “the past 17 days”, “the last few months”, “recent weeks”,
 * “the next three years”, “coming months”, “the past year”.
 */
export function readWindow(page: TimePage, i: number): Expression | null {
  const { lower } = page
  // “over the past year” is a place, “at least the past year” a length.
  const mod = /^(?:over|under|around|some)$/.test(lower[i] ?? '') ? null : readLengthMod(page, i)
  let at = mod?.end ?? i
  if (/^(?:the|these|its|his|her|their)$/.test(lower[at] ?? '')) at++
  const way = readWay(lower[at] ?? '')
  if (way === null) return null
  at++
  if (way === 'before' && lower[at - 1] !== 'recent' && lower[at] === 'of') return null
  const amount = readAmount(page, at)
  const isPlain = amount === null || lower[at] === 'a' || lower[at] === 'an'
  const length = isPlain ? readPlain(page, at) : readLength(page, at)
  if (!length) return null
  // “the last two days of the siege” lie where the siege lies.
  const isOf = lower[length.end] === 'of'
  return {
    from: i,
    to: length.end,
    mod: mod?.value ?? length.value.mod,
    meaning: { kind: 'length', lengths: length.value.lengths, window: isOf ? null : way },
  }
}

function readWay(word: string): 'before' | 'after' | null {
  if (word === 'past' || word === 'last' || word === 'recent' || word === 'previous' || word === 'preceding')
    return 'before'
  return word === 'next' || word === 'coming' || word === 'following' ? 'after' : null
}

/** “weeks”, “year” (“the past year”), “decade”. */
function readPlain(page: TimePage, i: number) {
  const length = readLength(page, i)
  if (length) return length
  return readSingular(page, i)
}

function readSingular(
  { lower }: TimePage,
  i: number,
): Found<{
  lengths: readonly { count: number; unit: NonNullable<ReturnType<typeof units.get>> }[]
  mod: null
}> | null {
  const word = lower[i] ?? ''
  const unit = units.get(word)
  if (unit === undefined || isPluralUnit(word)) return null
  // “the past year”; “over the next decade”, while “the next year” alone is one of the calendar.
  const isAhead =
    lower[i - 1] === 'next' &&
    lower[i - 2] === 'the' &&
    /^(?:over|within|during|throughout)$/.test(lower[i - 3] ?? '')
  if (lower[i - 1] !== 'past' && !isAhead) return null
  if (!/^(?:day|week|month|quarter|year|decade|century)$/.test(word)) return null
  return found(i + 1, { lengths: [{ count: 1, unit }], mod: null })
}

import { isHyphen, type TimePage } from './time-page.ts'
import { scales, smallNumbers, tensNumbers, vagueAmounts } from './time-words.ts'

/** An amount in words or digits; `value` is null where the words give none: “several”, “dozens of”. */
export interface Amount {
  readonly value: number | null
  /** Index of the first token after it. */
  readonly end: number
  readonly isApproximate: boolean
}

const fractions: Readonly<Record<string, number>> = {
  '1/2': 0.5,
  '½': 0.5,
  '1/4': 0.25,
  '¼': 0.25,
  '3/4': 0.75,
  '¾': 0.75,
}

/** Reads “17”, “2 1/2”, “twenty-four”, “a”, “a couple of”, “several”, “two hundred”, “dozens of” from token i on. */
export function readAmount(page: TimePage, i: number): Amount | null {
  const { lower } = page
  const word = lower[i] ?? ''
  const next = lower[i + 1] ?? ''
  if (word === 'a' || word === 'an' || word === 'another') {
    if (next === 'couple') return amount(2, lower[i + 2] === 'of' ? i + 3 : i + 2, true)
    if (next === 'few' || next === 'handful' || next === 'number')
      return amount(null, lower[i + 2] === 'of' ? i + 3 : i + 2)
    if (next === 'further' || next === 'additional' || next === 'full' || next === 'whole')
      return amount(1, i + 2)
    if (next === 'half') return amount(0.5, i + 2)
    if (scales.has(next)) return readScaled(page, i + 1, 1)
    return amount(1, i + 1)
  }
  if (word === 'half' && (next === 'a' || next === 'an')) return amount(0.5, i + 2)
  if (word === 'half' && isHyphen(page, i + 1) && (lower[i + 2] === 'a' || lower[i + 2] === 'an'))
    return amount(0.5, i + 3)
  if (vagueAmounts.has(word)) return amount(null, next === 'more' ? i + 2 : i + 1)
  if (
    (word === 'dozens' || word === 'hundreds' || word === 'thousands' || word === 'scores') &&
    next === 'of'
  )
    return amount(null, i + 2)
  if (/^\d/.test(word)) return readDigits(page, i)
  return readWords(page, i)
}

const amount = (value: number | null, end: number, isApproximate = false): Amount => ({
  value,
  end,
  isApproximate,
})

function readDigits({ lower }: TimePage, i: number): Amount | null {
  const word = lower[i] ?? ''
  if (fractions[word] !== undefined) return amount(fractions[word] ?? 0, i + 1)
  if (!/^\d{1,9}(?:,\d{3})*(?:\.\d{1,3})?$/.test(word)) return null
  const value = Number(word.replaceAll(',', ''))
  const more = fractions[lower[i + 1] ?? '']
  if (more !== undefined) return amount(value + more, i + 2)
  const scale = scales.get(lower[i + 1] ?? '')
  return scale ? amount(value * scale, i + 2) : amount(value, i + 1)
}

function readWords(page: TimePage, i: number): Amount | null {
  const { lower } = page
  const first = readSmall(page, i)
  if (!first) return null
  if (scales.has(lower[first.end] ?? '')) return readScaled(page, first.end, first.value)
  // “two and a half years”
  if (lower[first.end] === 'and' && lower[first.end + 1] === 'a' && lower[first.end + 2] === 'half')
    return amount(first.value + 0.5, first.end + 3)
  return amount(first.value, first.end)
}

/** “hundred and twenty”, from the word of scale on; at most three more words are taken. */
function readScaled(page: TimePage, i: number, times: number): Amount {
  const { lower } = page
  let value = times * (scales.get(lower[i] ?? '') ?? 1)
  let end = i + 1
  const more = readSmall(page, lower[end] === 'and' ? end + 1 : end)
  if (more && lower[i] !== 'dozen') {
    value += more.value
    end = more.end
  }
  const above = scales.get(lower[end] ?? '')
  if (above !== undefined && above > 100) {
    value *= above
    end++
  }
  return amount(value, end)
}

/** Zero to ninety-nine, in words. */
function readSmall(page: TimePage, i: number): { value: number; end: number } | null {
  const { lower } = page
  const small = smallNumbers.get(lower[i] ?? '')
  if (small !== undefined) return { value: small, end: i + 1 }
  const ten = tensNumbers.get(lower[i] ?? '')
  if (ten === undefined) return null
  const at = isHyphen(page, i + 1) ? i + 2 : i + 1
  const one = smallNumbers.get(lower[at] ?? '')
  return one !== undefined && one > 0 && one < 10
    ? { value: ten + one, end: at + 1 }
    : { value: ten, end: i + 1 }
}

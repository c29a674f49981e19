import type { Actor } from '../../records/reading.ts'
import type { ActorSentence } from './page.ts'

const numbers = new Map([
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'].map(
    (word, i) => [word, i + 1] as const,
  ),
  ...([
    ['a', 1],
    ['an', 1],
    ['both', 2],
    ['fifteen', 15],
    ['twenty', 20],
    ['thirty', 30],
    ['forty', 40],
    ['fifty', 50],
  ] as const),
])
const units = new Map([
  ['couple', 2],
  ['pair', 2],
  ['trio', 3],
  ['dozen', 12],
  ['score', 20],
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
])

/**
 * How many a phrase says they are, by the words before its noun: “two officials” 2, “a dozen lawmakers” 12,
 * “dozens of protesters” 24 or more; null where it does not say, or only about (“some 300”).
 */
export function countPeople({ lower }: ActorSentence, from: number, to: number): Actor['count'] {
  const words = lower.slice(from, to).join(' ')
  if (/\b(?:about|around|some|nearly|almost|approximately|roughly|up to|fewer|less)\b/.test(words))
    return null
  let value: number | null = null
  let isOpen = /\b(?:at least|more than|over)\b/.test(words)
  for (const word of lower.slice(from, to)) {
    const plain = word.replaceAll(',', '')
    const single = numbers.get(plain) ?? (/^\d{1,7}$/.test(plain) ? Number(plain) : undefined)
    const unit = units.get(plain)
    const many = units.get(plain.replace(/s$/, ''))
    if (single !== undefined && value === null) value = single
    else if (unit !== undefined)
      value = (word === 'dozen' && words.includes('half a') ? 0.5 : (value ?? 1)) * unit
    else if (many !== undefined) {
      // “dozens”, “hundreds of thousands”: two of them at the least.
      value = (value ?? 2) * many
      isOpen = true
    } else if (plain === 'several') {
      value = 3
      isOpen = true
    } else if (plain === 'few') return { min: 2, max: null }
  }
  return value === null ? null : { min: value, max: isOpen ? null : value }
}

/** A number in words, as the range that they give. */
export interface Amount {
  /** Tokens of the number and of what says how exact it is. */
  readonly from: number
  readonly to: number
  readonly min: number | null
  readonly max: number | null
  readonly isApproximate: boolean
}

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const scales: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1000,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  m: 1e6,
  bn: 1e9,
}
/** “dozens” are at least two, and nobody knows how many. */
const rounds: Readonly<Record<string, number>> = {
  dozens: 24,
  scores: 40,
  tens: 20,
  hundreds: 200,
  thousands: 2000,
  millions: 2e6,
  billions: 2e9,
}

/**
 * Reads the number that token `at` belongs to: “12”, “3,000”, “two dozen”, “$2 billion”, “tens of thousands”, “12 to 15”,
 * with “at least”, “about” and the like before it; null for no number. Words are in lower case.
 */
export function readNumber(words: readonly string[], at: number): Amount | null {
  let from = at
  while (from > 0 && at - from < 3 && isPart(words[from - 1] ?? '')) from--
  const first = readPlain(words, from)
  if (!first) return null
  let { to } = first
  let [min, max]: [number | null, number | null] = [first.min, first.max]
  const isBetween = words[from - 1] === 'between' && words[to] === 'and'
  if (isBetween || /^(?:to|-|–|or)$/.test(words[to] ?? '')) {
    // “12 to 15”, “between 12 and 15”
    const second = readPlain(words, to + 1)
    if (second && second.min !== null && min !== null && second.min > min) {
      max = second.max
      to = second.to
      if (isBetween) from--
    }
  }
  const before = words.slice(Math.max(0, from - 3), from).join(' ')
  const isMoney = /^[$€£¥]$/.test(words[from - 1] ?? '')
  const start = isMoney ? from - 1 : from
  const ahead = isMoney ? words.slice(Math.max(0, start - 3), start).join(' ') : before
  const [least] = /(?:at least|more than|over|no fewer than|upwards of)$/.exec(ahead) ?? []
  const [most] = /(?:up to|at most|as many as|fewer than|less than|no more than)$/.exec(ahead) ?? []
  const [near] = /(?:about|around|some|nearly|almost|roughly|approximately|an estimated)$/.exec(ahead) ?? []
  const opener = least ?? most ?? near ?? ''
  return {
    from: start - (opener === '' ? 0 : opener.split(' ').length),
    to,
    min: most ? null : min,
    max: least ? null : max,
    isApproximate: near !== undefined || first.isRound,
  }
}

const isPart = (word: string) => numberOf(word) !== null || word in scales || word in rounds

function readPlain(
  words: readonly string[],
  from: number,
): { to: number; min: number | null; max: number | null; isRound: boolean } | null {
  const word = words[from] ?? ''
  if (word in rounds) {
    const of = words[from + 1] === 'of' ? (words[from + 2] ?? '') : ''
    // “tens of thousands”
    const scale = scales[of.replace(/s$/, '')]
    const factor = of.endsWith('s') && scale !== undefined ? scale : 1
    return { to: from + (factor === 1 ? 1 : 3), min: (rounds[word] ?? 0) * factor, max: null, isRound: true }
  }
  if (word === 'dozen' || word === 'hundred' || word === 'thousand')
    return {
      to: from + 1,
      min: word === 'dozen' ? 12 : (scales[word] ?? 0),
      max: word === 'dozen' ? 12 : (scales[word] ?? 0),
      isRound: false,
    }
  let value = numberOf(word)
  if (value === null) return null
  let to = from + 1
  if (words[to] === '-' && numberOf(words[to + 1] ?? '') !== null && value % 10 === 0 && value < 100) {
    value += numberOf(words[to + 1] ?? '') ?? 0
    to += 2
  }
  for (; ; to++) {
    const next = words[to] ?? ''
    if (next === 'dozen') value *= 12
    else if (scales[next] !== undefined) value *= scales[next]
    else break
  }
  return { to, min: value, max: value, isRound: false }
}

function numberOf(word: string): number | null {
  if (/^\d{1,12}(?:[.,]\d{1,9}){0,4}$/.test(word)) {
    const value = Number(word.replaceAll(/,(?=\d{3})/g, ''))
    return Number.isFinite(value) ? value : null
  }
  const unit = units.indexOf(word)
  if (unit !== -1) return unit
  const ten = tens.indexOf(word)
  return ten === -1 ? null : 20 + 10 * ten
}

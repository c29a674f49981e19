import { timeWords } from './common-words.ts'
import { toStem } from './to-stem.ts'

/** A number that a text gives, as a range, and what it counts. */
export interface Figure {
  /** Null where the words give no lower bound: “up to 40”. */
  readonly min: number | null
  /** Null where the words give no upper bound: “at least 12”. */
  readonly max: number | null
  readonly isApproximate: boolean
  /** What is counted, as stems: the words that stand after it, or “kill” where it is a toll. */
  readonly of: readonly string[]
  /** As printed: “at least 12 people”. */
  readonly words: string
}

const units: ReadonlyMap<string, number> = new Map(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, i): [string, number] => [word, i + 1])
    .concat(
      'twenty thirty forty fifty sixty seventy eighty ninety'
        .split(' ')
        .map((word, i): [string, number] => [word, (i + 2) * 10]),
    ),
)
const multipliers: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
])
const atLeast = /(?:at least|more than|over|no fewer than|upwards of|in excess of)$/i
const atMost = /(?:up to|at most|fewer than|less than|under|no more than|nearly|almost)$/i
const about = /(?:about|around|some|roughly|approximately|an estimated|close to|nearly|almost)$/i
const months = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i
/** Tolls are told in many ways: “12 killed”, “killed 12 people”, “12 dead”. */
const tolls: readonly (readonly [string, ReadonlySet<string>])[] = [
  ['kill', new Set(['kill', 'die', 'slay', 'fatality', 'toll'].map(toStem))],
  ['injure', new Set(['injure', 'wound', 'hurt', 'injury'].map(toStem))],
  ['arrest', new Set(['arrest', 'detain', 'detention'].map(toStem))],
  ['displace', new Set(['displace', 'evacuate', 'flee', 'homeless'].map(toStem))],
  ['miss', new Set(['missing', 'unaccounted'].map(toStem))],
]
const skipped = new Set('of the a an other more additional were was had have been be in at and'.split(' '))

/** Finds the numbers that count something; days, years, ages of no noun and numbers of names (“Flight 370”) are none. Linear. */
export function findFigures(text: string): Figure[] {
  const words = [...text.matchAll(/[$€£]?\p{N}+(?:[.,]\p{N}+)*%?|[\p{L}\p{M}]+/gu)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
  const figures: Figure[] = []
  for (let i = 0; i < words.length; i++) {
    const found = numberAt(words, i, text)
    if (found === null) continue
    const { value, to, isMoney, isPercent } = found
    const first = words[i]
    const last = words[to - 1]
    if (!first || !last) continue
    const before = text.slice(Math.max(0, first.start - 24), first.start).trimEnd()
    const of = isMoney ? ['money'] : isPercent ? ['percent', ...countedAt(words, to)] : countedAt(words, to)
    const toll = tolls.find(([, stems]) =>
      words.slice(Math.max(0, i - 3), to + 4).some(({ text: word }) => stems.has(toStem(word))),
    )
    if (toll && !isMoney && !isPercent) of.unshift(toll[0])
    if (of.length > 0) {
      const isApproximate = about.test(before)
      const noun = words[Math.min(words.length - 1, to)]
      figures.push({
        min: atMost.test(before) && !isApproximate ? null : value,
        max: atLeast.test(before) ? null : value,
        isApproximate,
        of,
        words: text.slice(qualifierStart(text, first.start), noun && to < words.length ? noun.end : last.end),
      })
    }
    i = to - 1
  }
  return figures
}

/** From the first word of “at least”, which is two words, or “about”, which is one. */
function qualifierStart(text: string, number: number): number {
  const before = text.slice(Math.max(0, number - 24), number)
  const match =
    /(?:at least|more than|no fewer than|upwards of|in excess of|up to|at most|fewer than|less than|no more than|an estimated|close to|over|under|nearly|almost|about|around|some|roughly|approximately)\s+$/i.exec(
      before,
    )
  return match ? number - before.length + match.index : number
}

interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

function numberAt(words: readonly Word[], i: number, text: string) {
  const word = words[i]
  if (!word) return null
  const lower = word.text.toLowerCase()
  const [previous, next] = [words[i - 1], words[i + 1]]
  let value: number
  const isMoney = /^[$€£]/.test(word.text)
  let isPercent = word.text.endsWith('%')
  if (/\p{Nd}/u.test(word.text)) {
    value = Number(word.text.replace(/[$€£%]/g, '').replace(/,(?=\d{3}(?!\d))/g, ''))
    if (!Number.isFinite(value) || word.text.length > 20) return null
    // “18 November”, “November 18”, “in 2027”; “Flight 370”, “GPT-6”, “Fold8”.
    if (
      (next && months.test(next.text)) ||
      (previous && months.test(previous.text) && timeWords.has(previous.text.toLowerCase()))
    )
      return null
    if (/^(?:19|20)\d\d$/.test(word.text)) return null
    if (
      !isMoney &&
      previous &&
      text.slice(previous.end, word.start).trim() === '' &&
      /^\p{Lu}/u.test(previous.text) &&
      previous.start > 0
    )
      return null
    if (
      text[word.start - 1] === '-' ||
      /\p{L}/u.test(text[word.start - 1] ?? '') ||
      /\p{L}/u.test(text[word.end] ?? '')
    )
      return null
  } else {
    const unit = units.get(lower)
    if (unit !== undefined) value = unit
    else if (lower === 'dozen' || (lower === 'hundreds' && next?.text === 'of'))
      value = lower === 'dozen' ? 12 : 100
    else return null
    // “one” is mostly a pronoun: “one of the officials”.
    if (lower === 'one') return null
    if (lower === 'dozen') return { value, to: i + 1, isMoney, isPercent }
    if (lower === 'hundreds') return null
  }
  let to = i + 1
  for (let k = 0; k < 2; k++) {
    const times = multipliers.get(words[to]?.text.toLowerCase() ?? '')
    if (times === undefined) break
    value *= times
    to++
  }
  if (/^(?:percent|per)$/i.test(words[to]?.text ?? '')) {
    isPercent = true
    to += /^per$/i.test(words[to]?.text ?? '') ? 2 : 1
  }
  // “for 180 days”, “three weeks” are figures of time; ages (“Roake, 58, will”) count nothing.
  return { value, to: Math.min(to, words.length), isMoney, isPercent }
}

/** The first two content words after a number. */
function countedAt(words: readonly Word[], from: number): string[] {
  const stems: string[] = []
  for (let i = from; i < Math.min(words.length, from + 4) && stems.length < 2; i++) {
    const lower = words[i]?.text.toLowerCase() ?? ''
    if (skipped.has(lower)) continue
    stems.push(toStem(lower))
  }
  return stems
}

/** Whether two figures count one thing: both are tolls of one kind, or share a word of what they count. */
export function countAlike(a: Figure, b: Figure): boolean {
  const [isTollA, isTollB] = [a, b].map((figure) => tolls.some(([name]) => figure.of[0] === name))
  if (isTollA || isTollB) return a.of[0] === b.of[0]
  return a.of.some((stem) => b.of.includes(stem))
}

/** How far “about 40” reaches on either side, as a share. */
const tolerance = 0.1

/** Whether two ranges meet: “at least 12” and 15 do, 12 and 15 do not, “about 40” and 41 do. */
export function rangesMeet(a: Pick<Figure, 'min' | 'max' | 'isApproximate'>, b: typeof a): boolean {
  const [lowA, highA] = boundsOf(a)
  const [lowB, highB] = boundsOf(b)
  return lowA <= highB && lowB <= highA
}

function boundsOf({
  min,
  max,
  isApproximate,
}: Pick<Figure, 'min' | 'max' | 'isApproximate'>): [number, number] {
  const slack = isApproximate ? tolerance : 0
  return [
    min === null ? Number.NEGATIVE_INFINITY : min * (1 - slack),
    max === null ? Number.POSITIVE_INFINITY : max * (1 + slack),
  ]
}

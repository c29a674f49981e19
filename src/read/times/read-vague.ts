import { byFirstWord } from './by-first-word.ts'
import { type Found, found } from './moment.ts'
import { isCapital, type TimePage } from './time-page.ts'

export type Reference = 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF'

const table: Readonly<Record<Reference, readonly string[]>> = {
  PRESENT_REF: [
    'now',
    'right now',
    'just now',
    'currently',
    'current',
    'presently',
    'nowadays',
    'at present',
    'at the moment',
    'these days',
    'the present',
  ],
  PAST_REF: [
    'recently',
    'more recently',
    'recent',
    'the past',
    'the recent past',
    'not long ago',
    'long ago',
    'the distant past',
  ],
  FUTURE_REF: [
    'soon',
    'the future',
    'the near future',
    'the foreseeable future',
    'the not too distant future',
    'the immediate future',
    'the near term',
    'the short term',
  ],
}

const phrases = byFirstWord(
  (Object.entries(table) as [Reference, readonly string[]][]).flatMap(([value, list]) =>
    list.map((phrase): [string, Reference] => [phrase, value]),
  ),
)

/** “now”, “recently”, “in the future”: the present, the past or the future, and no day. */
export function readVague(page: TimePage, i: number): Found<Reference> | null {
  const { lower } = page
  for (const { words, value } of phrases.get(lower[i] ?? '') ?? []) {
    if (!words.every((word, k) => lower[i + k] === word)) continue
    const end = i + words.length
    return isTold(page, i, end) ? found(end, value) : null
  }
  return null
}

/** Whether the words tell a time here: not “the past president”, “the Future Party”, “as soon as”, “now that”. */
function isTold(page: TimePage, i: number, end: number): boolean {
  const { lower, tokens } = page
  const word = lower[i] ?? ''
  if (isCapital(page, end - 1) && i > 0 && !/^(?:now|recently|currently|soon)$/.test(word)) return false
  if (word === 'soon') return lower[i + 1] !== 'after' && lower[i - 1] !== 'as' && lower[i - 1] !== 'too'
  if (word === 'now') return lower[i - 1] !== 'from'
  if (lower[end - 1] === 'past' || lower[end - 1] === 'present') return tokens[end - 1]?.upos === 'NOUN'
  if (lower[end - 1] === 'future' || lower[end - 1] === 'term') {
    if (lower[end] === 'of') return false
    return tokens[end - 1]?.upos !== 'ADJ'
  }
  return true
}

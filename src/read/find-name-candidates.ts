import type { CountryName } from '../records/resources.ts'
import { openers, titleModifiers, titles } from './name-words.ts'
import { timeNouns } from './word-classes.ts'

/** Capitalised words that may be a name: a range of a sentence’s tokens. */
export interface NameCandidate {
  readonly from: number
  readonly to: number
  readonly words: readonly string[]
  /** Whether a sentence, a quotation or a clause after a colon begins here, so that the capital proves nothing. */
  readonly opensClause: boolean
  /** The title before the name, in lower case: it makes the name a person’s. */
  readonly title: string | null
}

const joinsAnyName = new Set(['de', 'del', 'da', 'di', 'van', 'von', 'bin', 'ibn', '-'])
const linksBodies =
  /^(?:university|bank|union|united|states|republic|kingdom|court|house|ministry|department|office|council|committee|ministers?|bureau|board|academy|institute|party|front|army|league|organization|organisation|association|federation)$/

/** Finds runs of capitalised words, split where a title stands between two names (“Federal Union President Helen Marsh”). */
export function findNameCandidates(
  words: readonly string[],
  countries: ReadonlyMap<string, CountryName>,
): NameCandidate[] {
  // A line in capitals names nothing by its capitals.
  const letters = words.filter((word) => /\p{L}{2,}/u.test(word))
  if (letters.length > 3 && letters.filter((word) => /^\p{Lu}+$/u.test(word)).length > letters.length / 2)
    return []
  const candidates: NameCandidate[] = []
  for (let i = 0; i < words.length; i++) {
    if (!isNameWord(words[i])) continue
    const to = runEnd(words, i, countries)
    for (const piece of splitAtTitles(words, i, to)) candidates.push(piece)
    i = to - 1
  }
  return candidates
}

function runEnd(words: readonly string[], from: number, countries: ReadonlyMap<string, CountryName>): number {
  let to = from + 1
  while (to < words.length) {
    if (isNameWord(words[to])) to++
    else if (isNameWord(words[to + 1]) && joins(words, from, to, countries)) to += 2
    else break
  }
  return to
}

function joins(
  words: readonly string[],
  from: number,
  at: number,
  countries: ReadonlyMap<string, CountryName>,
): boolean {
  const word = (words[at] ?? '').toLowerCase()
  if (joinsAnyName.has(word)) return true
  if (countries.has(words.slice(from, at + 2).join(' '))) return true
  return (word === 'of' || word === 'for') && linksBodies.test((words[at - 1] ?? '').toLowerCase())
}

function splitAtTitles(words: readonly string[], from: number, to: number): NameCandidate[] {
  const pieces: NameCandidate[] = []
  let start = from
  let title = titleBefore(words, from)
  for (let k = from; k <= to; k++) {
    const titleTo = k < to ? titleEnd(words, k, to) : k
    if (titleTo === k && k < to) continue
    if (k > start) pieces.push(toCandidate(words, start, k, title))
    title = k < to ? bare(words[titleTo - 1]) : null
    start = titleTo
    k = Math.max(k, titleTo - 1)
  }
  return pieces
}

/** Where a title that begins at `k` ends; `k` when none does. “Secretary of State” names an office, not a person’s title. */
function titleEnd(words: readonly string[], k: number, to: number): number {
  let end = k
  while (end < to && titleModifiers.has(bare(words[end]))) end++
  if (end >= to || !titles.has(bare(words[end]))) return k
  while (end < to && titles.has(bare(words[end]))) end++
  return words[end] === 'of' && end < to ? k : end
}

function toCandidate(
  words: readonly string[],
  from: number,
  to: number,
  title: string | null,
): NameCandidate {
  return { from, to, words: words.slice(from, to), opensClause: opensClause(words, from), title }
}

const bare = (word: string | undefined) => (word ?? '').toLowerCase().replace(/\.$/, '')

/** “the foreign minister, Tomás Arce” and “spokeswoman Ana Petrov”. */
function titleBefore(words: readonly string[], from: number): string | null {
  const before = bare(words[from - 1])
  return titles.has(before) && /^\p{Ll}/u.test(words[from - 1] ?? '') ? before : null
}

function opensClause(words: readonly string[], at: number): boolean {
  const first = words.findIndex((word) => /[\p{L}\p{N}]/u.test(word))
  return at === first || /^[“"‘:(—–]$/.test(words[at - 1] ?? '')
}

function isNameWord(word: string | undefined): boolean {
  return (
    word !== undefined &&
    /^\p{Lu}[\p{L}\p{M}.’'\d]*$/u.test(word) &&
    word !== 'I' &&
    !timeNouns.has(word.toLowerCase()) &&
    !/^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?$/i.test(word)
  )
}

/** The candidate without a first word that only opens its clause: “But Veresk” is “Veresk”, “The” is nothing. */
export function withoutOpener(
  candidate: NameCandidate,
  namesInside: ReadonlySet<string>,
  countries: ReadonlyMap<string, CountryName>,
): NameCandidate | null {
  if (!candidate.opensClause && !openers.has(bare(candidate.words[0]))) return candidate
  const [first = ''] = candidate.words
  if (openers.has(bare(first))) {
    const words = candidate.words.slice(1)
    return isNameWord(words[0]) ? { ...candidate, from: candidate.from + 1, words } : null
  }
  if (candidate.words.length > 1 || candidate.title) return candidate
  return namesInside.has(first) || countries.has(first) || /^\p{Lu}{2,}$/u.test(first) ? candidate : null
}

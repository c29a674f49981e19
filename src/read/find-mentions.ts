import type { Mention, Sentence } from '../records/reading.ts'
import type { CountryName } from '../records/resources.ts'
import { findNameCandidates, type NameCandidate, withoutOpener } from './find-name-candidates.ts'
import { belongsToState, bodyWords, placeWords } from './name-words.ts'

interface NamedCandidate {
  readonly start: number
  readonly end: number
  readonly name: string
  /** What this place in the text shows the name to be; null when it shows nothing. */
  readonly shows: Mention['type'] | null
}

/**
 * Finds names by their capitals, the gazetteer, the titles before them and what belongs to them, in order.
 *
 * What one place shows (“San Telmo’s ambassador”, “in Tarn”) holds for the name throughout the article. A short
 * form (“Veresk”) takes the fullest name that the article gives (“Anton Veresk”) as its entity.
 */
export function findMentions(
  text: string,
  sentences: readonly Sentence[],
  countries: ReadonlyMap<string, CountryName>,
): Mention[] {
  const named = findNamed(text, sentences, countries)
  const types = settleTypes(named)
  const fullNames = findFullNames(named, types)
  return named.map(({ start, end, name }) => {
    const country = countries.get(toKey(name))
    const type = types.get(toKey(name)) ?? 'MISC'
    // A capital that stands for its government stays itself: “Caracas” is not yet Venezuela.
    const entity =
      country && country.as !== 'capital' && type !== 'PER'
        ? country.country.name
        : (fullNames.get(name) ?? toKey(name))
    return { start, end, type: fullNames.has(name) ? 'PER' : type, entity, role: null, confidence: null }
  })
}

function findNamed(
  text: string,
  sentences: readonly Sentence[],
  countries: ReadonlyMap<string, CountryName>,
): NamedCandidate[] {
  const perSentence = sentences.map((sentence) => {
    const words = sentence.tokens.map((token) => text.slice(token.start, token.end))
    return { sentence, words, candidates: findNameCandidates(words, countries) }
  })
  const namesInside = new Set(
    perSentence.flatMap(({ candidates }) =>
      candidates.flatMap((candidate) => (candidate.opensClause ? [] : candidate.words)),
    ),
  )
  return perSentence.flatMap(({ sentence, words, candidates }) =>
    candidates.flatMap((candidate) => {
      const trimmed = withoutOpener(candidate, namesInside, countries)
      const first = trimmed && sentence.tokens[trimmed.from]
      const last = trimmed && sentence.tokens[trimmed.to - 1]
      if (!trimmed || !first || !last) return []
      const name = text.slice(first.start, last.end)
      return [
        { start: first.start, end: last.end, name, shows: whatIsShown(name, trimmed, words, countries) },
      ]
    }),
  )
}

/** Names are compared as a dictionary prints them: “SELGRAD” in a dateline is “Selgrad”, “ ’ ” one apostrophe. */
function toKey(name: string): string {
  const plain = name.replaceAll("'", '’')
  if (!/^\p{Lu}{4,}(?: \p{Lu}+)*$/u.test(plain)) return plain
  return plain.replace(/\p{L}+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase())
}

function whatIsShown(
  name: string,
  candidate: NameCandidate,
  words: readonly string[],
  countries: ReadonlyMap<string, CountryName>,
): Mention['type'] | null {
  const country = countries.get(toKey(name))
  if (candidate.title && candidate.words.length <= 4) return 'PER'
  if (country) return country.as === 'demonym' ? 'MISC' : 'GPE'
  const lower = candidate.words.map((word) => word.toLowerCase())
  if (lower.some((word) => bodyWords.has(word))) return 'ORG'
  if (placeWords.has(lower.at(-1) ?? '')) return 'LOC'
  const before = (words[candidate.from - 1] ?? '').toLowerCase()
  const next = (words[candidate.to] ?? '').toLowerCase()
  const afterPossessive = (words[candidate.to + 1] ?? '').toLowerCase()
  if (/^['’]s?$/.test(next) && belongsToState.has(afterPossessive)) return 'GPE'
  const officeOf = `${(words[candidate.from - 2] ?? '').toLowerCase()} ${before}`
  if (/^(?:president|government|capital|republic|ambassador|embassy|envoy) (?:of|to|in)$/.test(officeOf))
    return 'GPE'
  if (candidate.from === 0 && /^[/,(—–-]$/.test(next) && /^\p{Lu}{4,}/u.test(name)) return 'GPE'
  if (/^(?:in|near|toward|towards|into|throughout|from)$/.test(before) && candidate.words.length <= 2)
    return 'GPE'
  if (/^\p{Lu}{2,5}s?$/u.test(name)) return 'ORG'
  if (/^(?:who|said|says|told|asked|added|whose)$/.test(next) && candidate.words.length >= 2) return 'PER'
  return null
}

/** The kind that most places show for a name; of equal ones the first shown. Two to four capitals are a person’s name when nothing speaks against it. */
function settleTypes(named: readonly NamedCandidate[]): ReadonlyMap<string, Mention['type']> {
  const votes = new Map<string, Map<Mention['type'], number>>()
  for (const { name, shows } of named) {
    const tally = votes.get(toKey(name)) ?? new Map<Mention['type'], number>()
    votes.set(toKey(name), tally)
    if (shows) tally.set(shows, (tally.get(shows) ?? 0) + 1)
  }
  return new Map(
    [...votes].map(([name, tally]) => {
      const [best] = [...tally].sort((a, b) => b[1] - a[1])
      if (best) return [name, best[0]] as const
      const words = name.split(' ')
      return [
        name,
        words.length >= 2 && words.length <= 4 && !/ (?:of|for) /.test(name) ? 'PER' : 'MISC',
      ] as const
    }),
  )
}

/** “Veresk” is “Anton Veresk” where the article names just one person so. */
function findFullNames(
  named: readonly NamedCandidate[],
  types: ReadonlyMap<string, Mention['type']>,
): ReadonlyMap<string, string> {
  const bySurname = new Map<string, Set<string>>()
  for (const { name } of named) {
    const parts = toKey(name).split(' ')
    const surname = parts.at(-1)
    if (types.get(toKey(name)) !== 'PER' || parts.length < 2 || !surname) continue
    bySurname.set(surname, (bySurname.get(surname) ?? new Set()).add(toKey(name)))
  }
  return new Map(
    [...bySurname].flatMap(([surname, full]) => {
      const [only] = full
      return full.size === 1 && only ? [[surname, only] as const, [only, only] as const] : []
    }),
  )
}

import type { Mention, Sentence } from '../records/reading.ts'
import type { CountryName } from '../records/resources.ts'
import { findAcronyms } from './find-acronyms.ts'
import { findNameCandidates, type NameCandidate, withoutOpener } from './find-name-candidates.ts'
import { findRole } from './find-roles.ts'
import { joinNames, type PlacedName } from './join-names.ts'
import { belongsToState, bodyWords, placeWords } from './name-words.ts'
import type { Networks } from './neural/open-networks.ts'
import { splitTitledNames } from './split-titled-names.ts'
import { toNameKey } from './to-name-key.ts'

interface NamedCandidate {
  readonly sentence: number
  readonly from: number
  readonly to: number
  readonly name: string
  /** What this place in the text shows the name to be; null when it shows nothing. */
  readonly shows: Mention['type'] | null
}

/**
 * Finds names, in order: with networks, what they find joined with the gazetteer and the rest of the article; without,
 * by capitals, the gazetteer, the titles before them and what belongs to them.
 *
 * A short form (“Veresk”, “IEF”) takes the fullest name that the article gives (“Anton Veresk”, “International Energy
 * Forum”) as its entity. The role beside a person’s name is no part of it.
 */
export function findMentions(
  text: string,
  sentences: readonly Sentence[],
  countries: ReadonlyMap<string, CountryName>,
  networks: Networks | null,
): Mention[] {
  const words = sentences.map(({ tokens }) => tokens.map(({ start, end }) => text.slice(start, end)))
  const ruled = nameByRules(text, sentences, words, countries)
  const joined = networks
    ? joinNames({ text, sentences, countries }, networks.findNames(words), ruled)
    : ruled
  const names = splitTitledNames(joined, words)
  const fullNames = findFullNames(names)
  const acronyms = findAcronyms(
    text,
    names.map((name) => ({ ...name, end: sentences[name.sentence]?.tokens[name.to - 1]?.end ?? 0 })),
  )
  return names.flatMap(({ sentence, from, to, name, type, confidence }) => {
    const tokens = sentences[sentence]?.tokens ?? []
    const [first, last] = [tokens[from], tokens[to - 1]]
    if (!first || !last) return []
    const isPerson = type === 'PER' || (confidence === null && fullNames.has(name))
    const country = countries.get(toNameKey(name))
    // A capital that stands for its government stays itself: “Caracas” is not yet Venezuela.
    const entity =
      country && country.as !== 'capital' && !isPerson
        ? country.country.name
        : ((isPerson ? fullNames : acronyms).get(name) ?? toNameKey(name))
    const role = isPerson ? findRole({ words: words[sentence] ?? [], tokens }, { from, to }) : null
    return [
      { start: first.start, end: last.end, type: isPerson ? 'PER' : type, entity, role, confidence } as const,
    ]
  })
}

/** What one place shows (“San Telmo’s ambassador”, “in Tarn”) holds for the name throughout the article. */
function nameByRules(
  text: string,
  sentences: readonly Sentence[],
  words: readonly (readonly string[])[],
  countries: ReadonlyMap<string, CountryName>,
): PlacedName[] {
  const named = findNamed(text, sentences, words, countries)
  const types = settleTypes(named)
  return named.map(({ sentence, from, to, name }) => ({
    sentence,
    from,
    to,
    name,
    type: types.get(toNameKey(name)) ?? 'MISC',
    confidence: null,
  }))
}

function findNamed(
  text: string,
  sentences: readonly Sentence[],
  words: readonly (readonly string[])[],
  countries: ReadonlyMap<string, CountryName>,
): NamedCandidate[] {
  const perSentence = words.map((own) => findNameCandidates(own, countries))
  const namesInside = new Set(
    perSentence.flatMap((candidates) =>
      candidates.flatMap((candidate) => (candidate.opensClause ? [] : candidate.words)),
    ),
  )
  return perSentence.flatMap((candidates, sentence) =>
    candidates.flatMap((candidate) => {
      const trimmed = withoutOpener(candidate, namesInside, countries)
      const first = trimmed && sentences[sentence]?.tokens[trimmed.from]
      const last = trimmed && sentences[sentence]?.tokens[trimmed.to - 1]
      if (!trimmed || !first || !last) return []
      const name = text.slice(first.start, last.end)
      const shows = whatIsShown(name, trimmed, words[sentence] ?? [], countries)
      return [{ sentence, from: trimmed.from, to: trimmed.to, name, shows }]
    }),
  )
}

function whatIsShown(
  name: string,
  candidate: NameCandidate,
  words: readonly string[],
  countries: ReadonlyMap<string, CountryName>,
): Mention['type'] | null {
  const country = countries.get(toNameKey(name))
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
    const tally = votes.get(toNameKey(name)) ?? new Map<Mention['type'], number>()
    votes.set(toNameKey(name), tally)
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

/** “Veresk” is “Anton Veresk” where the article names just one person so; by every form of the name. */
function findFullNames(names: readonly PlacedName[]): ReadonlyMap<string, string> {
  const bySurname = new Map<string, Set<string>>()
  for (const { name, type } of names) {
    const parts = toNameKey(name).split(' ')
    const surname = parts.at(-1)
    if (type !== 'PER' || parts.length < 2 || !surname) continue
    bySurname.set(surname, (bySurname.get(surname) ?? new Set()).add(toNameKey(name)))
  }
  return new Map(
    [...bySurname].flatMap(([surname, full]) => {
      const [only] = full
      return full.size === 1 && only ? [[surname, only] as const, [only, only] as const] : []
    }),
  )
}

import type { Mention, Sentence } from '../records/reading.ts'
import type { CountryName } from '../records/resources.ts'
import { placeWords, titleModifiers, titles } from './name-words.ts'
import type { Name } from './neural/open-names.ts'
import { toNameKey } from './to-name-key.ts'
import type { TokenRange } from './token-range.ts'

/** A name in a sentence, before the article as a whole has settled who it is. */
export interface PlacedName extends TokenRange {
  /** Index of its sentence. */
  readonly sentence: number
  readonly name: string
  readonly type: Mention['type']
  /** The network’s calibrated probability; null where a rule found the name. */
  readonly confidence: number | null
}

/** From here on a name that the network found in one place is one in the article’s other places too. */
const sure = 0.8
/**
 * Under this, what the rest of the article says of the same name outweighs the network.
 *
 * 0.9: CoNLL-2003 93.89 → 93.99, politics 80.02 → 80.05 on dev; “Veresk” beside “Anton Veresk” is no company.
 */
const firm = 0.9

interface Page {
  readonly text: string
  readonly sentences: readonly Sentence[]
  readonly countries: ReadonlyMap<string, CountryName>
}

/**
 * Joins the network’s names with what the gazetteer and the rest of the article say: a country is one wherever it
 * stands, a place that acts is told from one that does not, a title is no part of a name, and a name found surely in
 * one place is found in the others.
 */
export function joinNames(
  page: Page,
  found: readonly (readonly Name[])[],
  ruled: readonly PlacedName[],
): PlacedName[] {
  const placed = found.flatMap((names, sentence) => names.flatMap((name) => placeName(name, sentence, page)))
  const known = typesElsewhere(placed)
  const settled = placed.map((name) => {
    const elsewhere = known.get(toNameKey(name.name))
    return elsewhere && (name.confidence ?? 1) < firm && !isCountry(name, page)
      ? { ...name, type: elsewhere }
      : name
  })
  const taken = new Map<number, PlacedName[]>()
  for (const name of settled) {
    const own = taken.get(name.sentence)
    if (own) own.push(name)
    else taken.set(name.sentence, [name])
  }
  const added = ruled.flatMap((name) => {
    const type = isCountry(name, page)
      ? name.type
      : (known.get(toNameKey(name.name)) ?? (takesPart(name, page) ? name.type : undefined))
    const isTaken = taken.get(name.sentence)?.some((other) => meet(other, name)) === true
    return type && !isTaken ? [{ ...name, type }] : []
  })
  return [...settled, ...added].sort((a, b) => a.sentence - b.sentence || a.from - b.from)
}

function placeName({ from, to, type, confidence }: Name, sentence: number, page: Page): PlacedName[] {
  const tokens = page.sentences[sentence]?.tokens ?? []
  const words = tokens.slice(from, to).map(({ start, end }) => page.text.slice(start, end))
  const start = type === 'PER' ? from + titleLength(words) : from
  const first = tokens[start]
  const last = tokens[to - 1]
  if (!first || !last) return []
  const name = page.text.slice(first.start, last.end)
  const before = tokens[start - 1]
  // “the state news agency Belta” is no place, however it sounds.
  const isBody = before !== undefined && bodiesByName.test(page.text.slice(before.start, before.end))
  const settled = isBody && (type === 'GPE' || type === 'LOC') ? 'ORG' : settlePlace(name, type, page)
  return [{ from: start, to, sentence, name, type: settled, confidence }]
}

/** What stands right before the name of a body. */
const bodiesByName = /^(?:agency|newspaper|daily|broadcaster|company|party|network|channel|newswire)$/

/** “President Anton Veresk”: the title is his role. A name that is nothing but titles (“Pope”) keeps its words. */
function titleLength(words: readonly string[]): number {
  let length = 0
  const bare = (word: string | undefined) => (word ?? '').toLowerCase().replace(/\.$/, '')
  while (titleModifiers.has(bare(words[length])) || titles.has(bare(words[length]))) length++
  return length < words.length && titles.has(bare(words[length - 1])) ? length : 0
}

/** GPE and LOC are one in what the network learnt names from: the gazetteer and a name’s last word tell them apart. */
function settlePlace(name: string, type: Mention['type'], { countries }: Page): Mention['type'] {
  const country = countries.get(toNameKey(name))
  if (country && type !== 'PER' && type !== 'ORG') return country.as === 'demonym' ? 'MISC' : 'GPE'
  if (type !== 'GPE' && type !== 'LOC') return type
  const words = name.toLowerCase().split(/\s+/)
  return words.some((word) => placeWords.has(word)) || regions.test(name) ? 'LOC' : 'GPE'
}

/** Parts of the world that no government speaks for. */
const regions =
  /^(?:(?:North|South|East|West|Central|Latin|Southeast|Northern|Southern|Eastern|Western)(?:ern)? )?(?:Europe|Asia|Africa|America|Americas|Caribbean|Balkans|Baltics?|Arctic|Antarctica?|Atlantic|Pacific|Mediterranean|Middle East|Far East|Midwest|Sahel|Sahara|Caucasus|Alps|Andes|Himalayas|Levant|Maghreb|Scandinavia|Siberia|Earth|Mars)$/

const isCountry = ({ name }: PlacedName, { countries }: Page) => countries.has(toNameKey(name))
/** Whether the parse too takes a name for one, and for one who acts or is acted on: the capitals of a heading are none. */
function takesPart({ sentence, from, to }: PlacedName, { sentences }: Page): boolean {
  const tokens = sentences[sentence]?.tokens.slice(from, to) ?? []
  return (
    tokens.every(({ upos }) => upos === 'PROPN') &&
    tokens.some(({ deprel }) => /^(?:nsubj|obj|iobj)/.test(deprel))
  )
}
const meet = (a: TokenRange, b: TokenRange) => a.from < b.to && b.from < a.to

/** What the article as a whole says a name is: the type with the most probability behind it, where the network is sure once. */
function typesElsewhere(placed: readonly PlacedName[]): ReadonlyMap<string, Mention['type']> {
  const weights = new Map<string, Map<Mention['type'], number>>()
  const surest = new Map<string, number>()
  for (const { name, type, confidence } of placed) {
    const key = toNameKey(name)
    const own = weights.get(key) ?? new Map<Mention['type'], number>()
    own.set(type, (own.get(type) ?? 0) + (confidence ?? 0))
    weights.set(key, own)
    surest.set(key, Math.max(surest.get(key) ?? 0, confidence ?? 0))
  }
  const types = new Map<string, Mention['type']>()
  for (const [key, own] of weights) {
    const [best, next] = [...own].sort((one, other) => other[1] - one[1])
    if (best && ((surest.get(key) ?? 0) >= sure || next)) types.set(key, best[0])
  }
  // “Anton Veresk” makes “Veresk” a person too.
  for (const [key, type] of [...types]) {
    const surname = key.split(' ').at(-1) ?? ''
    if (type === 'PER' && surname !== key) types.set(surname, type)
  }
  return types
}

import type { Mention } from '../../records/reading.ts'
import type { CountryName, Gender } from '../../records/resources.ts'
import { bodyWords } from '../name-words.ts'
import { toNameKey } from '../to-name-key.ts'
import { subjectOf } from './binding.ts'
import { nameOf } from './find-genders.ts'
import type { NounPhrase } from './find-phrases.ts'
import { genderOfNoun, isPersonNoun } from './person-nouns.ts'
import { type Discourse, describeBy, newReferent, type Referent, setGender } from './referent.ts'
import { relationOf, type SentenceParts } from './sentence-parts.ts'

/** What names and their genders are looked up in. */
export interface NamePage {
  readonly text: string
  readonly mentions: readonly Mention[]
  readonly genders: ReadonlyMap<string, Gender>
  readonly countries: ReadonlyMap<string, CountryName>
}

const kinds = { PER: 'person', ORG: 'body', GPE: 'place', LOC: 'thing', MISC: 'thing' } as const

/** What bears a person’s name and is none: “the film Veresk”. */
const works = new Set(
  `film movie novel book album song single ship boat play series show magazine newspaper company hurricane storm opera
  painting poem game case`.split(/\s+/),
)

/**
 * Finds whom a named phrase speaks of, or takes it in as somebody new; learns what stands beside the name.
 *
 * @param countryBeside whose leader a bare role makes: of “President Veresk returned to Morvenia”; ISO 3166-1 alpha-3.
 */
export function introduceName(
  discourse: Discourse,
  page: NamePage,
  phrase: NounPhrase & { readonly mention: number },
  countryBeside: string | null,
): Referent {
  const mention = page.mentions[phrase.mention] as Mention
  const name = nameOf(page.text, mention)
  const isBeside = phrase.head < phrase.from
  // “Kenyans” and “Kenyan” have the country’s name and are not the country.
  const key = mention.type === 'MISC' ? `${name} (MISC)` : name
  let referent = discourse.byName.get(key)
  if (!referent) {
    const isWork = isBeside && works.has(phrase.noun)
    // “Oh God, he is here”: an exclamation far more often than anybody.
    const isNobody = name === 'God'
    referent = newReferent(phrase.isPlural ? 'group' : isWork || isNobody ? 'thing' : kinds[mention.type])
    discourse.byName.set(key, referent)
  }
  referent.mention = phrase.mention
  setGender(discourse, referent, page.genders.get(name) ?? null)
  if (isBeside || (referent.kind !== 'person' && /\s/.test(name)))
    describeBy(discourse, referent, phrase.noun)
  if (referent.kind === 'place') describePlace(discourse, referent, name, page.countries)
  const ofCountry = countryBehind(page, phrase.mention) ?? countryBeside
  if (mention.role)
    describeByRole(
      discourse,
      referent,
      page.text.slice(mention.role.start, mention.role.end),
      page,
      ofCountry,
    )
  return referent
}

/** “President Alexander Lukashenko of Belarus”: ISO 3166-1 alpha-3. */
function countryBehind({ text, mentions, countries }: NamePage, index: number): string | null {
  const [mention, next] = [mentions[index], mentions[index + 1]]
  if (!mention || !next || text.slice(mention.end, Math.min(next.start, mention.end + 5)) !== ' of ')
    return null
  return countries.get(toNameKey(text.slice(next.start, next.end)))?.country.iso3 ?? null
}

function describePlace(
  discourse: Discourse,
  referent: Referent,
  name: string,
  countries: ReadonlyMap<string, CountryName>,
): void {
  const known = countries.get(toNameKey(name))
  const nouns =
    known?.as === 'name' ? ['country', 'nation'] : known?.as === 'capital' ? ['city', 'capital'] : []
  for (const noun of nouns) describeBy(discourse, referent, noun)
}

/** “US Deputy Secretary of Energy”: he is the secretary, the US secretary, the deputy secretary. */
function describeByRole(
  discourse: Discourse,
  referent: Referent,
  role: string,
  { countries }: NamePage,
  countryBeside: string | null,
): void {
  const words = role.split(/\s+|(?=['’]s?\b)/).slice(0, 14)
  let isBehind = false
  let country = countryBeside
  for (const [i, word] of words.entries()) {
    const lower = word.toLowerCase()
    if (/^(?:of|for|to|in|at|from|on)$/.test(lower)) isBehind = true
    referent.qualifiers.add(lower)
    for (const written of [word, `${word} ${words[i + 1]}`]) {
      country = countries.get(toNameKey(written))?.country.iso3 ?? country
    }
    // “a spokesman for the president” is no president; “king’s envoy” no king.
    if (!isBehind && isPersonNoun(lower) && !/^['’]/.test(words[i + 1] ?? ''))
      describeBy(discourse, referent, lower)
  }
  if (country) referent.qualifiers.add(country)
}

/**
 * Takes in a common noun: somebody new; null where it says what somebody is (“Arce is the envoy”, “Arce, the envoy”),
 * which it then describes.
 */
export function introduceNoun(
  discourse: Discourse,
  { tokens, verbs, predicates }: SentenceParts,
  { head, noun, isPlural }: NounPhrase,
  referents: ReadonlyMap<number, Referent>,
): Referent | null {
  const token = tokens[head]
  const relation = relationOf(token)
  const host = predicates.has(head)
    ? verbs.subjects.get(head)
    : relation === 'xcomp'
      ? subjectOf(tokens, token?.head ?? -1, verbs)
      : relation === 'appos'
        ? token?.head
        : undefined
  const subject = host === undefined ? undefined : referents.get(host)
  if (subject) {
    if (!isPlural && subject.kind === (isPersonNoun(noun) ? 'person' : bodyWords.has(noun) ? 'body' : null)) {
      describeBy(discourse, subject, noun)
      setGender(discourse, subject, genderOfNoun(noun))
    }
    return null
  }
  const referent = newReferent(isPlural ? 'group' : isPersonNoun(noun) ? 'person' : 'thing', {
    gender: genderOfNoun(noun),
  })
  if (isPlural) referent.nouns.add(noun)
  else describeBy(discourse, referent, noun)
  return referent
}

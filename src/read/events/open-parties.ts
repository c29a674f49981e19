import type { Codebook, PeopleKind } from '../../records/codebook.ts'
import type { Mention, Participant, Reference } from '../../records/reading.ts'
import type { CountryName } from '../../records/resources.ts'
import type { Span } from '../../records/span.ts'
import type { Actors } from '../actors/open-actors.ts'
import { firstIndex } from '../first-index.ts'
import { toNameKey } from '../to-name-key.ts'
import { nounRange } from './noun-range.ts'
import type { Tree } from './open-tree.ts'

/** One who may take part in an event, and what kind. */
export interface Party {
  /** The token that the words depend from, in its sentence. */
  readonly head: number
  readonly kind: PeopleKind | 'person' | 'body' | 'country' | 'place'
  readonly participant: Participant
}

/** Who the words of one sentence mean. */
export interface Parties {
  /** The one whom the noun at a token means, with the words before it; null when it means nobody that takes part. */
  partyOf(i: number): Party | null
  /** The same, and one for each where several are told: “French and Italian ships”. */
  partiesOf(i: number): Party[]
  /** Everybody that a noun is said to belong to, `ownerOf` first: “its Federal Union partners”. */
  ownersOf(i: number): Party[]
  /** The country that a noun is said to belong to (“Russian”, “of Aldany”), as a party of its own; null for none. */
  ownerOf(i: number): Party | null
}

export interface PartyAnnotations {
  readonly mentions: readonly Mention[]
  readonly references: readonly Reference[]
  /** Who is who; null where no stage has looked. */
  readonly cast: Actors | null
}

/** Those who lead a country and stand for its government. */
const heads = /^(?:president|leader|minister|premier|chancellor|government|official|envoy|delegation)$/
const measures =
  /^(?:dozen|score|hundred|thousand|million|number|group|member|handful|series|mission|crowd|team|patch|contingent|deployment|leader|chief|head|rest|half|majority|most|some|many|ten|several|all|unit|position|part|troops|pair|convoy|wave)s?$/
const bodies =
  /^(?:United Nations|U\.?N\.?|NATO|OSCE|OPEC|IAEA|EU|E\.?U\.?|EC|European (?:Union|Community|Commission|Parliament|Council)|African Union|Arab League|Security Council|.*\bSecurity Council|Red Cross|World Bank|International .*|IMF|WHO|UNHCR|Amnesty.*|Human Rights Watch|Asia-Pacific .*|APEC|ASEAN|World .* Organi[sz]ation|Commonwealth)\b/

/** Opens the parties of a text; `in` gives those of one sentence, each looked up once. */
export function openParties(
  text: string,
  { mentions, references, cast }: PartyAnnotations,
  countries: ReadonlyMap<string, CountryName>,
  codebook: Codebook,
) {
  const countryOfWords = (words: string) => countries.get(toNameKey(words))?.country.iso3 ?? null
  const countryByEntity = new Map<string, string>()
  const publicEntities = new Set<string>()
  for (const mention of mentions) {
    if (mention.type !== 'PER' || mention.entity === null || mention.role === null) continue
    const role = text.slice(mention.role.start, mention.role.end)
    const country = countryInWords(role, countryOfWords)
    if (country && !countryByEntity.has(mention.entity)) countryByEntity.set(mention.entity, country)
    publicEntities.add(mention.entity)
  }
  const ofEntity = (entity: string | null) =>
    entity === null ? null : (countryOfWords(entity) ?? countryByEntity.get(entity) ?? null)
  const inside = <Found extends Span>(found: readonly Found[], start: number, end: number) =>
    found.slice(
      firstIndex(found, (span) => span.start >= start),
      firstIndex(found, (span) => span.start >= end),
    )

  return {
    /** Whether the article says what a person is: “President Veresk”. */
    isPublic: (entity: string | null) => entity !== null && publicEntities.has(entity),
    in(tree: Tree): Parties {
      const { sentence } = tree.view
      const own = inside(mentions, sentence.start, sentence.end)
      const referring = inside(references, sentence.start, sentence.end)
      const mentionAt = new Map<number, Mention>()
      const startOf = new Map(sentence.tokens.map((token, i) => [token.start, i] as const))
      for (const mention of own) {
        let i = startOf.get(mention.start) ?? -1
        while (i !== -1 && (sentence.tokens[i]?.end ?? Number.POSITIVE_INFINITY) <= mention.end)
          mentionAt.set(i++, mention)
      }
      const known = new Map<number, Party | null>()

      function partyOf(i: number): Party | null {
        const found = known.get(i)
        if (found !== undefined) return found
        known.set(i, null)
        if (i < tree.start) return null // the dateline’s
        const party = findParty(i)
        known.set(i, party)
        return party
      }

      function findParty(i: number): Party | null {
        const party = findNamed(i)
        if (!cast) return party
        if (!party) return byOffice(i)
        const { participant } = party
        const named = cast.participant(wholeOf(i, participant))
        // “the ambassador in Selgrad, Ana Petrov”: what she is stands at the head.
        const described = named?.code
          ? null
          : cast.participant(spanOfRange(nounRange(tree, i)) ?? participant)
        const known = described?.code
          ? {
              ...described,
              entity: named?.entity ?? participant.entity,
              actor: named?.actor ?? described.actor,
            }
          : named
        if (!known) return party
        return {
          ...party,
          participant: {
            ...participant,
            entity: known.entity ?? participant.entity,
            country: known.country ?? participant.country,
            code: toCode(known.code, participant),
            actor: known.actor,
          },
        }
      }

      /** “a policeman”, “the gendarmes”: an office that the people’s table has not. */
      function byOffice(i: number): Party | null {
        const token = sentence.tokens[i]
        // “an Iranian missile” is nobody; whose it is is asked for apart.
        const isThing = codebook.things.get('weapons')?.has(tree.lemmas[i] ?? '') === true
        const isNoun = token !== undefined && /^(?:NOUN|PROPN)$/.test(token.upos) && !isThing
        const span = isNoun ? spanOfRange(nounRange(tree, i)) : null
        const code = (span && cast?.codeOf(span)) ?? null
        const kind = code === null ? null : kindOfCode(code)
        const known = span && kind ? cast?.participant(span) : null
        return known && kind ? { head: i, kind, participant: known } : null
      }

      function spanOfRange({ from, to }: { from: number; to: number }): Span | null {
        const [first, last] = [sentence.tokens[from], sentence.tokens[to - 1]]
        return first && last ? { start: first.start, end: last.end } : null
      }

      function bySpeaker(i: number): Party | null {
        const speaker = tree.speakerFor(i)
        const party = speaker === -1 ? null : partyOf(speaker)
        return party && { ...party, head: i }
      }

      /** The words with what says whose they are: “the president of Aldany”, “the rights group Veresk Watch”. */
      function wholeOf(i: number, span: Span): Span {
        let end = span.end
        const next = mentionAt.get(startOf.get(end + 1) ?? -1)
        if (
          next &&
          /^(?:ORG|PER)$/.test(next.type) &&
          next.start === end + 1 &&
          codebook.people.has(tree.lemmas[i] ?? '')
        )
          end = next.end
        for (const child of (tree.children[i] ?? []).slice(0, 12)) {
          if (child < i || !/^(?:nmod|flat|appos)$/.test(tree.view.deprels[child] ?? '')) continue
          const last = (tree.subtreeEnd[child] ?? child + 1) - 1
          if (last - i > 12 || !/^(?:of|in|from|for|to|)$/.test(tree.prepositionOf(child))) break
          end = Math.max(end, sentence.tokens[last]?.end ?? end)
        }
        return { start: span.start, end }
      }

      function findNamed(i: number): Party | null {
        const token = sentence.tokens[i]
        if (!token) return null
        const reference = referring.find((each) => each.start <= token.start && each.end >= token.end)
        if (token.upos === 'PRON') return reference ? byReference(i, reference) : bySpeaker(i)
        if (!/^(?:NOUN|PROPN|NUM|ADJ|X|DET|SYM)$/.test(token.upos)) return null
        const range = nounRange(tree, i)
        const span = {
          start: sentence.tokens[range.from]?.start ?? token.start,
          end: sentence.tokens[range.to - 1]?.end ?? token.end,
        }
        const mention = mentionAt.get(i) ?? nameBeside(i, range)
        const lemma = tree.lemmas[i] ?? ''
        if (mention) {
          const country = ofMention(mention) ?? countryIn(range, i) ?? countryBehind(i)
          const name = text.slice(mention.start, mention.end)
          if (bodies.test(mention.entity ?? name))
            return toParty(i, 'body', mention, mention.entity, null, 'IGO')
          switch (mention.type) {
            case 'PER':
              return toParty(i, 'person', mention, mention.entity, country)
            case 'GPE':
              return toParty(i, 'country', mention, mention.entity, country)
            case 'ORG':
              return toParty(i, 'body', mention, mention.entity, country)
            case 'MISC':
              if (countryOfWords(name)) {
                // “the Albanians of Serbia”, “ethnic Albanians” are not Albania’s.
                const isEthnic = tree.view.lower.slice(range.from, i).includes('ethnic')
                const home = countryBehind(i) ?? (isEthnic ? null : country)
                return toParty(i, 'group', span, mention.entity, home)
              }
              break
            case 'LOC':
              return toParty(i, 'place', mention, mention.entity, country)
          }
        }
        const kind = codebook.people.get(lemma.replace(/^ex-/, ''))
        if (kind) {
          const bodyName = inRange(range, (k) => {
            const each = mentionAt.get(k)
            return each && bodies.test(each.entity ?? '') ? each : null
          })
          if (bodyName) return toParty(i, kind, span, bodyName.entity, null, 'IGO')
          const entity = reference
            ? (mentions[reference.mention]?.entity ?? null)
            : text.slice(span.start, span.end).replace(/^(?:the|an?|some|its|his|her|their)\s+/i, '')
          return toParty(i, kind, span, entity, countryIn(range, i) ?? countryBehind(i))
        }
        if (measures.test(lemma) || token.upos === 'NUM') {
          const of = (tree.children[i] ?? []).find(
            (child) =>
              child > i &&
              tree.view.deprels[child] === 'nmod' &&
              /^(?:of|from)$/.test(tree.prepositionOf(child)),
          )
          const counted = of === undefined ? null : partyOf(of)
          if (counted) return { ...counted, head: i }
          if (token.upos === 'NUM' && of === undefined && /^(?:obj|nsubj:pass|conj)$/.test(token.deprel))
            return toParty(i, 'victim', token, null, null)
        }
        return countryOfWords(text.slice(token.start, token.end)) && /^(?:NOUN|PROPN)$/.test(token.upos)
          ? toParty(
              i,
              'country',
              token,
              text.slice(token.start, token.end),
              countryOfWords(text.slice(token.start, token.end)),
            )
          : null
      }

      /** “Syrian officer Khaled Arce”: a name in apposition, or a title before it that the parse made the head. */
      function nameBeside(i: number, range: { from: number; to: number }): Mention | undefined {
        const beside = (tree.children[i] ?? []).find((child) => {
          const relation = tree.view.deprels[child] ?? ''
          return /^(?:flat|appos)$/.test(relation) && mentionAt.get(child)?.type === 'PER'
        })
        if (beside !== undefined) return mentionAt.get(beside)
        const next = mentionAt.get(range.to)
        return next?.type === 'PER' &&
          tree.view.heads[range.to] === i &&
          tree.view.deprels[range.to] === 'nmod' &&
          tree.prepositionOf(range.to) === ''
          ? next
          : undefined
      }

      const ofMention = (mention: Mention) => {
        // Jim Jordan is no country.
        if (mention.type === 'PER') return countryByEntity.get(mention.entity ?? '') ?? null
        const words = text.slice(mention.start, mention.end)
        return (
          countryOfWords(words) ??
          ofEntity(mention.entity) ??
          (mention.type === 'LOC' ? null : countryInWords(words, countryOfWords))
        )
      }

      function byReference(i: number, reference: Reference): Party | null {
        const mention = mentions[reference.mention]
        const token = sentence.tokens[i]
        if (!mention || !token) return null
        const kind = { PER: 'person', ORG: 'body', GPE: 'country', LOC: 'place', MISC: 'group' } as const
        const isBody = bodies.test(mention.entity ?? '')
        return toParty(
          i,
          kind[mention.type],
          token,
          mention.entity,
          isBody ? null : ofMention(mention),
          isBody ? 'IGO' : undefined,
        )
      }

      const countryAt = (k: number) => {
        if (tree.view.lower[k - 1] === 'ethnic') return null // Albania’s are other Albanians
        const mention = mentionAt.get(k)
        const token = sentence.tokens[k]
        const ofName = mention === undefined ? null : ofMention(mention)
        // “from Calgary”: a town that the gazetteer knows.
        if (ofName === null && mention?.type === 'GPE') return cast?.countryOf(mention) ?? null
        if (ofName !== null || !token || !/^\p{Lu}/u.test(text.charAt(token.start))) return ofName
        return countryOfWords(text.slice(token.start, token.end))
      }

      function countryIn(range: { from: number; to: number }, head: number): string | null {
        return inRange(range, (k) => (k === head ? null : countryAt(k)))
      }

      /** “the president of Aldany”, “rebels in Aldany”; not “the ambassador to Aldany”. */
      function countryBehind(i: number): string | null {
        for (const child of (tree.children[i] ?? []).slice(0, 12)) {
          const relation = tree.view.deprels[child] ?? ''
          if (relation === 'appos') {
            const country = countryIn(nounRange(tree, child), -1)
            if (country) return country
          }
          if (
            relation !== 'nmod' ||
            !/^(?:of|in|from|throughout|operating in)$/.test(tree.prepositionOf(child))
          )
            continue
          const country = countryAt(child) ?? countryIn(nounRange(tree, child), child)
          if (country) return country
        }
        return null
      }

      function partiesOf(i: number): Party[] {
        const party = partyOf(i)
        if (!party) return []
        const { participant } = party
        const countries = joinedCountries(i)
        const behind = countries.length < 2 ? countriesBehind(i) : []
        if (behind.length > 1) {
          const roles = heads.test(tree.lemmas[i] ?? '') ? 'GOV' : ''
          return behind.map((country) => ({
            ...party,
            participant: { ...participant, country, code: country + roles, actor: null },
          }))
        }
        if (countries.length < 2 || participant.country === null) return [party]
        const roles = participant.code?.startsWith(participant.country) ? participant.code.slice(3) : ''
        return countries.map((country) =>
          country === participant.country
            ? party
            : { ...party, participant: { ...participant, country, code: country + roles, actor: null } },
        )
      }

      /** “the presidents of Aldany and Veresk” */
      function countriesBehind(i: number): string[] {
        if (!/Number=Plur/.test(sentence.tokens[i]?.features ?? '')) return []
        for (const child of tree.children[i] ?? []) {
          if (child < i || tree.view.deprels[child] !== 'nmod' || tree.prepositionOf(child) !== 'of') continue
          const joined = (tree.children[child] ?? []).filter((k) => tree.view.deprels[k] === 'conj')
          const all = joined.length === 0 ? [] : [child, ...joined].map(countryAt)
          return all.every((country) => country !== null) ? [...new Set(all)] : []
        }
        return []
      }

      /** “French and Italian ships”: the countries of adjectives that are joined. */
      function joinedCountries(i: number): string[] {
        for (const child of tree.children[i] ?? []) {
          if (child > i || !/^(?:amod|compound)$/.test(tree.view.deprels[child] ?? '')) continue
          const joined = (tree.children[child] ?? []).filter((k) => k < i && tree.view.deprels[k] === 'conj')
          const all = [child, ...joined].map(countryAt)
          const told = all.filter((country) => country !== null)
          if (told.length > 1 && told.length === all.length) return [...new Set(told)]
          // “Sierra Leonean and Liberian”: the name of the first runs over two words.
          const own = joined.map(countryAt).find((country) => country !== null)
          const before = own ? inRange({ from: tree.subtreeStart[i] ?? i, to: child + 1 }, countryAt) : null
          if (own && before && own !== before) return [before, own]
        }
        return []
      }

      const ownerOf = (i: number): Party | null => ownersOf(i)[0] ?? null

      function ownersOf(i: number): Party[] {
        return (tree.children[i] ?? []).flatMap((child) => {
          if (child > i || !/^(?:nmod:poss|amod|compound|nmod)$/.test(tree.view.deprels[child] ?? ''))
            return []
          // “the Norwegian and Danish offers”
          const joined = (tree.children[child] ?? []).filter(
            (k) => k < i && tree.view.deprels[k] === 'conj' && tree.view.deprels[child] === 'amod',
          )
          return [child, ...joined].flatMap((each) => ownerAt(each) ?? [])
        })
      }

      function ownerAt(child: number): Party | null {
        const party = tree.view.deprels[child] === 'nmod:poss' ? partyOf(child) : null
        if (party) return party
        // “on the Thai border” is not in Thailand, nor Thailand’s alone.
        const isBorder = /^(?:border|frontier)$/.test(tree.lemmas[tree.view.heads[child] ?? -1] ?? '')
        const country = isBorder && tree.view.deprels[child] === 'amod' ? null : countryAt(child)
        const mention = mentionAt.get(child)
        const token = sentence.tokens[child]
        if (mention && bodies.test(mention.entity ?? ''))
          return toParty(child, 'body', mention, mention.entity, null, 'IGO')
        if (country && token && mention?.type !== 'PER')
          return toParty(child, 'country', mention ?? token, mention?.entity ?? null, country)
        // “a rebel stronghold”, “an army base”
        const isKind =
          tree.view.deprels[child] === 'compound' &&
          (codebook.people.get(tree.lemmas[child] ?? '') === 'armed' ||
            /^(?:army|police|navy)$/.test(tree.lemmas[child] ?? ''))
        if (isKind && !mention) return partyOf(child)
        if (mention?.type === 'PER' || mention?.type === 'ORG')
          return toParty(
            child,
            mention.type === 'PER' ? 'person' : 'body',
            mention,
            mention.entity,
            ofMention(mention),
          )
        return null
      }

      return { partyOf, partiesOf, ownerOf, ownersOf }
    },
  }
}

/** The code that the cast knows; where it knows only what they are (“---GOV”), of the country that stands beside. */
function toCode(known: string | null, { code, country }: Participant): string | null {
  if (known === null) return code
  if (!known.startsWith('---')) return known
  if (country !== null) return country + known.slice(3)
  return code === null || code.startsWith('---') ? known : code + known.slice(3)
}

/** What kind somebody’s roles make them; null for those who do nothing that is coded. */
function kindOfCode(code: string): PeopleKind | null {
  const roles = /(?:REB|UAF|SEP|INS|CRM)/.test(code)
  if (roles) return 'armed'
  if (/(?:GOV|MIL|COP|JUD|LEG|SPY)/.test(code)) return 'state'
  return /(?:OPP|PTY|LAB|EDU|REL|NGO|AGR)/.test(code) ? 'group' : null
}

function toParty(
  head: number,
  kind: Party['kind'],
  span: Span,
  entity: string | null,
  country: string | null,
  code: string | null = country,
): Party {
  return { head, kind, participant: { start: span.start, end: span.end, entity, country, code, actor: null } }
}

function inRange<Found>(
  { from, to }: { from: number; to: number },
  find: (k: number) => Found | null,
): Found | null {
  for (let k = from; k < to; k++) {
    const found = find(k)
    if (found) return found
  }
  return null
}

function countryInWords(words: string, countryOfWords: (words: string) => string | null): string | null {
  const parts = words
    .split(/[\s,]+/)
    .map((part) => part.replace(/['’]s?$/, ''))
    .slice(0, 8)
  for (let k = 0; k < parts.length; k++) {
    const country = countryOfWords(parts.slice(k, k + 2).join(' ')) ?? countryOfWords(parts[k] ?? '')
    if (country) return country
  }
  return null
}

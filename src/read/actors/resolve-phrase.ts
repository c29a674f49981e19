import type { KnownName } from '../../records/gazetteer.ts'
import { acts } from './acts.ts'
import { countPeople } from './count-people.ts'
import { findOffice, type PlacedOffice } from './find-office.ts'
import type { FoundActor } from './found-actor.ts'
import { openPeople, type People } from './open-people.ts'
import { type Page, type PlacedMention, tokensOf } from './page.ts'
import { type Phrase, phraseOf, toPhrase } from './phrase.ts'
import {
  formerBefore,
  isListed,
  isPlausible,
  isPossessor,
  isPrefix,
  keyOfSpan,
  leads,
  mentionIn,
  nameHead,
  nextBreak,
  ofState,
  opensList,
  portfolios,
  qualities,
  quantities,
  speeches,
} from './phrase-rules.ts'
import { joinRoles, noStanding, type Standing, termAt, toStanding } from './standing.ts'

/** Says whom a phrase means; null where it means nobody that acts. */
export type Resolve = (phrase: Phrase) => FoundActor | null

/** How deep owners own: “the spokesman of the ministry of the government of …”. */
const deepest = 4

/** Opens what resolves the phrases of one article. */
export function openResolver(page: Page): Resolve {
  const people: People = openPeople(page, (phrase) => describe(phrase, 0))

  function resolve(phrase: Phrase, depth = 0): FoundActor | null {
    if (depth > deepest) return null
    const { sentence, head } = phrase
    const referred = referredBy(phrase, head)
    if (referred) return byMention(referred, depth)
    if (isListed(phrase, page)) return null
    const counted = behindQuantity(phrase)
    if (counted) {
      const actor = resolve(counted, depth + 1)
      const count = countPeople(sentence, phrase.from, counted.from)
      return actor && { ...actor, count: count ?? actor.count }
    }
    const mention = mentionIn(phrase, head)
    if (mention?.mention.type === 'PER') return people.person(mention)
    const apposed = nameBehind(phrase)
    if (apposed?.mention.type === 'PER') return people.person(apposed, phrase)
    return (
      byName(phrase, depth) ??
      (apposed ? byName({ ...phrase, head: apposed.to - 1 }, depth) : null) ??
      (mention && isOwnName(phrase, mention) ? byMentionedName(phrase, mention, depth) : null) ??
      byOffice(phrase, depth) ??
      byMentionedName(phrase, apposed ?? mention ?? null, depth) ??
      bySpeech(phrase, depth)
    )
  }

  /** “she”, “the envoy”: whom coreference found. */
  function referredBy({ sentence, from, to }: Phrase, k: number): PlacedMention | null {
    const reference = sentence.referenceAt[k]
    return reference && reference.from >= from && reference.to <= to ? placed(reference.mention) : null
  }

  function placed(index: number): PlacedMention | null {
    const mention = page.mentions[index]
    const sentence = mention && page.sentenceAt(page.indexAt(mention.start))
    const range = sentence && tokensOf(sentence.sentence, mention)
    return range ? (sentence.mentionAt[range.from] ?? null) : null
  }

  function byMention(mention: PlacedMention, depth: number): FoundActor | null {
    if (mention.mention.type === 'PER') return people.person(mention)
    const phrase = toPhrase(page, mention.mention)
    return phrase && resolve(phrase, depth + 1)
  }

  /** A name of the gazetteer that ends with the head. */
  function byName(phrase: Phrase, depth: number): FoundActor | null {
    const { sentence, head } = phrase
    const known = sentence.knownAt[head]
    if (!known || known.from < phrase.from || known.to > phrase.to) return null
    const mention = mentionIn(phrase, head)
    // “Bank of Georgia”, “Ana Jordan”: a country inside a longer name is not who is meant.
    if (
      mention &&
      (mention.from < known.from || mention.to > known.to) &&
      /^(?:PER|ORG)$/.test(mention.mention.type)
    )
      return null
    const plausible = known.names.filter((name) => isPlausible(name, mention, phrase))
    const candidates = settleHomonyms(plausible)
    // “SPLM” was a rebel army and is a party now: the one that the day knows goes first.
    const dated = candidates.find(({ actor }) => termAt(actor, page.day) !== null)
    for (const name of dated ? [dated, ...candidates] : candidates) {
      const actor = meant(name, phrase, known.from, depth)
      if (actor) return withOwner(actor, phrase, known.from, depth)
    }
    return null
  }

  let seen: ReadonlyMap<string, Set<'home' | 'place'>> | null = null
  /** “Georgia” is a state of the United States where the article names other places there and nothing else of Georgia. */
  function settleHomonyms(names: readonly KnownName[]): readonly KnownName[] {
    const place = names.find(({ as }) => as === 'place')
    const home = names.find(({ as }) => as === 'name')
    const [inside, own] = [place, home].map((name) => name?.actor.terms[0]?.country ?? '')
    if (!place || !home || inside === own) return names
    seen ??= whereabouts()
    return seen.get(inside ?? '')?.has('place') && !seen.has(own ?? '') ? [place] : [home]
  }

  /** Of which countries the article names places, and which by name, demonym or capital; homonyms aside. */
  function whereabouts(): ReadonlyMap<string, Set<'home' | 'place'>> {
    const found = new Map<string, Set<'home' | 'place'>>()
    for (const index of page.sentences.keys()) {
      for (const { names } of page.sentenceAt(index)?.known ?? []) {
        const countries = new Set(names.map(({ actor }) => actor.terms[0]?.country ?? ''))
        const [country = ''] = countries
        if (countries.size > 1 || country === '') continue
        const own = found.get(country) ?? new Set()
        found.set(country, own.add(names.some(({ as }) => as === 'place') ? 'place' : 'home'))
      }
    }
    return found
  }

  function meant(name: KnownName, phrase: Phrase, from: number, depth: number): FoundActor | null {
    const { actor, as } = name
    if (actor.kind === 'person') return null
    const term = termAt(actor, page.day) ?? actor.terms.at(-1)
    if (!term) return null
    const isPeople = actor.kind === 'group' && as === 'demonym'
    const standing = isPeople
      ? { ...noStanding, country: term.country, base: term.country, people: term.code }
      : toStanding(term)
    const base: FoundActor = {
      key: `known:${actor.kind}:${actor.name}`,
      kind:
        actor.kind === 'any'
          ? standing.base === standing.country && standing.roles === ''
            ? 'country'
            : 'body'
          : actor.kind,
      name: actor.name,
      role: term.role,
      standing,
      wikidata: actor.wikidata,
      count: null,
      basis: 'gazetteer',
      office: null,
    }
    if (actor.kind === 'country') {
      if (as === 'government' || (as === 'capital' && acts(phrase))) return government(base)
      if (as === 'demonym') {
        const count = countPeople(phrase.sentence, phrase.from, from)
        // “a Belarusian” is one, the “Saudi” of “a Saudi official” is not.
        const isOne = depth === 0 && count?.max === 1
        return {
          ...base,
          key: isOne ? keyOfSpan(phrase) : `people:${term.country}`,
          kind: isOne ? 'unnamed' : 'group',
          name: isOne ? null : actor.name,
          standing: isOne ? { ...standing, roles: 'CVL' } : standing,
          count,
        }
      }
    }
    return base
  }

  const government = (country: FoundActor): FoundActor => ({
    ...country,
    key: `government:${country.standing.country}`,
    role: 'government',
    standing: { ...country.standing, roles: 'GOV' },
    office: 'government',
  })

  /** “Turkish Kurds”, “Christians in Iraq”: whose people they are stands beside them. */
  function withOwner(actor: FoundActor, phrase: Phrase, from: number, depth: number): FoundActor {
    const isEthnic = actor.kind === 'group' && phrase.sentence.lower[from - 1] === 'ethnic'
    const isPeople = actor.standing.people !== '' && actor.standing.country === null
    // “the Albanians of southern Serbia” live there.
    const abroad =
      actor.key.startsWith('people:') && !isEthnic ? ownerBehind(phrase, phrase.head + 1, depth, null) : null
    const isAbroad =
      abroad !== null && abroad.kind === 'country' && abroad.standing.country !== actor.standing.country
    if (!isEthnic && !isPeople && !isAbroad) return actor
    const owner = isAbroad
      ? abroad
      : ownerOf(phrase, isEthnic ? from - 1 : from, phrase.head + 1, depth, null)
    // “ethnic Albanians” are no Albanian citizens.
    const standing = {
      ...(owner?.standing ?? noStanding),
      roles: owner?.standing.roles || 'CVL',
      people: isEthnic || isAbroad ? (actor.standing.country ?? '') : actor.standing.people,
    }
    return { ...actor, key: `${actor.key}:${isEthnic}:${owner?.key ?? ''}`, standing }
  }

  /** “Venezuela’s ambassador to Russia”, “two officials”, “the police”. */
  function byOffice(phrase: Phrase, depth: number): FoundActor | null {
    const office = officeOf(phrase)
    if (!office) return null
    // “a foreign government” belongs to nobody told.
    const isForeign = phrase.sentence.lower[office.from - 1] === 'foreign'
    const owner = isForeign ? null : ownerOf(phrase, office.from, office.to, depth, office)
    return people.described({ phrase, office, owner, standing: standingOf(office, owner, phrase) })
  }

  function standingOf(placed: PlacedOffice, owner: FoundActor | null, phrase: Phrase): Standing {
    const { office } = placed
    const isFormer = office.is === 'person' && formerBefore(phrase)
    const roles = ofState(phrase, placed) ? `GOV${office.roles.replace('GOV', '')}` : office.roles
    if (!owner) return { ...noStanding, roles: isFormer ? 'ELI' : office.standsAlone ? roles : '' }
    const { standing } = owner
    if (isFormer) return { ...standing, base: standing.country ?? standing.base, roles: 'ELI' }
    const isOfCountry = owner.kind === 'country' || owner.key.startsWith('people:')
    const own = isOfCountry && standing.base === standing.country ? { ...standing, roles: '' } : standing
    if (office.inherits)
      return own.base !== null && own.roles === '' && own.base === own.country ? joinRoles(own, roles) : own
    // “a military analyst” is no soldier.
    if (roles === '' && owner.office !== null && owner.kind !== 'person') return { ...own, roles: '' }
    // “rebel forces” are rebels, “opposition lawmakers” are both.
    if (/^(?:REB|UAF)/.test(own.roles) && roles === 'MIL') return own
    if (own.roles === 'OPP') return joinRoles(own, roles.replace(/GOV/g, ''))
    if (owner.kind === 'person') return { ...own, roles: roles || own.roles }
    return joinRoles({ ...own, roles: '' }, roles || own.roles)
  }

  /** Whom an office belongs to: what stands before it (“Venezuela’s”, “the army”), else behind (“of Armenia”). */
  function ownerOf(
    phrase: Phrase,
    from: number,
    to: number,
    depth: number,
    office: PlacedOffice | null,
  ): FoundActor | null {
    if (depth >= deepest) return null
    const before = ownerBefore(phrase, from, depth, office)
    if (before && before.standing.base !== null) return before
    const behind = ownerBehind(phrase, to, depth, office)
    if (!before || !behind) return before ?? behind
    // “Druze inhabitants of Syria” are Syria’s, and Druze; “army officers in Mali” are Mali’s army.
    const { roles, people } = before.standing
    const standing = joinRoles(
      behind.standing.base === behind.standing.country ? { ...behind.standing, roles: '' } : behind.standing,
      roles,
    )
    return { ...behind, kind: before.kind, standing: { ...standing, people: people || standing.people } }
  }

  function ownerBefore(
    phrase: Phrase,
    office: number,
    depth: number,
    placed: PlacedOffice | null,
  ): FoundActor | null {
    const { sentence } = phrase
    const isPortfolio = placed !== null && portfolios.test(sentence.lower[placed.head] ?? '')
    let unknown: FoundActor | null = null
    for (let k = office - 1; k >= phrase.from && k >= office - 12; k--) {
      if (isPrefix(sentence, k)) continue
      const referred = referredBy(phrase, k)
      if (referred) return byMention(referred, depth + 1)
      const mention = sentence.mentionAt[k]
      const known = sentence.knownAt[k]
      const named = mention ?? known
      const isOffice =
        !qualities.test(sentence.lower[k] ?? '') &&
        findOffice(sentence, k, phrase.from, page.gazetteer) !== null
      if (!named && !isOffice) continue
      // The “Labour” of “Labour Minister” is no party.
      if (
        isPortfolio &&
        !known?.names.some(({ actor, as }) => actor.kind === 'country' || as === 'place') &&
        !isPossessor(sentence, k)
      )
        continue
      const inner = phraseOf(sentence, phrase.from, k + 1, k)
      const owner = inner && resolve(inner, depth + 1)
      if (owner && owner.standing.base !== null) return owner
      unknown ??= owner
      if (mention && mention.to <= k + 1 && mention.from >= phrase.from) k = mention.from
    }
    return unknown
  }

  function ownerBehind(
    phrase: Phrase,
    after: number,
    depth: number,
    office: PlacedOffice | null,
  ): FoundActor | null {
    const { sentence, head } = phrase
    const { tokens } = sentence.sentence
    for (let k = after; k < phrase.to - 1; k++) {
      const token = tokens[k]
      if (token?.upos !== 'ADP') continue
      const governor = tokens[token.head]
      if (k !== after && governor?.head !== head && sentence.lower[k - 1] !== 'based') continue
      const isBased = sentence.lower[k - 1] === 'based' && sentence.lower[k] === 'in'
      if (!isBased && !leads(sentence.lower[k] ?? '', office)) continue
      const inner = phraseOf(sentence, k + 1, nextBreak(sentence, k + 1, phrase.to))
      // “the leaders of Aldany, Morvenia and San Telmo” are none of theirs alone.
      if (!inner || opensList(inner)) continue
      const owner = resolve(inner, depth + 1)
      if (owner) return owner
    }
    return null
  }

  let states: ReadonlySet<string> | null = null
  /** Whether the article shows that a place is a state: “Morvenia’s ambassador”, “the president of Morvenia”. */
  function isState(entity: string): boolean {
    states ??= new Set(
      page.mentions.flatMap(({ start, end, type, entity: own }) =>
        type === 'GPE' &&
        own !== null &&
        (/^['’]s? (?:\p{L}+ )?(?:president|prime|premier|government|ambassador|embassy|envoy|foreign|parliament|army|navy|military)\b/u.test(
          page.text.slice(end, end + 48),
        ) ||
          /\b(?:president|minister|government|ambassador|embassy|envoy|kingdom|republic) (?:of|in|to) (?:the )?$/i.test(
            page.text.slice(Math.max(0, start - 32), start),
          ))
          ? [own]
          : [],
      ),
    )
    return states.has(entity)
  }

  /** The last resort: a name that the article alone gives. */
  function byMentionedName(phrase: Phrase, mention: PlacedMention | null, depth: number): FoundActor | null {
    if (!mention || mention.mention.type === 'LOC' || mention.mention.type === 'MISC') return null
    const { mention: name } = mention
    const entity = name.entity ?? page.text.slice(name.start, name.end)
    const isPlace = name.type === 'GPE'
    const base: FoundActor = {
      key: `name:${entity}`,
      kind: isPlace ? 'country' : 'body',
      name: entity,
      role: null,
      standing: noStanding,
      wikidata: null,
      count: null,
      basis: 'article',
      office: null,
    }
    if (isPlace) return isState(entity) ? base : { ...base, kind: 'body' }
    const k = nameHead(phrase.sentence, mention)
    const office = findOffice(phrase.sentence, k, mention.from, page.gazetteer)
    if (office) {
      const inner = phraseOf(phrase.sentence, Math.min(phrase.from, mention.from), mention.to, k)
      const owner = inner && ownerOf(inner, office.from, office.to, depth + 1, office)
      return { ...base, standing: standingOf(office, owner, phrase), office: office.office.class }
    }
    const owner = ownerBefore(phrase, mention.from, depth + 1, null)
    return owner ? { ...base, standing: { ...owner.standing, roles: '' } } : base
  }

  /** “the National Weather Service” has a name of its own, “the Foreign Ministry” has its office for one. */
  function isOwnName(phrase: Phrase, { from, to, mention }: PlacedMention): boolean {
    if (mention.type !== 'ORG' || to - from < 2) return false
    const office = officeOf(phrase)
    return office !== null && office.from > from
  }

  /** “Marsh’s remarks”, “a memo by Marsh”: who spoke or wrote. */
  function bySpeech({ sentence, from, to, head }: Phrase, depth: number): FoundActor | null {
    if (!speeches.test(sentence.lower[head] ?? '')) return null
    for (let k = head - 1; k > from; k--) {
      if (!/^['’]s?$/.test(sentence.lower[k] ?? '')) continue
      const owner = phraseOf(sentence, from, k)
      return owner && resolve(owner, depth + 1)
    }
    if (sentence.lower[head + 1] !== 'by') return null
    const author = phraseOf(sentence, head + 2, nextBreak(sentence, head + 2, to))
    return author && resolve(author, depth + 1)
  }

  /** What a role beside a name says: an office, with its owner. */
  function describe(phrase: Phrase, depth: number): { office: string; standing: Standing } | null {
    const office = officeOf(phrase)
    if (!office) return null
    const owner = ownerOf(phrase, office.from, office.to, depth, office)
    return { office: office.office.class, standing: standingOf(office, owner, phrase) }
  }

  /** The office at a phrase’s head; where the parse takes “Secretary” for that of “Secretary-General”, the whole. */
  function officeOf({ sentence, from, to, head }: Phrase): PlacedOffice | null {
    for (let k = Math.min(head + 2, to - 1); k > head; k--) {
      const office = findOffice(sentence, k, from, page.gazetteer)
      if (office && office.from <= head) return office
    }
    return findOffice(sentence, head, from, page.gazetteer)
  }

  /** “dozens of protesters”, “a group of lawmakers”: the ones that are counted. */
  function behindQuantity({ sentence, from, to, head }: Phrase): Phrase | null {
    if (!quantities.test(sentence.lower[head] ?? '')) return null
    const of = sentence.lower.indexOf('of', head)
    return of !== -1 && of <= head + 2 && of + 1 < to && of >= from ? phraseOf(sentence, of + 1, to) : null
  }

  /** A name right behind its description: “state-run news agency Belta”, “the foreign minister, Tomás Arce”. */
  function nameBehind({ sentence, head, to }: Phrase): PlacedMention | null {
    const { tokens } = sentence.sentence
    const at = sentence.lower[head + 1] === ',' ? head + 2 : head + 1
    const mention = sentence.mentionAt[at]
    if (!mention || mention.from !== at || mention.from >= to || !/^(?:PER|ORG)$/.test(mention.mention.type))
      return null
    const isApposed = at === head + 1 || /^(?:appos|flat)/.test(tokens[mention.from]?.deprel ?? '')
    return isApposed && findOffice(sentence, head, 0, page.gazetteer) ? mention : null
  }

  return (phrase) => resolve(phrase)
}

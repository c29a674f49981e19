import type { KnownName } from '../../records/gazetteer.ts'
import type { Span } from '../../records/span.ts'
import { acts } from './acts.ts'
import { countPeople } from './count-people.ts'
import { findOffice, type PlacedOffice } from './find-office.ts'
import type { FoundActor } from './found-actor.ts'
import { openPeople, type People } from './open-people.ts'
import { type ActorSentence, type Page, type PlacedMention, tokensOf } from './page.ts'
import { type Phrase, phraseOf, toPhrase } from './phrase.ts'
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
    if (!isEthnic && !isPeople) return actor
    const owner = ownerOf(phrase, isEthnic ? from - 1 : from, phrase.head + 1, depth, null)
    // “ethnic Albanians” are no Albanian citizens.
    const standing = {
      ...(owner?.standing ?? noStanding),
      roles: owner?.standing.roles || 'CVL',
      people: isEthnic ? (actor.standing.country ?? '') : actor.standing.people,
    }
    return { ...actor, key: `${actor.key}:${isEthnic}:${owner?.key ?? ''}`, standing }
  }

  /** “Venezuela’s ambassador to Russia”, “two officials”, “the police”. */
  function byOffice(phrase: Phrase, depth: number): FoundActor | null {
    const office = officeOf(phrase)
    if (!office) return null
    const owner = ownerOf(phrase, office.from, office.to, depth, office)
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

const quantities =
  /^(?:dozens?|scores?|hundreds?|thousands?|millions?|group|groups|number|numbers|handful|majority|couple|pair|trio|some|many|most|several|one|two|three|four|five|six|few|all|both|each|none|half|part|crowds?|members?)$/

/** “Marsh and Veresk”: several actors are no one of them; “helicopters and tanks” are one force. */
function isListed({ sentence, to, head }: Phrase, { gazetteer }: Page): boolean {
  const { tokens } = sentence.sentence
  const nameEnd = Math.max(sentence.mentionAt[head]?.to ?? 0, sentence.knownAt[head]?.to ?? 0, head + 1)
  for (let k = nameEnd; k < to; k++) {
    if (tokens[k]?.head !== head || !/^conj/.test(tokens[k]?.deprel ?? '')) continue
    const isNamed = sentence.mentionAt[k] !== undefined || sentence.mentionAt[head] !== undefined
    const [one, other] = [head, k].map((at) => findOffice(sentence, at, at, gazetteer)?.office)
    if (isNamed || one?.is !== 'group' || one.roles !== other?.roles) return true
  }
  return false
}

/** Whether a name behind the phrase is joined to its head. */
function opensList({ sentence, to, head }: Phrase): boolean {
  const { tokens } = sentence.sentence
  for (let k = to; k < Math.min(tokens.length, to + 12); k++)
    if (tokens[k]?.head === head && /^conj/.test(tokens[k]?.deprel ?? '') && sentence.mentionAt[k])
      return true
  return false
}

/** Adjectives that are offices as nouns: “the national security adviser”. */
const qualities = /^(?:national|public|local|general|special|religious|academic|criminal|extremist)$/

/** The mention that a token is part of, where all of it lies in the phrase. */
function mentionIn({ sentence, from, to }: Phrase, k: number): PlacedMention | undefined {
  const mention = sentence.mentionAt[k]
  return mention && mention.from >= from && mention.to <= to ? mention : undefined
}

/** The word of a body’s name that says what it is: “Union” of “Union of Dockers”, else the last. */
function nameHead({ lower }: ActorSentence, { from, to }: PlacedMention): number {
  for (let k = from + 1; k < to; k++) if (/^(?:of|for|in|on)$/.test(lower[k] ?? '')) return k - 1
  return to - 1
}

const speeches =
  /^(?:remarks?|comments?|statements?|speech|speeches|tweets?|posts?|letters?|memos?|e-?mails?|messages?|testimony|address|words|interview|op-ed|article|book|column|reports?|study|survey|poll|announcement|warnings?|claims?|accusations?|declaration)$/

/** Words whose own portfolio stands before them: “Labour Minister”. */
const portfolios =
  /^(?:ministers?|secretary|secretaries|ministry|ministries|department|committee|commission|subcommittee|board|panel)$/

const isPossessor = ({ lower }: ActorSentence, k: number) => /^['’]s?$/.test(lower[k + 1] ?? '')

/** Whether a name of the gazetteer can be meant here: a common word needs the reader to have found a name in it. */
function isPlausible(
  { actor, as, written }: KnownName,
  mention: PlacedMention | undefined,
  phrase: Phrase,
): boolean {
  if (as !== 'name' || /^(?:country|person|any)$/.test(actor.kind)) return as !== 'surname'
  const type = mention?.mention.type
  if (type === 'LOC' || type === 'PER') return false
  const isCommon = /^\p{Lu}\p{Ll}+$/u.test(written)
  const isBusiness = actor.kind === 'outlet' || actor.terms.some(({ code }) => /(?:BUS|PTY|LEG)$/.test(code))
  return (
    !isCommon ||
    !isBusiness ||
    type === 'ORG' ||
    type === 'MISC' ||
    (type === undefined && isDescribed(phrase))
  )
}

/** “the newspaper Sabah”, “the company Meta”. */
const isDescribed = ({ sentence, head }: Phrase) =>
  /^(?:agency|newspaper|daily|broadcaster|company|party|network|channel|magazine|website|firm|giant)$/.test(
    sentence.lower[head - 1] ?? '',
  )

/** “state media”, “the state-run news agency”, “an official newspaper”: the state speaks through them. */
function ofState({ sentence: { lower }, from }: Phrase, { office, from: at }: PlacedOffice): boolean {
  if (!/^(?:MED|BUS)$/.test(office.roles)) return false
  for (let k = at - 1; k >= from && k >= at - 6; k--) {
    if (/^(?:state|government)(?:$|-)/.test(lower[k] ?? ''))
      return (
        k === at - 1 ||
        /^-?(?:run|owned|controlled|backed|funded)?$/.test((lower[k + 1] ?? '').replace(/^[-–]$/, ''))
      )
    if (lower[k] === 'official' && office.roles === 'MED') return true
  }
  return false
}

const former = /^(?:former|ex|ousted|deposed|onetime|erstwhile|disgraced|late|retired|exiled|toppled)$/

function formerBefore({ sentence, from, head }: Phrase): boolean {
  for (let k = head - 1; k >= from && k >= head - 8; k--)
    if (former.test(sentence.lower[k] ?? '')) return true
  return false
}

/** “US-backed rebels” are not America’s. */
const isPrefix = ({ lower }: ActorSentence, k: number) =>
  /^[-–]$/.test(lower[k + 1] ?? '') &&
  /(?:ed|led|run|born|based|speaking|owned|held|made|built)$/.test(lower[k + 2] ?? '')

/** Whether a preposition leads to whom an office belongs to; an ambassador’s “to” leads to where they are sent. */
function leads(preposition: string, placed: PlacedOffice | null): boolean {
  if (preposition === 'of') return true
  const roles = placed?.office.roles ?? ''
  if (roles.endsWith('DIP')) return false
  if (preposition === 'for' || preposition === 'with' || preposition === 'at')
    return placed?.office.inherits === true || roles === 'EDU' || roles === 'MED'
  if (preposition === 'from') return true
  // “an aide to the president”
  if (preposition === 'to') return /^(?:aide|advis[eo]r)$/.test(placed?.office.class ?? '')
  return /^(?:in|throughout|across|inside|within)$/.test(preposition) && roles !== 'MIL' && roles !== 'MED'
}

/** Where a phrase behind a preposition ends: at a comma or a clause. */
function nextBreak({ sentence, lower }: ActorSentence, from: number, to: number): number {
  for (let k = from; k < to; k++) {
    const upos = sentence.tokens[k]?.upos ?? ''
    if (/^[,;:()–—]$/.test(lower[k] ?? '') || /^(?:who|which|that)$/.test(lower[k] ?? '')) return k
    if (k > from && /^(?:VERB|AUX|SCONJ)$/.test(upos)) return k
    if (k > from && upos === 'ADP' && lower[k] !== 'of') return k
  }
  return to
}

/** A key that no other phrase shares. */
export function keyOfSpan({ sentence, from }: Phrase): string {
  return `span:${sentence.sentence.tokens[from]?.start ?? -1}`
}

/** The words of a range of tokens. */
export function spanOfTokens(sentence: ActorSentence, from: number, to: number): Span | null {
  const first = sentence.sentence.tokens[from]
  const last = sentence.sentence.tokens[to - 1]
  return first && last && from < to ? { start: first.start, end: last.end } : null
}

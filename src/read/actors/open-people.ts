import { foldName } from '../../records/fold-name.ts'
import type { KnownActor, KnownName } from '../../records/gazetteer.ts'
import type { Actor } from '../../records/reading.ts'
import { countPeople } from './count-people.ts'
import type { PlacedOffice } from './find-office.ts'
import type { FoundActor } from './found-actor.ts'
import type { Page, PlacedMention } from './page.ts'
import { type Phrase, phraseOf, toPhrase } from './phrase.ts'
import { noStanding, type Standing, termAt, toStanding } from './standing.ts'

/** What a role beside a name says. */
interface Described {
  readonly office: string
  readonly standing: Standing
}

interface ByOffice {
  readonly phrase: Phrase
  readonly office: PlacedOffice
  readonly owner: FoundActor | null
  readonly standing: Standing
}

/** The people of an article: those named, and those whom their offices tell. */
export interface People {
  /** Who a person’s name means; `phrase` may describe them: “the foreign minister, Tomás Arce”. */
  person(mention: PlacedMention, phrase?: Phrase): FoundActor
  /** Who or what an office means: its named holder, where the article names just one. */
  described(found: ByOffice): FoundActor
}

const congress: Standing = { ...noStanding, country: 'USA', base: 'USA', roles: 'LEG' }

/** How many people’s roles may lead from one to the next: “an aide to the brother of …”. */
const deepest = 4

/** Opens the people of an article; `describe` says what a role’s words mean. */
export function openPeople(page: Page, describe: (phrase: Phrase) => Described | null): People {
  const byEntity = new Map<string, FoundActor>()
  let rolesOf: Map<string, Phrase[]> | null = null
  let holders: FoundActor[] | null = null
  let labelled: Set<string> | null = null

  /** Every role that the article puts beside a name, by the name’s entity. */
  const roles = (): Map<string, Phrase[]> => {
    if (rolesOf) return rolesOf
    rolesOf = new Map()
    for (const mention of page.mentions) {
      const phrase = mention.role && mention.type === 'PER' ? toPhrase(page, mention.role) : null
      const key = mention.entity ?? page.text.slice(mention.start, mention.end)
      if (phrase) rolesOf.set(key, [...(rolesOf.get(key) ?? []), phrase])
    }
    return rolesOf
  }

  let nesting = 0
  const judging = new Set<string>()
  const person = ({ mention }: PlacedMention, phrase?: Phrase): FoundActor => {
    const entity = mention.entity ?? page.text.slice(mention.start, mention.end)
    const before = byEntity.get(entity)
    if (before) return before
    const phrases = [...(roles().get(entity) ?? [])]
    const inner = phrase && phraseOf(phrase.sentence, phrase.from, phrase.head + 1, phrase.head)
    if (inner) phrases.push(inner)
    // Somebody whose role speaks of themselves, or of a long line of others, is known by name alone.
    if (judging.has(entity) || nesting >= deepest) return judgePerson(entity, [], false)
    judging.add(entity)
    nesting++
    const found = judgePerson(entity, phrases, isLabelled(entity))
    nesting--
    judging.delete(entity)
    byEntity.set(entity, found)
    return found
  }

  const judgePerson = (entity: string, phrases: readonly Phrase[], isCongress: boolean): FoundActor => {
    const said: (Described & { phrase: Phrase | null })[] = phrases.flatMap((phrase) => {
      const described = describe(phrase)
      return described ? [{ phrase, ...described }] : []
    })
    if (isCongress) said.push({ phrase: null, office: 'lawmaker', standing: congress })
    const best =
      said.find(({ standing }) => standing.base !== null && standing.roles !== '') ??
      said.find(({ standing }) => standing.base !== null) ??
      said[0]
    const words = best?.phrase ?? phrases[0]
    const role = words ? wordsOf(words) : null
    const known = knownPerson(entity, best?.office ?? null, best?.standing.country ?? null)
    const base = {
      key: `person:${foldName(known?.name ?? entity)}`,
      kind: 'person' as const,
      name: known?.name ?? entity,
      wikidata: known?.wikidata ?? null,
      count: null,
      office: best?.office ?? null,
    }
    if (!known) {
      // Two Bushes were president, both of the United States.
      const country = best ? sharedCountry(entity, best.office) : null
      const shared = country === null ? {} : { country, base: country }
      return {
        ...base,
        role,
        standing: best?.standing.base ? best.standing : { ...(best?.standing ?? noStanding), ...shared },
        basis: 'article',
      }
    }
    const { standing, term } = standingAt(known, best)
    const termRole = !term ? null : standing.roles === 'ELI' ? `former ${term.role}` : term.role
    return {
      ...base,
      role: role ?? termRole,
      standing,
      basis: role === null ? 'gazetteer' : 'both',
      office: base.office ?? term?.office ?? null,
    }
  }

  /** “Ove Lind (D-Ohio)”, “Ove Lind, R-Ky.,”: the article tells a member of the United States’ Congress. */
  const isLabelled = (entity: string): boolean => {
    labelled ??= new Set(
      page.mentions.flatMap(({ entity: own, type, end }) =>
        type === 'PER' && own !== null && /^(?:,| \()\s?[RDI]-\p{Lu}/u.test(page.text.slice(end, end + 6))
          ? [own]
          : [],
      ),
    )
    return labelled.has(entity)
  }

  /** The tables say what somebody is on the article’s day; where they end, the article does. */
  const standingAt = (known: KnownActor, said: Described | undefined) => {
    const now = page.day === null && said?.standing.roles ? null : termAt(known, page.day)
    if (now) return { standing: toStanding(now), term: now }
    const last = known.terms.at(-1)
    const country = last?.country ?? null
    if (page.day === null && said && country === null && last)
      return { standing: toStanding(last), term: last }
    if (page.day === null && said)
      return {
        standing: { ...noStanding, country, base: country, roles: said.standing.roles || 'GOV' },
        term: last ?? null,
      }
    // Somebody who was president and now is called a minister is one; who is still called president was one.
    const isOther =
      said && said.standing.roles !== '' && !known.terms.some((term) => sameOffice(term.office, said.office))
    if (isOther)
      return {
        standing: { ...noStanding, country, base: country, roles: said.standing.roles },
        termRole: null,
      }
    const over = known.terms.findLast(({ to }) => to !== null && page.day !== null && to < page.day)
    return {
      standing: { ...noStanding, country, base: country, roles: over ? 'ELI' : '' },
      term: over ?? null,
    }
  }

  const knownPerson = (entity: string, office: string | null, country: string | null): KnownActor | null => {
    const folded = foldName(entity)
    const names = namesOf(folded)
    // “Harris” alone is the whole name that a table gives a prime minister, and no name that stands alone.
    const isSurname = (actor: KnownActor) =>
      !folded.includes(' ') &&
      names.some((other) => other.actor === actor && other.as === 'surname' && !other.standsAlone)
    const full = [
      ...new Set(
        names.filter(({ as, actor }) => as === 'name' && !isSurname(actor)).map(({ actor }) => actor),
      ),
    ]
    const fitting = country === null ? full : full.filter((actor) => hasCountry(actor, country))
    // What a user’s dictionary says of a name outranks our tables.
    const users = fitting.filter(({ kind }) => kind === 'any')
    if (users.length === 1 || fitting.length === 1) return users[0] ?? fitting[0] ?? null
    return bySurname(
      namesOf(folded.split(' ').at(-1) ?? '').filter(
        ({ as, actor }) =>
          as === 'surname' && (folded === actor.name || !folded.includes(' ') || !actor.name.includes(' ')),
      ),
      office,
      country,
    )
  }

  const namesOf = (folded: string): KnownName[] => {
    const first = /[\p{L}\p{N}]+/u.exec(folded)?.[0] ?? ''
    return (page.gazetteer.names.get(first) ?? []).filter(
      ({ written, actor }) => written === folded && (actor.kind === 'person' || actor.kind === 'any'),
    )
  }

  /** The one country whose leaders of this surname and office the tables know. */
  const sharedCountry = (entity: string, office: string): string | null => {
    const terms = namesOf(foldName(entity)).flatMap(({ as, actor }) => (as === 'surname' ? actor.terms : []))
    const countries = new Set(
      terms.filter((term) => sameOffice(term.office, office)).map(({ country }) => country),
    )
    const [only] = countries
    return countries.size === 1 ? (only ?? null) : null
  }

  /** A surname means somebody in office, where it can mean only one; or, behind a title, the only one of that office. */
  const bySurname = (
    names: readonly KnownName[],
    office: string | null,
    country: string | null,
  ): KnownActor | null => {
    const all = names.filter(
      ({ as, actor }) => as === 'surname' && (country === null || hasCountry(actor, country)),
    )
    const users = all.filter(({ actor }) => actor.kind === 'any')
    const bearers = users.length > 0 ? users : all
    const sitting = bearers.filter(({ actor }) => page.day === null || termAt(actor, page.day) !== null)
    const only = single(sitting.map(({ actor }) => actor))
    // “Senator Harris” is no prime minister Harris of another country.
    const isOfOffice =
      office !== null &&
      (country !== null || only?.terms.some((term) => sameOffice(term.office, office)) === true)
    if (only && (isOfOffice || sitting.some(({ standsAlone }) => standsAlone))) return only
    if (office === null) return null
    return single(
      bearers
        .map(({ actor }) => actor)
        .filter(({ terms }) => terms.some((term) => sameOffice(term.office, office))),
    )
  }

  const wordsOf = ({ sentence, from, to }: Phrase): string | null => {
    const first = sentence.sentence.tokens[from]
    const last = sentence.sentence.tokens[to - 1]
    return first && last ? page.text.slice(first.start, last.end) : null
  }

  const named = (): FoundActor[] => {
    if (holders) return holders
    holders = []
    const seen = new Set<string>()
    for (const [index, mention] of page.mentions.entries()) {
      if (mention.type !== 'PER' || (mention.entity !== null && seen.has(mention.entity))) continue
      if (mention.entity !== null) seen.add(mention.entity)
      holders.push(person({ index, mention, from: 0, to: 0 }))
    }
    return holders
  }

  const described = ({ phrase, office, owner, standing }: ByOffice): FoundActor => {
    const { sentence, from } = phrase
    const { office: what, isPlural } = office
    const determiner = sentence.lower[from] ?? ''
    const isOne = !isPlural && !/^(?:an?|another|one|any|some|each|every)$/.test(determiner)
    const holder = what.is === 'person' && isOne ? holderOf(what.class, owner, standing) : null
    if (holder) return holder
    const count = what.is === 'body' && !isPlural ? null : countPeople(sentence, from, office.from)
    const isGovernment = what.class === 'government' && owner?.kind === 'country'
    const isOfCountry = owner?.kind === 'country' || owner?.key.startsWith('people:')
    // “Venezuela’s ambassador” and “the Venezuelan envoy” are one.
    const owned = isOfCountry ? `${standing.country}` : (owner?.key ?? standing.base ?? '---')
    const unique = what.is === 'person' ? !isOne : isPlural && count !== null
    return {
      key: isGovernment
        ? `government:${standing.country}`
        : unique
          ? `span:${sentence.sentence.tokens[from]?.start ?? -1}`
          : `office:${owned}:${what.class}:${standing.roles}`,
      kind: isGovernment ? 'country' : kindOf(what.is, isOne),
      name: isGovernment ? owner.name : null,
      role: isGovernment ? 'government' : wordsOf(roleOf(phrase, office)),
      standing,
      wikidata: isGovernment ? owner.wikidata : null,
      count: count ?? null,
      basis: owner === null ? 'article' : 'both',
      office: what.class,
    }
  }

  /** “the Venezuelan leader”, “the ambassador”: the only one in the article, else who the tables say it is. */
  const holderOf = (office: string, owner: FoundActor | null, standing: Standing): FoundActor | null => {
    const all = named().filter(
      (holder) =>
        sameOffice(holder.office, office) &&
        (owner === null || holder.standing.base === standing.base) &&
        holder.standing.roles === standing.roles,
    )
    const [only] = all
    return all.length === 1 && only ? only : null
  }

  return { person, described }
}

/** “the leader” may be a president, a prime minister or a monarch; a president is no prime minister. */
function sameOffice(one: string | null, other: string): boolean {
  const heads = /^(?:president|prime minister|monarch)$/
  return (
    one === other || (other === 'leader' && heads.test(one ?? '')) || (one === 'leader' && heads.test(other))
  )
}

const hasCountry = ({ terms }: KnownActor, country: string) => terms.some((term) => term.country === country)

const single = (actors: readonly KnownActor[]): KnownActor | null => {
  const [only, ...others] = new Set(actors)
  return only && others.length === 0 ? only : null
}

const kindOf = (is: PlacedOffice['office']['is'], isOne: boolean): Actor['kind'] =>
  is === 'body' ? 'body' : is === 'group' ? 'group' : isOne ? 'person' : 'unnamed'

/** The office with what stands behind it: “ambassador to Russia”, without whose it is. */
function roleOf({ sentence, to, head }: Phrase, office: PlacedOffice): Phrase {
  let end = office.to
  while (end < to && end < office.to + 8) {
    const word = sentence.lower[end] ?? ''
    const upos = sentence.sentence.tokens[end]?.upos ?? ''
    if (/^[,;:()–—“”"]$/.test(word) || /^(?:VERB|AUX|SCONJ|PRON)$/.test(upos)) break
    end++
  }
  return { sentence, from: office.from, to: Math.min(end, to), head }
}

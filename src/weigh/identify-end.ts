import type { OriginKind } from '../records/origin.ts'
import type { ChainLink, Report } from '../records/report.ts'
import { toOutletKey } from '../records/to-outlet-key.ts'

/** Where one chain of a report ends, and by what it is known to be the same as where another ends. */
export interface End {
  readonly report: Report
  readonly kind: OriginKind
  readonly name: string | null
  readonly country: string | null
  readonly interest: string | null
  /** Ends that share one of these are one origin: “gov USA”, “person mcmaster”, “outlet reuters”. */
  readonly identities: readonly string[]
  /** A state’s organ whose country the article leaves unsaid: “police”, “authorities”. */
  readonly isSomeState: boolean
  /** The state whose unnamed people these are; null for all others. */
  readonly anonymousOf: string | null
  /** The country of the outlet that heard unnamed people, by ISO 3166-1 alpha-3. */
  readonly heardIn: string | null
  /** The outlet says it in its own voice and names nobody. */
  readonly isOwnVoice: boolean
  /** The links in order, from the outlet to the one that it ends at. */
  readonly links: readonly ChainLink[]
}

/** The ends of a report’s chain: one, or one for each of several who say it together. */
export function identifyEnds(report: Report): End[] {
  const { chain, together, stance } = report
  const last = chain.at(-1)
  if (!last) return [ownVoice(report, [])]
  // Who did not answer is no origin of it: the one who asked is.
  const isSilent = stance === 'silent' && last.how === 'says'
  if (isSilent) return [identifyEnd(report, chain.slice(0, -1))]
  return [chain, ...together.map((link) => [...chain.slice(0, -1), link])].map((links) =>
    identifyEnd(report, links),
  )
}

function identifyEnd(report: Report, links: readonly ChainLink[]): End {
  const last = links.at(-1)
  if (!last || last.how === 'prints' || last.how === 'credits') return ownVoice(report, links)
  switch (last.kind) {
    case 'outlet':
    case 'agency':
      return { ...endOf(report, links, last), kind: last.kind }
    case 'document':
      return { ...endOf(report, links, last), kind: 'document' }
    case 'person':
    case 'body': {
      // “BuzzFeed said, citing two officials, that Cohen had told …”: only BuzzFeed heard them.
      const cited = links.findIndex(
        ({ kind, how }) => how === 'cites' && (kind === 'outlet' || kind === 'agency'),
      )
      const heard = links.findIndex(({ kind }, i) => i > cited && kind === 'unnamed')
      const unseen = cited >= 0 && heard > 0 && heard < links.length - 1 ? links[heard] : undefined
      return unseen ? unnamed(report, links.slice(0, heard + 1), unseen) : endOf(report, links, last)
    }
    case 'unnamed':
      return unnamed(report, links, last)
  }
}

function endOf(report: Report, links: readonly ChainLink[], link: ChainLink): End {
  const state = stateOf(link)
  const isState = state !== null
  return {
    report,
    kind: link.kind === 'person' && !isState && link.institution === null ? 'speaker' : 'institution',
    name: link.name ?? link.words,
    country: link.country,
    interest: interestOf(link),
    identities: identitiesOf(link),
    isSomeState:
      !isOfOneTown(link) &&
      (state === '---' || (state === null && link.code === null && isOfSomeState(link))),
    anonymousOf: null,
    heardIn: null,
    isOwnVoice: false,
    links,
  }
}

/** The government whose interest a state-run outlet has; null for all others. */
const interestOf = ({ isStateRun, country, name, words }: ChainLink) =>
  isStateRun ? (country ?? name ?? words) : null

/** A state’s office by its words alone: “National Security spokesman”, “prosecutor”. */
const isOfSomeState = ({ role }: ChainLink) =>
  /\b(?:national security|prosecutor|police|sheriff|attorney general|ministry|minister|ambassador|press secretary|army|military|navy|state department)\b/i.test(
    role ?? '',
  ) && !/\b(?:former|ex-)/i.test(role ?? '')

/** A mayor and a judge, by name, are no two mouths of one state. */
const isOfOneTown = ({ kind, name, role }: ChainLink) =>
  kind === 'person' &&
  name !== null &&
  /\b(?:mayor|governor|sheriff|judge|magistrate|coroner|police chief|chief of police|fire chief|council(?:l?or|man|woman)|alder(?:man|woman)|district attorney|commissioner)\b/i.test(
    role ?? '',
  )

/** Unnamed people are an origin of whoever heard them: the outlet, the one it cites, or the body that relays them. */
function unnamed(report: Report, links: readonly ChainLink[], last: ChainLink): End {
  if (isHearsay(last.words ?? '') || isCrowd(last.words ?? '') || !isSomebody(last))
    return {
      ...ownVoice(report, links),
      kind: 'unknown',
      name: last.words,
      isOwnVoice: false,
      identities: [`hearsay ${report.articleId}`],
    }
  const relay = links.findLast((link) => link !== last && link.how !== 'credits')
  // “The Observatory said, citing medical sources”: the observatory answers for them.
  if (relay && (relay.kind === 'person' || relay.kind === 'body')) return endOf(report, links, relay)
  // “the president”, whom the article does not name: the state that is told of.
  if (/^(?:the )?(?:president|prime minister|chancellor|government|ministry)$/i.test(last.words ?? ''))
    return { ...endOf(report, links, last), isSomeState: true, kind: 'institution' }
  const heard = relay?.how === 'prints' ? heardBy(links) : (relay ?? null)
  const state = stateOf(last)
  return {
    report,
    kind: 'anonymous',
    name: `${last.words ?? 'unnamed sources'}${heard?.name ? `, to ${heard.name}` : ''}`,
    country: last.country,
    interest: null,
    identities: heard ? outletIdentities(heard) : [`unnamed ${report.articleId}`],
    isSomeState: false,
    anonymousOf: state,
    heardIn: heard?.country ?? null,
    isOwnVoice: false,
    links,
  }
}

/** “Experts”, “critics”: a kind of people, of whom nobody in particular was heard. */
const isCrowd = (words: string) =>
  /^(?:(?:the|some|many|most|other|several|[\p{L}-]+)\s+){0,4}(?:experts|analysts|advocates|critics|supporters|opponents|observers|activists|residents|historians|scholars|politicians|voters|allies|democrats|republicans|conservatives|liberals)$/iu.test(
    words.trim(),
  )

/** Whether the words mean people at all: what was read as a source may be none. */
const isSomebody = ({ code, role, words }: ChainLink) =>
  code !== null ||
  role !== null ||
  /^(?:\S+\s+){0,5}?(?:officials?|sources?|aides?|persons?|people|individuals?|insiders?|witness(?:es)?|eyewitness(?:es)?|man|woman|men|women|employees?|workers?|lawyers?|doctors?|diplomats?|spokes\p{L}+|members?|staff\p{L}*|soldiers?|survivors?|neighbou?rs?|relatives?|victims?|police|authorities|executives?|investigators?|lawmakers?|reporters?)\b/iu.test(
    words ?? '',
  )

/** “Reports said”, “news reports”, “local media”: somebody printed it, and nobody says who. */
const isHearsay = (words: string) =>
  /^(?:(?:the|some|several|other|many|one|an|a|early|initial|earlier|recent|unconfirmed|local|state|foreign|media|news|press)\s+)*(?:reports?|media|news|rumou?rs|outlets|accounts)\b/i.test(
    words.trim(),
  )

function ownVoice(report: Report, links: readonly ChainLink[]): End {
  const heard = heardBy(links)
  return {
    report,
    kind: heard?.kind === 'agency' ? 'agency' : 'outlet',
    name: heard?.name ?? null,
    country: heard?.country ?? null,
    interest: heard && interestOf(heard),
    identities: heard ? outletIdentities(heard) : [`article ${report.articleId}`],
    isSomeState: false,
    anonymousOf: null,
    heardIn: null,
    isOwnVoice: true,
    links,
  }
}

/** Whose reporting the article is: the agency that signs it as a whole, else the outlet. */
function heardBy(links: readonly ChainLink[]): ChainLink | null {
  const printed = links.find(({ how }) => how === 'prints') ?? null
  const credited = links.filter(({ how }) => how === 'credits')
  const whole = credited.find(({ words }) => !isContribution(words))
  return whole ?? printed
}

/** “The Associated Press contributed to this report”: which of its words are the agency’s cannot be told. */
export const isContribution = (words: string | null): boolean =>
  /contribut|with (?:files|reporting|reports|additional)|additional reporting/i.test(words ?? '')

/** The state that somebody acts for, by ISO 3166-1 alpha-3; “---” where it is not said, null for nobody of a state. */
function stateOf({ kind, code, country }: ChainLink): string | null {
  if (code === null) return null
  // A member of parliament, a former president and an opposition speak for themselves.
  if (/LEG|ELI|OPP|MED|REB|IGO|NGO|UAF/.test(code)) return null
  if (/^(?:[A-Z]{3}|---)(?:GOV|MIL|COP|SPY|JUD|DIP)/.test(code)) return code.slice(0, 3)
  // “Israel said”: a country speaks by its government.
  return kind !== 'person' && code === country ? country : null
}

function identitiesOf(link: ChainLink): string[] {
  if (link.kind === 'outlet' || link.kind === 'agency') return outletIdentities(link)
  const state = stateOf(link)
  const identities: string[] = []
  if (state !== null && state !== '---') identities.push(`state ${state}`)
  if (state === '---') identities.push(...landsOf(link))
  if (link.institution !== null) identities.push(...bodyIdentities(link.institution))
  if (link.kind === 'person' && link.name !== null) identities.push(`person ${surnameOf(link.name)}`)
  if (link.kind === 'body' && state === null && link.name !== null) {
    // “the Harbour Echo reported”, of a name that no table knows: an outlet of that name is it.
    identities.push(...bodyIdentities(link.name), `outlet ${toOutletKey(link.name)}`)
    // “Nasr al-Ansi”: a man’s name that was taken for a body’s.
    if (/^\p{Lu}\p{L}+ (?:al|el|bin|ibn|abu)[- ]/u.test(link.name))
      identities.push(`person ${surnameOf(link.name)}`)
  }
  // “an order obtained and published by the Guardian” is what “the Guardian reported” rests on.
  if (link.kind === 'document' && link.family !== null) identities.push(`outlet ${toOutletKey(link.family)}`)
  if (identities.length > 0) return identities
  if (link.kind === 'document') return [`document ${link.name}`]
  return [`words ${(link.name ?? link.words ?? '').toLowerCase().replace(/^(?:the|an?|some)\s+/, '')}`]
}

/** The publisher’s family, or its name; and the government whose interest a state-run one has. */
export function outletIdentities(link: ChainLink): string[] {
  const { name, family, isStateRun, country } = link
  // “Morvenia Telegraph Agency (MTA)” is “MTA” and “the Morvenia Telegraph Agency”.
  const [, bare = '', short = null] = /^(?:the\s+)?(.*?)(?:\s*\(([^()]+)\))?$/i.exec(name ?? '') ?? []
  const identities = [`outlet ${toOutletKey(family ?? bare)}`]
  const initials = initialsOf(bare)
  if (/^\p{Lu}{3,6}$/u.test(bare)) identities.push(`initials ${bare.toLowerCase()}`)
  if (initials.length >= 3) identities.push(`initials ${initials}`)
  if (short !== null) identities.push(`initials ${short.toLowerCase()}`)
  if (isStateRun && country === null) identities.push(...landsOf(link))
  // A state-run outlet and its government are one interest.
  if (isStateRun && country !== null) identities.push(`state ${country}`)
  return identities
}

/** A body by its name, its initials and its first word: “Dyn Research” is “Dyn”, “AQAP” its long name. */
function bodyIdentities(name: string): string[] {
  const words = name
    .toLowerCase()
    .replace(/^the\s+/, '')
    .split(/[\s-]+/)
    .filter((word) => word !== '')
  const identities = [`body ${words.join(' ')}`]
  const initials = initialsOf(name)
  if (initials.length >= 3) identities.push(`body ${initials}`)
  const [first = ''] = words
  if (words.length > 1 && first.length > 2 && !commonFirst.has(first)) identities.push(`body ${first}`)
  return identities
}

const initialsOf = (name: string) =>
  name
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => word !== '' && !/^(?:of|the|and|for|in|on)$/.test(word))
    .map((word) => word[0])
    .join('')

/**
 * The land of whoever acts for a state that no table knows, by its name or people in the words: “Morvenian President”,
 * “the ruler of Morvenia”, “Morvenia’s state news agency”.
 */
function landsOf({ kind, role, words, name }: ChainLink): string[] {
  // “Anton Veresk” is no land; “Morvenia Telegraph Agency” tells one.
  const isOutlet = kind === 'outlet' || kind === 'agency'
  const beside = isOutlet
    ? `${name ?? ''}; ${words ?? ''}`
    : `${role ?? ''}; ${words ?? ''}`.replaceAll(name ?? '\0', ' ')
  const named = beside.match(/\p{Lu}\p{Ll}{3,}(?:\s+\p{Lu}\p{Ll}+)*/gu) ?? []
  return named.flatMap((land) => {
    const words = land.split(' ').filter((word) => !titles.test(word))
    const stem = words
      .join(' ')
      .toLowerCase()
      .replace(/(?:ians?|eans?|ese|ish|ans?|ia|a|i)$/, '')
    return stem.length < 3 ? [] : [`land ${stem}`]
  })
}

const titles =
  /^(?:The|This|President|Prime|Minister|Foreign|Defen[cs]e|Interior|State|Secretary|Ambassador|General|King|Queen|Chancellor|Premier|Press|News|Agency|Telegraph|Ministry|Government|Office|Army|Police|Special|Envoy|Deputy|Vice|Senator|Governor|Mayor|Chief|Department|Former|National|Security|Authorities|Officials|Officers)$/

/** First words that many bodies share. */
const commonFirst = new Set(
  `new national united international american british french russian european federal state north south east west
  central public human world general democratic republican social islamic free arab african asian department ministry
  office committee council institute university center centre association union bank center justice home foreign
  defence defense air royal supreme high court police army house white syrian israeli iranian chinese german local
  former senior top chief deputy us u.s. uk u.k. un al san los saint great city county`.split(/\s+/),
)

/** “Francois Hollande” and “François Hollande” are one, “al-Ansi” and “Ansi” too. */
function surnameOf(name: string): string {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/,? (?:jr|sr|ii|iii)\.?$/, '')
    .split(/\s+/)
  return (words.at(-1) ?? '').replace(/^(?:al|el)-/, '').replace(/[’']s?$/, '')
}

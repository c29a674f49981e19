import type { Article } from '../records/article.ts'
import type { Outlet } from '../records/gazetteer.ts'
import type { Actor, Reading, Statement } from '../records/reading.ts'
import type { ChainLink } from '../records/report.ts'
import type { Span } from '../records/span.ts'
import { findDocument } from './find-document.ts'
import { findInstitution, findInstitutionInRole } from './find-institution.ts'
import type { FindOutlet } from './open-outlets.ts'
import { findAgencyName } from './to-agency-name.ts'

/** What of an article its chains are made from. */
export type PrintedArticle = Pick<
  Article,
  'id' | 'title' | 'outlet' | 'url' | 'byline' | 'publishedAt' | 'credits' | 'text'
>

/**
 * The chain of what a statement says, from the outlet that prints it to whom it rests on; of null, of what the outlet
 * says in its own voice.
 *
 * Several who say it together (“Britain and France said”) give the last link more than once: a chain for each.
 */
export function toChains(
  article: PrintedArticle,
  reading: Reading,
  statement: number | null,
  findOutlet: FindOutlet,
): ChainLink[][] {
  const head = [toOutlet(article, findOutlet), ...toCredits(article, findOutlet)]
  if (statement === null) return [head]
  const told: Statement[] = []
  // A relay stands around what it relays: the outermost first.
  for (let at: number | null = statement; at !== null && told.length < 8; ) {
    const next: Statement | undefined = reading.statements[at]
    if (!next || told.includes(next)) break
    told.unshift(next)
    // Who denies a report does not relay it: “the ministry denied the report by Belta that …”.
    at = isDeniedByRelay(reading, next) ? null : next.nestedIn
  }
  const links: ChainLink[] = []
  let last: ChainLink[] = []
  for (const [i, one] of told.entries()) {
    if (one.via && one.nestedIn === null) {
      const relay = toLink(article, reading, one.via, actorIn(reading, one.via), 'cites', findOutlet)
      if (relay) links.push(relay)
    }
    const listener = toListener(article, reading, one, findOutlet)
    if (listener) links.push(listener)
    const how = i < told.length - 1 ? 'cites' : 'says'
    const sources = toSources(article, reading, one, how, findOutlet)
    if (i < told.length - 1) links.push(...sources.slice(0, 1))
    else last = sources
  }
  const own = head[0]?.name
  // “… told CNN” in an article of CNN’s is the article itself.
  const cited = links.filter((link) => link.kind !== 'outlet' || link.name !== own)
  if (last.length === 0) return [[...head, ...cited]]
  return last.map((link) => [...head, ...cited, link])
}

/** Whether a statement is only denied by whoever stands around it: its own source says so. */
export function isDeniedByRelay(reading: Reading, { nestedIn, modality }: Statement): boolean {
  if (nestedIn === null || modality !== 'denied') return false
  const outer = reading.statements[nestedIn]
  return outer?.modality === 'denied'
}

function toOutlet({ outlet }: PrintedArticle, findOutlet: FindOutlet): ChainLink {
  const known = outlet === null ? null : findOutlet(outlet)
  return {
    ...bare,
    kind: 'outlet',
    how: 'prints',
    name: known?.name ?? outlet,
    words: outlet,
    country: known?.country ?? null,
    isStateRun: known?.isStateRun ?? false,
    family: known?.family ?? null,
  }
}

/** The agencies that the article credits for its text; one that merely added to it is told by its words. */
function toCredits({ credits, outlet }: PrintedArticle, findOutlet: FindOutlet): ChainLink[] {
  const own = outlet === null ? null : (findOutlet(outlet)?.name ?? outlet)
  const links: ChainLink[] = []
  for (const credit of credits) {
    if (credit.of !== 'text') continue
    const printed = credit.agency ?? (credit.author === null ? null : findAgencyName(credit.author))
    if (printed === null) continue
    const known = findOutlet(printed)
    const name = known?.name ?? printed
    if (name === own || links.some((link) => link.name === name)) continue
    links.push({
      ...bare,
      kind: 'agency',
      how: 'credits',
      name,
      words: credit.text,
      country: known?.country ?? null,
      isStateRun: known?.isStateRun ?? false,
      family: known?.family ?? null,
    })
  }
  return links
}

/** “… told the Associated Press”: whom it was told to is where others have it from. */
function toListener(
  article: PrintedArticle,
  reading: Reading,
  { addressee, addresseeActor }: Statement,
  findOutlet: FindOutlet,
): ChainLink | null {
  if (!addressee) return null
  const actor =
    addresseeActor === null ? actorIn(reading, addressee) : (reading.actors[addresseeActor] ?? null)
  const link = toLink(article, reading, addressee, actor, 'cites', findOutlet)
  return link?.kind === 'outlet' || link?.kind === 'agency' ? link : null
}

/** Who says it: one link, or one for each of several who say it together. */
function toSources(
  article: PrintedArticle,
  reading: Reading,
  statement: Statement,
  how: 'cites' | 'says',
  findOutlet: FindOutlet,
): ChainLink[] {
  const { source, sourceActor } = statement
  if (!source) return []
  const quotes = quotesOf(article, reading, statement)
  if (sourceActor === null) {
    const joint = jointActors(article.text, reading, source)
    if (joint.length > 1) {
      return joint.flatMap(({ actor, span }) => {
        const link = toLink(article, reading, span, actor, how, findOutlet)
        return link ? [{ ...link, quotes }] : []
      })
    }
  }
  const meant = sourceActor === null ? null : (reading.actors[sourceActor] ?? null)
  // “BuzzFeed editor Ben Smith” is Smith, also where the words were taken for an editor without a name.
  const named =
    meant === null || meant.name === null
      ? (actorIn(reading, source, true) ?? actorIn(reading, source))
      : null
  const actor = named && (meant === null || named.kind === 'person') ? named : meant
  const link = toLink(article, reading, source, actor, how, findOutlet)
  return link ? [{ ...link, quotes }] : []
}

/** Those who are joined in a source: “Britain, France and the United Nations”; empty where it names but one. */
function jointActors(text: string, reading: Reading, source: Span): { actor: Actor; span: Span }[] {
  const found = reading.actors.flatMap((actor) => {
    const span = actor.spans.find(({ start, end }) => start >= source.start && end <= source.end)
    return span ? [{ actor, span }] : []
  })
  found.sort((a, b) => a.span.start - b.span.start)
  const joined = found.filter(({ span }, i) => {
    const before = found[i - 1]
    if (!before) return true
    return /^(?:,|,? and|,? or|\s)+(?: the)?\s*$/.test(text.slice(before.span.end, span.start))
  })
  return joined.length === found.length ? joined : []
}

/** The actor whose words a span is, or holds. */
function actorIn(reading: Reading, span: Span, isNamedPerson = false): Actor | null {
  let best: Actor | null = null
  let length = 0
  for (const actor of reading.actors) {
    if (isNamedPerson && (actor.kind !== 'person' || actor.name === null)) continue
    for (const { start, end } of actor.spans) {
      if (start < span.start || end > span.end || end - start <= length) continue
      best = actor
      length = end - start
    }
  }
  return best
}

function toLink(
  article: PrintedArticle,
  reading: Reading,
  span: Span,
  actor: Actor | null,
  how: ChainLink['how'],
  findOutlet: FindOutlet,
): ChainLink | null {
  const words = article.text.slice(span.start, span.end)
  const link = { ...bare, how, words, span }
  const outlet = findOutletIn(article, reading, words, span, actor, findOutlet)
  if (outlet) return { ...link, ...outlet }
  const document = findDocument(words)
  if (document) {
    // “a White House statement” is the White House’s; “a court order” is nobody’s mouth.
    const owner =
      actor && actor.kind !== 'unnamed'
        ? actor
        : (actorIn(reading, span) ?? findStateIn(article, reading, words))
    // “a court order obtained and published by the Guardian”
    const behind =
      /^\s*,?\s*(?:obtained|published|posted|released|leaked|seen|reviewed|reported)(?: and \p{L}+)? (?:by|to) .{3,60}/u.exec(
        article.text.slice(span.end, span.end + 120),
      )?.[0]
    const held = findHolder(`${words}${behind ?? ''}`, findOutlet)
    return {
      ...link,
      kind: 'document',
      name: document,
      family: held,
      country: owner?.country ?? null,
      code: owner?.code ?? null,
      institution: owner && findInstitution(owner),
    }
  }
  if (!actor) return isPronoun(words) ? null : { ...link, ...toSomebody(words) }
  const kind = isUnnamedHead(words, actor.name) ? 'unnamed' : kindOf(actor)
  // “the official” is somebody of some state, whoever he was taken for.
  if (kind === 'unnamed' && actor.kind === 'person' && actor.name !== null)
    return { ...link, kind, role: words, code: /\bofficials?\b/i.test(words) ? '---GOV' : null }
  const role = actor.role ?? (actor.kind === 'person' ? roleBefore(article, actor) : null)
  const state = actor.kind === 'person' ? stateBehind(article, reading, { ...actor, role }, words) : null
  return {
    ...link,
    kind,
    name: kind === 'unnamed' ? null : actor.name,
    role,
    country: state?.country ?? actor.country,
    code: state?.code ?? actor.code,
    institution: findInstitution({ ...actor, role }),
  }
}

/** The office that stands before a name where it is first written: “anti-terrorism prosecutor François Molins”. */
function roleBefore({ text }: PrintedArticle, { spans: [first] }: Actor): string | null {
  if (!first) return null
  return (
    /(?:[\p{L}’'-]+ ){0,4}?(?:prosecutor|minister|president|premier|chancellor|spokes\p{L}+|secretary|ambassador|envoy|general|commander|chief|director|governor|mayor|senator|editor|analyst|professor|lawyer|attorney|adviser|advisor|officer|executive|founder|chairman|chairwoman|leader)(?= $)/iu.exec(
      text.slice(Math.max(0, first.start - 60), first.start),
    )?.[0] ?? null
  )
}

/** The state’s organ in a person’s role or words, where nothing else tells: “White House adviser Ben Rhodes”. */
function stateBehind(
  article: PrintedArticle,
  reading: Reading,
  { role, code }: Actor,
  words: string,
): Actor | null {
  if (code !== null && code.length > 3 && !code.startsWith('---')) return null
  const beside = `${role ?? ''} ${words}`
  return /\b(?:former|ex-?)\b/i.test(beside) ? null : findStateIn(article, reading, beside)
}

/** The organ of a state that words name, by how the article names it elsewhere: the White House of its “statement”. */
function findStateIn({ text }: PrintedArticle, { actors }: Reading, words: string): Actor | null {
  for (const actor of actors) {
    if (actor.kind === 'person' || actor.name === null || actor.country === null) continue
    if (!/^[A-Z]{3}(?:GOV|MIL|COP|SPY|JUD)/.test(actor.code ?? '')) continue
    const names = [actor.name, ...actor.spans.map(({ start, end }) => text.slice(start, end))]
    if (names.some((name) => /^\p{Lu}/u.test(name) && name.length > 4 && words.includes(name))) return actor
  }
  return null
}

/** “the defence official”, “a person familiar with the talks”: nobody by name, whoever the article may mean. */
const isUnnamedHead = (words: string, name: string | null) =>
  /^(?:(?:the|an?|one|another|two|three|several|some|many|these|those|senior|top)\s+)*(?:[\p{L}.’'-]+\s+){0,4}(?:officials?|sources?|aides?|persons?|people|insiders?)\b/iu.test(
    words,
  ) && !(name !== null && words.includes(name.split(' ').at(-1) ?? name))

/**
 * The outlet that a source’s words mean: “a report in the Guardian newspaper”; “the Post”, where the article has named
 * the Washington Post; “the paper” and “the report”, the one named last before.
 */
function findOutletIn(
  article: PrintedArticle,
  reading: Reading,
  words: string,
  span: Span,
  actor: Actor | null,
  findOutlet: FindOutlet,
): Pick<ChainLink, 'kind' | 'name' | 'country' | 'isStateRun' | 'family'> | null {
  // “Damien Allemand, a journalist for Nice-Matin” is himself.
  if (actor && (actor.kind === 'person' || actor.kind === 'unnamed') && !startsWithTelling(words)) return null
  const outlets = reading.actors.filter(({ kind, name }) => kind === 'outlet' && name !== null)
  const full = findFullName(article, words, findOutlet)
  if (full) return toOutletLink(full.name, full)
  // “the paper” is no outlet’s name.
  const isNoun = /^(?:[Tt]he|[Tt]hat|[Tt]his) \p{Ll}+$/u.test(words)
  if (actor?.kind === 'outlet' && actor.name !== null && !isNoun) {
    const isStateRun = actor.code?.includes('GOVMED') ?? false
    const link = toOutletLink(actor.name, findOutlet(actor.name))
    return { ...link, isStateRun: link.isStateRun || isStateRun, country: link.country ?? actor.country }
  }
  const isTelling = startsWithTelling(words)
  const capitals =
    words
      .replace(/^(?:The|That|This|Its|An?|One)\s+/, '')
      .match(/\p{Lu}[\p{L}.’'&]*(?:\s+(?:of|the|and|\p{Lu}[\p{L}.’'&]*))*/gu) ?? []
  for (const name of [...(isNoun ? [] : [words]), ...(isTelling ? capitals : [])]) {
    const outlet = findOutlet(name.replace(/[’']s$/, ''))
    if (outlet) return toOutletLink(outlet.name, outlet)
  }
  if (!isTelling || capitals.some((name) => !/^(?:The|That|This|A|An|Its|One|\p{Lu}\p{L}+day)$/u.test(name)))
    return null
  let last: Actor | null = null
  let at = -1
  for (const outlet of outlets) {
    for (const { start } of outlet.spans) {
      if (start >= span.start || start <= at) continue
      last = outlet
      at = start
    }
  }
  return last?.name ? toOutletLink(last.name, findOutlet(last.name)) : null
}

/** “the report”, “that newspaper”, “a BuzzFeed story”: the head of the words is an outlet or what it printed. */
const startsWithTelling = (words: string) =>
  /^(?:(?:[Tt]he|[Tt]hat|[Tt]his|[Ii]ts|[Aa]n?)\s+)?(?:[\p{Lu}\p{N}][\p{L}\p{N}’'&.]*\s+){0,4}(?:daily |weekly |news )?(?:report|story|article|account|newspaper|paper|magazine|network|broadcaster|agency|outlet|website)\b(?! of\b)/u.test(
    words.trim(),
  )

/** “The Post”, “the Times”: the outlet whose full name the article prints elsewhere; null for none. */
function findFullName({ text }: PrintedArticle, words: string, findOutlet: FindOutlet): Outlet | null {
  const short = /^(?:[Tt]he )?(\p{Lu}\p{L}+)$/u.exec(words.trim())?.[1]
  if (short === undefined || short === 'News') return null
  for (let at = text.indexOf(` ${short}`); at >= 0; at = text.indexOf(` ${short}`, at + 1)) {
    const before = /(?:\p{Lu}[\p{L}.]+ ){0,3}\p{Lu}[\p{L}.]+$/u.exec(
      text.slice(Math.max(0, at - 60), at),
    )?.[0]
    const names = before?.split(' ') ?? []
    for (let i = 0; i < names.length; i++) {
      const outlet = findOutlet(`${names.slice(i).join(' ')} ${short}`)
      if (outlet?.name.endsWith(` ${short}`)) return outlet
    }
  }
  return null
}

/** The family of the outlet that a document’s words name: “an order obtained by the Guardian”; null for none. */
function findHolder(words: string, findOutlet: FindOutlet): string | null {
  for (const name of words.match(/\p{Lu}[\p{L}.’'&]*(?:\s+(?:of|the|and|\p{Lu}[\p{L}.’'&]*))*/gu) ?? []) {
    const outlet = findOutlet(name.replace(/[’']s$/, ''))
    if (outlet) return outlet.family ?? outlet.name
  }
  return null
}

const toOutletLink = (name: string, outlet: ReturnType<FindOutlet>) => ({
  kind: outlet?.isWire ? ('agency' as const) : ('outlet' as const),
  name,
  country: outlet?.country ?? null,
  isStateRun: outlet?.isStateRun ?? false,
  family: outlet?.family ?? null,
})

const kindOf = (actor: Actor): ChainLink['kind'] => {
  if (actor.kind === 'unnamed') return 'unnamed'
  if (actor.kind === 'person') {
    if (actor.name !== null) return 'person'
    // “the president”, “the foreign minister”: an office that one person holds.
    return /^[A-Z]{3}GOV/.test(actor.code ?? '') &&
      !/official|source|spokes|adviser|aide/i.test(actor.role ?? '')
      ? 'body'
      : 'unnamed'
  }
  // “authorities”, “police” are bodies by what they are; “protesters”, “witnesses” are nobody in particular.
  if (actor.kind === 'group')
    return actor.name !== null || /GOV|COP|MIL|JUD|SPY/.test(actor.code ?? '') ? 'body' : 'unnamed'
  return 'body'
}

/** What the article quotes from the source of a statement, anywhere: at least three words each. */
function quotesOf(article: PrintedArticle, reading: Reading, statement: Statement): string[] {
  const quotes: string[] = []
  for (const other of reading.statements) {
    // An article’s unnamed sources can’t be told apart: “the official”, “a senior official”.
    const isSame =
      other === statement ||
      (statement.sourceActor !== null && other.sourceActor === statement.sourceActor) ||
      (isUnnamed(reading, statement) && isUnnamed(reading, other))
    if (!isSame || !other.content) continue
    const from = Math.max(0, other.content.start - 1)
    const words = article.text.slice(from, other.content.end + 1)
    for (const [, quoted = ''] of words.matchAll(/[“"]([^“”"]{4,600})[”"]/g)) {
      const plain = quoted.replace(/[.,]$/, '').trim()
      if (!quotes.includes(plain)) quotes.push(plain)
    }
  }
  return quotes.slice(0, 20)
}

const isUnnamed = ({ actors }: Reading, { source, sourceActor }: Statement) =>
  source !== null && (sourceActor === null || actors[sourceActor]?.name === null)

/** “BuzzFeed editor-in-chief Ben Smith”: who is named at the end of words that mean no known actor. */
function toSomebody(words: string): Pick<ChainLink, 'kind' | 'name' | 'role' | 'institution'> {
  const named = /^(.*?\p{Ll})\s+(\p{Lu}[\p{L}.’'-]+\s+\p{Lu}[\p{L}’'-]+)$/u.exec(words.trim())
  const [, role = null, name = null] = named ?? []
  if (role === null || name === null || /\b(?:in|of|from|at|near|for|and|the)$/i.test(role))
    return { kind: 'unnamed', name: null, role: null, institution: null }
  return { kind: 'person', name, role, institution: findInstitutionInRole(role) }
}

const isPronoun = (words: string) =>
  /^(?:he|she|it|they|we|i|who|which|that|you|one|some|others)$/i.test(words.trim())

const bare: ChainLink = {
  kind: 'unnamed',
  how: 'says',
  name: null,
  words: null,
  span: null,
  role: null,
  country: null,
  code: null,
  institution: null,
  isStateRun: false,
  family: null,
  quotes: [],
}

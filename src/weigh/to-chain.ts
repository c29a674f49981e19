import type { Article } from '../records/article.ts'
import type { Actor, Reading, Statement } from '../records/reading.ts'
import type { ChainLink } from '../records/report.ts'
import type { Span } from '../records/span.ts'
import { findDocument } from './find-document.ts'
import { findInstitution } from './find-institution.ts'
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
    at = next.nestedIn
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
  const actor = sourceActor === null ? actorIn(reading, source) : (reading.actors[sourceActor] ?? null)
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
function actorIn(reading: Reading, span: Span): Actor | null {
  let best: Actor | null = null
  let length = 0
  for (const actor of reading.actors) {
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
  const outlet = findOutletIn(reading, words, actor, findOutlet)
  if (outlet) return { ...link, ...outlet }
  const document = findDocument(words)
  if (document) {
    // “a White House statement” is the White House’s; “a court order” is nobody’s mouth.
    const owner = actor && actor.kind !== 'unnamed' ? actor : actorIn(reading, span)
    return {
      ...link,
      kind: 'document',
      name: document,
      country: owner?.country ?? null,
      code: owner?.code ?? null,
      institution: owner && findInstitution(owner),
    }
  }
  if (!actor) return isPronoun(words) ? null : { ...link, kind: 'unnamed' }
  const kind = kindOf(actor)
  return {
    ...link,
    kind,
    name: kind === 'unnamed' ? null : actor.name,
    role: actor.role,
    country: actor.country,
    code: actor.code,
    institution: findInstitution(actor),
  }
}

/** “The Post”, where the article has named the Washington Post; “a report in the Guardian newspaper”. */
function findOutletIn(
  reading: Reading,
  words: string,
  actor: Actor | null,
  findOutlet: FindOutlet,
): Pick<ChainLink, 'kind' | 'name' | 'country' | 'isStateRun' | 'family'> | null {
  // “Damien Allemand, a journalist for Nice-Matin” is himself.
  if (actor && (actor.kind === 'person' || actor.kind === 'unnamed')) return null
  const names = [
    ...(actor?.kind === 'outlet' && actor.name !== null ? [actor.name] : []),
    words,
    ...(/\b(?:report|story|article|account|interview|newspaper|paper|agency|network|magazine)\b/i.test(words)
      ? (words.match(/\p{Lu}[\p{L}.’'&]*(?:\s+(?:of|the|and|\p{Lu}[\p{L}.’'&]*))*/gu) ?? [])
      : []),
  ]
  for (const name of names) {
    const outlet = findOutlet(name.replace(/[’']s$/, ''))
    if (outlet) return toOutletLink(outlet.name, outlet)
  }
  const short = /^[Tt]he (\p{Lu}\p{L}+)$/u.exec(words.trim())?.[1]
  if (short !== undefined) {
    const full = reading.actors.find(
      ({ kind, name }) => kind === 'outlet' && name !== null && name.split(' ').at(-1) === short,
    )
    if (full?.name) return toOutletLink(full.name, findOutlet(full.name))
  }
  if (actor?.kind === 'outlet') {
    return {
      ...toOutletLink(actor.name ?? words, null),
      isStateRun: actor.code?.includes('GOVMED') ?? false,
      country: actor.country,
    }
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
  if (actor.kind === 'person') return actor.name === null ? 'unnamed' : 'person'
  // “authorities”, “police” are bodies by what they are; “protesters”, “witnesses” are nobody in particular.
  if (actor.kind === 'group')
    return actor.name !== null || /GOV|COP|MIL|JUD|SPY/.test(actor.code ?? '') ? 'body' : 'unnamed'
  return 'body'
}

/** What the article quotes from the source of a statement, anywhere: at least three words each. */
function quotesOf(article: PrintedArticle, reading: Reading, statement: Statement): string[] {
  const quotes: string[] = []
  for (const other of reading.statements) {
    const isSame =
      other === statement || (statement.sourceActor !== null && other.sourceActor === statement.sourceActor)
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

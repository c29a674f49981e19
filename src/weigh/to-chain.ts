import { bareLink } from '../records/bare-link.ts'
import type { Actor, Reading, Statement } from '../records/reading.ts'
import type { ChainLink } from '../records/report.ts'
import type { Span } from '../records/span.ts'
import { toOutletKey } from '../records/to-outlet-key.ts'
import { findQuotes } from './find-quotes.ts'
import { isDoubted } from './is-doubted.ts'
import type { FindOutlet } from './open-outlets.ts'
import type { PrintedArticle } from './printed-article.ts'
import { findAgencyName } from './to-agency-name.ts'
import { actorIn, toLink } from './to-link.ts'

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
    // Who denies or doubts a report does not relay it: “the ministry denied the report by Belta that …”.
    const outer: Statement | undefined =
      next.nestedIn === null ? undefined : reading.statements[next.nestedIn]
    const isAgainst: boolean =
      isDeniedByRelay(reading, next) || (outer !== undefined && isDoubted(article.text, outer))
    at = isAgainst ? null : next.nestedIn
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
  const own = toOutletKey(head[0]?.name ?? '')
  // “… told CNN” in an article of CNN’s is the article itself, and so is “told the Courier” in The Courier.
  const cited = links.filter((link) => link.kind !== 'outlet' || toOutletKey(link.name ?? '') !== own)
  const relay = cited.at(-1)
  const isHeardOnly = relay?.kind === 'unnamed' || relay?.kind === 'outlet' || relay?.kind === 'agency'
  if (last.length === 0 || (isHeardOnly && isPrivate(reading, told.at(-1), article, findOutlet)))
    return [[...head, ...cited]]
  return last.map((link) => [...head, ...cited, link])
}

/** “… that Quintero had told Marsh by telephone”: whoever relays what one told another is all that others have. */
function isPrivate(
  reading: Reading,
  statement: Statement | undefined,
  article: PrintedArticle,
  findOutlet: FindOutlet,
): boolean {
  if (!statement?.addressee || statement.nestedIn === null) return false
  const words = article.text.slice(statement.addressee.start, statement.addressee.end)
  if (
    /\b(?:reporters?|journalists?|press|media|nation|parliament|crowd|conference|lawmakers|supporters|people|congress|assembly|council)\b/i.test(
      words,
    )
  )
    return false
  return toListener(article, reading, statement, findOutlet) === null
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
    ...bareLink,
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
    const key = toOutletKey(name)
    if (key === toOutletKey(own ?? '') || links.some((link) => toOutletKey(link.name ?? '') === key)) continue
    links.push({
      ...bareLink,
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
  const quotes = findQuotes(article, reading, statement)
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

import type { Outlet } from '../records/gazetteer.ts'
import type { Actor, Reading } from '../records/reading.ts'
import type { ChainLink } from '../records/report.ts'
import type { Span } from '../records/span.ts'
import type { FindOutlet } from './open-outlets.ts'
import type { PrintedArticle } from './printed-article.ts'

/**
 * The outlet that a source’s words mean: “a report in the Guardian newspaper”; “the Post”, where the article has named
 * the Washington Post; “the paper” and “the report”, the one named last before.
 */
export function findOutletIn(
  article: PrintedArticle,
  reading: Reading,
  words: string,
  span: Span,
  actor: Actor | null,
  findOutlet: FindOutlet,
): Pick<ChainLink, 'kind' | 'name' | 'country' | 'isStateRun' | 'family'> | null {
  // “Damien Allemand, a journalist for Nice-Matin” is himself.
  if (actor && (actor.kind === 'person' || actor.kind === 'unnamed') && !startsWithTelling(words)) return null
  const outlets = reading.actors.filter(
    ({ kind, name, code }) =>
      name !== null && (kind === 'outlet' || (kind === 'body' && isOutletName(name, code))),
  )
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
  // “the Wexford Examiner”, “Morvenia’s state news agency”: outlets that no table knows.
  if (actor?.kind === 'body' && !isNoun && isOutletName(actor.name ?? words, actor.code))
    return toOutletLink(actor.name ?? nameWithin(words), null)
  if (
    /\b(?:state|state-run|state-owned|official) (?:news )?(?:agency|media|television|TV|radio|broadcaster)\b/i.test(
      words,
    )
  )
    return toOutletLink(nameWithin(words), null)
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

/** Whether a body’s name, or its code, says that it publishes news. */
const isOutletName = (name: string, code: string | null) =>
  (code?.includes('MED') ?? false) ||
  /\b(?:Examiner|Times|Post|Press|Tribune|Telegraph|Herald|Journal|Gazette|Guardian|Observer|Chronicle|Courier|Ledger|Daily|News|Newspaper|News Agency|Telegraph Agency|Press Agency|Broadcasting|Television|Radio|TV)$/u.test(
    name,
  )

/** “MTA” of “Morvenia’s state news agency, MTA”; the words where they hold no such name. */
const nameWithin = (words: string) => /(?<!\p{L})\p{Lu}{2,6}(?!\p{L})/u.exec(words)?.[0] ?? words

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
export function findHolder(words: string, findOutlet: FindOutlet): string | null {
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

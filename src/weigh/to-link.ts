import { bareLink } from '../records/bare-link.ts'
import type { Actor, Reading } from '../records/reading.ts'
import type { ChainLink } from '../records/report.ts'
import type { Span } from '../records/span.ts'
import { findDocument } from './find-document.ts'
import { findInstitution, findInstitutionInRole } from './find-institution.ts'
import { findHolder, findOutletIn } from './find-outlet-in.ts'
import type { FindOutlet } from './open-outlets.ts'
import type { PrintedArticle } from './printed-article.ts'

/** The link that words of an article make, by who they are; null where they stand for nobody: “they”. */
export function toLink(
  article: PrintedArticle,
  reading: Reading,
  span: Span,
  actor: Actor | null,
  how: ChainLink['how'],
  findOutlet: FindOutlet,
): ChainLink | null {
  const words = article.text.slice(span.start, span.end)
  const link = { ...bareLink, how, words, span }
  const outlet = findOutletIn(article, reading, words, span, actor, findOutlet)
  if (outlet) {
    const isStateRun = outlet.isStateRun || isRunByState(words, actor)
    return { ...link, ...outlet, isStateRun, code: actor?.code ?? null, role: actor?.role ?? null }
  }
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

/** “Morvenia’s state news agency”, “which is run by the state”: what the article says of an outlet. */
const isRunByState = (words: string, actor: Actor | null) =>
  (actor?.code?.includes('GOVMED') ?? false) ||
  /\bstate(?:-run|-owned|-controlled|-funded)?\s+(?:news\s+)?(?:agency|media|television|TV|radio|broadcaster|newspaper)\b|\brun by the (?:state|government)\b|\bstate-(?:run|owned|controlled)\b/i.test(
    words,
  )

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

/** The actor whose words a span is, or holds. */
export function actorIn(reading: Reading, span: Span, isNamedPerson = false): Actor | null {
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

/** “the defence official”, “a person familiar with the talks”: nobody by name, whoever the article may mean. */
const isUnnamedHead = (words: string, name: string | null) =>
  /^(?:(?:the|an?|one|another|two|three|several|some|many|these|those|senior|top)\s+)*(?:[\p{L}.’'-]+\s+){0,4}(?:officials?|sources?|aides?|persons?|people|insiders?)\b/iu.test(
    words,
  ) && !(name !== null && words.includes(name.split(' ').at(-1) ?? name))

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

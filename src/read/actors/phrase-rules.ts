import type { KnownName } from '../../records/gazetteer.ts'
import { findOffice, type PlacedOffice } from './find-office.ts'
import type { ActorSentence, Page, PlacedMention } from './page.ts'
import type { Phrase } from './phrase.ts'

export const quantities =
  /^(?:dozens?|scores?|hundreds?|thousands?|millions?|group|groups|number|numbers|handful|majority|couple|pair|trio|some|many|most|several|one|two|three|four|five|six|few|all|both|each|none|half|part|crowds?|members?)$/

/** “Marsh and Veresk”: several actors are no one of them; “helicopters and tanks” are one force. */
export function isListed({ sentence, to, head }: Phrase, { gazetteer }: Page): boolean {
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
export function opensList({ sentence, to, head }: Phrase): boolean {
  const { tokens } = sentence.sentence
  for (let k = to; k < Math.min(tokens.length, to + 12); k++)
    if (tokens[k]?.head === head && /^conj/.test(tokens[k]?.deprel ?? '') && sentence.mentionAt[k])
      return true
  return false
}

/** Adjectives that are offices as nouns: “the national security adviser”. */
export const qualities = /^(?:national|public|local|general|special|religious|academic|criminal|extremist)$/

/** The mention that a token is part of, where all of it lies in the phrase. */
export function mentionIn({ sentence, from, to }: Phrase, k: number): PlacedMention | undefined {
  const mention = sentence.mentionAt[k]
  return mention && mention.from >= from && mention.to <= to ? mention : undefined
}

/** The word of a body’s name that says what it is: “Union” of “Union of Dockers”, else the last. */
export function nameHead({ lower }: ActorSentence, { from, to }: PlacedMention): number {
  for (let k = from + 1; k < to; k++) if (/^(?:of|for|in|on)$/.test(lower[k] ?? '')) return k - 1
  return to - 1
}

export const speeches =
  /^(?:remarks?|comments?|statements?|speech|speeches|tweets?|posts?|letters?|memos?|e-?mails?|messages?|testimony|address|words|interview|op-ed|article|book|column|reports?|study|survey|poll|announcement|warnings?|claims?|accusations?|declaration)$/

/** Words whose own portfolio stands before them: “Labour Minister”. */
export const portfolios =
  /^(?:ministers?|secretary|secretaries|ministry|ministries|department|committee|commission|subcommittee|board|panel)$/

export const isPossessor = ({ lower }: ActorSentence, k: number) => /^['’]s?$/.test(lower[k + 1] ?? '')

/** Whether a name of the gazetteer can be meant here: a common word needs the reader to have found a name in it. */
export function isPlausible(
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
export function ofState({ sentence: { lower }, from }: Phrase, { office, from: at }: PlacedOffice): boolean {
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

/** “the former president”, “an ex-president”. */
export function formerBefore({ sentence, from, head }: Phrase): boolean {
  if (/^ex-./.test(sentence.lower[head] ?? '')) return true
  for (let k = head - 1; k >= from && k >= head - 8; k--)
    if (former.test(sentence.lower[k] ?? '')) return true
  return false
}

/** “US-backed rebels” are not America’s. */
export const isPrefix = ({ lower }: ActorSentence, k: number) =>
  /^[-–]$/.test(lower[k + 1] ?? '') &&
  /(?:ed|led|run|born|based|speaking|owned|held|made|built)$/.test(lower[k + 2] ?? '')

/** Whether a preposition leads to whom an office belongs to; an ambassador’s “to” leads to where they are sent. */
export function leads(preposition: string, placed: PlacedOffice | null): boolean {
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
export function nextBreak({ sentence, lower }: ActorSentence, from: number, to: number): number {
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

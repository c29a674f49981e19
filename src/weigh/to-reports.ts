import type { Event, Participant, Reading, Statement } from '../records/reading.ts'
import type { ChainLink, Report, Stance } from '../records/report.ts'
import type { Span } from '../records/span.ts'
import { toPartKeys } from '../records/to-part-keys.ts'
import { callsFalse } from './calls-false.ts'
import { isDoubted } from './is-doubted.ts'
import { judgeCue } from './judge-cue.ts'
import type { FindOutlet } from './open-outlets.ts'
import type { PrintedArticle } from './printed-article.ts'
import { isDeniedByRelay, toChains } from './to-chain.ts'

/** What reports are made with, beside the article and its reading. */
export interface ReportMaking {
  readonly readingId: string
  readonly findOutlet: FindOutlet
  /** Makes an id out of what tells a report from every other. */
  readonly toId: (key: string) => string
}

/**
 * What an article reports: every statement with a content and every event with evidence, each with its chain;
 * statements before events, each in order of the text.
 *
 * The proposition of a statement is its content and that of an event its evidence; where there are words between
 * their parts, “ … ” stands for them.
 *
 * A report’s id tells the article and the word that makes the statement or the event: judging it, or another, leaves it.
 */
export function toReports(article: PrintedArticle, reading: Reading, making: ReportMaking): Report[] {
  const chains = new Map<number | null, ChainLink[][]>()
  const chainsOf = (statement: number | null) => {
    const known = chains.get(statement)
    if (known) return known
    const made = toChains(article, reading, statement, making.findOutlet)
    chains.set(statement, made)
    return made
  }
  const reliability =
    article.outlet === null ? null : (making.findOutlet(article.outlet)?.reliability ?? null)
  const { statements, events } = toPartKeys(reading)
  const relayed = findRelayed(article.text, reading)
  const keysOf = { statement: statements, event: events }
  const wordsOf = (span: Span) => article.text.slice(span.start, span.end)
  const nameOf = (participant: Participant | null): string | null => {
    if (!participant) return null
    const actor = participant.actor === null ? undefined : reading.actors[participant.actor]
    return actor?.name ?? participant.entity ?? wordsOf(participant)
  }

  function make(
    kind: Report['kind'],
    ordinal: number,
    parts: readonly Span[],
    statement: number | null,
    told: Pick<Report, 'modality' | 'eventType' | 'actor' | 'recipient' | 'day' | 'place' | 'counts'>,
  ): Report {
    const span = {
      start: Math.min(...parts.map(({ start }) => start)),
      end: Math.max(...parts.map(({ end }) => end)),
    }
    const said = statement === null ? null : (reading.statements[statement] ?? null)
    const [chain = [], ...others] = chainsOf(statement)
    const sentence = sentenceAt(reading, said && kind === 'statement' ? said.cue.start : span.start) ?? span
    const proposition = parts.map(wordsOf).join(' … ')
    return {
      id: making.toId(JSON.stringify([article.id, kind, keysOf[kind][ordinal]])),
      articleId: article.id,
      readingId: making.readingId,
      title: article.title,
      outlet: article.outlet,
      reliability,
      publishedAt: article.publishedAt?.value ?? null,
      addedAt: null,
      kind,
      ordinal,
      within: kind === 'event' ? statement : (said?.nestedIn ?? null),
      source: said?.source ? wordsOf(said.source) : null,
      sourceEntity: said?.sourceEntity ?? null,
      relayed: kind === 'statement' ? (relayed.get(ordinal)?.name ?? null) : null,
      proposition,
      ...told,
      stance:
        said && (isDeniedByRelay(reading, said) || isUndeniable(proposition))
          ? 'attributes'
          : ((kind === 'statement' || !isPlain(told.modality) ? judgeTeller(article.text, said) : null) ??
            toStance(
              told.modality,
              said !== null,
              kind === 'statement' && (callsFalse(proposition) || relayed.get(ordinal)?.isDenial === true),
            )),
      chain,
      together: others.flatMap((other) => other.at(-1) ?? []),
      bonds: [],
      span,
      sentence: { start: sentence.start, end: sentence.end },
      sentenceText: wordsOf(sentence),
    }
  }

  return [
    ...reading.statements.flatMap((statement, ordinal) => {
      if (!statement.content || saysNothing(article.text, reading, statement, statement.content)) return []
      if (isHeadOfDisbelief(article.text, reading, statement)) return []
      const parts = toldParts(article.text, reading, statement, statement.content)
      return [make('statement', ordinal, parts, ordinal, ofStatement(statement, reading))]
    }),
    ...reading.events.flatMap((event, ordinal) => {
      if (event.evidence.length === 0) return []
      const told = {
        ...ofEvent(event),
        actor: nameOf(event.actor),
        recipient: nameOf(event.recipient),
        place: event.where && placeIn(article.text, reading, event.where),
      }
      return [make('event', ordinal, wholeNames(article.text, event, reading), event.statement, told)]
    }),
  ]
}

/** By index of a statement, who says the first that it relays: “he” of “that he would go” by his name. */
function findRelayed(text: string, { statements }: Reading): Map<number, Relayed> {
  const relayed = new Map<number, Relayed>()
  for (const { nestedIn, source, sourceEntity, cue, content, modality } of statements) {
    const outer = nestedIn === null ? undefined : statements[nestedIn]
    if (nestedIn === null || !source || !outer?.content || relayed.has(nestedIn)) continue
    const isWhole =
      content !== null &&
      cue.start - outer.content.start < headOfDenial &&
      content.end + 2 >= outer.content.end &&
      content.start > cue.start
    relayed.set(nestedIn, {
      name: sourceEntity ?? text.slice(source.start, source.end),
      isDenial: isWhole && modality === 'denied' && outer.modality === 'reported',
    })
  }
  return relayed
}

interface Relayed {
  readonly name: string
  /** Whether all that is relayed is that somebody denies something: “the agency said that the ministry denied that …”. */
  readonly isDenial: boolean
}

/** In UTF-16 units, from the beginning of what is relayed to the word that denies. */
const headOfDenial = 100

function ofStatement(
  statement: Statement,
  { events }: Reading,
): Pick<Report, 'modality' | 'eventType' | 'actor' | 'recipient' | 'day' | 'place' | 'counts'> {
  const { content, when, modality } = statement
  const within = events.filter(
    ({ evidence: [first] }) => first && content && first.start >= content.start && first.end <= content.end,
  )
  return {
    modality,
    eventType: null,
    actor: null,
    recipient: null,
    day: when && { from: when.from, to: when.to },
    place: null,
    counts: within.flatMap(({ counts }) => counts),
  }
}

const ofEvent = ({ type, modality, when, counts }: Event) => ({
  modality,
  eventType: type,
  day: when && { from: when.from, to: when.to },
  counts,
})

/** “Minsk” of “in the Belarusian capital, Minsk”: the last place that the words name; the words where they name none. */
function placeIn(text: string, { mentions }: Reading, where: Span): string {
  const named = mentions.findLast(
    ({ start, end, type }) =>
      start >= where.start && end <= where.end && (type === 'GPE' || type === 'LOC' || type === 'ORG'),
  )
  return named ? (named.entity ?? text.slice(named.start, named.end)) : text.slice(where.start, where.end)
}

/** “doubts that Quintero, who met Veresk, will resign” does not doubt that they met. */
const isPlain = (modality: Report['modality']) => modality === 'fact' || modality === 'reported'

/** How whoever says it stands to it, where the words that attribute it tell; null elsewhere, and for the outlet itself. */
function judgeTeller(text: string, said: Statement | null): Stance | null {
  if (said === null) return null
  return judgeCue(text, said) ?? (isDoubted(text, said) ? 'doubts' : null)
}

/** “It can’t be denied that …” says it twice over. */
const isUndeniable = (proposition: string) =>
  /\b(?:can(?:['’]t|not| not)|could(?:n['’]t| not)) be (?:denied|disputed|doubted)\b/i.test(proposition)

/** The evidence of an event from the first word of who did it to the last of a name: “Anton Veresk … Lucía Ferrán”. */
function wholeNames(text: string, { evidence, actor }: Event, { mentions }: Reading): Span[] {
  return evidence.map(({ start, end }) => {
    // “of Morvenia Anton Veresk received …” begins in the middle of a name, “at the sanctions that it imposed” of a phrase.
    const preposition = /^(?:of|from|for|by|at|in|on|to|with)\s+/i.exec(text.slice(start, end))?.[0] ?? ''
    const isName = actor !== null && /^\p{Lu}/u.test(text.slice(actor.start, actor.end))
    const from =
      preposition !== '' && isName && actor.start > start && actor.end <= end && actor.start - start < 40
        ? actor.start
        : start + preposition.length
    const name = mentions.find((mention) => mention.start < end && end < mention.end)
    return { start: from, end: name?.end ?? end }
  })
}

/** “welcomed the decision”, “discussed trade”: one noun that is plainly told of tells no proposition. */
function saysNothing(text: string, { sentences }: Reading, statement: Statement, content: Span): boolean {
  if (statement.modality !== 'reported' || statement.kind === 'direct') return false
  const words = text.slice(content.start, content.end)
  if (words.length > 60 || /["“”]/.test(words)) return false
  const tokens = (sentences[statement.sentence]?.tokens ?? []).filter(
    ({ start, end }) => start >= content.start && end <= content.end,
  )
  return (
    tokens.length > 0 &&
    !tokens.some(({ upos }) => upos === 'VERB') &&
    tokens.filter(({ upos }) => /^(?:NOUN|PROPN|ADJ|NUM)$/.test(upos)).length <= 1
  )
}

/** “refused to believe that …”, of which “believe that …” is read as well: one saying, told by that one. */
function isHeadOfDisbelief(text: string, { statements }: Reading, { cue, content }: Statement): boolean {
  if (content === null || !/^refus\p{L}+$/iu.test(text.slice(cue.start, cue.end))) return false
  const [, believe = ''] =
    /^(to \p{L}{0,12}\s?)believe\b/iu.exec(text.slice(content.start, content.start + 40)) ?? []
  return believe !== '' && statements.some((other) => other.cue.start === content.start + believe.length)
}

/**
 * The words of what is said. Where they are no clause, what the source did with them stands before them: “would not rule
 * out the use of force”, “called it an invention”.
 */
function toldParts(
  text: string,
  { sentences }: Reading,
  { content, contentParts, cue, sentence: at }: Statement,
  whole: Span,
): readonly Span[] {
  const parts = contentParts.length > 0 ? contentParts : [whole]
  const sentence = sentences[at]
  if (!content || !sentence || cue.end > content.start || content.end > sentence.end) return parts
  const isClause = sentence.tokens.some(
    ({ start, end, upos, features }) =>
      start >= content.start &&
      end <= content.end &&
      /^(?:VERB|AUX)$/.test(upos) &&
      /VerbForm=Fin/.test(features ?? ''),
  )
  if (isClause || /["“”]/.test(text.slice(content.start, content.end).charAt(0))) return parts
  const before =
    /(?:\b(?:would|will|could|can|may|might|must|should|did|does|do|has|have|had|is|was|were|been|not|never|also)\s+|n['’]t\s+)+$/i.exec(
      text.slice(sentence.start, cue.start),
    )?.[0]
  return [{ start: cue.start - (before?.length ?? 0), end: content.end }]
}

/** “said that the report was false” denies what was reported, though it says something. */
function toStance(modality: Report['modality'], isAttributed: boolean, isCalledFalse: boolean): Stance {
  // Of “has neither confirmed nor denied that …” no modality is told: nothing was said of it.
  if (modality === 'no-comment' || modality === 'asked' || (isAttributed && modality === null))
    return 'silent'
  if (modality === 'denied' || modality === 'negated' || isCalledFalse) return 'denies'
  return isAttributed ? 'attributes' : 'asserts'
}

const sentenceAt = ({ sentences }: Reading, place: number) => {
  let [low, high] = [0, sentences.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle]?.end ?? 0) <= place) low = middle + 1
    else high = middle
  }
  const found = sentences[low]
  return found && found.start <= place ? found : null
}

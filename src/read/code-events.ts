import { eventTypes } from '../records/event-types.ts'
import type { Event, Mention, Participant, Sentence, Statement, Time } from '../records/reading.ts'
import type { CountryName, Cues, EventPattern } from '../records/resources.ts'
import type { Span } from '../records/span.ts'
import { nounPhraseAfter } from './find-noun-phrase.ts'
import { subjectBefore } from './find-subject.ts'
import { firstIndex } from './first-index.ts'
import { judgeEvent } from './modality/judge-event.ts'
import { type SentenceView, spanOf, viewSentences } from './sentence-view.ts'
import type { TokenRange } from './token-range.ts'
import { auxiliaries, determiners, finiteVerbs, possessives } from './word-classes.ts'

interface Annotations {
  readonly sentences: readonly Sentence[]
  readonly mentions: readonly Mention[]
  readonly times: readonly Time[]
  readonly statements: readonly Statement[]
}

interface IndexedStatement {
  readonly statement: Statement
  /** In the reading’s statements. */
  readonly index: number
}

interface Nearby {
  readonly mentions: readonly Mention[]
  readonly times: readonly Time[]
  readonly statements: readonly IndexedStatement[]
}

const none: ReadonlySet<number> = new Set()

/**
 * Codes who did what to whom where a pattern of the codebook has a named actor before it and a named recipient
 * after it; one event per happening, its mentions merged as evidence. Prefers missing an event to inventing one.
 */
export function codeEvents(
  text: string,
  annotations: Annotations,
  patterns: ReadonlyMap<string, readonly EventPattern[]>,
  countries: ReadonlyMap<string, CountryName>,
  cues: Cues,
): Event[] {
  const events: Event[] = []
  for (const view of viewSentences(text, annotations.sentences, [])) {
    for (let i = 1; i < view.wordEnd; i++) {
      if (!patterns.has(view.lower[i] ?? '')) continue
      const event = codeAt(text, view, i, nearbyOf(view, annotations), patterns, countries, cues)
      if (event) addOrMerge(events, event)
    }
  }
  return events
}

function codeAt(
  text: string,
  view: SentenceView,
  i: number,
  nearby: Nearby,
  patterns: ReadonlyMap<string, readonly EventPattern[]>,
  countries: ReadonlyMap<string, CountryName>,
  cues: Cues,
): Event | null {
  const before = view.lower[i - 1] ?? ''
  if (
    determiners.has(before) ||
    possessives.has(before) ||
    /^(?:be|been|being|is|are|was|were|of|to)$/.test(before)
  )
    return null
  for (const pattern of patterns.get(view.lower[i] ?? '') ?? []) {
    const after = matchFollow(view, i + 1, pattern.follow)
    if (after === -1) continue
    const type = eventTypes.find((known) => known === pattern.type)
    const subject = subjectBefore(view, i, none)
    const object = nounPhraseAfter(view, after, none)
    const actor = subject && toParticipant(text, view, subject, nearby.mentions, countries)
    const recipient = object && toParticipant(text, view, object, nearby.mentions, countries)
    if (!type || !actor || !recipient || !subject || !object || actor.entity === recipient.entity) continue
    const evidence = spanOf(view, subject.from, object.to)
    if (!evidence) continue
    const statement = statementAround(nearby.statements, evidence)
    const { modality, condition, auxiliaries } = judgeEvent(view, i, {
      statement: statement?.statement ?? null,
      cues,
    })
    return {
      type,
      mode: pattern.mode,
      cameo: pattern.cameo,
      quadClass: null,
      goldstein: null,
      contexts: [],
      auxiliaries,
      actor,
      recipient,
      when: whenOf(view, nearby.times),
      where: whereOf(text, view, object.to, nearby.mentions),
      modality,
      condition: condition && spanOf(view, condition.from, condition.to),
      statement: statement?.index ?? null,
      trigger: null,
      instrument: null,
      counts: [],
      evidence: [evidence],
    }
  }
  return null
}

/** Index of the token after a pattern’s words; -1 when they do not follow. */
function matchFollow(view: SentenceView, from: number, follow: readonly string[]): number {
  let at = from
  for (let w = 0; w < follow.length; w++) {
    if (follow[w] !== '*') {
      if (view.lower[at] !== follow[w]) return -1
      at++
      continue
    }
    const wanted = follow[w + 1]
    let skipped = 0
    while (view.lower[at] !== wanted) {
      const word = view.lower[at] ?? ','
      if (skipped++ >= 5 || !/^[\p{L}\p{N}’'-]/u.test(word) || finiteVerbs.has(word) || auxiliaries.has(word))
        return -1
      at++
    }
  }
  return at
}

/**
 * The named one that a noun phrase speaks of: a person or body named in it, or an office that belongs to a
 * country (“San Telmo’s ambassador to Aldany” is San Telmo’s); null when the phrase names nobody.
 */
function toParticipant(
  text: string,
  view: SentenceView,
  range: TokenRange,
  mentions: readonly Mention[],
  countries: ReadonlyMap<string, CountryName>,
): Participant | null {
  const comma = view.lower.indexOf(',', range.from)
  const span = spanOf(view, range.from, comma !== -1 && comma < range.to ? comma : range.to)
  if (!span) return null
  const inside = mentions.filter((mention) => mention.start >= span.start && mention.end <= span.end)
  const countryOf = (mention: Mention | undefined) =>
    mention
      ? (countries.get(text.slice(mention.start, mention.end).replaceAll("'", '’'))?.country.iso3 ?? null)
      : null
  const person = inside.findLast((mention) => mention.type === 'PER')
  const [first] = inside
  const named =
    person ?? (first && /^(?:GPE|ORG)$/.test(first.type) && first.end === span.end ? first : undefined)
  if (named) {
    const country = countryOf(named === person ? inside.find((mention) => mention.end < named.start) : named)
    return { start: named.start, end: named.end, entity: named.entity, country, code: country, actor: null }
  }
  if (!first || !(first.type === 'GPE' || countryOf(first) || first.type === 'PER' || first.type === 'ORG'))
    return null
  const country = countryOf(first)
  return { ...span, entity: text.slice(span.start, span.end), country, code: country, actor: null }
}

/** The smallest content that holds the words. */
function statementAround(statements: Nearby['statements'], evidence: Span): IndexedStatement | null {
  let best: IndexedStatement | null = null
  for (const candidate of statements) {
    const { contentParts } = candidate.statement
    if (!contentParts.some((part) => part.start <= evidence.start && part.end >= evidence.end)) continue
    if (!best || lengthOf(candidate.statement) < lengthOf(best.statement)) best = candidate
  }
  return best
}

const lengthOf = ({ content }: Statement) => (content ? content.end - content.start : 0)

/** How many sentences a quotation may run on after the one that says whose it is, or before. */
const statementReach = 12

/** What was found in and around a sentence, out of lists in the order of the text. */
function nearbyOf(view: SentenceView, { mentions, times, statements }: Annotations): Nearby {
  const { start, end } = view.sentence
  const inside = <Found extends Span>(found: readonly Found[]) =>
    found.slice(
      firstIndex(found, (span) => span.start >= start),
      firstIndex(found, (span) => span.start >= end),
    )
  const from = firstIndex(statements, ({ sentence }) => sentence >= view.index - statementReach)
  const to = firstIndex(statements, ({ sentence }) => sentence > view.index + statementReach)
  return {
    mentions: inside(mentions),
    times: inside(times),
    statements: statements.slice(from, to).map((statement, k) => ({ statement, index: from + k })),
  }
}

/** The day the sentence names, when it names just one that can be placed. */
function whenOf(view: SentenceView, times: readonly Time[]): Event['when'] {
  const placed = times.filter(
    (time) => time.from !== null && time.start >= view.sentence.start && time.end <= view.sentence.end,
  )
  const [only] = placed
  if (!only || placed.length > 1) return null
  const days = (Date.parse(only.to ?? '') - Date.parse(only.from ?? '')) / 86_400_000
  const precision = days === 0 ? 'day' : days <= 7 ? 'week' : days <= 31 ? 'month' : 'year'
  return { from: only.from, to: only.to, precision, basis: 'said', time: null }
}

/** “… in Selgrad”: a place named right after what happened. */
function whereOf(text: string, view: SentenceView, after: number, mentions: readonly Mention[]): Span | null {
  for (let k = after; k < Math.min(view.wordEnd, after + 3); k++) {
    if (!/^(?:in|at|near)$/.test(view.lower[k] ?? '')) continue
    const token = view.sentence.tokens[k + 1]
    const place = mentions.find(
      (mention) => mention.start === token?.start && /^(?:GPE|LOC|MISC)$/.test(mention.type),
    )
    return place && !/^\d/.test(text.slice(place.start)) ? { start: place.start, end: place.end } : null
  }
  return null
}

function addOrMerge(events: Event[], event: Event): void {
  const at = events.findIndex(
    (known) =>
      known.type === event.type &&
      known.actor?.entity === event.actor?.entity &&
      known.recipient?.entity === event.recipient?.entity &&
      known.modality === event.modality &&
      (known.when === null || event.when === null || known.when.from === event.when.from),
  )
  const known = events[at]
  if (known)
    events[at] = {
      ...known,
      when: known.when ?? event.when,
      where: known.where ?? event.where,
      evidence: [...known.evidence, ...event.evidence],
    }
  else events.push(event)
}

import type { Article } from '../records/article.ts'
import type { Actor, Count, Event, Participant, Reading } from '../records/reading.ts'
import type { Span } from '../records/span.ts'

/** Words of an article with their place: `text.slice(start, end) === words`. */
export interface Quote extends Span {
  readonly words: string
}

/** One who takes part in an event, with everything known of them. */
export interface RowActor extends Quote {
  readonly name: string | null
  readonly kind: Actor['kind'] | null
  readonly role: string | null
  /** ISO 3166-1 alpha-3. */
  readonly country: string | null
  /** CAMEO actor code: BLRGOV. */
  readonly code: string | null
  readonly wikidata: string | null
}

/** One link of the chain through which an event reached the article. */
export interface RowSource {
  /** As the article writes them; null where nobody is named (“reportedly”). */
  readonly words: string | null
  readonly name: string | null
  readonly code: string | null
  readonly cue: string
}

/** One event of one article, with all of its words: what the formats for events are written from. */
export interface EventRow {
  /** Article and ordinal: `3f9a…#event-2`; the same as long as article and reader are. */
  readonly id: string
  readonly article: Pick<Article, 'id' | 'url' | 'title' | 'outlet' | 'language'> & {
    readonly publishedAt: string | null
  }
  readonly type: Event['type']
  readonly mode: string | null
  readonly cameo: string | null
  readonly quadClass: number | null
  readonly goldstein: number | null
  readonly contexts: readonly string[]
  readonly auxiliaries: Event['auxiliaries']
  readonly actor: RowActor | null
  readonly recipient: RowActor | null
  readonly when: Pick<NonNullable<Event['when']>, 'from' | 'to' | 'precision' | 'basis'> | null
  readonly where: Quote | null
  readonly modality: Event['modality']
  readonly condition: Quote | null
  readonly trigger: Quote | null
  readonly instrument: Quote | null
  readonly counts: readonly (Quote & Omit<Count, 'start' | 'end'>)[]
  /** Who says so, the nearest to the event first; empty in the outlet’s own voice. */
  readonly saidBy: readonly RowSource[]
  /** The sentence of its first evidence. */
  readonly sentence: Quote | null
  readonly evidence: readonly Quote[]
  /** `name@version` of everything that read it. */
  readonly stages: readonly string[]
}

/** Lays out the events of an article, in order; empty when nothing was coded. */
export function toEventRows(article: Article, reading: Reading): EventRow[] {
  const quote = (span: Span): Quote => ({
    words: article.text.slice(span.start, span.end),
    start: span.start,
    end: span.end,
  })
  const orNull = (span: Span | null) => (span ? quote(span) : null)
  const { id, url, title, outlet, language, publishedAt } = article
  return reading.events.map((event, ordinal) => ({
    id: `${id}#event-${ordinal + 1}`,
    article: { id, url, title, outlet, language, publishedAt: publishedAt?.value ?? null },
    type: event.type,
    mode: event.mode,
    cameo: event.cameo,
    quadClass: event.quadClass,
    goldstein: event.goldstein,
    contexts: event.contexts,
    auxiliaries: event.auxiliaries,
    actor: toRowActor(event.actor, reading.actors, quote),
    recipient: toRowActor(event.recipient, reading.actors, quote),
    when: event.when && {
      from: event.when.from,
      to: event.when.to,
      precision: event.when.precision,
      basis: event.when.basis,
    },
    where: orNull(event.where),
    modality: event.modality,
    condition: orNull(event.condition),
    trigger: orNull(event.trigger),
    instrument: orNull(event.instrument),
    counts: event.counts.map(({ start, end, ...count }) => ({ ...quote({ start, end }), ...count })),
    saidBy: findChain(event, reading, quote),
    sentence: orNull(sentenceOf(event, reading)),
    evidence: event.evidence.map(quote),
    stages: reading.stages,
  }))
}

function toRowActor(
  participant: Participant | null,
  actors: readonly Actor[],
  quote: (span: Span) => Quote,
): RowActor | null {
  if (!participant) return null
  const actor = participant.actor === null ? null : (actors[participant.actor] ?? null)
  return {
    ...quote(participant),
    name: actor?.name ?? participant.entity,
    kind: actor?.kind ?? null,
    role: actor?.role ?? null,
    country: participant.country,
    code: participant.code,
    wikidata: actor?.wikidata ?? null,
  }
}

/** From the statement that holds the event outwards, through every statement that relays it. */
function findChain(event: Event, reading: Reading, quote: (span: Span) => Quote): RowSource[] {
  const chain: RowSource[] = []
  const seen = new Set<number>()
  let next = event.statement
  while (next !== null && !seen.has(next)) {
    seen.add(next)
    const statement = reading.statements[next]
    if (!statement) break
    const actor = statement.sourceActor === null ? null : reading.actors[statement.sourceActor]
    chain.push({
      words: statement.source && quote(statement.source).words,
      name: statement.sourceEntity ?? actor?.name ?? null,
      code: actor?.code ?? null,
      cue: quote(statement.cue).words,
    })
    next = statement.nestedIn
  }
  return chain
}

function sentenceOf({ evidence }: Event, { sentences }: Reading): Span | null {
  const [first] = evidence
  if (!first) return null
  return sentences.find(({ start, end }) => start <= first.start && first.start < end) ?? null
}

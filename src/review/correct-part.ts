import type { Actor, Event, Mention, Participant, Sentence, Statement } from '../records/reading.ts'
import type { SaidOfEvent, SaidOfMention, SaidOfStatement } from '../records/review.ts'
import type { Span } from '../records/span.ts'

/** What corrected words are looked up in. */
export interface Around {
  readonly text: string
  readonly sentences: readonly Sentence[]
  readonly actors: readonly Actor[]
}

/** The mention as it is said to be. No machine is sure of it any more. */
export function correctMention(mention: Mention, { span, type, entity }: SaidOfMention): Mention {
  return {
    ...mention,
    ...(span && bare(span)),
    ...(type && { type }),
    ...(entity !== undefined && { entity }),
    confidence: null,
  }
}

/** The statement as it is said to be: who the source is follows from the words. */
export function correctStatement(statement: Statement, said: SaidOfStatement, around: Around): Statement {
  const cue = bare(said.cue ?? statement.cue)
  const source = said.source === undefined ? statement.source : said.source && bare(said.source)
  const content = said.content === undefined ? statement.content : said.content && bare(said.content)
  const isAsItWas = said.content === undefined && said.source === undefined && said.cue === undefined
  const actor = source === null ? null : findActor(around.actors, source)
  return {
    ...statement,
    cue,
    source,
    content,
    contentParts: isAsItWas ? statement.contentParts : cutOut(around.text, content, source, cue),
    ...(said.content !== undefined && { kind: judgeKind(around.text, content) }),
    ...(said.modality !== undefined && { modality: said.modality }),
    ...(said.source !== undefined && {
      sourceActor: actor,
      sourceEntity: actor === null ? null : (around.actors[actor]?.name ?? null),
    }),
    sentence: sentenceOf(around.sentences, cue.start) ?? statement.sentence,
    confidence: null,
  }
}

/** The event as it is said to be. A CAMEO code and a mode belong to a type: they go with it. */
export function correctEvent(event: Event, said: SaidOfEvent, around: Around): Event {
  const participant = (span: Span | null) => span && toParticipant(span, around)
  return {
    ...event,
    ...(said.type !== undefined &&
      said.type !== event.type && {
        type: said.type,
        mode: null,
        cameo: null,
        goldstein: null,
        quadClass: quadClasses[said.type],
      }),
    ...(said.evidence && { evidence: [bare(said.evidence)] }),
    ...(said.trigger && { trigger: bare(said.trigger) }),
    ...(said.actor !== undefined && { actor: participant(said.actor) }),
    ...(said.recipient !== undefined && { recipient: participant(said.recipient) }),
    ...(said.where !== undefined && { where: said.where && bare(said.where) }),
    ...(said.when !== undefined && {
      when: said.when && {
        from: said.when.from,
        to: said.when.to,
        precision: said.when.from === said.when.to ? ('day' as const) : ('interval' as const),
        basis: 'said' as const,
        time: null,
      },
    }),
    ...(said.modality !== undefined && { modality: said.modality }),
  }
}

/** PLOVER’s quad class of each type. */
const quadClasses: Readonly<Record<Event['type'], 1 | 2 | 3 | 4>> = {
  AGREE: 1,
  CONSULT: 1,
  SUPPORT: 1,
  CONCEDE: 1,
  COOPERATE: 2,
  AID: 2,
  RETREAT: 2,
  REQUEST: 3,
  ACCUSE: 3,
  REJECT: 3,
  THREATEN: 3,
  PROTEST: 4,
  SANCTION: 4,
  MOBILIZE: 4,
  COERCE: 4,
  ASSAULT: 4,
}

function toParticipant(span: Span, { actors }: Around): Participant {
  const index = findActor(actors, span)
  const actor = index === null ? null : actors[index]
  return {
    ...bare(span),
    entity: actor?.name ?? null,
    country: actor?.country ?? null,
    code: actor?.code ?? null,
    actor: index,
  }
}

/** Who is meant by words: the actor of whom they hold most, the first of several. */
function findActor(actors: readonly Actor[], { start, end }: Span): number | null {
  let [found, most] = [null as number | null, 0]
  for (const [i, { spans }] of actors.entries()) {
    for (const span of spans) {
      if (span.start < start || span.end > end || span.end - span.start <= most) continue
      ;[found, most] = [i, span.end - span.start]
    }
  }
  return found
}

/** The pieces of a content around an attribution in its middle: “We stay,” he said, “until spring.” */
function cutOut(text: string, content: Span | null, source: Span | null, cue: Span): Span[] {
  if (content === null) return []
  const within = [cue, ...(source ? [source] : [])].filter(
    ({ start, end }) => start >= content.start && end <= content.end,
  )
  if (within.length === 0) return [content]
  const gap = {
    start: Math.min(...within.map(({ start }) => start)),
    end: Math.max(...within.map(({ end }) => end)),
  }
  return [
    { start: content.start, end: gap.start },
    { start: gap.end, end: content.end },
  ].flatMap((piece) => trim(text, piece) ?? [])
}

/** Without the blanks and the comma before and after an attribution; null where nothing is left. */
function trim(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().replace(/^,\s*/, '').length
  const to = end - (words.length - words.trimEnd().length)
  return from < to ? { start: from, end: to } : null
}

/** “We stay” is direct; that “a band of thieves” had done it is mixed. */
function judgeKind(text: string, content: Span | null): Statement['kind'] {
  const words = content === null ? '' : text.slice(content.start, content.end).trim()
  if (!/["“”«„]/.test(words)) return 'indirect'
  return /^["“«„]/.test(words) && /["”»“][.,!?]?$/.test(words) ? 'direct' : 'mixed'
}

/** Index of the sentence at a place; null where there is none. */
export function sentenceOf(sentences: readonly Sentence[], place: number): number | null {
  const found = sentences.findIndex(({ start, end }) => start <= place && place < end)
  return found === -1 ? null : found
}

const bare = ({ start, end }: Span): Span => ({ start, end })

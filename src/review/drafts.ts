import type { Actor, Event, Mention, Participant, Reading, Statement } from '../records/reading.ts'
import type { ReviewPart } from '../records/review.ts'
import type { Span } from '../records/span.ts'

/** A part on its way through the acts; what counts others counts them as drafts, by index, until the end. */
export interface Draft<Part> {
  part: Part
  isRejected: boolean
  /** Whether it may stand elsewhere in the order of the text than it did. */
  isMoved: boolean
  /** What it is known by whatever is made of it, as `toPartKeys` has it; a mention needs none. */
  readonly key: string
  /** Ids of the acts that found it. */
  readonly acts: string[]
}

export interface Drafts {
  readonly mention: Draft<Mention>[]
  readonly statement: Draft<Statement>[]
  readonly event: Draft<Event>[]
}

/** By index of the draft, its index in the end; null where it is rejected. */
export type Places = Readonly<Record<ReviewPart, readonly (number | null)[]>>

export const findPlaces = ({ mention, statement, event }: Drafts): Places => ({
  mention: placesOf(mention),
  statement: placesOf(statement),
  event: placesOf(event),
})

/** Where a part stands in the order of the text. */
export function placeOf(part: Mention | Statement | Event): number {
  if ('cue' in part) return part.cue.start
  if ('evidence' in part)
    return Math.min(...[...part.evidence, ...(part.trigger ? [part.trigger] : [])].map(startOf))
  return part.start
}

const startOf = ({ start }: Span) => start

/** What has not moved keeps its order, since the machine’s is finer than one number; the rest is put in before what follows it. */
function placesOf(drafts: readonly Draft<Mention | Statement | Event>[]): (number | null)[] {
  const all = drafts.map((draft, index) => ({ ...draft, index, place: placeOf(draft.part) }))
  const order = all.filter(({ isMoved }) => !isMoved)
  for (const moved of all.filter(({ isMoved }) => isMoved)) {
    const before = order.findIndex(({ place }) => place > moved.place)
    order.splice(before === -1 ? order.length : before, 0, moved)
  }
  const places: (number | null)[] = drafts.map(() => null)
  for (const [place, { index }] of order.filter(({ isRejected }) => !isRejected).entries())
    places[index] = place
  return places
}

/** The reading of these drafts, with everything counted anew. */
export function toReviewed(machine: Reading, drafts: Drafts, places: Places): Reading {
  const { actors, actorPlaces } = toActors(machine, drafts.mention)
  const actorAt = (index: number | null) => (index === null ? null : (actorPlaces[index] ?? null))
  const participant = (one: Participant | null) => one && { ...one, actor: actorAt(one.actor) }
  const statementAt = (index: number | null) => {
    const standing = findStanding(drafts.statement, index)
    return standing === null ? null : (places.statement[standing] ?? null)
  }
  return {
    ...machine,
    mentions: settle(drafts.mention, places.mention, ({ part }) => part),
    references: machine.references.flatMap((reference) => {
      const mention = places.mention[reference.mention] ?? null
      return mention === null ? [] : [{ ...reference, mention }]
    }),
    actors,
    statements: settle(drafts.statement, places.statement, ({ part }) => ({
      ...part,
      nestedIn: statementAt(part.nestedIn),
      sourceActor: actorAt(part.sourceActor),
      addresseeActor: actorAt(part.addresseeActor),
    })),
    events: settle(drafts.event, places.event, ({ part }) => {
      const statement = statementAt(part.statement)
      const isOwn = part.statement !== null && statement === null && part.modality === 'reported'
      return {
        ...part,
        actor: participant(part.actor),
        recipient: participant(part.recipient),
        statement,
        // Nobody else says so any more: “reported” was the statement’s.
        modality: isOwn ? ('fact' as const) : part.modality,
      }
    }),
    partKeys: {
      statements: settle(drafts.statement, places.statement, ({ key }) => key),
      events: settle(drafts.event, places.event, ({ key }) => key),
    },
  }
}

function settle<Part, Told>(
  drafts: readonly Draft<Part>[],
  places: readonly (number | null)[],
  toPart: (draft: Draft<Part>) => Told,
): Told[] {
  const parts: Told[] = []
  for (const [i, draft] of drafts.entries()) {
    const place = places[i] ?? null
    if (place !== null) parts[place] = toPart(draft)
  }
  return parts
}

/** The statement itself, or the nearest that relays it and is not rejected. */
function findStanding(statements: readonly Draft<Statement>[], index: number | null): number | null {
  const seen = new Set<number>()
  let at = index
  while (at !== null && !seen.has(at)) {
    const draft = statements[at]
    if (draft === undefined) return null
    if (!draft.isRejected) return at
    seen.add(at)
    at = draft.part.nestedIn
  }
  return null
}

/** Actors without the words of mentions that are none, with those of mentions that reach elsewhere; nobody without words. */
function toActors(
  { actors, mentions }: Reading,
  drafts: readonly Draft<Mention>[],
): { actors: Actor[]; actorPlaces: (number | null)[] } {
  const changed = new Map<string, Span | null>()
  for (const [i, mention] of mentions.entries()) {
    const draft = drafts[i]
    if (draft === undefined) continue
    if (draft.isRejected) changed.set(keyOf(mention), null)
    else if (keyOf(draft.part) !== keyOf(mention))
      changed.set(keyOf(mention), { start: draft.part.start, end: draft.part.end })
  }
  const kept: Actor[] = []
  const actorPlaces = actors.map((actor) => {
    if (!actor.spans.some((span) => changed.has(keyOf(span)))) return kept.push(actor) - 1
    const spans = actor.spans
      .flatMap((span) => (changed.has(keyOf(span)) ? (changed.get(keyOf(span)) ?? []) : span))
      .sort((a, b) => a.start - b.start)
    return spans.length === 0 ? null : kept.push({ ...actor, spans }) - 1
  })
  return { actors: kept, actorPlaces }
}

const keyOf = ({ start, end }: Span) => `${start} ${end}`

import type { Event, Mention, Reading, Statement } from '../records/reading.ts'
import type { PartAnchor, ReviewPart } from '../records/review.ts'
import type { Span } from '../records/span.ts'

/** The part of a reading at an index, told by its words; null where the reading has none there, or it has no words. */
export function toPartAnchor(
  textId: string,
  text: string,
  reading: Reading,
  part: ReviewPart,
  index: number,
): PartAnchor | null {
  const lists = { mention: reading.mentions, statement: reading.statements, event: reading.events }
  const found = lists[part][index]
  const told = found && tellPart(part, found)
  return told ? { textId, part, ...told, words: text.slice(told.span.start, told.span.end) } : null
}

/** What tells a part from the others of its kind. */
export type ToldPart = Pick<PartAnchor, 'head' | 'span' | 'type' | 'actor' | 'recipient'>

/** Tells a part by its words; null for an event that points at none. */
export function tellPart(part: ReviewPart, found: Mention | Statement | Event): ToldPart | null {
  if (part === 'mention') return tellMention(found as Mention)
  return part === 'statement' ? tellStatement(found as Statement) : tellEvent(found as Event)
}

function tellMention(mention: Mention): ToldPart {
  const span = bare(mention)
  return { head: span, span, type: mention.type, actor: null, recipient: null }
}

function tellStatement({ cue, content, source }: Statement): ToldPart {
  return {
    head: bare(cue),
    span: bare(content ?? cue),
    type: null,
    actor: source && bare(source),
    recipient: null,
  }
}

function tellEvent({ type, trigger, evidence, actor, recipient }: Event): ToldPart | null {
  const all = evidence.length > 0 ? evidence : trigger ? [trigger] : []
  const [first] = all
  if (first === undefined) return null
  return {
    head: bare(trigger ?? first),
    span: {
      start: Math.min(...all.map(({ start }) => start)),
      end: Math.max(...all.map(({ end }) => end)),
    },
    type,
    actor: actor && bare(actor),
    recipient: recipient && bare(recipient),
  }
}

const bare = ({ start, end }: Span): Span => ({ start, end })

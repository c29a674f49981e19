import { bareEvent, bareStatement } from '../records/bare-parts.ts'
import type { Event, Mention, Reading, Statement } from '../records/reading.ts'
import type { PartAct, ReviewPart, Said } from '../records/review.ts'
import type { Span } from '../records/span.ts'
import { toPartKey, toPartKeys } from '../records/to-part-keys.ts'
import { type Around, correctEvent, correctMention, correctStatement } from './correct-part.ts'
import { describeMissed } from './describe-missed.ts'
import { type Draft, type Drafts, findPlaces, placeOf, toReviewed } from './drafts.ts'
import { findPart } from './find-part.ts'
import { tellPart } from './to-part-anchor.ts'

/** Where an act stands in the reading that it was applied to; no index where its part is gone. */
export interface ReviewMark {
  readonly act: string
  readonly part: ReviewPart
  readonly index: number | null
}

export interface ReviewedReading {
  readonly reading: Reading
  readonly marks: readonly ReviewMark[]
  /** Ids of the acts that find no part here which they speak of. */
  readonly missed: readonly string[]
}

/**
 * Gives a reading as the acts have it: rejected parts are gone, corrected ones replaced, added ones put in, and whatever
 * counted them counts anew.
 *
 * The acts are those of this text that hold, in the order in which they were given: each is looked for in what the ones
 * before it made, so that a later one supersedes. One that finds nothing changes nothing and is told as a problem; one
 * that adds what the machine now finds by itself corrects that. `n` says how many acts the text has had, undone ones too:
 * `review@n` makes every state of the log a reading of its own.
 *
 * An event whose statement is rejected stands in the voice of whoever relays that, at last the outlet’s own.
 */
export function applyReview(
  text: string,
  machine: Reading,
  acts: readonly PartAct[],
  n: number,
): ReviewedReading {
  const keys = toPartKeys(machine)
  const drafts: Drafts = {
    mention: machine.mentions.map((mention) => toDraft(mention, '')),
    statement: machine.statements.map((statement, i) => toDraft(statement, keys.statements[i] ?? '')),
    event: machine.events.map((event, i) => toDraft(event, keys.events[i] ?? '')),
  }
  const around: Around = { text, sentences: machine.sentences, actors: machine.actors }
  const missed = acts.filter((act) => !applyAct(act, drafts, around))
  const places = findPlaces(drafts)
  const marks = acts.flatMap(({ id, target: { part } }) => {
    const at = drafts[part].findIndex((draft) => draft.acts.includes(id))
    return at === -1 ? [] : [{ act: id, part, index: places[part][at] ?? null }]
  })
  const reviewed = toReviewed(machine, drafts, places)
  return {
    reading: {
      ...reviewed,
      stages: [...machine.stages, `review@${n}`],
      problems: [...machine.problems, ...missed.map(describeMissed)],
    },
    marks,
    missed: missed.map(({ id }) => id),
  }
}

const toDraft = <Part>(part: Part, key: string): Draft<Part> => ({
  part,
  isRejected: false,
  isMoved: false,
  key,
  acts: [],
})

/** False where the act finds no part, or says words that are not in the text. */
function applyAct(act: PartAct, drafts: Drafts, around: Around): boolean {
  const { target } = act
  const { text } = around
  if (text.slice(target.span.start, target.span.end) !== target.words) return false
  if ('said' in act && !spansOf(act.said).every((span) => isWithin(span, text))) return false
  const list: Draft<Mention | Statement | Event>[] = drafts[target.part]
  const at = findPart(
    target,
    list.map(({ part }) => tellPart(target.part, part)),
  )
  const found = list[at]
  if (found === undefined) return act.kind === 'add' && add(act, drafts, around)
  found.acts.push(act.id)
  found.isRejected = act.kind === 'reject'
  if (!('said' in act)) return true
  const { mention, statement, event } = act.said
  const corrected =
    target.part === 'mention'
      ? mention && correctMention(found.part as Mention, mention)
      : target.part === 'statement'
        ? statement && correctStatement(found.part as Statement, statement, around)
        : event && correctEvent(found.part as Event, event, around)
  if (corrected) {
    found.isMoved ||= placeOf(corrected) !== placeOf(found.part)
    found.part = corrected
  }
  return true
}

/** Puts in a part that the machine has not. */
function add(act: PartAct, drafts: Drafts, around: Around): boolean {
  if (!('said' in act)) return false
  const { mention, statement, event } = act.said
  const { head, span, part } = act.target
  const more = { isRejected: false, isMoved: true, key: `${toPartKey(head)} ${act.id}`, acts: [act.id] }
  if (part === 'mention')
    drafts.mention.push({
      part: correctMention(
        { ...span, type: 'MISC', entity: null, role: null, confidence: null },
        mention ?? {},
      ),
      ...more,
    })
  else if (part === 'statement') {
    const said = { cue: head, content: span, source: null, ...statement }
    drafts.statement.push({
      part: correctStatement({ ...bareStatement, cue: head, nestedIn: holderOf(drafts, head) }, said, around),
      ...more,
    })
  } else {
    const said = { trigger: head, evidence: span, ...event }
    const holder = holderOf(drafts, span)
    const modality = holder === null ? 'fact' : (drafts.statement[holder]?.part.modality ?? 'reported')
    drafts.event.push({
      part: correctEvent({ ...addedEvent, modality, statement: holder }, said, around),
      ...more,
    })
  }
  return true
}

/** Index of the innermost statement whose content holds these words; null where nobody says them. */
function holderOf({ statement: statements }: Drafts, { start, end }: Span): number | null {
  let [found, shortest] = [null as number | null, Number.POSITIVE_INFINITY]
  for (const [i, { part, isRejected }] of statements.entries()) {
    const { content } = part
    if (isRejected || content === null || start < content.start || end > content.end) continue
    if (content.end - content.start < shortest) [found, shortest] = [i, content.end - content.start]
  }
  return found
}

/** What is added is a consultation until somebody says otherwise. */
const addedEvent: Event = { ...bareEvent, type: 'CONSULT', quadClass: 1 }

/** Every span that is said of a part. */
function spansOf({ mention, statement, event }: Said): Span[] {
  const spans = [
    mention?.span,
    statement?.cue,
    statement?.source,
    statement?.content,
    event?.evidence,
    event?.trigger,
    event?.actor,
    event?.recipient,
    event?.where,
  ]
  return spans.filter((span) => span !== undefined && span !== null)
}

const isWithin = ({ start, end }: Span, text: string) => start < end && end <= text.length

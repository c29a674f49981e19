import type { Codebook } from '../../records/codebook.ts'
import type { Event, Mention, Statement, Time } from '../../records/reading.ts'
import type { Cues } from '../../records/resources.ts'
import type { Span } from '../../records/span.ts'
import { firstIndex } from '../first-index.ts'
import { type SentenceView, spanOf } from '../sentence-view.ts'
import { earlierWithin } from '../times/earlier-within.ts'
import { placeEvent } from '../times/place-event.ts'
import type { EventAnnotations } from './event-annotations.ts'
import { findContexts } from './find-contexts.ts'
import { findCounts } from './find-counts.ts'
import type { Deed } from './find-deeds.ts'
import { findInstrument } from './find-instrument.ts'
import { findWhere } from './find-where.ts'
import { judgeDeed } from './judge-deed.ts'
import type { Tree } from './open-tree.ts'
import type { Pair } from './pair.ts'

/** A statement and its index in the reading. */
export interface IndexedStatement {
  readonly statement: Statement
  readonly index: number
}

/** What stands in and around a sentence. */
export interface Surroundings {
  readonly text: string
  mentionsIn(view: SentenceView): readonly Mention[]
  readonly times: readonly Time[]
  /** The article’s day, ISO 8601; null where nobody knows it. */
  readonly day: string | null
  readonly cues: Cues
  /** The smallest content of a statement that holds the words. */
  statementAround(view: SentenceView, span: Span): IndexedStatement | null
}

/** How many sentences a quotation may run on after the one that says whose it is, or before. */
const statementReach = 12

/** Opens what was found in a text, sentence by sentence. */
export function openSurroundings(
  text: string,
  { mentions, times, statements }: EventAnnotations,
  day: string | null,
  cues: Cues,
): Surroundings {
  const inside = <Found extends Span>(found: readonly Found[], { sentence }: SentenceView) =>
    found.slice(
      firstIndex(found, (span) => span.start >= sentence.start),
      firstIndex(found, (span) => span.start >= sentence.end),
    )
  const length = ({ content }: Statement) => (content ? content.end - content.start : 0)
  return {
    text,
    mentionsIn: (view) => inside(mentions, view),
    times,
    day,
    cues,
    statementAround(view, span) {
      const from = firstIndex(statements, ({ sentence }) => sentence >= view.index - statementReach)
      const to = firstIndex(statements, ({ sentence }) => sentence > view.index + statementReach)
      let best: IndexedStatement | null = null
      for (let index = from; index < to; index++) {
        const statement = statements[index]
        if (!statement?.contentParts.some((part) => part.start <= span.start && part.end >= span.end))
          continue
        if (!best || length(statement) < length(best.statement)) best = { statement, index }
      }
      return best
    },
  }
}

/**
 * Writes the record of a deed between two parties, and of the one before it where the words count: “his second meeting
 * in 17 days” tells of two. Empty where nothing is told.
 */
export function describeEvent(
  surroundings: Surroundings,
  tree: Tree,
  deed: Deed,
  { actor, recipient }: Pair,
  codebook: Codebook,
): Event[] {
  const cameo = codebook.cameo.get(deed.code)
  const { view } = tree
  const trigger = spanOf(view, deed.trigger, deed.trigger + 1)
  const words = wordsOf(tree, deed, [actor?.head ?? -1, recipient?.head ?? -1])
  const evidence = spanOf(view, words.from, words.to)
  if (!cameo || !trigger || !evidence) return []
  const found = surroundings.statementAround(view, trigger)
  const { modality, condition, auxiliaries } = judgeDeed(
    tree,
    deed,
    found?.statement ?? null,
    surroundings.cues,
  )
  if (modality === 'asked') return [] // “asked whether Aldany might offer shelter” tells no offer
  const when = fromSaying(
    placeEvent(view.sentence, deed.trigger, surroundings.times, surroundings.day),
    found?.statement ?? null,
    surroundings,
    view,
  )
  const event: Event = {
    type: cameo.type,
    mode: cameo.mode,
    cameo: cameo.code,
    quadClass: cameo.quadClass,
    goldstein: cameo.goldstein,
    contexts: findContexts(tree, words, codebook),
    auxiliaries,
    actor: actor?.participant ?? null,
    recipient: recipient?.participant ?? null,
    when,
    where: findWhere(tree, deed, surroundings.mentionsIn(view), recipient?.participant ?? null),
    modality,
    condition,
    statement: found?.index ?? null,
    trigger,
    instrument: findInstrument(tree, deed),
    counts: findCounts(tree, deed),
    evidence: [evidence],
  }
  const earlier = earlierWithin(view.sentence, deed.trigger, surroundings.times, when)
  return earlier ? [event, { ...event, when: earlier }] : [event]
}

/** “On 21 November he said that he would resign”: what is to come is so from the day of the saying. */
function fromSaying(
  when: Event['when'],
  statement: Statement | null,
  { times, day }: Surroundings,
  { sentence }: SentenceView,
): Event['when'] {
  if (when?.basis !== 'tense' || when.from === null || !statement) return when
  const cue = firstIndex(sentence.tokens, ({ start }) => start >= statement.cue.start)
  const isHere = sentence.start <= statement.cue.start && statement.cue.end <= sentence.end
  // The cue’s verb: “privately informed”.
  const verb = sentence.tokens.findIndex(
    ({ upos, end }, k) => k >= cue && end <= statement.cue.end && upos === 'VERB',
  )
  const said = isHere && verb !== -1 ? placeEvent(sentence, verb, times, day) : null
  return said?.basis === 'said' && said.from !== null ? { ...when, from: said.from, time: said.time } : when
}

/** From the first word of the deed or its parties to the last. */
function wordsOf(tree: Tree, deed: Deed, heads: readonly number[]): { from: number; to: number } {
  const places = [...deed.chain, ...heads.filter((head) => head !== -1)]
  const last = deed.chain.at(-1) ?? deed.trigger
  const patient = tree.patientOf(last)
  if (patient !== -1) places.push(patient)
  let from = Math.min(...places)
  const to = Math.max(...places) + 1
  // The phrase of the first word belongs to it: “the Morvenian army”.
  const start = tree.subtreeStart[from] ?? from
  if (tree.view.upos[from] !== 'VERB' && from - start < 12) from = start
  return { from, to }
}

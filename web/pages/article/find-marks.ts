import type { Reading } from '../../../src/records/reading.ts'
import type { Span } from '../../../src/records/span.ts'
import { strings } from '../../strings.ts'
import { type AnnotationAddress, toAnnotationAddress } from './annotation-address.ts'
import type { Layer } from './layers.ts'

/** What some words of the text are to one annotation of the reading. */
export interface Mark extends Span {
  readonly role:
    | Layer
    | 'via'
    | 'condition'
    | 'evidence'
    | 'sentence'
    | 'chosen'
    | 'words'
    | 'shared'
    | 'walked'
  /** The statement or event that the words belong to; null for a mention or a time. */
  readonly address: AnnotationAddress | null
  /** What a mention or a time says of itself; null for words of a statement or an event. */
  readonly gloss: string | null
}

/**
 * Every mark that a reading puts on the text, unordered but that those of events come first: whoever points at words
 * that are cue and event alike (“accused”) means the statement, as `segmentText` keeps the order of marks as long.
 */
export function findMarks(reading: Reading): Mark[] {
  const marks: Mark[] = []
  for (const [ordinal, { trigger, evidence }] of reading.events.entries()) {
    const address = toAnnotationAddress('event', ordinal)
    const predicate = trigger ?? evidence[0]
    if (predicate)
      marks.push({ start: predicate.start, end: predicate.end, role: 'event', address, gloss: null })
    for (const { start, end } of evidence) marks.push({ start, end, role: 'evidence', address, gloss: null })
  }
  for (const [ordinal, statement] of reading.statements.entries()) {
    const address = toAnnotationAddress('statement', ordinal)
    const add = (role: Mark['role'], span: Span | null) => {
      if (span) marks.push({ start: span.start, end: span.end, role, address, gloss: null })
    }
    add('source', statement.source)
    add('cue', statement.cue)
    // “A,” she said, “B.” attributes A and B, not the words between.
    if (statement.contentParts.length > 0) for (const part of statement.contentParts) add('content', part)
    else add('content', statement.content)
    add('via', statement.via)
    add('condition', statement.condition)
  }
  for (const { start, end, type, entity } of reading.mentions) {
    const gloss = [strings.mentionType[type], entity].filter((part) => part !== null).join(' · ')
    marks.push({ start, end, role: 'mention', address: null, gloss })
  }
  for (const { start, end, type, timex, from, to } of reading.times) {
    const days = from === null ? null : from === to || to === null ? from : `${from} – ${to}`
    const gloss = [strings.timeType[type], timex, days === timex ? null : days]
      .filter((part) => part !== null)
      .join(' · ')
    marks.push({ start, end, role: 'time', address: null, gloss })
  }
  for (const { start, end, plainer } of reading.loadedWords)
    marks.push({ start, end, role: 'loaded', address: null, gloss: strings.article.loaded(plainer) })
  return marks
}

/** Marks of one role on words that belong to no annotation. */
export const toMarks = (spans: readonly Span[], role: Mark['role']): Mark[] =>
  spans.map(({ start, end }) => ({ start, end, role, address: null, gloss: null }))

/** Marks that tie every word to its sentence, so that a sentence can be chosen by its words. */
export const findSentenceMarks = (sentences: readonly Span[]): Mark[] => toMarks(sentences, 'sentence')

/**
 * The statement or event that a reader means who points at a segment: the one with the shortest words there.
 *
 * In “the mayor said that Ilves had promised to pay” whoever points at “to pay” means the promise; an event has but the
 * word that names it.
 */
export function findPointedAt(marks: readonly Mark[]): AnnotationAddress | null {
  return (
    marks.findLast(({ role, address }) => address !== null && role !== 'evidence' && role !== 'condition')
      ?.address ?? null
  )
}

import type { Alteration, SentenceChange, ToldChange, ToldSide, WordEdit } from '../records/change.ts'
import type { Event, Reading, Statement } from '../records/reading.ts'
import type { Span } from '../records/span.ts'
import { countWords, toLikeness } from './count-words.ts'
import { diffWords } from './diff-words.ts'
import { isSameButForStyle } from './fold-style.ts'
import type { Version } from './version.ts'

/** Least likeness (Dice) of what two statements say, of two in the same sentence, and elsewhere. */
const leastAlike = 0.3
const leastAlikeElsewhere = 0.75
/** Pairs that are compared of those that stand in no sentence together. */
const mostPairs = 40_000

/**
 * Which statements and events a page tells otherwise than before. Only those whose own words an editor touched are told: a
 * reader may find other things in the same words when others around them change.
 */
export function compareTold(
  before: Version,
  after: Version,
  sentences: readonly SentenceChange[],
): ToldChange[] {
  if (before.reading === null || after.reading === null) return []
  const touched = findTouched(sentences)
  const [of, by] = [toSide(before, touched.before), toSide(after, touched.after)]
  const groupAt = openGroups(sentences)
  const statements = compareAll(of.statements, by.statements, groupAt, (a, b) => alterStatement(of, by, a, b))
  const told = {
    before: new Set(statements.flatMap((change) => change.before?.ordinal ?? [])),
    after: new Set(statements.flatMap((change) => change.after?.ordinal ?? [])),
  }
  // What an event says that a statement told already says again.
  const events = compareAll(of.events, by.events, groupAt, (a, b) => alterEvent(of, by, a, b)).filter(
    (change) =>
      !isWithin(change.before, before.reading, told.before) &&
      !isWithin(change.after, after.reading, told.after),
  )
  return [...statements, ...events]
}

function isWithin(side: ToldSide | null, reading: Reading | null, told: ReadonlySet<number>): boolean {
  const statement = side && reading?.events[side.ordinal]?.statement
  return statement !== null && statement !== undefined && told.has(statement)
}

/** A statement or an event of one version, made ready for comparing. */
interface Told<Kind extends Statement | Event = Statement | Event> {
  readonly kind: ToldChange['kind']
  readonly annotation: Kind
  readonly side: ToldSide
  readonly parts: readonly Span[]
  readonly words: ReadonlyMap<string, number>
  /** What says who says it, or what happened: two that share it are more likely one. */
  readonly label: string
  readonly isTouched: boolean
}

interface Side {
  readonly text: string
  readonly reading: Reading
  readonly statements: readonly Told<Statement>[]
  readonly events: readonly Told<Event>[]
}

function toSide({ article: { text }, reading }: Version, touched: readonly Span[]): Side {
  if (reading === null) throw new Error('A version that was not read tells nothing.')
  const make = <Kind extends Statement | Event>(
    kind: ToldChange['kind'],
    annotation: Kind,
    ordinal: number,
    parts: readonly Span[],
    marks: readonly (Span | null)[],
    source: Span | null,
    label: string,
  ): Told<Kind> => {
    const all = [...parts, ...marks.filter((mark) => mark !== null)]
    const span = {
      start: Math.min(...all.map(({ start }) => start)),
      end: Math.max(...all.map(({ end }) => end)),
    }
    const proposition = parts.map((part) => text.slice(part.start, part.end)).join(' … ')
    return {
      kind,
      annotation,
      side: {
        ordinal,
        source: source && text.slice(source.start, source.end),
        proposition,
        modality: annotation.modality,
        span,
      },
      parts,
      words: countWords(proposition),
      label,
      isTouched: all.some((part) => overlapsAny(part, touched)),
    }
  }
  const wordsAt = (span: Span | null) => (span ? text.slice(span.start, span.end).toLowerCase() : '')
  return {
    text,
    reading,
    statements: reading.statements.map((statement, ordinal) => {
      const { source, cue, content, contentParts, condition } = statement
      const parts = contentParts.length > 0 ? contentParts : content ? [content] : []
      const who = (statement.sourceEntity ?? wordsAt(source)).toLowerCase()
      return make('statement', statement, ordinal, parts, [source, cue, condition], source, who)
    }),
    events: reading.events.flatMap((event, ordinal) => {
      if (event.evidence.length === 0) return []
      const { evidence, actor, recipient, condition, type } = event
      const said = event.statement === null ? null : (reading.statements[event.statement]?.source ?? null)
      const marks = [actor, recipient, condition].map((one) => one && { start: one.start, end: one.end })
      return [make('event', event, ordinal, evidence, marks, said, type)]
    }),
  }
}

/** The words of each version that are not the other’s, in order; style aside. */
function findTouched(sentences: readonly SentenceChange[]): { before: Span[]; after: Span[] } {
  const touched: { before: Span[]; after: Span[] } = { before: [], after: [] }
  const add = (before: Span | undefined, after: Span | undefined) => {
    if (before && before.end > before.start) touched.before.push(before)
    if (after && after.end > after.start) touched.after.push(after)
  }
  for (const { change, isTrivial, before, after, edits } of sentences) {
    if (isTrivial || change === 'moved') continue
    if (change === 'changed') for (const edit of edits) add(edit.before, edit.after)
    else add(before?.span, after?.span)
  }
  touched.before.sort((a, b) => a.start - b.start)
  touched.after.sort((a, b) => a.start - b.start)
  return touched
}

/** Spans are in order and do not overlap. */
function overlapsAny({ start, end }: Span, spans: readonly Span[]): boolean {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  const found = spans[low]
  return found !== undefined && found.start < end
}

/** Which change of sentences the words of a statement stand in; null for none. */
type GroupAt = (side: 'before' | 'after', span: Span) => number | null

function openGroups(sentences: readonly SentenceChange[]): GroupAt {
  const placesOf = (side: 'before' | 'after') =>
    sentences
      .flatMap((change, group) => (change[side] ? [{ ...change[side].span, group }] : []))
      .sort((a, b) => a.start - b.start)
  const places = { before: placesOf('before'), after: placesOf('after') }
  return (side, { start, end }) => {
    const all = places[side]
    let [low, high] = [0, all.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((all[middle]?.end ?? 0) <= start) low = middle + 1
      else high = middle
    }
    const found = all[low]
    return found && found.start < end ? found.group : null
  }
}

function compareAll<Kind extends Statement | Event>(
  of: readonly Told<Kind>[],
  by: readonly Told<Kind>[],
  groupAt: GroupAt,
  alter: (a: Told<Kind>, b: Told<Kind>) => Alteration[],
): ToldChange[] {
  const partnerOf = match(of, by, groupAt)
  const taken = new Set(partnerOf.values())
  const changes: ToldChange[] = []
  for (const told of by) {
    const was = partnerOf.get(told)
    if (was === undefined) {
      if (told.isTouched)
        changes.push({ kind: told.kind, change: 'added', before: null, after: told.side, alterations: [] })
      continue
    }
    if (!was.isTouched && !told.isTouched) continue
    const alterations = alter(was, told)
    if (alterations.length > 0)
      changes.push({ kind: told.kind, change: 'altered', before: was.side, after: told.side, alterations })
  }
  for (const told of of) {
    if (told.isTouched && !taken.has(told))
      changes.push({ kind: told.kind, change: 'removed', before: told.side, after: null, alterations: [] })
  }
  return changes
}

/** Each of the later version with the one it was before: the likest pairs first. */
function match<Kind extends Statement | Event>(
  of: readonly Told<Kind>[],
  by: readonly Told<Kind>[],
  groupAt: GroupAt,
): Map<Told<Kind>, Told<Kind>> {
  const inGroup = new Map<number | null, Told<Kind>[]>()
  const inWords = new Map<string, Told<Kind>[]>()
  const enter = <Key>(map: Map<Key, Told<Kind>[]>, key: Key, told: Told<Kind>) => {
    const held = map.get(key)
    if (held) held.push(told)
    else map.set(key, [told])
  }
  for (const told of of) {
    enter(inGroup, groupAt('before', told.side.span), told)
    enter(inWords, told.side.proposition, told)
  }
  const elsewhere = of.filter(({ isTouched }) => isTouched)
  const isFew = elsewhere.length * by.length <= mostPairs
  const pairs: { a: Told<Kind>; b: Told<Kind>; score: number }[] = []
  for (const b of by) {
    const group = groupAt('after', b.side.span)
    const near = group === null ? [] : (inGroup.get(group) ?? [])
    const candidates = new Set([...near, ...(inWords.get(b.side.proposition) ?? [])])
    if (b.isTouched && isFew) for (const told of elsewhere) candidates.add(told)
    for (const a of candidates) {
      const isNear = group !== null && groupAt('before', a.side.span) === group
      const isSameWords = a.side.proposition === b.side.proposition
      const alike = isSameWords ? 1 : toLikeness(a.words, b.words)
      const isOne = a.label !== '' && a.label === b.label
      const least = isNear ? leastAlike : leastAlikeElsewhere
      const noWords = a.parts.length === 0 && b.parts.length === 0
      if (alike < least && !(noWords && isOne && isNear)) continue
      // Of two in the same words the one that stands where it stood.
      pairs.push({ a, b, score: alike + (isOne ? 0.3 : 0) + (isNear ? 0.2 : 0) + nearness(a, b) })
    }
  }
  pairs.sort((x, y) => y.score - x.score)
  const partnerOf = new Map<Told<Kind>, Told<Kind>>()
  const taken = new Set<Told<Kind>>()
  for (const { a, b } of pairs) {
    if (taken.has(a) || partnerOf.has(b)) continue
    taken.add(a)
    partnerOf.set(b, a)
  }
  return partnerOf
}

const nearness = (a: Told, b: Told) => 0.1 / (1 + Math.abs(a.side.ordinal - b.side.ordinal))

const wordsAt = ({ text }: Side, span: Span | null) => span && text.slice(span.start, span.end)
const bare = (span: Span | null): Span | null => span && { start: span.start, end: span.end }

function alterStatement(of: Side, by: Side, a: Told<Statement>, b: Told<Statement>): Alteration[] {
  const [was, is] = [a.annotation, b.annotation]
  const alterations: Alteration[] = []
  const compare = (aspect: Alteration['aspect'], from: Span | null, to: Span | null) => {
    const [before, after] = [wordsAt(of, from), wordsAt(by, to)]
    if (!isSameButForStyle(before ?? '', after ?? ''))
      alterations.push({ aspect, before, after, beforeSpan: bare(from), afterSpan: bare(to) })
  }
  const isOneSource = was.sourceEntity !== null && was.sourceEntity === is.sourceEntity
  if (!isOneSource) compare('source', was.source, is.source)
  alterations.push(...alterModality(was, is, was.cue, is.cue))
  compare('cue', was.cue, is.cue)
  compare('condition', was.condition, is.condition)
  return withWords(of, by, a, b, alterations)
}

function alterEvent(of: Side, by: Side, a: Told<Event>, b: Told<Event>): Alteration[] {
  const [was, is] = [a.annotation, b.annotation]
  const alterations: Alteration[] = []
  for (const aspect of ['actor', 'recipient'] as const) {
    const [from, to] = [was[aspect], is[aspect]]
    const isOne = from?.entity != null && from.entity === to?.entity
    const [before, after] = [wordsAt(of, from), wordsAt(by, to)]
    if (!isOne && from && to && !isSameButForStyle(before ?? '', after ?? ''))
      alterations.push({ aspect, before, after, beforeSpan: bare(from), afterSpan: bare(to) })
  }
  const [from, to] = [was.trigger ?? was.evidence[0] ?? null, is.trigger ?? is.evidence[0] ?? null]
  alterations.push(...alterModality(was, is, from, to))
  return withWords(of, by, a, b, alterations)
}

const isHedge = (modality: Statement['modality']) => modality === 'hedged' || modality === 'conditional'
const isPlain = (modality: Statement['modality']) => modality === 'reported' || modality === 'fact'

function alterModality(
  was: Pick<Statement, 'modality'>,
  is: Pick<Statement, 'modality'>,
  from: Span | null,
  to: Span | null,
): Alteration[] {
  const [before, after] = [was.modality, is.modality]
  if (before === after || before === null || after === null) return []
  // Who is said to say it is told as the source.
  if (isPlain(before) && isPlain(after)) return []
  const aspect =
    isHedge(before) && isPlain(after)
      ? 'hedge-dropped'
      : isPlain(before) && isHedge(after)
        ? 'hedge-added'
        : 'modality'
  return [{ aspect, before, after, beforeSpan: bare(from), afterSpan: bare(to) }]
}

const numberWords =
  /\p{N}|^(?:an?\s+)?(?:half|third|quarter|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?|millions?|billions?)(?![\p{L}])/iu

/** Adds in what the words of the proposition itself differ. */
function withWords(of: Side, by: Side, a: Told, b: Told, alterations: Alteration[]): Alteration[] {
  const [from, to] = [hullOf(a.parts), hullOf(b.parts)]
  if (!from || !to || isSameButForStyle(a.side.proposition, b.side.proposition)) return alterations
  const others: WordEdit[] = []
  for (const edit of diffWords(of.text, from, by.text, to)) {
    const before = of.text.slice(edit.before.start, edit.before.end)
    const after = by.text.slice(edit.after.start, edit.after.end)
    if (isSameButForStyle(before, after)) continue
    const aspect = aspectOf(of, by, edit, before, after)
    if (aspect === 'words' || alterations.length > 8) others.push(edit)
    else alterations.push({ aspect, before, after, beforeSpan: edit.before, afterSpan: edit.after })
  }
  if (alterations.length > 0 || others.length === 0) return alterations
  const beforeSpan = hullOf(others.map(({ before }) => before).filter(({ start, end }) => end > start))
  const afterSpan = hullOf(others.map(({ after }) => after).filter(({ start, end }) => end > start))
  const [before, after] = [wordsAt(of, beforeSpan), wordsAt(by, afterSpan)]
  return [{ aspect: 'words', before, after, beforeSpan, afterSpan }]
}

/** A day, a name or a figure stands in the place of another; what was only added or cut is words. */
function aspectOf(
  of: Side,
  by: Side,
  edit: WordEdit,
  before: string,
  after: string,
): 'day' | 'name' | 'figure' | 'words' {
  if (before === '' || after === '') return 'words'
  const isIn = (lists: readonly (readonly Span[])[], span: Span) =>
    lists.some((spans) => spans.some((one) => one.start < span.end && span.start < one.end))
  // “within six weeks” for “within three weeks” is a figure.
  const daysOf = ({ reading }: Side) => reading.times.filter(({ type }) => type === 'DATE' || type === 'TIME')
  if (isIn([daysOf(of)], edit.before) && isIn([daysOf(by)], edit.after)) return 'day'
  if (numberWords.test(before) && numberWords.test(after)) return 'figure'
  if (isIn([of.reading.mentions], edit.before) && isIn([by.reading.mentions], edit.after)) return 'name'
  return 'words'
}

function hullOf(spans: readonly Span[]): Span | null {
  if (spans.length === 0) return null
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  }
}

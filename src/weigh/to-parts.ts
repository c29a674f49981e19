import { toFacetKey } from '../records/facet.ts'
import type { PartName } from '../records/part.ts'
import type { Participant, Reading, Statement } from '../records/reading.ts'
import type { Report, Stance } from '../records/report.ts'

/** One part of one who is named, in one statement or event of an article. */
export interface Part {
  readonly kind: Report['kind']
  /** Index in the reading’s statements or events. */
  readonly ordinal: number
  readonly part: PartName
  readonly key: string
  /** Null for who was asked and said nothing: that tells no claim. */
  readonly reportId: string | null
  readonly modality: Report['modality']
  readonly stance: Stance
  readonly eventType: string | null
  /** Of an event: the one on the other side, where they are named. */
  readonly otherKey: string | null
}

/**
 * The parts that those who are named take in what an article reports; a part once, however often it is filled.
 *
 * Who says it together with others says it: “Britain and France said”. Who is named in their own words is not one of
 * whom others speak: “I am no spy,” said Veresk.
 */
export function toParts(reading: Reading, reports: readonly Report[]): Part[] {
  const reportOf = new Map(reports.map((report) => [`${report.kind} ${report.ordinal}`, report]))
  const named = new Set(reading.actors.flatMap(({ name }) => (name === null ? [] : toFacetKey(name))))
  const mentions = placeMentions(reading)
  const parts: Part[] = []
  for (const [ordinal, statement] of reading.statements.entries()) {
    const report = reportOf.get(`statement ${ordinal}`) ?? null
    if (report === null && !isSilence(statement)) continue
    const says = findSources(reading, statement, report).filter((key) => named.has(key))
    const about =
      report === null ? [] : findMentioned(mentions, statement).filter((key) => !says.includes(key))
    const make = (part: PartName) => (key: string) => ({
      kind: 'statement' as const,
      ordinal,
      part,
      key,
      reportId: report?.id ?? null,
      modality: statement.modality,
      stance: report?.stance ?? 'silent',
      eventType: null,
      otherKey: null,
    })
    parts.push(...says.map(make('says')), ...about.map(make('about')))
  }
  for (const [ordinal, event] of reading.events.entries()) {
    const report = reportOf.get(`event ${ordinal}`)
    if (report === undefined) continue
    const [actor, recipient] = [keyOf(reading, event.actor), keyOf(reading, event.recipient)]
    const make = (part: PartName, key: string, otherKey: string | null) => ({
      kind: 'event' as const,
      ordinal,
      part,
      key,
      reportId: report.id,
      modality: event.modality,
      stance: report.stance,
      eventType: event.type,
      otherKey,
    })
    if (actor !== null) parts.push(make('does', actor, recipient === actor ? null : recipient))
    if (recipient !== null && recipient !== actor) parts.push(make('receives', recipient, actor))
  }
  return parts
}

/** “declined to comment”, “did not answer”: asked, and nothing said that could be pointed at. */
const isSilence = ({ modality, content }: Statement) =>
  content === null && (modality === 'no-comment' || modality === 'asked')

function findSources({ actors }: Reading, statement: Statement, report: Report | null): string[] {
  const meant = statement.sourceActor === null ? null : (actors[statement.sourceActor]?.name ?? null)
  const told = report === null ? [] : [report.chain.at(-1), ...report.together]
  const names = [
    meant,
    meant === null ? statement.sourceEntity : null,
    ...told.map((link) => (link?.how === 'says' && meant === null ? link.name : null)),
  ]
  return [...new Set(names.flatMap((name) => (name === null ? [] : toFacetKey(name))))]
}

interface PlacedMention {
  readonly start: number
  readonly end: number
  readonly key: string
}

/** All places that mean somebody who is named, in order of the text. */
const placeMentions = ({ actors }: Reading): PlacedMention[] =>
  actors
    .flatMap(({ name, spans }) => {
      const key = name === null ? '' : toFacetKey(name)
      return key === '' ? [] : spans.map(({ start, end }) => ({ start, end, key }))
    })
    .sort((a, b) => a.start - b.start || a.end - b.end)

function findMentioned(mentions: readonly PlacedMention[], { content }: Statement): string[] {
  if (content === null) return []
  let [low, high] = [0, mentions.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((mentions[middle]?.start ?? 0) < content.start) low = middle + 1
    else high = middle
  }
  const keys = new Set<string>()
  for (let i = low; i < mentions.length; i++) {
    const mention = mentions[i]
    if (mention === undefined || mention.start >= content.end) break
    if (mention.end <= content.end) keys.add(mention.key)
  }
  return [...keys]
}

function keyOf({ actors }: Reading, participant: Participant | null): string | null {
  const actor = participant?.actor == null ? undefined : actors[participant.actor]
  return actor?.name == null ? null : toFacetKey(actor.name) || null
}

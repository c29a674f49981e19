import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { ActorLine } from '../records/actor-profile.ts'
import type { PartName } from '../records/part.ts'
import type { Report, Stance } from '../records/report.ts'
import { findRows } from './find-rows.ts'
import { isoInstant } from './iso-instant.ts'
import type { Ledger } from './ledger.ts'
import { checkLimit, parseCursor, toCursor, toPage } from './page-cursor.ts'
import { part } from './schema.ts'
import { textArray } from './to-array.ts'

export interface ActorLinesQuery {
  readonly key: string
  readonly parts: readonly PartName[]
  /** At most so many; 50 when not given. */
  readonly limit?: number
  /** `nextCursor` of the page before. */
  readonly cursor?: string | null
  readonly modality?: NonNullable<ActorLine['modality']>
  readonly stances?: readonly Stance[]
  /** Only of articles that take the name for somebody of this country, ISO 3166-1 alpha-3: two may bear it. */
  readonly country?: string
  /** Only events with this one on the other side; null for those where nobody is named there. */
  readonly otherKey?: string | null
  /** Only events of this PLOVER type. */
  readonly eventType?: string
}

interface LineRow {
  readonly articleId: string
  readonly title: string | null
  readonly outlet: string | null
  readonly publishedAt: string | null
  readonly kind: ActorLine['kind']
  readonly ordinal: number
  readonly part: PartName
  readonly modality: ActorLine['modality']
  readonly stance: Stance
  readonly report: Report | null
  readonly silence: {
    readonly source: string | null
    readonly entity: string | null
    readonly sentence: string
  } | null
  readonly claimId: string | null
  readonly origins: number
  readonly outlets: number
  readonly articles: number
  readonly instant: string
}

const positionSchema = z.tuple([
  z.iso.datetime().or(z.literal('-infinity')),
  z.string().regex(/^[0-9a-f]{32}$/),
  z.enum(['statement', 'event']),
  z.int(),
])

/**
 * The statements and events in which somebody has one of these parts, the latest first, the undated last: of each claim
 * only the report that told it first, so that a wire in five papers is one line.
 *
 * Following `nextCursor` until it is null gives every line once, as long as nothing is weighed meanwhile.
 *
 * @throws {HearsayError} `invalid-request` for a cursor or a limit that is none.
 */
export async function findActorLines(
  ledger: Ledger,
  query: ActorLinesQuery,
): Promise<{ lines: ActorLine[]; nextCursor: string | null }> {
  const limit = checkLimit(query.limit ?? 50)
  const instant = sql`coalesce(part.at, '-infinity'::timestamptz)`
  const conditions = [...toConditions(sql`part`, query)]
  if (query.cursor !== undefined && query.cursor !== null) {
    const [at, articleId, kind, ordinal] = parseCursor(query.cursor, positionSchema)
    conditions.push(sql`(${instant}, part.article_id, part.kind, part.ordinal)
      < (${at}::timestamptz, ${articleId}::text, ${kind}::text, ${ordinal}::int)`)
  }
  const order = sql`order by ${instant} desc, part.article_id desc, part.kind desc, part.ordinal desc limit ${limit + 1}`
  // Each part in its own order, so that the index gives it and it ends with the page. `offset` keeps the look for an
  // earlier telling one for each row, by the claim: a planner without statistics joins all of both sides (7 s for 26 ms).
  const chosen = query.parts.map(
    (name) => sql`(
      select part.*, claim_report.claim_id from part
      left join claim_report on claim_report.report_id = part.report_id
      where part.part = ${name} and ${sql.join(conditions, sql` and `)} and not exists (
        select from claim_report as before
        where before.claim_id = claim_report.claim_id and before.position < claim_report.position and exists (
          select from part as told
          where told.report_id = before.report_id and told.part = any(${textArray(query.parts)})
            and ${sql.join(toConditions(sql`told`, query), sql` and `)}
          offset 0
        )
        offset 0
      ) ${order}
    )`,
  )
  const rows = await findRows<LineRow>(
    ledger.db,
    sql`
    select part.article_id as "articleId", article.title, article.outlet, published_value as "publishedAt", part.kind,
      part.ordinal, part.part, part.modality, part.stance, report.record as report,
      json_build_object('source', source_words, 'entity', source_entity, 'sentence', sentence_words) as silence,
      claim.id as "claimId", coalesce(origin_count, 0) as origins, coalesce(outlet_count, 0) as outlets,
      coalesce(report_count, 0) as articles, coalesce(${isoInstant(part.at)}, '-infinity') as instant
    from (${sql.join(chosen, sql` union all `)}) as part
    join article on article.id = part.article_id
    left join report on report.id = part.report_id
    left join claim on claim.id = part.claim_id
    left join statement on part.report_id is null and statement.reading_id = part.reading_id
      and statement.ordinal = part.ordinal
    ${order}`,
  )
  const { page, last } = toPage(rows, limit)
  return {
    lines: page.map(toLine),
    nextCursor: last && toCursor([last.instant, last.articleId, last.kind, last.ordinal]),
  }
}

function toConditions(table: SQL, query: ActorLinesQuery): SQL[] {
  const conditions = [sql`${table}.key = ${query.key}`]
  if (query.modality !== undefined) conditions.push(sql`${table}.modality = ${query.modality}`)
  if (query.stances !== undefined) conditions.push(sql`${table}.stance = any(${textArray(query.stances)})`)
  if (query.eventType !== undefined) conditions.push(sql`${table}.event_type = ${query.eventType}`)
  if (query.otherKey !== undefined)
    conditions.push(sql`${table}.other_key is not distinct from ${query.otherKey}::text`)
  if (query.country !== undefined)
    conditions.push(sql`exists (
      select from appearance where appearance.key = ${table}.key and appearance.article_id = ${table}.article_id
        and country = ${query.country.toUpperCase()}
    )`)
  return conditions
}

function toLine({ report, silence, instant: _instant, ...row }: LineRow): ActorLine {
  if (report === null)
    return {
      ...row,
      source: silence?.source ?? null,
      sourceEntity: silence?.entity ?? null,
      sentenceText: silence?.sentence ?? '',
      words: null,
      eventType: null,
      actor: null,
      recipient: null,
      day: null,
    }
  const { source, sourceEntity, sentence, sentenceText, span, eventType, actor, recipient, day } = report
  const isInside = span.start >= sentence.start && span.end <= sentence.end && span.start < span.end
  const words = isInside ? { start: span.start - sentence.start, end: span.end - sentence.start } : null
  return { ...row, source, sourceEntity, sentenceText, words, eventType, actor, recipient, day }
}

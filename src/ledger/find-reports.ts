import { sql } from 'drizzle-orm'
import type { Report } from '../records/claim.ts'
import { contentAddress } from './content-address.ts'
import { findRows } from './find-rows.ts'
import type { Ledger } from './ledger.ts'

interface ReportRow extends Omit<Report, 'id' | 'sentence'> {
  readonly start: number
  readonly end: number
  readonly sentenceStart: number
  readonly sentenceEnd: number
}

/**
 * What the current readings of the current articles report: every statement with a content, every event with
 * evidence; articles in the order they were added, statements before events, each in order of the text.
 *
 * The proposition of a statement is its content and that of an event its evidence; where there are words between
 * their parts, “ … ” stands for them. The source of an event is that of the statement that reports it.
 */
export async function findReports(ledger: Ledger): Promise<Report[]> {
  // One query, so one snapshot: a reading added meanwhile is told whole or not at all.
  const rows = await findRows<ReportRow>(
    ledger.db,
    sql`
    with told as (
      select reading_id, 0 as rank, 'statement' as kind, ordinal, source_words as source,
        source_entity as "sourceEntity", proposition, modality,
        content_start as "start", content_end as "end", sentence_start, sentence_end, sentence_words
      from statement
      union all
      select event.reading_id, 1, 'event', event.ordinal, reporting.source_words,
        reporting.source_entity, event.proposition, event.modality, evidence_start, evidence_end, event.sentence_start, event.sentence_end,
        event.sentence_words
      from event left join statement as reporting
        on reporting.reading_id = event.reading_id and reporting.ordinal = event.statement
    )
    select article.id as "articleId", told.reading_id as "readingId", article.outlet,
      article.published_value as "publishedAt", kind, ordinal, source, "sourceEntity", proposition, modality, "start", "end",
      sentence_start as "sentenceStart", sentence_end as "sentenceEnd", sentence_words as "sentenceText"
    from told
    join current_reading on current_reading.reading_id = told.reading_id
    join article on article.id = current_reading.article_id
    where proposition is not null
      and exists (select from current_extraction where current_extraction.article_id = article.id)
    order by article.seq, rank, ordinal`,
  )
  return rows.map(({ start, end, sentenceStart, sentenceEnd, ...row }) => ({
    id: contentAddress(JSON.stringify([row.articleId, row.readingId, row.kind, row.ordinal, start, end])),
    ...row,
    sentence: { start: sentenceStart, end: sentenceEnd },
  }))
}

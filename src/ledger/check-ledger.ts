import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { desc, getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm'
import { contentAddress } from './content-address.ts'
import { findRows } from './find-rows.ts'
import type { Ledger } from './ledger.ts'
import { ledgerTables } from './ledger-tables.ts'
import { readMigrations } from './run-migrations.ts'
import { document, event, mention, reading, statement, timeExpression } from './schema.ts'
import { toCanonicalJson } from './to-canonical-json.ts'

const decompress = promisify(gunzip)

// Hashing every document of a large ledger would take minutes: what was written last is what a crash hits.
const newest = 200

/**
 * What is wrong with a ledger, one sentence each; empty when it is healthy.
 *
 * Rows are checked in all of it, content against its address in the newest 200 documents and readings.
 */
export async function checkLedger(ledger: Ledger): Promise<string[]> {
  const missing = await findMissing(ledger)
  if (missing.length > 0) return missing
  const sentences: string[] = []
  for (const { ids, ...check } of rowChecks) {
    const rows = await findRows<{ id: string }>(
      ledger.db,
      sql`select distinct id from (${ids}) as found order by id`,
    )
    const wrong = rows.map((row) => row.id)
    if (wrong.length > 0) sentences.push(toSentence(check, wrong))
  }
  return [...sentences, ...(await checkDocuments(ledger)), ...(await checkReadings(ledger))]
}

interface RowCheck {
  /** A query that gives the `id` of every row that is wrong. */
  readonly ids: SQL
  /** What of it is wrong, before the ids. */
  readonly fault: string
  readonly of: 'document' | 'article' | 'reading' | 'claim' | 'story' | 'report' | 'page'
  readonly advice?: string
}

const rowTables = [
  { table: mention, counter: reading.mentionCount, holds: 'mentions' },
  { table: timeExpression, counter: reading.timeCount, holds: 'time expressions' },
  { table: statement, counter: reading.statementCount, holds: 'statements' },
  { table: event, counter: reading.eventCount, holds: 'events' },
]

const advice = 'Weigh again: hearsay reweigh --from-scratch.'

const rowChecks: readonly RowCheck[] = [
  {
    ids: sql`select id from document where not exists (select from sighting where document_id = document.id)`,
    fault: 'Nothing says where it was seen',
    of: 'document',
  },
  {
    ids: sql`select document_id as id from sighting where last_collected_at < collected_at`,
    fault: 'It was seen last before it was seen first',
    of: 'document',
  },
  {
    ids: sql`select id from page where not exists (select from sighting where page_id = page.id)
      or not exists (select from page_address where page_id = page.id)`,
    fault: 'Nothing was seen of it, or it has no address',
    of: 'page',
  },
  {
    ids: sql`select page_id as id from page_change where exists (
        select from (values (before_article_id), (after_article_id)) as version (article_id) where not exists (
          select from extraction join sighting on sighting.document_id = extraction.document_id
          where extraction.article_id = version.article_id and sighting.page_id = page_change.page_id
        )
      )`,
    fault: 'It changed from or to an article that is none of its versions',
    of: 'page',
  },
  {
    ids: sql`select id from article where not exists (select from extraction where article_id = article.id)`,
    fault: 'Nothing says which document it is from',
    of: 'article',
  },
  ...rowTables.flatMap(({ table, counter, holds }): RowCheck[] => [
    {
      ids: sql`select reading.id from reading where ${counter} <> (
        select count(*) from ${table} where ${table.readingId} = reading.id
      )`,
      fault: `Not as many ${holds} as when it was added`,
      of: 'reading',
    },
    {
      ids: sql`select article.id from ${table}
        join reading on reading.id = ${table.readingId} join article on article.id = reading.article_id
        where ${sql.join(spanFaults(table), sql` or `)}`,
      fault: `Its ${holds} have spans outside its text`,
      of: 'article',
    },
  ]),
  {
    ids: sql`select id from claim where report_count <> (
      select count(distinct article_id) from claim_report join report on report.id = report_id where claim_id = claim.id
    )`,
    fault: 'Not all of its reports are there',
    of: 'claim',
    advice,
  },
  {
    ids: sql`select id from story where article_count <> (select count(*) from story_article where story_id = story.id)`,
    fault: 'Not all of its articles are there',
    of: 'story',
    advice,
  },
  {
    ids: sql`select id from report where not exists (select from claim_report where report_id = report.id)`,
    fault: 'It stands in no claim',
    of: 'report',
    advice,
  },
  {
    ids: sql`select report.id from report join article on article.id = article_id
      where not (0 <= span_start and span_start <= span_end and span_end <= text_units)`,
    fault: 'Its words are outside its article’s text',
    of: 'report',
    advice,
  },
  {
    ids: sql`select article_id as id from weighed where problem is null and (
        not exists (select from imprint where imprint.article_id = weighed.article_id)
        or not exists (select from story_article where story_article.article_id = weighed.article_id)
        or exists (
          select from report where report.article_id = weighed.article_id and report.reading_id <> weighed.reading_id
        )
      )
      union select article_id from report where not exists (
        select from weighed where weighed.article_id = report.article_id and problem is null
      )
      union select article_id from imprint where not exists (
        select from weighed where weighed.article_id = imprint.article_id and problem is null
      )`,
    fault: 'It is weighed in part only',
    of: 'article',
    advice,
  },
  {
    ids: sql`select imprint.article_id as id from imprint
      left join (select article_id, count(*) as held from shingle group by article_id) as lists
        on lists.article_id = imprint.article_id
      where octet_length(shingles) <> 4 * coalesce(held, 0)`,
    fault: 'Not all of what shows its copies is there',
    of: 'article',
    advice,
  },
]

/** A condition for every pair of columns x_start and x_end. */
function spanFaults(table: (typeof rowTables)[number]['table']): SQL[] {
  const columns = new Map(Object.values(getTableColumns(table)).map((column) => [column.name, column]))
  return [...columns].flatMap(([name, start]) => {
    const end = columns.get(name.replace(/_start$/, '_end'))
    return end === undefined || end === start
      ? []
      : [sql`not (0 <= ${start} and ${start} <= ${end} and ${end} <= article.text_units)`]
  })
}

async function findMissing(ledger: Ledger): Promise<string[]> {
  const tables = await findRows<{ name: string }>(
    ledger.db,
    sql`select relname as name from pg_class where relnamespace = current_schema()::regnamespace`,
  )
  const present = new Set(tables.map((table) => table.name))
  const missing = ledgerTables.map((table) => getTableName(table)).filter((name) => !present.has(name))
  const ran = present.has('hearsay_migration')
    ? await findRows<{ hash: string }>(ledger.db, sql`select hash from hearsay_migration`)
    : []
  const hashes = new Set(ran.map((migration) => migration.hash))
  const waiting = readMigrations().filter((migration) => !hashes.has(migration.hash))
  return [
    ...(missing.length === 0 ? [] : [`These tables are missing: ${missing.join(', ')}. Restore a backup.`]),
    ...(waiting.length === 0
      ? []
      : [
          `${waiting.length} ${waiting.length === 1 ? 'migration has' : 'migrations have'} not run. ` +
            'Open the ledger with this version of Hearsay.',
        ]),
  ]
}

async function checkDocuments(ledger: Ledger): Promise<string[]> {
  const ids = await ledger.db
    .select({ id: document.id })
    .from(document)
    .orderBy(desc(document.seq))
    .limit(newest)
  const wrong: string[] = []
  for (const { id } of ids) {
    const [found] = await ledger.db
      .select({ bytesGzip: document.bytesGzip })
      .from(document)
      .where(sql`${document.id} = ${id}`)
    const bytes = found && (await decompress(found.bytesGzip).catch(() => null))
    if (!bytes || contentAddress(bytes) !== id) wrong.push(id)
  }
  const fault = 'Its bytes are not those it was added with'
  return wrong.length === 0 ? [] : [toSentence({ fault, of: 'document', advice: 'Restore a backup.' }, wrong)]
}

async function checkReadings(ledger: Ledger): Promise<string[]> {
  const ids = await ledger.db
    .select({ id: reading.id })
    .from(reading)
    .orderBy(desc(reading.seq))
    .limit(newest)
  const wrong: string[] = []
  for (const { id } of ids) {
    const [found] = await ledger.db
      .select({ articleId: reading.articleId, record: reading.record })
      .from(reading)
      .where(sql`${reading.id} = ${id}`)
    if (!found || contentAddress(toCanonicalJson([found.articleId, found.record])) !== id) wrong.push(id)
  }
  const fault = 'It is not what it was added as'
  return wrong.length === 0 ? [] : [toSentence({ fault, of: 'reading', advice: 'Restore a backup.' }, wrong)]
}

/** “Nothing says where it was seen: 2 documents (1f00c2aa, 93be0127).” */
function toSentence({ fault, of, advice }: Omit<RowCheck, 'ids'>, ids: readonly string[]): string {
  const shown = ids
    .slice(0, 3)
    .map((id) => id.slice(0, 8))
    .join(', ')
  const counted = `${ids.length} ${ids.length === 1 ? of : of === 'story' ? 'stories' : `${of}s`}`
  return `${fault}: ${counted} (${shown}${ids.length > 3 ? ', …' : ''}).${advice === undefined ? '' : ` ${advice}`}`
}

import { type SQL, sql } from 'drizzle-orm'
import {
  bigint,
  bigserial,
  boolean,
  customType,
  doublePrecision,
  foreignKey,
  index,
  integer,
  json,
  type PgColumn,
  pgTable,
  pgView,
  primaryKey,
  serial,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core'
import type { PublicationDate } from '../records/article.ts'
import type { AuditAct, AuditWay } from '../records/audit-entry.ts'
import type { ClaimQuery } from '../records/claim-query.ts'
import type { ClaimSummary } from '../records/claim-summary.ts'
import type { Copy } from '../records/copy.ts'
import type { DocumentHints } from '../records/document.ts'
import type { FacetKind } from '../records/facet.ts'
import type { FollowedFeed } from '../records/feed.ts'
import type { Origin } from '../records/origin.ts'
import type { Problem } from '../records/problem.ts'
import type { Actor, Modality, Statement } from '../records/reading.ts'
import type { Report } from '../records/report.ts'
import type { ReviewAct, ReviewKind } from '../records/review.ts'
import type { Role, Scope } from '../records/scopes.ts'
import type { Story } from '../records/story.ts'
import { toStorableText } from './to-storable-text.ts'

/** Text that comes from a page. */
const words = customType<{ data: string; driverData: string }>({
  dataType: () => 'text',
  toDriver: toStorableText,
})

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

/** A part of a claim’s `summary`, in a column of its own. */
const ofSummary = (name: string, part: SQL) => text(name).generatedAlwaysAs(part)

const seq = () => bigserial('seq', { mode: 'number' }).notNull().unique()

export const document = pgTable(
  'document',
  {
    id: text('id').primaryKey(),
    seq: seq(),
    mediaType: words('media_type'),
    charset: words('charset'),
    sizeBytes: integer('size_bytes').notNull(),
    bytesGzip: bytea('bytes_gzip').notNull(),
    addedAt: instant('added_at').notNull().defaultNow(),
  },
  (table) => [index('document_added').on(table.addedAt)],
)

/** One article’s place in the world. */
export const page = pgTable('page', {
  id: text('id').primaryKey(),
  seq: seq(),
  address: words('address').notNull(),
})

/** The addresses of pages, by the content address of their keys. */
export const pageAddress = pgTable(
  'page_address',
  {
    keyId: text('key_id').notNull(),
    pageId: text('page_id')
      .notNull()
      .references(() => page.id),
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    address: words('address').notNull(),
    isClaimed: boolean('is_claimed').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.keyId, table.pageId] }),
    index('page_address_page').on(table.pageId, table.seq),
  ],
)

/** A stretch of time in which a place gave the same bytes at every collect. */
export const sighting = pgTable(
  'sighting',
  {
    id: text('id').primaryKey(),
    seq: seq(),
    documentId: text('document_id')
      .notNull()
      .references(() => document.id),
    where: words('where').notNull(),
    collectedAt: instant('collected_at').notNull(),
    headers: json('headers').$type<Readonly<Record<string, string>>>().notNull(),
    lastCollectedAt: instant('last_collected_at').notNull(),
    hints: json('hints').$type<DocumentHints>(),
    alsoAt: json('also_at').$type<readonly string[]>(),
    pageId: text('page_id').references(() => page.id),
    placedBy: text('placed_by'),
  },
  (table) => [
    index('sighting_document').on(table.documentId, table.seq),
    index('sighting_place').on(sql`md5(${table.where})`, table.collectedAt),
    index('sighting_page')
      .on(table.pageId, table.collectedAt, table.documentId)
      .where(sql`${table.pageId} is not null`),
    index('sighting_unplaced').on(table.seq).where(sql`${table.placedBy} is null`),
  ],
)

export const article = pgTable(
  'article',
  {
    id: text('id').primaryKey(),
    seq: seq(),
    title: words('title'),
    byline: words('byline'),
    outlet: words('outlet'),
    url: words('url'),
    publishedValue: words('published_value'),
    publishedPrecision: text('published_precision').$type<PublicationDate['precision']>(),
    publishedBasis: text('published_basis').$type<PublicationDate['basis']>(),
    publishedAt: instant('published_at'),
    language: words('language'),
    text: words('text').notNull(),
    textUnits: integer('text_units').notNull(),
    wordCount: integer('word_count').notNull(),
    problemCount: integer('problem_count').notNull(),
    stages: text('stages').array().notNull(),
    record: json('record').notNull(),
    addedAt: instant('added_at').notNull().defaultNow(),
    search: tsvector('search')
      .notNull()
      .generatedAlwaysAs(
        sql`setweight(to_tsvector('english', left(coalesce("title", ''), 10000)), 'A') || to_tsvector('english', left("text", 200000))`,
      ),
  },
  (table) => [
    index('article_newest').on(
      sql`(coalesce(${table.publishedAt}, '-infinity'::timestamptz)) desc`,
      table.seq.desc(),
    ),
    index('article_search').using('gin', table.search),
    index('article_outlet').on(sql`(left(${table.outlet}, 200))`),
    index('article_text').on(sql`text_id(${table.text})`),
  ],
)

export const extraction = pgTable(
  'extraction',
  {
    documentId: text('document_id')
      .notNull()
      .references(() => document.id),
    articleId: text('article_id')
      .notNull()
      .references(() => article.id),
    seq: seq(),
    addedAt: instant('added_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.documentId, table.articleId] }),
    index('extraction_newest').on(table.documentId, table.seq.desc()),
    index('extraction_article').on(table.articleId, table.seq),
  ],
)

export const reading = pgTable(
  'reading',
  {
    id: text('id').primaryKey(),
    seq: seq(),
    articleId: text('article_id')
      .notNull()
      .references(() => article.id),
    stages: text('stages').array().notNull(),
    mentionCount: integer('mention_count').notNull(),
    timeCount: integer('time_count').notNull(),
    statementCount: integer('statement_count').notNull(),
    eventCount: integer('event_count').notNull(),
    problemCount: integer('problem_count').notNull(),
    record: json('record').notNull(),
    addedAt: instant('added_at').notNull().defaultNow(),
  },
  (table) => [index('reading_newest').on(table.articleId, table.seq.desc())],
)

/** Where a page’s versions change; derived from sightings and extractions. */
export const pageChange = pgTable(
  'page_change',
  {
    id: text('id').primaryKey(),
    pageId: text('page_id')
      .notNull()
      .references(() => page.id),
    beforeArticleId: text('before_article_id')
      .notNull()
      .references(() => article.id),
    afterArticleId: text('after_article_id')
      .notNull()
      .references(() => article.id),
    beforeWhere: words('before_where').notNull(),
    afterWhere: words('after_where').notNull(),
    beforeAt: instant('before_at').notNull(),
    afterAt: instant('after_at').notNull(),
    isTrivial: boolean('is_trivial').notNull(),
    isAdmitted: boolean('is_admitted').notNull(),
    isComparable: boolean('is_comparable').notNull(),
  },
  (table) => [
    index('page_change_newest').on(table.afterAt.desc(), table.id.desc()),
    index('page_change_page').on(table.pageId, table.afterAt),
  ],
)

/**
 * The newest article of each document whose page has not been seen with another one since; an article of two documents
 * stands here twice.
 */
export const currentExtraction = pgView('current_extraction', {
  documentId: text('document_id').notNull(),
  articleId: text('article_id').notNull(),
}).existing()

/** The newest reading of each article. */
export const currentReading = pgView('current_reading', {
  articleId: text('article_id').notNull(),
  readingId: text('reading_id').notNull(),
}).existing()

const rowOfReading = {
  readingId: text('reading_id').notNull(),
  ordinal: integer('ordinal').notNull(),
}

const rowKeys = (table: { readonly readingId: PgColumn; readonly ordinal: PgColumn }) => [
  primaryKey({ columns: [table.readingId, table.ordinal] }),
  foreignKey({ columns: [table.readingId], foreignColumns: [reading.id] }),
]

export const mention = pgTable(
  'mention',
  {
    ...rowOfReading,
    spanStart: integer('span_start').notNull(),
    spanEnd: integer('span_end').notNull(),
    words: words('words').notNull(),
    type: text('type').notNull(),
    entity: words('entity'),
    roleStart: integer('role_start'),
    roleEnd: integer('role_end'),
    roleWords: words('role_words'),
    confidence: doublePrecision('confidence'),
  },
  rowKeys,
)

export const timeExpression = pgTable(
  'time_expression',
  {
    ...rowOfReading,
    spanStart: integer('span_start').notNull(),
    spanEnd: integer('span_end').notNull(),
    words: words('words').notNull(),
    type: text('type').notNull(),
    timex: words('timex'),
    firstDay: words('first_day'),
    lastDay: words('last_day'),
  },
  rowKeys,
)

export const statement = pgTable(
  'statement',
  {
    ...rowOfReading,
    sourceStart: integer('source_start'),
    sourceEnd: integer('source_end'),
    sourceWords: words('source_words'),
    cueStart: integer('cue_start').notNull(),
    cueEnd: integer('cue_end').notNull(),
    cueWords: words('cue_words').notNull(),
    contentStart: integer('content_start'),
    contentEnd: integer('content_end'),
    proposition: words('proposition'),
    kind: text('kind').$type<Statement['kind']>().notNull(),
    viaStart: integer('via_start'),
    viaEnd: integer('via_end'),
    viaWords: words('via_words'),
    nestedIn: integer('nested_in'),
    modality: text('modality').$type<Modality>(),
    conditionStart: integer('condition_start'),
    conditionEnd: integer('condition_end'),
    sentenceStart: integer('sentence_start').notNull(),
    sentenceEnd: integer('sentence_end').notNull(),
    sentenceWords: words('sentence_words').notNull(),
    sourceEntity: words('source_entity'),
    confidence: doublePrecision('confidence'),
  },
  (table) => [
    ...rowKeys(table),
    index('statement_confidence')
      .on(table.confidence, table.readingId, table.ordinal)
      .where(sql`${table.confidence} is not null`),
  ],
)

export const event = pgTable(
  'event',
  {
    ...rowOfReading,
    type: text('type').notNull(),
    mode: words('mode'),
    cameo: words('cameo'),
    actorStart: integer('actor_start'),
    actorEnd: integer('actor_end'),
    actorWords: words('actor_words'),
    actorEntity: words('actor_entity'),
    actorCountry: words('actor_country'),
    actorCode: words('actor_code'),
    recipientStart: integer('recipient_start'),
    recipientEnd: integer('recipient_end'),
    recipientWords: words('recipient_words'),
    recipientEntity: words('recipient_entity'),
    recipientCountry: words('recipient_country'),
    recipientCode: words('recipient_code'),
    firstDay: words('first_day'),
    lastDay: words('last_day'),
    dayPrecision: text('day_precision'),
    placeStart: integer('place_start'),
    placeEnd: integer('place_end'),
    placeWords: words('place_words'),
    modality: text('modality').$type<Modality>(),
    conditionStart: integer('condition_start'),
    conditionEnd: integer('condition_end'),
    statement: integer('statement'),
    evidence: json('evidence').notNull(),
    evidenceStart: integer('evidence_start'),
    evidenceEnd: integer('evidence_end'),
    proposition: words('proposition'),
    sentenceStart: integer('sentence_start'),
    sentenceEnd: integer('sentence_end'),
    sentenceWords: words('sentence_words'),
  },
  rowKeys,
)

/**
 * What was weighed, as what; all below is derived from it. A row with a problem is an article that we failed on: none
 * of the tables below holds anything of it.
 */
export const weighed = pgTable('weighed', {
  articleId: text('article_id')
    .primaryKey()
    .references(() => article.id),
  readingId: text('reading_id')
    .notNull()
    .references(() => reading.id),
  version: text('version').notNull(),
  problem: words('problem'),
})

/** What finding copies needs to know of an article; see `Imprint`. */
export const imprint = pgTable('imprint', {
  articleId: text('article_id')
    .primaryKey()
    .references(() => article.id),
  publishedFrom: doublePrecision('published_from'),
  publishedTo: doublePrecision('published_to'),
  host: words('host'),
  outlet: words('outlet'),
  shingles: bytea('shingles').notNull(),
  isBoilerplate: bytea('is_boilerplate').notNull(),
})

/** Who holds a shingle, in the order of its list: the key is all there is. */
export const shingle = pgTable(
  'shingle',
  {
    hash: integer('hash').notNull(),
    publishedFrom: doublePrecision('published_from').notNull(),
    articleId: text('article_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hash, table.publishedFrom, table.articleId] })],
)

/** Two articles that share enough to be compared word by word, and the copy that they make. */
export const overlap = pgTable(
  'overlap',
  {
    laterId: text('later_id')
      .notNull()
      .references(() => imprint.articleId),
    earlierId: text('earlier_id')
      .notNull()
      .references(() => imprint.articleId),
    /** Without its sentences, which only a reader of the copy asks for. */
    copy: json('copy').$type<Omit<Copy, 'sentences'>>(),
    sentences: json('sentences').$type<Copy['sentences']>(),
  },
  (table) => [
    primaryKey({ columns: [table.laterId, table.earlierId] }),
    index('overlap_earlier').on(table.earlierId),
  ],
)

export const storyProfile = pgTable(
  'story_profile',
  {
    articleId: text('article_id')
      .primaryKey()
      .references(() => article.id),
    keys: integer('keys').array().notNull(),
    record: json('record').notNull(),
  },
  (table) => [index('story_profile_keys').using('gin', table.keys)],
)

export const storyLink = pgTable(
  'story_link',
  {
    a: text('a_id')
      .notNull()
      .references(() => storyProfile.articleId),
    b: text('b_id')
      .notNull()
      .references(() => storyProfile.articleId),
    record: json('record').notNull(),
  },
  (table) => [primaryKey({ columns: [table.a, table.b] }), index('story_link_b').on(table.b)],
)

export const story = pgTable(
  'story',
  {
    id: text('id').primaryKey(),
    articleCount: integer('article_count').notNull(),
    outletCount: integer('outlet_count').notNull(),
    firstPublishedAt: instant('first_published_at'),
    lastPublishedAt: instant('last_published_at'),
    record: json('record').$type<Story>().notNull(),
  },
  (table) => [
    index('story_most_told').on(
      sql`(-${table.outletCount})`,
      sql`(-${table.articleCount})`,
      sql`(coalesce(${table.firstPublishedAt}, 'infinity'::timestamptz))`,
      table.id,
    ),
    index('story_newest').on(
      sql`(coalesce(${table.lastPublishedAt}, '-infinity'::timestamptz)) desc`,
      table.id.desc(),
    ),
  ],
)

/** The story of an article, and the component of links that the story was found in. */
export const storyArticle = pgTable(
  'story_article',
  {
    articleId: text('article_id')
      .primaryKey()
      .references(() => storyProfile.articleId),
    componentId: text('component_id').notNull(),
    storyId: text('story_id').references(() => story.id),
    position: integer('position').notNull(),
  },
  (table) => [
    index('story_article_component').on(table.componentId),
    index('story_article_story').on(table.storyId, table.position),
  ],
)

export const report = pgTable(
  'report',
  {
    id: text('id').primaryKey(),
    articleId: text('article_id')
      .notNull()
      .references(() => article.id),
    readingId: text('reading_id')
      .notNull()
      .references(() => reading.id),
    kind: text('kind').$type<Report['kind']>().notNull(),
    ordinal: integer('ordinal').notNull(),
    spanStart: integer('span_start').notNull(),
    spanEnd: integer('span_end').notNull(),
    keys: integer('keys').array().notNull(),
    record: json('record').$type<Report>().notNull(),
  },
  (table) => [index('report_article').on(table.articleId), index('report_keys').using('gin', table.keys)],
)

export const reportLink = pgTable(
  'report_link',
  {
    a: text('a_id')
      .notNull()
      .references(() => report.id),
    b: text('b_id')
      .notNull()
      .references(() => report.id),
    record: json('record').notNull(),
  },
  (table) => [primaryKey({ columns: [table.a, table.b] }), index('report_link_b').on(table.b)],
)

export const claim = pgTable(
  'claim',
  {
    id: text('id').primaryKey(),
    kind: text('kind').$type<Report['kind']>().notNull(),
    proposition: words('proposition').notNull(),
    source: words('source'),
    originCount: integer('origin_count').notNull(),
    outletCount: integer('outlet_count').notNull(),
    reportCount: integer('report_count').notNull(),
    disagreementCount: integer('disagreement_count').notNull(),
    firstPublishedAt: instant('first_published_at'),
    record: json('record').notNull(),
    search: tsvector('search')
      .notNull()
      .generatedAlwaysAs(
        sql`to_tsvector('english', left("proposition", 10000) || ' ' || left(coalesce("source", ''), 1000))`,
      ),
    lastPublishedAt: instant('last_published_at'),
    summary: json('summary').$type<ClaimSummary>().notNull(),
    eventType: ofSummary('event_type', sql`left("summary"->>'eventType', 100)`),
    actor: ofSummary('actor', sql`left("summary"->>'actor', 200)`),
    recipient: ofSummary('recipient', sql`left("summary"->>'recipient', 200)`),
    firstDay: ofSummary('first_day', sql`left("summary"->'day'->>'from', 10)`),
    lastDay: ofSummary('last_day', sql`left("summary"->'day'->>'to', 10)`),
    modalities: ofSummary('modalities', sql`left("summary"->>'modalities', 200)`),
  },
  (table) => [
    index('claim_most_told').on(
      sql`(-${table.originCount})`,
      sql`(-${table.outletCount})`,
      sql`(-${table.reportCount})`,
      sql`(coalesce(${table.firstPublishedAt}, 'infinity'::timestamptz))`,
      table.id,
    ),
    index('claim_search').using('gin', table.search),
    index('claim_newest').on(
      sql`(coalesce(${table.lastPublishedAt}, '-infinity'::timestamptz)) desc`,
      table.id.desc(),
    ),
    index('claim_earliest').on(sql`(coalesce(${table.firstPublishedAt}, 'infinity'::timestamptz))`, table.id),
    index('claim_most_reported').on(
      sql`(-${table.reportCount})`,
      sql`(coalesce(${table.firstPublishedAt}, 'infinity'::timestamptz))`,
      table.id,
    ),
    index('claim_disputed')
      .on(
        sql`(-${table.originCount})`,
        sql`(-${table.outletCount})`,
        sql`(-${table.reportCount})`,
        sql`(coalesce(${table.firstPublishedAt}, 'infinity'::timestamptz))`,
        table.id,
      )
      .where(sql`${table.disagreementCount} > 0`),
    // In the database they include what the views read, which drizzle has no word for.
    index('claim_view').on(table.id).where(sql`${table.kind} = 'event'`),
    index('claim_statement').on(table.id).where(sql`${table.kind} = 'statement'`),
  ],
)

/** What claims are looked up by. */
export const facet = pgTable(
  'facet',
  {
    id: serial('id').primaryKey(),
    kind: text('kind').$type<FacetKind>().notNull(),
    key: words('key').notNull(),
    name: words('name').notNull(),
    words: text('words').array().notNull().generatedAlwaysAs(sql`string_to_array("key", ' ')`),
  },
  (table) => [unique().on(table.kind, table.key), index('facet_words').using('gin', table.words)],
)

export const claimFacet = pgTable(
  'claim_facet',
  {
    facetId: integer('facet_id')
      .notNull()
      .references(() => facet.id),
    claimId: text('claim_id')
      .notNull()
      .references(() => claim.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.facetId, table.claimId] }),
    index('claim_facet_claim').on(table.claimId),
  ],
)

/** The claim of a report, and the component of links that the claim was found in. */
export const claimReport = pgTable(
  'claim_report',
  {
    reportId: text('report_id')
      .primaryKey()
      .references(() => report.id),
    componentId: text('component_id').notNull(),
    claimId: text('claim_id')
      .notNull()
      .references(() => claim.id),
    position: integer('position').notNull(),
  },
  (table) => [
    index('claim_report_component').on(table.componentId),
    index('claim_report_claim').on(table.claimId, table.position),
  ],
)

/** Who is named in an article, and as what: a name once an article. Keys are as `toFacetKey` makes them. */
export const appearance = pgTable(
  'appearance',
  {
    key: words('key').notNull(),
    articleId: text('article_id')
      .notNull()
      .references(() => article.id),
    name: words('name').notNull(),
    kind: text('kind').$type<Actor['kind']>().notNull(),
    role: words('role'),
    basis: text('basis').$type<Actor['basis']>().notNull(),
    country: words('country'),
    code: words('code'),
    wikidata: words('wikidata'),
    outlet: words('outlet'),
    at: instant('at'),
  },
  (table) => [
    primaryKey({ columns: [table.key, table.articleId] }),
    index('appearance_article').on(table.articleId),
  ],
)

/** How somebody who is named stands in a statement or an event; without a report where nothing was answered. */
export const part = pgTable(
  'part',
  {
    articleId: text('article_id')
      .notNull()
      .references(() => article.id),
    kind: text('kind').$type<Report['kind']>().notNull(),
    ordinal: integer('ordinal').notNull(),
    part: text('part').notNull(),
    key: words('key').notNull(),
    readingId: text('reading_id')
      .notNull()
      .references(() => reading.id),
    reportId: text('report_id'),
    modality: text('modality').$type<Modality>(),
    stance: text('stance').$type<Report['stance']>().notNull(),
    eventType: text('event_type'),
    otherKey: words('other_key'),
    outlet: words('outlet'),
    at: instant('at'),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.kind, table.ordinal, table.part, table.key] }),
    index('part_key').on(
      table.key,
      table.part,
      sql`(coalesce(${table.at}, '-infinity'::timestamptz)) desc`,
      table.articleId.desc(),
      table.kind.desc(),
      table.ordinal.desc(),
    ),
    index('part_report').on(table.reportId),
  ],
)

/** The counted origins of a claim, on the side of support, and by what each is the same as one of another claim. */
export const claimOrigin = pgTable(
  'claim_origin',
  {
    claimId: text('claim_id')
      .notNull()
      .references(() => claim.id),
    originId: words('origin_id').notNull(),
    kind: text('kind').$type<Origin['kind']>().notNull(),
    name: words('name'),
    identities: words('identities').array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.claimId, table.originId] })],
)

/** What is counted of each name; right for all but those in `actor_stale`. */
export const actor = pgTable(
  'actor',
  {
    key: words('key').primaryKey(),
    name: words('name').notNull(),
    kind: text('kind').$type<Actor['kind']>().notNull(),
    role: words('role'),
    country: words('country'),
    wikidata: words('wikidata'),
    articleCount: integer('article_count').notNull(),
    statementCount: integer('statement_count').notNull(),
    eventCount: integer('event_count').notNull(),
    outletCount: integer('outlet_count').notNull(),
    originCount: integer('origin_count').notNull(),
    lastAt: instant('last_at'),
  },
  (table) => [
    index('actor_origins').on(sql`(-${table.originCount})`, table.key),
    index('actor_statements').on(sql`(-${table.statementCount})`, table.key),
    index('actor_events').on(sql`(-${table.eventCount})`, table.key),
    index('actor_newest').on(sql`(coalesce(${table.lastAt}, '-infinity'::timestamptz)) desc`, table.key),
  ],
)

/** Names whose row in `actor` is to be made anew before it is shown. */
export const actorStale = pgTable('actor_stale', { key: words('key').primaryKey() })

/** How articles write the name of an outlet, and whom that means. */
export const outletName = pgTable(
  'outlet_name',
  {
    written: words('written').primaryKey(),
    key: words('key').notNull(),
    name: words('name').notNull(),
  },
  (table) => [index('outlet_name_key').on(table.key)],
)

/** The weighed articles that tell their outlet. */
export const outletArticle = pgTable(
  'outlet_article',
  {
    articleId: text('article_id')
      .primaryKey()
      .references(() => article.id),
    key: words('key').notNull(),
    at: instant('at'),
  },
  (table) => [index('outlet_article_key').on(table.key, table.at)],
)

/** Words that one outlet took from another; the giver’s article is null where both took them from a third. */
export const taken = pgTable(
  'taken',
  {
    laterId: text('later_id')
      .notNull()
      .references(() => article.id),
    earlierId: text('earlier_id')
      .notNull()
      .references(() => article.id),
    takerId: text('taker_id').notNull(),
    taker: words('taker').notNull(),
    giverId: text('giver_id'),
    giver: words('giver').notNull(),
    giverName: words('giver_name').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.laterId, table.earlierId, table.takerId] }),
    index('taken_earlier').on(table.earlierId),
    index('taken_taker').on(table.taker, table.takerId),
    index('taken_giver').on(table.giver, table.giverId),
  ],
)

/** The agencies and outlets that an article credits or cites. */
export const credit = pgTable(
  'credit',
  {
    articleId: text('article_id')
      .notNull()
      .references(() => article.id),
    key: words('key').notNull(),
    how: text('how').$type<'credits' | 'cites'>().notNull(),
    name: words('name').notNull(),
    outlet: words('outlet').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.key, table.how] }),
    index('credit_outlet').on(table.outlet, table.key),
  ],
)

/** How an outlet stands to a claim that it tells. */
export const claimOutlet = pgTable(
  'claim_outlet',
  {
    claimId: text('claim_id').notNull(),
    key: words('key').notNull(),
    isShared: boolean('is_shared').notNull(),
    isFirst: boolean('is_first').notNull(),
    isOwn: boolean('is_own').notNull(),
  },
  (table) => [primaryKey({ columns: [table.claimId, table.key] })],
)

/** The sums of `claim_outlet`, kept with every change of it. */
export const outletTally = pgTable('outlet_tally', {
  key: words('key').primaryKey(),
  claimCount: integer('claim_count').notNull(),
  sharedCount: integer('shared_count').notNull(),
  firstCount: integer('first_count').notNull(),
  ownCount: integer('own_count').notNull(),
})

/** An address that is asked again and again: a feed, a sitemap, or one page that is watched for edits. */
export const feed = pgTable(
  'feed',
  {
    id: text('id').primaryKey(),
    seq: seq(),
    address: words('address').notNull(),
    kind: text('kind').$type<FollowedFeed['kind']>().notNull(),
    format: text('format').$type<FollowedFeed['format']>(),
    title: words('title'),
    siteUrl: words('site_url'),
    language: words('language'),
    state: text('state').$type<FollowedFeed['state']>().notNull(),
    etag: words('etag'),
    lastModified: words('last_modified'),
    intervalSeconds: integer('interval_seconds').notNull(),
    nextAt: instant('next_at'),
    lastTriedAt: instant('last_tried_at'),
    lastSuccessAt: instant('last_success_at'),
    lastNewAt: instant('last_new_at'),
    failureCount: integer('failure_count').notNull(),
    problem: json('problem').$type<Problem>(),
    addedAt: instant('added_at').notNull().defaultNow(),
  },
  (table) => [index('feed_due').on(table.nextAt).where(sql`${table.nextAt} is not null`)],
)

/** A page that a feed named: when it is fetched next, and what came of the last time. */
export const visit = pgTable(
  'visit',
  {
    id: text('id').primaryKey(),
    seq: seq(),
    address: words('address').notNull(),
    host: words('host').notNull(),
    hints: json('hints').$type<DocumentHints>(),
    content: words('content'),
    etag: words('etag'),
    lastModified: words('last_modified'),
    nextAt: instant('next_at'),
    firstNamedAt: instant('first_named_at').notNull(),
    lastTriedAt: instant('last_tried_at'),
    lastSuccessAt: instant('last_success_at'),
    lastChangedAt: instant('last_changed_at'),
    successCount: integer('success_count').notNull(),
    failureCount: integer('failure_count').notNull(),
    problem: json('problem').$type<Problem>(),
    articleId: text('article_id').references(() => article.id),
  },
  (table) => [index('visit_due').on(table.nextAt).where(sql`${table.nextAt} is not null`)],
)

/** Which feeds named a page, and what each last said about when it was changed. */
export const feedVisit = pgTable(
  'feed_visit',
  {
    feedId: text('feed_id')
      .notNull()
      .references(() => feed.id),
    visitId: text('visit_id')
      .notNull()
      .references(() => visit.id),
    namedAt: instant('named_at').notNull(),
    updatedAt: words('updated_at'),
  },
  (table) => [
    primaryKey({ columns: [table.feedId, table.visitId] }),
    index('feed_visit_visit').on(table.visitId),
  ],
)

/** What a host asks of those who fetch from it; see `HostRecord`. */
export const host = pgTable('host', {
  name: text('name').primaryKey(),
  record: json('record').notNull(),
})

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** Somebody who may use the ledger where others can reach it. The names of fields are better-auth’s, as in the two below. */
export const account = pgTable('account', {
  id: text('id').primaryKey(),
  username: text('name').notNull().unique(),
  role: text('role').$type<Role>().notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
  updatedAt: moment('updated_at').notNull().defaultNow(),
})

/** The password of an account. */
export const credential = pgTable(
  'credential',
  {
    id: text('id').primaryKey(),
    userId: text('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    providerId: text('provider').notNull(),
    accountId: text('subject').notNull(),
    password: text('password_hash').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (table) => [index('credential_account').on(table.userId)],
)

/** A browser that is signed in. */
export const session = pgTable(
  'session',
  {
    id: text('id').primaryKey(),
    userId: text('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    token: text('token_hash').notNull().unique(),
    expiresAt: moment('expires_at').notNull(),
    ipAddress: text('address'),
    userAgent: text('browser'),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (table) => [index('session_account').on(table.userId)],
)

/** What a program shows instead of a password. */
export const apiToken = pgTable('api_token', {
  id: text('id').primaryKey(),
  seq: seq(),
  name: words('name').notNull(),
  scope: text('scope').$type<Scope>().notNull(),
  tokenHash: text('token_hash').notNull().unique(),
  madeBy: text('made_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  expiresAt: instant('expires_at'),
  lastUsedAt: instant('last_used_at'),
  revokedAt: instant('revoked_at'),
})

/** What the cookies of this ledger are signed with. */
export const cookieSecret = pgTable('cookie_secret', {
  only: integer('only').primaryKey().default(1),
  secret: text('secret').notNull(),
})

/** Who did what; a trigger refuses to change or delete a row. */
export const auditLog = pgTable(
  'audit_log',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    at: instant('at').notNull().defaultNow(),
    act: text('act').$type<AuditAct>().notNull(),
    who: words('who'),
    way: text('way').$type<AuditWay>(),
    address: words('address'),
    method: words('method'),
    path: words('path'),
    status: integer('status'),
    about: words('about'),
  },
  (table) => [index('audit_log_who').on(table.who, table.seq)],
)
/** What an analyst follows. */
export const situation = pgTable('situation', {
  id: text('id').primaryKey(),
  seq: seq(),
  name: words('name').notNull(),
  query: json('query').$type<ClaimQuery>().notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
  createdBy: words('created_by').notNull(),
  changedAt: instant('changed_at').notNull().defaultNow(),
})

/** Up to when a user has seen what changed in a situation. */
export const situationVisit = pgTable(
  'situation_visit',
  {
    situationId: text('situation_id')
      .notNull()
      .references(() => situation.id, { onDelete: 'cascade' }),
    userName: words('user_name').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.situationId, table.userName] })],
)

/** Which articles tell a claim, however often each does; a copy has its words from another of them. */
export const claimArticle = pgTable(
  'claim_article',
  {
    claimId: text('claim_id')
      .notNull()
      .references(() => claim.id, { onDelete: 'cascade' }),
    articleId: text('article_id')
      .notNull()
      .references(() => article.id),
    isCopy: boolean('is_copy').notNull(),
    publishedAt: instant('published_at'),
  },
  (table) => [
    primaryKey({ columns: [table.claimId, table.articleId] }),
    index('claim_article_article').on(table.articleId),
  ],
)

/** How often anything was weighed, in its one row. */
export const weighingCount = pgTable('weighing_count', {
  id: integer('id').primaryKey(),
  steps: bigint('steps', { mode: 'number' }).notNull(),
})

/** Searches that are kept under a name. */
export const savedSearch = pgTable('saved_search', {
  id: text('id').primaryKey(),
  name: words('name').notNull(),
  q: words('q').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
  createdBy: words('created_by').notNull(),
})
/** What analysts said of what was read; a trigger refuses to change a row or to take one out. */
export const reviewAct = pgTable(
  'review_act',
  {
    id: text('id').primaryKey(),
    seq: seq(),
    at: instant('at').notNull(),
    by: words('by').notNull(),
    kind: text('kind').$type<ReviewKind>().notNull(),
    textIds: text('text_ids').array().notNull(),
    articleId: text('article_id').references(() => article.id),
    claimId: text('claim_id'),
    title: words('title'),
    undoes: text('undoes')
      .unique()
      .references((): PgColumn => reviewAct.id),
    act: json('act').$type<ReviewAct>().notNull(),
  },
  (table) => [
    index('review_act_texts').using('gin', table.textIds),
    index('review_act_kind').on(table.kind, table.seq),
    index('review_act_article').on(table.articleId, table.seq),
  ],
)

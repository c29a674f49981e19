-- Documents, articles and readings are only ever added. Every id is a content address (hexadecimal), compared
-- byte by byte whatever the database's language, so that a prefix is a range. "seq" tells which came later.
CREATE TABLE "document" (
  "id" text COLLATE "C" PRIMARY KEY,
  "seq" bigserial NOT NULL UNIQUE,
  "media_type" text,
  "charset" text,
  "size_bytes" integer NOT NULL,
  "bytes_gzip" bytea NOT NULL,
  "added_at" timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
-- The id is the address of document and place: an address may be longer than an index entry can be.
CREATE TABLE "sighting" (
  "id" text COLLATE "C" PRIMARY KEY,
  "seq" bigserial NOT NULL UNIQUE,
  "document_id" text COLLATE "C" NOT NULL REFERENCES "document" ("id"),
  "where" text NOT NULL,
  "collected_at" timestamptz NOT NULL,
  "headers" json NOT NULL
);
--> statement-breakpoint
CREATE INDEX "sighting_document" ON "sighting" ("document_id", "seq");
--> statement-breakpoint
-- "record" is json, not jsonb: jsonb refuses U+0000 and lone surrogates, which pages do contain.
-- "published_at" is the first instant that the publication date allows; only for order.
-- The search reads the first 200,000 characters, since a tsvector must stay under 1 MB.
CREATE TABLE "article" (
  "id" text COLLATE "C" PRIMARY KEY,
  "seq" bigserial NOT NULL UNIQUE,
  "title" text,
  "byline" text,
  "outlet" text,
  "url" text,
  "published_value" text,
  "published_precision" text,
  "published_basis" text,
  "published_at" timestamptz,
  "language" text,
  "text" text NOT NULL,
  "text_units" integer NOT NULL,
  "word_count" integer NOT NULL,
  "problem_count" integer NOT NULL,
  "stages" text[] NOT NULL,
  "record" json NOT NULL,
  "added_at" timestamptz NOT NULL DEFAULT now(),
  "search" tsvector NOT NULL GENERATED ALWAYS AS (
    setweight(to_tsvector('english', left(coalesce("title", ''), 10000)), 'A')
    || to_tsvector('english', left("text", 200000))
  ) STORED
);
--> statement-breakpoint
CREATE INDEX "article_newest" ON "article" ((coalesce("published_at", '-infinity'::timestamptz)) DESC, "seq" DESC);
--> statement-breakpoint
CREATE INDEX "article_search" ON "article" USING gin ("search");
--> statement-breakpoint
-- Which article was taken out of which document: two documents that differ in their furniture give one article,
-- and one document read by two extractors gives two.
CREATE TABLE "extraction" (
  "document_id" text COLLATE "C" NOT NULL REFERENCES "document" ("id"),
  "article_id" text COLLATE "C" NOT NULL REFERENCES "article" ("id"),
  "seq" bigserial NOT NULL UNIQUE,
  "added_at" timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY ("document_id", "article_id")
);
--> statement-breakpoint
CREATE INDEX "extraction_newest" ON "extraction" ("document_id", "seq" DESC);
--> statement-breakpoint
CREATE INDEX "extraction_article" ON "extraction" ("article_id", "seq");
--> statement-breakpoint
CREATE TABLE "reading" (
  "id" text COLLATE "C" PRIMARY KEY,
  "seq" bigserial NOT NULL UNIQUE,
  "article_id" text COLLATE "C" NOT NULL REFERENCES "article" ("id"),
  "stages" text[] NOT NULL,
  "mention_count" integer NOT NULL,
  "time_count" integer NOT NULL,
  "statement_count" integer NOT NULL,
  "event_count" integer NOT NULL,
  "problem_count" integer NOT NULL,
  "record" json NOT NULL,
  "added_at" timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE INDEX "reading_newest" ON "reading" ("article_id", "seq" DESC);
--> statement-breakpoint
-- The newest article of each document, and the newest reading of each article: what the questions answer from.
CREATE VIEW "current_extraction" AS
  SELECT "document_id", "article_id" FROM "extraction"
  WHERE NOT EXISTS (
    SELECT FROM "extraction" AS "later"
    WHERE "later"."document_id" = "extraction"."document_id" AND "later"."seq" > "extraction"."seq"
  );
--> statement-breakpoint
CREATE VIEW "current_reading" AS
  SELECT "article_id", "id" AS "reading_id" FROM "reading"
  WHERE NOT EXISTS (
    SELECT FROM "reading" AS "later"
    WHERE "later"."article_id" = "reading"."article_id" AND "later"."seq" > "reading"."seq"
  );
--> statement-breakpoint
-- Rows of a reading. "ordinal" is the index in the reading's list; spans are UTF-16 code units of the article's
-- text, which SQL's own substring() does not count in: the words stand beside them.
CREATE TABLE "mention" (
  "reading_id" text COLLATE "C" NOT NULL REFERENCES "reading" ("id"),
  "ordinal" integer NOT NULL,
  "span_start" integer NOT NULL,
  "span_end" integer NOT NULL,
  "words" text NOT NULL,
  "type" text NOT NULL,
  "entity" text,
  PRIMARY KEY ("reading_id", "ordinal")
);
--> statement-breakpoint
CREATE TABLE "time_expression" (
  "reading_id" text COLLATE "C" NOT NULL REFERENCES "reading" ("id"),
  "ordinal" integer NOT NULL,
  "span_start" integer NOT NULL,
  "span_end" integer NOT NULL,
  "words" text NOT NULL,
  "type" text NOT NULL,
  "timex" text,
  "first_day" text,
  "last_day" text,
  PRIMARY KEY ("reading_id", "ordinal")
);
--> statement-breakpoint
-- "proposition" is what is attributed, without the words that stand between its parts.
CREATE TABLE "statement" (
  "reading_id" text COLLATE "C" NOT NULL REFERENCES "reading" ("id"),
  "ordinal" integer NOT NULL,
  "source_start" integer,
  "source_end" integer,
  "source_words" text,
  "cue_start" integer NOT NULL,
  "cue_end" integer NOT NULL,
  "cue_words" text NOT NULL,
  "content_start" integer,
  "content_end" integer,
  "proposition" text,
  "kind" text NOT NULL,
  "via_start" integer,
  "via_end" integer,
  "via_words" text,
  "nested_in" integer,
  "modality" text,
  "condition_start" integer,
  "condition_end" integer,
  "sentence_start" integer NOT NULL,
  "sentence_end" integer NOT NULL,
  "sentence_words" text NOT NULL,
  PRIMARY KEY ("reading_id", "ordinal")
);
--> statement-breakpoint
-- "statement" is the ordinal of the statement that reports the event. The sentence is the one of the first
-- words of evidence; an event without evidence has neither sentence nor proposition.
CREATE TABLE "event" (
  "reading_id" text COLLATE "C" NOT NULL REFERENCES "reading" ("id"),
  "ordinal" integer NOT NULL,
  "type" text NOT NULL,
  "mode" text,
  "cameo" text,
  "actor_start" integer,
  "actor_end" integer,
  "actor_words" text,
  "actor_entity" text,
  "actor_country" text,
  "actor_code" text,
  "recipient_start" integer,
  "recipient_end" integer,
  "recipient_words" text,
  "recipient_entity" text,
  "recipient_country" text,
  "recipient_code" text,
  "first_day" text,
  "last_day" text,
  "day_precision" text,
  "place_start" integer,
  "place_end" integer,
  "place_words" text,
  "modality" text,
  "condition_start" integer,
  "condition_end" integer,
  "statement" integer,
  "evidence" json NOT NULL,
  "evidence_start" integer,
  "evidence_end" integer,
  "proposition" text,
  "sentence_start" integer,
  "sentence_end" integer,
  "sentence_words" text,
  PRIMARY KEY ("reading_id", "ordinal")
);
--> statement-breakpoint
-- Claims and their reports are derived: every weighing replaces all of them.
CREATE TABLE "claim" (
  "id" text COLLATE "C" PRIMARY KEY,
  "kind" text NOT NULL,
  "proposition" text NOT NULL,
  "source" text,
  "outlet_count" integer NOT NULL,
  "report_count" integer NOT NULL,
  "first_published_at" timestamptz,
  "record" json NOT NULL
);
--> statement-breakpoint
CREATE INDEX "claim_most_told" ON "claim" (
  (-"outlet_count"), (-"report_count"), (coalesce("first_published_at", 'infinity'::timestamptz)), "id"
);
--> statement-breakpoint
CREATE TABLE "report" (
  "id" text COLLATE "C" PRIMARY KEY,
  "claim_id" text COLLATE "C" NOT NULL REFERENCES "claim" ("id"),
  "position" integer NOT NULL,
  "article_id" text COLLATE "C" NOT NULL REFERENCES "article" ("id"),
  "reading_id" text COLLATE "C" NOT NULL REFERENCES "reading" ("id"),
  "kind" text NOT NULL,
  "ordinal" integer NOT NULL,
  "outlet" text,
  "record" json NOT NULL
);
--> statement-breakpoint
CREATE INDEX "report_claim" ON "report" ("claim_id", "position");
--> statement-breakpoint
CREATE INDEX "report_article" ON "report" ("article_id");

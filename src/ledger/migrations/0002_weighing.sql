-- Weighing is kept as it goes: what of an article was weighed, what it shares with others, and what came of it. All of
-- it is derived; the claims of before are made anew.
DROP TABLE "report";
--> statement-breakpoint
DROP TABLE "claim";
--> statement-breakpoint
CREATE TABLE "weighed" (
  "article_id" text COLLATE "C" PRIMARY KEY REFERENCES "article" ("id"),
  "reading_id" text COLLATE "C" NOT NULL REFERENCES "reading" ("id"),
  "version" text NOT NULL,
  "problem" text
);
--> statement-breakpoint
-- Instants of publication are in ms since 1970; shingles are 32 bits each, little end first.
CREATE TABLE "imprint" (
  "article_id" text COLLATE "C" PRIMARY KEY REFERENCES "article" ("id"),
  "published_from" double precision,
  "published_to" double precision,
  "host" text,
  "outlet" text,
  "shingles" bytea NOT NULL,
  "is_boilerplate" bytea NOT NULL
);
--> statement-breakpoint
-- No reference to the article: it would cost a look for each of some hundred rows of an article.
CREATE TABLE "shingle" (
  "hash" integer NOT NULL,
  "published_from" double precision NOT NULL,
  "article_id" text COLLATE "C" NOT NULL,
  PRIMARY KEY ("hash", "published_from", "article_id")
);
--> statement-breakpoint
CREATE TABLE "overlap" (
  "later_id" text COLLATE "C" NOT NULL REFERENCES "imprint" ("article_id"),
  "earlier_id" text COLLATE "C" NOT NULL REFERENCES "imprint" ("article_id"),
  "copy" json,
  "sentences" json,
  PRIMARY KEY ("later_id", "earlier_id")
);
--> statement-breakpoint
CREATE INDEX "overlap_earlier" ON "overlap" ("earlier_id");
--> statement-breakpoint
-- Keys are hashes of what articles and reports are found by. The indices take them in at once: a list of what is yet
-- to be taken in is read whole by every search.
CREATE TABLE "story_profile" (
  "article_id" text COLLATE "C" PRIMARY KEY REFERENCES "article" ("id"),
  "keys" integer[] NOT NULL,
  "record" json NOT NULL
);
--> statement-breakpoint
CREATE INDEX "story_profile_keys" ON "story_profile" USING gin ("keys") WITH (fastupdate = off);
--> statement-breakpoint
CREATE TABLE "story_link" (
  "a_id" text COLLATE "C" NOT NULL REFERENCES "story_profile" ("article_id"),
  "b_id" text COLLATE "C" NOT NULL REFERENCES "story_profile" ("article_id"),
  "record" json NOT NULL,
  PRIMARY KEY ("a_id", "b_id")
);
--> statement-breakpoint
CREATE INDEX "story_link_b" ON "story_link" ("b_id");
--> statement-breakpoint
CREATE TABLE "story" (
  "id" text COLLATE "C" PRIMARY KEY,
  "article_count" integer NOT NULL,
  "outlet_count" integer NOT NULL,
  "first_published_at" timestamptz,
  "last_published_at" timestamptz,
  "record" json NOT NULL
);
--> statement-breakpoint
CREATE INDEX "story_most_told" ON "story" (
  (-"outlet_count"), (-"article_count"), (coalesce("first_published_at", 'infinity'::timestamptz)), "id"
);
--> statement-breakpoint
CREATE TABLE "story_article" (
  "article_id" text COLLATE "C" PRIMARY KEY REFERENCES "story_profile" ("article_id"),
  "component_id" text COLLATE "C" NOT NULL,
  "story_id" text COLLATE "C" REFERENCES "story" ("id"),
  "position" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "story_article_component" ON "story_article" ("component_id");
--> statement-breakpoint
CREATE INDEX "story_article_story" ON "story_article" ("story_id", "position");
--> statement-breakpoint
CREATE TABLE "report" (
  "id" text COLLATE "C" PRIMARY KEY,
  "article_id" text COLLATE "C" NOT NULL REFERENCES "article" ("id"),
  "reading_id" text COLLATE "C" NOT NULL REFERENCES "reading" ("id"),
  "kind" text NOT NULL,
  "ordinal" integer NOT NULL,
  "span_start" integer NOT NULL,
  "span_end" integer NOT NULL,
  "keys" integer[] NOT NULL,
  "record" json NOT NULL
);
--> statement-breakpoint
CREATE INDEX "report_article" ON "report" ("article_id");
--> statement-breakpoint
CREATE INDEX "report_keys" ON "report" USING gin ("keys") WITH (fastupdate = off);
--> statement-breakpoint
CREATE TABLE "report_link" (
  "a_id" text COLLATE "C" NOT NULL REFERENCES "report" ("id"),
  "b_id" text COLLATE "C" NOT NULL REFERENCES "report" ("id"),
  "record" json NOT NULL,
  PRIMARY KEY ("a_id", "b_id")
);
--> statement-breakpoint
CREATE INDEX "report_link_b" ON "report_link" ("b_id");
--> statement-breakpoint
CREATE TABLE "claim" (
  "id" text COLLATE "C" PRIMARY KEY,
  "kind" text NOT NULL,
  "proposition" text NOT NULL,
  "source" text,
  "origin_count" integer NOT NULL,
  "outlet_count" integer NOT NULL,
  "report_count" integer NOT NULL,
  "disagreement_count" integer NOT NULL,
  "first_published_at" timestamptz,
  "record" json NOT NULL,
  "search" tsvector GENERATED ALWAYS AS (
    to_tsvector('english', left("proposition", 10000) || ' ' || left(coalesce("source", ''), 1000))
  ) STORED NOT NULL
);
--> statement-breakpoint
CREATE INDEX "claim_most_told" ON "claim" (
  (-"origin_count"), (-"outlet_count"), (-"report_count"),
  (coalesce("first_published_at", 'infinity'::timestamptz)), "id"
);
--> statement-breakpoint
CREATE INDEX "claim_search" ON "claim" USING gin ("search");
--> statement-breakpoint
CREATE TABLE "claim_report" (
  "report_id" text COLLATE "C" PRIMARY KEY REFERENCES "report" ("id"),
  "component_id" text COLLATE "C" NOT NULL,
  "claim_id" text COLLATE "C" NOT NULL REFERENCES "claim" ("id"),
  "position" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "claim_report_component" ON "claim_report" ("component_id");
--> statement-breakpoint
CREATE INDEX "claim_report_claim" ON "claim_report" ("claim_id", "position");

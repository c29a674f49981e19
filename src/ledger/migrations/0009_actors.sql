-- Who appears where, in which part, and what outlets tell and take: all made with the weighing of an article. Keys are
-- names as `toFacetKey` folds them; instants are of publication.
CREATE TABLE "appearance" (
  "key" text COLLATE "C" NOT NULL,
  "article_id" text COLLATE "C" NOT NULL REFERENCES "article" ("id"),
  "name" text NOT NULL,
  "kind" text NOT NULL,
  "role" text,
  "basis" text NOT NULL,
  "country" text,
  "code" text,
  "wikidata" text,
  "outlet" text COLLATE "C",
  "at" timestamptz,
  PRIMARY KEY ("key", "article_id")
);
--> statement-breakpoint
CREATE INDEX "appearance_article" ON "appearance" ("article_id");
--> statement-breakpoint
-- A part is one statement or event of the reading, and how somebody stands in it. One without a report is silence.
CREATE TABLE "part" (
  "article_id" text COLLATE "C" NOT NULL REFERENCES "article" ("id"),
  "kind" text NOT NULL,
  "ordinal" integer NOT NULL,
  "part" text NOT NULL,
  "key" text COLLATE "C" NOT NULL,
  "reading_id" text COLLATE "C" NOT NULL REFERENCES "reading" ("id"),
  "report_id" text COLLATE "C",
  "modality" text,
  "stance" text NOT NULL,
  "event_type" text,
  "other_key" text COLLATE "C",
  "outlet" text COLLATE "C",
  "at" timestamptz,
  PRIMARY KEY ("article_id", "kind", "ordinal", "part", "key")
);
--> statement-breakpoint
CREATE INDEX "part_key" ON "part" (
  "key", "part", (coalesce("at", '-infinity'::timestamptz)) DESC, "article_id" DESC, "kind" DESC, "ordinal" DESC
);
--> statement-breakpoint
CREATE INDEX "part_report" ON "part" ("report_id");
--> statement-breakpoint
-- The counted origins of a claim, on the side of support, and by what each is the same as one of another claim.
CREATE TABLE "claim_origin" (
  "claim_id" text COLLATE "C" NOT NULL REFERENCES "claim" ("id") ON DELETE CASCADE,
  "origin_id" text COLLATE "C" NOT NULL,
  "kind" text NOT NULL,
  "name" text,
  "identities" text[] NOT NULL,
  PRIMARY KEY ("claim_id", "origin_id")
);
--> statement-breakpoint
-- What is counted of each name, and the names whose numbers are to be counted anew before they are shown.
CREATE TABLE "actor" (
  "key" text COLLATE "C" PRIMARY KEY,
  "name" text NOT NULL,
  "kind" text NOT NULL,
  "role" text,
  "country" text,
  "wikidata" text,
  "article_count" integer NOT NULL,
  "statement_count" integer NOT NULL,
  "event_count" integer NOT NULL,
  "outlet_count" integer NOT NULL,
  "origin_count" integer NOT NULL,
  "last_at" timestamptz
);
--> statement-breakpoint
CREATE INDEX "actor_origins" ON "actor" ((-"origin_count"), "key");
--> statement-breakpoint
CREATE INDEX "actor_statements" ON "actor" ((-"statement_count"), "key");
--> statement-breakpoint
CREATE INDEX "actor_events" ON "actor" ((-"event_count"), "key");
--> statement-breakpoint
CREATE INDEX "actor_newest" ON "actor" ((coalesce("last_at", '-infinity'::timestamptz)) DESC, "key");
--> statement-breakpoint
CREATE TABLE "actor_stale" ("key" text COLLATE "C" PRIMARY KEY);
--> statement-breakpoint
-- How articles write the name of an outlet, and whom that means.
CREATE TABLE "outlet_name" (
  "written" text COLLATE "C" PRIMARY KEY,
  "key" text COLLATE "C" NOT NULL,
  "name" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "outlet_name_key" ON "outlet_name" ("key");
--> statement-breakpoint
CREATE TABLE "outlet_article" (
  "article_id" text COLLATE "C" PRIMARY KEY REFERENCES "article" ("id"),
  "key" text COLLATE "C" NOT NULL,
  "at" timestamptz
);
--> statement-breakpoint
CREATE INDEX "outlet_article_key" ON "outlet_article" ("key", "at");
--> statement-breakpoint
-- Words that one outlet took from another; `giver_id` is null where both articles took them from a third.
CREATE TABLE "taken" (
  "later_id" text COLLATE "C" NOT NULL REFERENCES "article" ("id"),
  "earlier_id" text COLLATE "C" NOT NULL REFERENCES "article" ("id"),
  "taker_id" text COLLATE "C" NOT NULL,
  "taker" text COLLATE "C" NOT NULL,
  "giver_id" text COLLATE "C",
  "giver" text COLLATE "C" NOT NULL,
  "giver_name" text NOT NULL,
  PRIMARY KEY ("later_id", "earlier_id", "taker_id")
);
--> statement-breakpoint
CREATE INDEX "taken_earlier" ON "taken" ("earlier_id");
--> statement-breakpoint
CREATE INDEX "taken_taker" ON "taken" ("taker", "taker_id");
--> statement-breakpoint
CREATE INDEX "taken_giver" ON "taken" ("giver", "giver_id");
--> statement-breakpoint
-- The agencies and outlets that an article credits or cites.
CREATE TABLE "credit" (
  "article_id" text COLLATE "C" NOT NULL REFERENCES "article" ("id"),
  "key" text COLLATE "C" NOT NULL,
  "how" text NOT NULL,
  "name" text NOT NULL,
  "outlet" text COLLATE "C" NOT NULL,
  PRIMARY KEY ("article_id", "key", "how")
);
--> statement-breakpoint
CREATE INDEX "credit_outlet" ON "credit" ("outlet", "key");
--> statement-breakpoint
CREATE TABLE "claim_outlet" (
  "claim_id" text COLLATE "C" NOT NULL,
  "key" text COLLATE "C" NOT NULL,
  "is_shared" boolean NOT NULL,
  "is_first" boolean NOT NULL,
  "is_own" boolean NOT NULL,
  PRIMARY KEY ("claim_id", "key")
);
--> statement-breakpoint
-- The sums of `claim_outlet`, kept with every change of it.
CREATE TABLE "outlet_tally" (
  "key" text COLLATE "C" PRIMARY KEY,
  "claim_count" integer NOT NULL,
  "shared_count" integer NOT NULL,
  "first_count" integer NOT NULL,
  "own_count" integer NOT NULL
);

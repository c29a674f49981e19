-- What lists of claims are chosen, sorted and shown by. All that was weighed is dropped: it is made again with these.
TRUNCATE "weighed", "imprint", "shingle", "overlap", "story_profile", "story_link", "story", "story_article",
  "report", "report_link", "claim", "claim_report";
--> statement-breakpoint
ALTER TABLE "claim"
  ADD COLUMN "last_published_at" timestamptz,
  ADD COLUMN "summary" json NOT NULL;
--> statement-breakpoint
CREATE INDEX "claim_newest" ON "claim" ((coalesce("last_published_at", '-infinity'::timestamptz)) DESC, "id" DESC);
--> statement-breakpoint
CREATE INDEX "claim_earliest" ON "claim" ((coalesce("first_published_at", 'infinity'::timestamptz)), "id");
--> statement-breakpoint
CREATE INDEX "claim_most_reported" ON "claim" (
  (-"report_count"), (coalesce("first_published_at", 'infinity'::timestamptz)), "id"
);
--> statement-breakpoint
CREATE INDEX "story_newest" ON "story" ((coalesce("last_published_at", '-infinity'::timestamptz)) DESC, "id" DESC);
--> statement-breakpoint
-- The words of a key are its parts between blanks.
CREATE TABLE "facet" (
  "id" serial PRIMARY KEY,
  "kind" text COLLATE "C" NOT NULL,
  "key" text COLLATE "C" NOT NULL,
  "name" text NOT NULL,
  "words" text[] GENERATED ALWAYS AS (string_to_array("key", ' ')) STORED NOT NULL,
  UNIQUE ("kind", "key")
);
--> statement-breakpoint
CREATE INDEX "facet_words" ON "facet" USING gin ("words");
--> statement-breakpoint
CREATE TABLE "claim_facet" (
  "facet_id" integer NOT NULL REFERENCES "facet" ("id"),
  "claim_id" text COLLATE "C" NOT NULL REFERENCES "claim" ("id") ON DELETE CASCADE,
  PRIMARY KEY ("facet_id", "claim_id")
);
--> statement-breakpoint
CREATE INDEX "claim_facet_claim" ON "claim_facet" ("claim_id");

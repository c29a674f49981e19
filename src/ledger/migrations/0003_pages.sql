-- A page is one article's place in the world: one or several addresses, one or several versions.
CREATE TABLE "page" (
  "id" text COLLATE "C" PRIMARY KEY,
  "seq" bigserial NOT NULL UNIQUE,
  "address" text NOT NULL
);
--> statement-breakpoint
-- "key_id" is the content address of the address key, which may be longer than an index entry can be. One address may be
-- that of several pages: what stands at "/briefing" today is another article than yesterday's. "is_claimed": no document
-- came from there, a page or a redirect only named it.
CREATE TABLE "page_address" (
  "key_id" text COLLATE "C" NOT NULL,
  "page_id" text COLLATE "C" NOT NULL REFERENCES "page" ("id"),
  "seq" bigserial NOT NULL,
  "address" text NOT NULL,
  "is_claimed" boolean NOT NULL,
  PRIMARY KEY ("key_id", "page_id")
);
--> statement-breakpoint
CREATE INDEX "page_address_page" ON "page_address" ("page_id", "seq");
--> statement-breakpoint
-- A sighting is an interval in which a place gave the same bytes at every collect. "also_at" are addresses that the bytes
-- name and that led to them, null where nobody looked; "placed_by" is the rules that found its page, or that it has none.
ALTER TABLE "sighting"
  ADD COLUMN "last_collected_at" timestamptz,
  ADD COLUMN "hints" json,
  ADD COLUMN "also_at" json,
  ADD COLUMN "page_id" text COLLATE "C" REFERENCES "page" ("id"),
  ADD COLUMN "placed_by" text;
--> statement-breakpoint
UPDATE "sighting" SET "last_collected_at" = "collected_at";
--> statement-breakpoint
ALTER TABLE "sighting" ALTER COLUMN "last_collected_at" SET NOT NULL;
--> statement-breakpoint
CREATE INDEX "sighting_place" ON "sighting" (md5("where"), "collected_at");
--> statement-breakpoint
CREATE INDEX "sighting_page" ON "sighting" ("page_id", "collected_at", "document_id") WHERE "page_id" IS NOT NULL;
--> statement-breakpoint
CREATE INDEX "sighting_unplaced" ON "sighting" ("seq") WHERE "placed_by" IS NULL;
--> statement-breakpoint
-- The newest article of each document, as long as the page that the document was seen on has not been seen with another
-- one since. An article of two documents stands here twice.
CREATE OR REPLACE VIEW "current_extraction" AS
  SELECT "document_id", "article_id" FROM "extraction"
  WHERE NOT EXISTS (
    SELECT FROM "extraction" AS "later"
    WHERE "later"."document_id" = "extraction"."document_id" AND "later"."seq" > "extraction"."seq"
  ) AND EXISTS (
    SELECT FROM "sighting" WHERE "sighting"."document_id" = "extraction"."document_id" AND (
      "sighting"."page_id" IS NULL OR NOT EXISTS (
        SELECT FROM "sighting" AS "later"
        WHERE "later"."page_id" = "sighting"."page_id"
          AND ("later"."collected_at", "later"."document_id") > ("sighting"."collected_at", "sighting"."document_id")
          AND EXISTS (SELECT FROM "extraction" AS "taken" WHERE "taken"."document_id" = "later"."document_id")
      )
    )
  );
--> statement-breakpoint
-- Where a page's versions change; derived from sightings and extractions, and made anew when these do.
CREATE TABLE "page_change" (
  "id" text COLLATE "C" PRIMARY KEY,
  "page_id" text COLLATE "C" NOT NULL REFERENCES "page" ("id"),
  "before_article_id" text COLLATE "C" NOT NULL REFERENCES "article" ("id"),
  "after_article_id" text COLLATE "C" NOT NULL REFERENCES "article" ("id"),
  "before_where" text NOT NULL,
  "after_where" text NOT NULL,
  "before_at" timestamptz NOT NULL,
  "after_at" timestamptz NOT NULL,
  "is_trivial" boolean NOT NULL,
  "is_admitted" boolean NOT NULL,
  "is_comparable" boolean NOT NULL
);
--> statement-breakpoint
CREATE INDEX "page_change_newest" ON "page_change" ("after_at" DESC, "id" DESC);
--> statement-breakpoint
CREATE INDEX "page_change_page" ON "page_change" ("page_id", "after_at");

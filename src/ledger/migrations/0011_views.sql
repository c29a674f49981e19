-- What the views of the desk read of each event, out of its record; beside the keys in an index, so that a view of all
-- events reads that and not the claims.
ALTER TABLE "claim"
  ADD COLUMN "event_type" text COLLATE "C" GENERATED ALWAYS AS (left("summary"->>'eventType', 100)) STORED,
  ADD COLUMN "actor" text COLLATE "C" GENERATED ALWAYS AS (left("summary"->>'actor', 200)) STORED,
  ADD COLUMN "recipient" text COLLATE "C" GENERATED ALWAYS AS (left("summary"->>'recipient', 200)) STORED,
  ADD COLUMN "first_day" text COLLATE "C" GENERATED ALWAYS AS (left("summary"->'day'->>'from', 10)) STORED,
  ADD COLUMN "last_day" text COLLATE "C" GENERATED ALWAYS AS (left("summary"->'day'->>'to', 10)) STORED,
  ADD COLUMN "modalities" text COLLATE "C" GENERATED ALWAYS AS (left("summary"->>'modalities', 200)) STORED;
--> statement-breakpoint
CREATE INDEX "claim_view" ON "claim" ("id") INCLUDE (
  "event_type", "actor", "recipient", "first_day", "last_day", "modalities", "origin_count", "outlet_count",
  "disagreement_count", "first_published_at", "last_published_at"
) WHERE "kind" = 'event';
--> statement-breakpoint
CREATE INDEX "claim_disputed" ON "claim" (
  (-"origin_count"), (-"outlet_count"), (-"report_count"), (coalesce("first_published_at", 'infinity'::timestamptz)),
  "id"
) WHERE "disagreement_count" > 0;
--> statement-breakpoint
-- Which articles tell a claim, however often each does; a copy has its words from another of them. Of two that are said to copy
-- each other both are copies here until they are weighed again.
CREATE TABLE "claim_article" (
  "claim_id" text COLLATE "C" NOT NULL REFERENCES "claim" ("id") ON DELETE CASCADE,
  "article_id" text COLLATE "C" NOT NULL REFERENCES "article" ("id"),
  "is_copy" boolean NOT NULL,
  "published_at" timestamptz,
  PRIMARY KEY ("claim_id", "article_id")
);
--> statement-breakpoint
INSERT INTO "claim_article"
SELECT "claim_report"."claim_id", "report"."article_id", bool_or("claim_copy"."report_id" IS NOT NULL),
  min("article"."published_at")
FROM "claim_report"
JOIN "report" ON "report"."id" = "claim_report"."report_id"
JOIN "article" ON "article"."id" = "report"."article_id"
LEFT JOIN "claim_copy" ON "claim_copy"."claim_id" = "claim_report"."claim_id"
  AND "claim_copy"."report_id" = "report"."id"
GROUP BY 1, 2;
--> statement-breakpoint
CREATE INDEX "claim_article_article" ON "claim_article" ("article_id");
--> statement-breakpoint
DROP TABLE "claim_copy";
--> statement-breakpoint
-- How often anything was weighed: what was counted since the last time still holds.
CREATE TABLE "weighing_count" (
  "id" integer PRIMARY KEY,
  "steps" bigint NOT NULL
);
--> statement-breakpoint
INSERT INTO "weighing_count" VALUES (1, 0);
--> statement-breakpoint
-- PGlite has no daemon that would; without, the planner takes a claim for one that every article tells.
ANALYZE;

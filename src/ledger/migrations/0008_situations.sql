-- What analysts follow, and how far each has seen what changed.
CREATE TABLE "situation" (
  "id" text COLLATE "C" PRIMARY KEY,
  "seq" bigserial NOT NULL UNIQUE,
  "name" text NOT NULL,
  "query" json NOT NULL,
  "created_at" timestamptz NOT NULL DEFAULT now(),
  "created_by" text NOT NULL,
  "changed_at" timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE TABLE "situation_visit" (
  "situation_id" text COLLATE "C" NOT NULL REFERENCES "situation" ("id") ON DELETE CASCADE,
  "user_name" text COLLATE "C" NOT NULL,
  "at" timestamptz NOT NULL,
  PRIMARY KEY ("situation_id", "user_name")
);
--> statement-breakpoint
-- What came since an instant.
CREATE INDEX "document_added" ON "document" ("added_at");
--> statement-breakpoint
-- The counted origins on the side of support of each claim, by the content address of their ids; and the reports of a
-- claim whose words are taken from another of its articles. Both stand in the record of the claim as well, which is too
-- large to be read for a count.
CREATE TABLE "claim_end" (
  "claim_id" text COLLATE "C" NOT NULL REFERENCES "claim" ("id") ON DELETE CASCADE,
  "origin_id" text COLLATE "C" NOT NULL,
  PRIMARY KEY ("claim_id", "origin_id")
);
--> statement-breakpoint
CREATE TABLE "claim_copy" (
  "claim_id" text COLLATE "C" NOT NULL REFERENCES "claim" ("id") ON DELETE CASCADE,
  "report_id" text COLLATE "C" NOT NULL,
  PRIMARY KEY ("claim_id", "report_id")
);
--> statement-breakpoint
INSERT INTO "claim_end"
SELECT DISTINCT "claim"."id", left(encode(sha256(convert_to("origin"->>'id', 'UTF8')), 'hex'), 32)
FROM "claim", json_array_elements("record"->'provenance'->'origins') AS "origin"
WHERE "origin"->>'side' = 'support' AND ("origin"->>'isCounted')::boolean;
--> statement-breakpoint
INSERT INTO "claim_copy"
SELECT DISTINCT "claim"."id", "edge"->>'from'
FROM "claim", json_array_elements("record"->'provenance'->'edges') AS "edge"
WHERE "edge"->>'why' = 'copies';

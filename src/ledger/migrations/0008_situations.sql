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
-- The reports of a claim whose words are taken from another of its articles. They stand in the record of the claim as
-- well, which is too large to be read for a count.
CREATE TABLE "claim_copy" (
  "claim_id" text COLLATE "C" NOT NULL REFERENCES "claim" ("id") ON DELETE CASCADE,
  "report_id" text COLLATE "C" NOT NULL,
  PRIMARY KEY ("claim_id", "report_id")
);

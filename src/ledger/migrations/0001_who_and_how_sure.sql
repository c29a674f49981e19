-- Who a source is, also where the text says “she”; what a person is, beside the name; and how sure the reader
-- was of either (null where rules alone found it, and in readings that were added before).
ALTER TABLE "mention"
  ADD COLUMN "role_start" integer,
  ADD COLUMN "role_end" integer,
  ADD COLUMN "role_words" text,
  ADD COLUMN "confidence" double precision;
--> statement-breakpoint
ALTER TABLE "statement"
  ADD COLUMN "source_entity" text,
  ADD COLUMN "confidence" double precision;

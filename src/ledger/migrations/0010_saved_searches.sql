-- Searches that are kept under a name. An id is the content address of the query.
CREATE TABLE "saved_search" (
  "id" text COLLATE "C" PRIMARY KEY,
  "name" text NOT NULL,
  "q" text NOT NULL,
  "created_at" timestamptz NOT NULL DEFAULT now(),
  "created_by" text NOT NULL
);
--> statement-breakpoint
-- Every spelling of an outlet is found by leaping over this. A name from a page may be longer than an index can hold.
CREATE INDEX "article_outlet" ON "article" ((left("outlet", 200)));

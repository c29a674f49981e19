-- What is followed, the pages that it named, and what hosts ask of those who fetch from them. An id is the content
-- address of the address’s key, so that two spellings of one address are one row.
CREATE TABLE "feed" (
  "id" text COLLATE "C" PRIMARY KEY,
  "seq" bigserial NOT NULL UNIQUE,
  "address" text NOT NULL,
  "kind" text NOT NULL,
  "format" text,
  "title" text,
  "site_url" text,
  "language" text,
  "state" text NOT NULL,
  "etag" text,
  "last_modified" text,
  "interval_seconds" integer NOT NULL,
  "next_at" timestamptz,
  "last_tried_at" timestamptz,
  "last_success_at" timestamptz,
  "last_new_at" timestamptz,
  "failure_count" integer NOT NULL,
  "problem" json,
  "added_at" timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE INDEX "feed_due" ON "feed" ("next_at") WHERE "next_at" IS NOT NULL;
--> statement-breakpoint
-- A visit with a `next_at` is to be paid then; `article_id` is what the last one that succeeded found. `content` is
-- the text that the feed itself carries, until the page has been had.
CREATE TABLE "visit" (
  "id" text COLLATE "C" PRIMARY KEY,
  "seq" bigserial NOT NULL UNIQUE,
  "address" text NOT NULL,
  "host" text NOT NULL,
  "hints" json,
  "content" text,
  "etag" text,
  "last_modified" text,
  "next_at" timestamptz,
  "first_named_at" timestamptz NOT NULL,
  "last_tried_at" timestamptz,
  "last_success_at" timestamptz,
  "last_changed_at" timestamptz,
  "success_count" integer NOT NULL,
  "failure_count" integer NOT NULL,
  "problem" json,
  "article_id" text COLLATE "C" REFERENCES "article" ("id")
);
--> statement-breakpoint
CREATE INDEX "visit_due" ON "visit" ("next_at") WHERE "next_at" IS NOT NULL;
--> statement-breakpoint
CREATE TABLE "feed_visit" (
  "feed_id" text COLLATE "C" NOT NULL REFERENCES "feed" ("id"),
  "visit_id" text COLLATE "C" NOT NULL REFERENCES "visit" ("id"),
  "named_at" timestamptz NOT NULL,
  "updated_at" text,
  PRIMARY KEY ("feed_id", "visit_id")
);
--> statement-breakpoint
CREATE INDEX "feed_visit_visit" ON "feed_visit" ("visit_id");
--> statement-breakpoint
CREATE TABLE "host" (
  "name" text COLLATE "C" PRIMARY KEY,
  "record" json NOT NULL
);

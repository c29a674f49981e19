-- Searches that are kept under a name. An id is the content address of the query.
CREATE TABLE "saved_search" (
  "id" text COLLATE "C" PRIMARY KEY,
  "name" text NOT NULL,
  "q" text NOT NULL,
  "created_at" timestamptz NOT NULL DEFAULT now(),
  "created_by" text NOT NULL
);

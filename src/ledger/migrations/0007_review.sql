-- What analysts said of what was read: append-only. A row is never changed and never taken out; "undo" is a row of its own.
CREATE TABLE "review_act" (
  "id" text COLLATE "C" PRIMARY KEY,
  "seq" bigserial NOT NULL UNIQUE,
  "at" timestamptz NOT NULL,
  "by" text NOT NULL,
  "kind" text NOT NULL,
  "text_ids" text[] NOT NULL,
  "article_id" text COLLATE "C" REFERENCES "article" ("id"),
  "claim_id" text COLLATE "C",
  "title" text,
  "undoes" text COLLATE "C" UNIQUE REFERENCES "review_act" ("id"),
  "act" json NOT NULL,
  CHECK (("kind" = 'undo') = ("undoes" IS NOT NULL))
);
--> statement-breakpoint
CREATE INDEX "review_act_texts" ON "review_act" USING gin ("text_ids");
--> statement-breakpoint
CREATE INDEX "review_act_kind" ON "review_act" ("kind", "seq");
--> statement-breakpoint
CREATE INDEX "review_act_article" ON "review_act" ("article_id", "seq");
--> statement-breakpoint
CREATE FUNCTION "refuse_review_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the review log is append-only: undo an act by another one';
END
$$;
--> statement-breakpoint
CREATE TRIGGER "review_act_is_kept" BEFORE UPDATE OR DELETE ON "review_act"
  FOR EACH ROW EXECUTE FUNCTION "refuse_review_change"();
--> statement-breakpoint
-- Which articles have a text: the id that a review is kept under. The encoding is named, so that it never differs.
CREATE FUNCTION "text_id"("words" text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT left(encode(sha256(convert_to("words", 'UTF8')), 'hex'), 32)
$$;
--> statement-breakpoint
CREATE INDEX "article_text" ON "article" ("text_id"("text"));

-- The statements of which the reader is least sure, in order: the queue of what is worth a look walks along it.
CREATE INDEX "statement_confidence" ON "statement" ("confidence", "reading_id", "ordinal") WHERE "confidence" IS NOT NULL;

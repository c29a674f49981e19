-- What the timeline reads of statements, so that it does not read the claims.
CREATE INDEX "claim_statement" ON "claim" ("id") INCLUDE ("first_day", "last_day", "origin_count") WHERE "kind" = 'statement';

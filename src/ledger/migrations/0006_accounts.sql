-- Who may use a ledger that others can reach. `account`, `credential` and `session` are better-auth’s user, account
-- and session.
CREATE TABLE "account" (
  "id" text COLLATE "C" PRIMARY KEY,
  "name" text COLLATE "C" NOT NULL UNIQUE,
  "role" text NOT NULL,
  "created_at" timestamptz NOT NULL DEFAULT now(),
  "updated_at" timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE TABLE "credential" (
  "id" text COLLATE "C" PRIMARY KEY,
  "account_id" text COLLATE "C" NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
  "provider" text NOT NULL,
  "subject" text COLLATE "C" NOT NULL,
  "password_hash" text NOT NULL,
  "created_at" timestamptz NOT NULL DEFAULT now(),
  "updated_at" timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE INDEX "credential_account" ON "credential" ("account_id");
--> statement-breakpoint
-- A token is kept as its SHA-256: whoever reads the ledger’s files is not signed in by that.
CREATE TABLE "session" (
  "id" text COLLATE "C" PRIMARY KEY,
  "account_id" text COLLATE "C" NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
  "token_hash" text COLLATE "C" NOT NULL UNIQUE,
  "expires_at" timestamptz NOT NULL,
  "address" text,
  "browser" text,
  "created_at" timestamptz NOT NULL DEFAULT now(),
  "updated_at" timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE INDEX "session_account" ON "session" ("account_id");
--> statement-breakpoint
CREATE TABLE "api_token" (
  "id" text COLLATE "C" PRIMARY KEY,
  "seq" bigserial NOT NULL UNIQUE,
  "name" text NOT NULL,
  "scope" text NOT NULL,
  "token_hash" text COLLATE "C" NOT NULL UNIQUE,
  "made_by" text COLLATE "C",
  "created_at" timestamptz NOT NULL DEFAULT now(),
  "expires_at" timestamptz,
  "last_used_at" timestamptz,
  "revoked_at" timestamptz
);
--> statement-breakpoint
-- What the cookies of this ledger are signed with; one row.
CREATE TABLE "cookie_secret" (
  "only" integer PRIMARY KEY DEFAULT 1 CHECK ("only" = 1),
  "secret" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
  "seq" bigserial PRIMARY KEY,
  "at" timestamptz NOT NULL DEFAULT now(),
  "act" text NOT NULL,
  "who" text COLLATE "C",
  "way" text,
  "address" text COLLATE "C",
  "method" text,
  "path" text,
  "status" integer,
  "about" text
);
--> statement-breakpoint
CREATE INDEX "audit_log_who" ON "audit_log" ("who", "seq");
--> statement-breakpoint
CREATE FUNCTION "refuse_audit_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is only ever added to';
END
$$;
--> statement-breakpoint
CREATE TRIGGER "audit_log_append_only" BEFORE UPDATE OR DELETE ON "audit_log"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();

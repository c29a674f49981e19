import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator'
import { HearsayError } from '../records/error.ts'
import type { LedgerDatabase } from './ledger.ts'

// Beside this file in the sources, and copied beside it by the build.
const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))

// Any number of our own: processes that open one database at the same time wait for each other.
const migrationLock = 4_727_279

/** The shipped migrations, oldest first. A landed one is never edited, so its hash is its identity. */
export function readMigrations(): MigrationMeta[] {
  return readMigrationFiles({ migrationsFolder })
}

/**
 * Brings the tables up to this version; does nothing when they are. Safe to run from several processes at once.
 *
 * drizzle's own runner is not used: it needs the right to create a schema, and passes over a migration that
 * another branch landed with an earlier date.
 *
 * @throws {HearsayError} `ledger-unusable` when a newer version has written here.
 */
export async function runMigrations(db: LedgerDatabase): Promise<void> {
  const migrations = readMigrations()
  await db.transaction(async (transaction) => {
    await transaction.execute(sql`select pg_advisory_xact_lock(${migrationLock})`)
    await transaction.execute(sql`
      create table if not exists hearsay_migration (hash text primary key, run_at timestamptz not null default now())`)
    const { rows } = await transaction.execute<{ hash: string }>(sql`select hash from hearsay_migration`)
    const ran = new Set(rows.map((row) => row.hash))
    for (const migration of migrations) {
      if (ran.delete(migration.hash)) continue
      for (const statement of migration.sql) await transaction.execute(sql.raw(statement))
      await transaction.execute(sql`insert into hearsay_migration (hash) values (${migration.hash})`)
    }
    if (ran.size > 0) {
      throw new HearsayError(
        'ledger-unusable',
        `This ledger was written by a newer Hearsay: ${ran.size} of its migrations are unknown here. ` +
          'Install the newer version.',
      )
    }
  })
}

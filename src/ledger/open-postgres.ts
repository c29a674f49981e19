import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { HearsayError } from '../records/error.ts'
import type { Ledger, LedgerDatabase } from './ledger.ts'
import { runMigrations } from './run-migrations.ts'
import * as schema from './schema.ts'

const oldestVersion = 15

/** Opens the ledger in a PostgreSQL database, in the first schema of its search path. See `openLedger`. */
export async function openPostgres(databaseUrl: string, owner: string): Promise<Ledger> {
  const place = withoutPassword(databaseUrl)
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: owner,
    connectionTimeoutMillis: 10_000,
  })
  // A connection that breaks while nobody uses it is replaced; unheard, the event would end the process.
  pool.on('error', () => undefined)
  const db = drizzle(pool, { schema }) as unknown as LedgerDatabase
  try {
    await checkServer(pool, place)
    await runMigrations(db)
  } catch (error) {
    await pool.end()
    throw toUnusable(error, place)
  }
  let closing: Promise<void> | null = null
  return {
    store: 'postgres',
    place,
    db,
    close: () => {
      closing ??= pool.end()
      return closing
    },
  }
}

function withoutPassword(databaseUrl: string): string {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : null
  if (url === null || !['postgres:', 'postgresql:'].includes(url.protocol)) {
    // Not repeated: whatever it is, it may hold a password.
    throw new HearsayError(
      'usage',
      'The database’s address is no PostgreSQL address. Write it as postgres://user:password@host:5432/name.',
    )
  }
  url.password = ''
  url.searchParams.delete('password')
  return url.href
}

async function checkServer(pool: pg.Pool, place: string): Promise<void> {
  const { rows } = await pool.query<{ version: number; encoding: string; schema: string | null }>(`
    select current_setting('server_version_num')::int / 10000 as version,
      current_setting('server_encoding') as encoding, current_schema() as schema`)
  const [server] = rows
  if (server === undefined || server.version < oldestVersion) {
    throw new HearsayError(
      'ledger-unusable',
      `${place} is PostgreSQL ${server?.version}; Hearsay needs ${oldestVersion} or newer.`,
    )
  }
  if (server.encoding !== 'UTF8') {
    throw new HearsayError(
      'ledger-unusable',
      `${place} keeps its text as ${server.encoding}; create the database with encoding UTF8.`,
    )
  }
  if (server.schema === null) {
    throw new HearsayError(
      'ledger-unusable',
      `${place} has no schema to put tables in: create the one that its search_path names.`,
    )
  }
}

// By errno and by SQLSTATE; a class of SQLSTATEs by its first two characters.
const meanings = new Map([
  ['ECONNREFUSED', 'nothing answers there; is the server running?'],
  ['ENOTFOUND', 'there is no such host; check the address.'],
  ['EAI_AGAIN', 'the host’s name could not be looked up; check the network.'],
  ['ETIMEDOUT', 'it does not answer; check the address and the network.'],
  ['EHOSTUNREACH', 'the host cannot be reached; check the network.'],
  ['ECONNRESET', 'it closed the connection; is it a PostgreSQL server?'],
  ['08', 'the connection broke; try again.'],
  ['28', 'it refused the user or the password; check the address.'],
  ['3D', 'it has no such database; create it with createdb.'],
  ['53', 'it has no room or no connection left.'],
  ['57', 'it is starting or stopping; try again.'],
  [
    '42501',
    'the user may not create tables; grant it CREATE on the schema, or give Hearsay a database of its own.',
  ],
  [
    '42P07',
    'a table of another program has the same name as one of ours; give Hearsay a database of its own, ' +
      'or a schema: ?options=-csearch_path%3Dhearsay.',
  ],
])

/** What the operator can mend becomes a `HearsayError`; anything else stays what it is. */
function toUnusable(error: unknown, place: string): unknown {
  if (error instanceof HearsayError) return error
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (!(cause instanceof Error)) return error
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
  const meaning =
    meanings.get(code) ??
    meanings.get(code.slice(0, 2)) ??
    // pg gives no code when it waited in vain, nor when the server wants TLS.
    (/timeout|terminated|SSL|SASL/i.test(cause.message) ? `${cause.message}.` : undefined)
  if (meaning === undefined) return error
  return new HearsayError('ledger-unusable', `The ledger at ${place} cannot be opened: ${meaning}`, { cause })
}

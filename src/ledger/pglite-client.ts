import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { PgliteRefusal, PgliteReply, PgliteRequest, PgliteRows, PgliteStart } from './pglite-message.ts'

/** PostgreSQL refused a query; `code` is the SQLSTATE. */
export class PgliteError extends Error {
  readonly code: string
  readonly detail: string | undefined
  readonly constraint: string | undefined

  constructor(refusal: PgliteRefusal) {
    super(refusal.message)
    this.name = 'PgliteError'
    this.code = refusal.code
    this.detail = refusal.detail
    this.constraint = refusal.constraint
  }
}

type WithoutId<Request> = Request extends unknown ? Omit<Request, 'id'> : never

/** What drizzle passes to a query; its parsers are what the thread does anyway. */
interface QueryOptions {
  readonly rowMode?: 'array' | 'object'
}

/** The one connection, or the stretch of it that a transaction has for itself. */
export interface PgliteQueries {
  query(sql: string, params?: readonly unknown[], options?: QueryOptions): Promise<PgliteRows>
}

// OIDs of json and jsonb.
const jsonTypes = new Set([114, 3802])

// PostgreSQL alone in its process never makes a checkpoint by itself, and its log would grow without bound:
// 209 MB after 200 MB of rows. A checkpoint took 25 ms at 40 MB of new rows.
const commitsBetweenLooks = 256
const logBytesBeforeCheckpoint = 32 * 1024 * 1024

/**
 * PGlite in a thread of its own, as far as drizzle uses it: queries wait their turn, and a transaction has the
 * connection for itself until it ends. In a transaction, use its own `query`: the client's waits for the end.
 *
 * The thread keeps the process alive only while a call is under way.
 */
export class PgliteClient implements PgliteQueries {
  readonly #worker: Worker
  readonly #waiting = new Map<
    number,
    { resolve: (value: PgliteRows | Uint8Array | null) => void; reject: (error: Error) => void }
  >()
  #lastId = 0
  #turn: Promise<unknown> = Promise.resolve()
  #commits = 0
  #ended: Error | null = null

  private constructor(worker: Worker) {
    this.#worker = worker
  }

  /** @throws what there was to learn when PostgreSQL did not start. */
  static async start(start: PgliteStart): Promise<PgliteClient> {
    const worker = new Worker(new URL('./pglite-worker.mjs', import.meta.url), {
      workerData: start,
      name: 'hearsay ledger',
      // Flags for this process (a loader, an inspector) are not meant for the database.
      execArgv: [],
    })
    const client = new PgliteClient(worker)
    await new Promise<void>((resolve, reject) => {
      const end = (reason: string) => {
        client.#end(reason)
        reject(new Error(reason))
      }
      worker.on('message', (reply: PgliteReply) => {
        if (reply.kind === 'ready') {
          worker.unref()
          resolve()
        } else if (reply.kind === 'broken') {
          end(reply.reason)
          void worker.terminate()
        } else client.#receive(reply)
      })
      worker.on('error', (error) => end(error.message))
      worker.on('exit', (status) => end(`the database thread ended with status ${status}`))
    })
    return client
  }

  query(sql: string, params: readonly unknown[] = [], options: QueryOptions = {}): Promise<PgliteRows> {
    return this.#inTurn(async () => {
      const rows = await this.#query(sql, params, options)
      await this.#checkpointWhenDue()
      return rows
    })
  }

  /** Commits when the callback is done; rolls back, and throws what it threw, when it fails. */
  transaction<Outcome>(callback: (transaction: PgliteQueries) => Promise<Outcome>): Promise<Outcome> {
    return this.#inTurn(async () => {
      await this.#query('begin')
      let open = true
      const queries: PgliteQueries = {
        query: async (sql, params, options) => {
          if (!open) throw new Error('This transaction has ended; its queries must be awaited inside it.')
          return this.#query(sql, params, options)
        },
      }
      let outcome: Outcome
      try {
        outcome = await callback(queries)
      } catch (error) {
        open = false
        // Where the thread has died there is nothing to roll back, and `error` says so already.
        await this.#query('rollback').catch(() => undefined)
        throw error
      }
      open = false
      const { command } = await this.#query('commit')
      // A query that failed inside, and was caught there, has left a transaction that cannot be committed.
      if (command === 'ROLLBACK')
        throw new Error('The transaction was rolled back: one of its queries failed.')
      await this.#checkpointWhenDue()
      return outcome
    })
  }

  /** The whole data folder, a gzipped tar; all of it passes through memory. */
  dump(): Promise<Uint8Array> {
    return this.#inTurn(async () => {
      const dump = await this.#send({ act: 'dump' })
      if (!(dump instanceof Uint8Array)) throw new Error('The database thread gave no dump.')
      return dump
    })
  }

  /**
   * Lets what is waiting finish first; what has not finished when the patience ends fails, with nothing lost that
   * was acknowledged.
   */
  async close(patienceMs = 30_000): Promise<void> {
    const closed = this.#inTurn(async () => {
      if (this.#ended !== null) return
      await this.#send({ act: 'close' })
      this.#ended = new Error('The ledger is closed.')
    })
    const patience = new AbortController()
    await Promise.race([
      closed,
      wait(patienceMs, undefined, { signal: patience.signal }).catch(() => undefined),
    ])
    patience.abort()
    await this.#worker.terminate()
    await closed.catch(() => undefined)
  }

  #inTurn<Outcome>(act: () => Promise<Outcome>): Promise<Outcome> {
    const outcome = this.#turn.then(act)
    this.#turn = outcome.catch(() => undefined)
    return outcome
  }

  async #query(
    sql: string,
    params: readonly unknown[] = [],
    options: QueryOptions = {},
  ): Promise<PgliteRows> {
    const rowMode = options.rowMode ?? 'object'
    const answer = await this.#send({ act: 'query', sql, params, rowMode })
    if (answer === null || answer instanceof Uint8Array) throw new Error('The database thread gave no rows.')
    for (const [i, field] of answer.fields.entries()) {
      if (!jsonTypes.has(field.dataTypeID)) continue
      const key = rowMode === 'array' ? i : field.name
      for (const row of answer.rows as Record<string | number, unknown>[]) {
        const json = row[key]
        if (typeof json === 'string') row[key] = JSON.parse(json)
      }
    }
    return answer
  }

  async #checkpointWhenDue(): Promise<void> {
    this.#commits += 1
    if (this.#commits < commitsBetweenLooks) return
    this.#commits = 0
    try {
      const { rows } = await this.#query(
        `select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn) > ${logBytesBeforeCheckpoint} from pg_control_checkpoint()`,
        [],
        { rowMode: 'array' },
      )
      const [isLong] = rows[0] as [boolean]
      if (isLong) await this.#query('checkpoint')
    } catch {
      // What was committed is committed: a checkpoint that fails costs room, and is tried again.
    }
  }

  #send(request: WithoutId<PgliteRequest>): Promise<PgliteRows | Uint8Array | null> {
    if (this.#ended !== null) return Promise.reject(this.#ended)
    this.#lastId += 1
    const id = this.#lastId
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#worker.ref()
      this.#worker.postMessage({ id, ...request })
    })
  }

  #receive(reply: Extract<PgliteReply, { kind: 'answer' | 'refusal' }>): void {
    const call = this.#waiting.get(reply.id)
    this.#waiting.delete(reply.id)
    if (this.#waiting.size === 0) this.#worker.unref()
    if (reply.kind === 'refusal') call?.reject(new PgliteError(reply.refusal))
    else call?.resolve(reply.value)
  }

  #end(reason: string): Error {
    this.#ended ??= new Error(
      `The ledger’s database stopped: ${reason}. What was acknowledged before is kept.`,
    )
    for (const call of this.#waiting.values()) call.reject(this.#ended)
    this.#waiting.clear()
    return this.#ended
  }
}

// The thread that PostgreSQL runs in: a query takes its thread for as long as it takes.
//
// JavaScript, not TypeScript: Node 20 starts a thread from a file as it is, and the sources run unbuilt in tests.
// The types are checked all the same wherever JavaScript is.

import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite, types } from '@electric-sql/pglite'

/** @typedef {import('./pglite-message.ts').PgliteStart} PgliteStart */
/** @typedef {import('./pglite-message.ts').PgliteRequest} PgliteRequest */
/** @typedef {import('./pglite-message.ts').PgliteReply} PgliteReply */

/** @param {string} value */
const asText = (value) => value

// drizzle asks for dates and times as text, but a function cannot cross threads; the arrays are of numeric,
// timestamp, timestamptz, interval and date. JSON is parsed where it is used: text crosses faster.
const parsers = Object.fromEntries(
  [
    types.TIMESTAMP,
    types.TIMESTAMPTZ,
    types.INTERVAL,
    types.DATE,
    types.JSON,
    types.JSONB,
    1231,
    1115,
    1185,
    1187,
    1182,
  ].map((type) => [type, asText]),
)

/** @type {PgliteStart} */
const start = workerData
const port = parentPort
if (port === null) throw new Error('pglite-worker.mjs is started by PgliteClient')

/**
 * Bytes of the files in a folder; 0 where there is none.
 *
 * @param {string} folder
 * @returns {number}
 */
function measureFiles(folder) {
  if (!existsSync(folder)) return 0
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
}

/**
 * @param {PgliteReply} reply
 * @param {ArrayBuffer[]} [transfer]
 */
const post = (reply, transfer = []) => port.postMessage(reply, transfer)

/** @param {unknown} error */
function breakDown(error) {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  post({ kind: 'broken', reason })
  port?.close()
}

/**
 * @param {PGlite} pglite
 * @param {PgliteRequest} request
 */
async function answer(pglite, request) {
  const { id } = request
  if (request.act === 'query') {
    const { rows, fields, affectedRows, command } = await pglite.query(request.sql, [...request.params], {
      rowMode: request.rowMode,
    })
    const more = {
      ...(affectedRows === undefined ? {} : { affectedRows }),
      ...(command === undefined ? {} : { command }),
    }
    post({ kind: 'answer', id, value: { rows, fields, ...more } })
  } else if (request.act === 'dump') {
    await pglite.query('checkpoint')
    const dump = await (await pglite.dumpDataDir('gzip')).arrayBuffer()
    post({ kind: 'answer', id, value: new Uint8Array(dump) }, [dump])
  } else {
    await pglite.close()
    post({ kind: 'answer', id, value: null })
    port?.close()
  }
}

try {
  const pglite = await PGlite.create({
    dataDir: start.dataFolder,
    parsers,
    // 1 MB for a file of the log, not 16: a new ledger takes 29 MB instead of 39 MB, and its dump is read sooner.
    initDbStartParams: ['--wal-segsize=1'],
    startParams: [
      ...PGlite.defaultStartParams,
      // PostgreSQL's own cache, 128 MB by default: with 16 MB the process takes 155 MB instead of 292 MB, and the
      // operating system keeps the files in memory anyway. Of a large ledger a page of 8 kB costs 50 µs to fetch again:
      // its cache is a 32nd of its files, and its views take a quarter less time.
      '-c',
      `shared_buffers=${Math.round(Math.min(128, Math.max(16, measureFiles(join(start.dataFolder, 'base')) / 2 ** 20 / 32)))}MB`,
      // Those files are in memory: a page anywhere costs little more than the next one.
      '-c',
      'random_page_cost=1.1',
      // A log that has been written out is deleted, not kept for later: backups were twice as large.
      '-c',
      'wal_recycle=off',
      '-c',
      'wal_init_zero=off',
    ],
    ...(start.dump === null ? {} : { loadDataDir: new Blob([new Uint8Array(start.dump)]) }),
  })
  port.on('message', (/** @type {PgliteRequest} */ request) => {
    answer(pglite, request).catch((error) => {
      // A trap in the engine, not a query that failed: it answers nothing any more.
      if (error?.name === 'RuntimeError' || error?.name === 'ExitStatus') return breakDown(error)
      const { message, code = 'XX000', detail, hint, table, column, constraint } = error
      post({
        kind: 'refusal',
        id: request.id,
        refusal: { message, code, detail, hint, table, column, constraint },
      })
    })
  })
  post({ kind: 'ready' })
} catch (error) {
  breakDown(error)
}

/**
 * The desk and its API on a ledger of many articles: `npm run bench -- desk [--articles 100000] [--ledger DIR]
 * [--database URL] [--clients 50] [--seconds 20] [--only 'ROUTE;ROUTE']`. A ledger that is there already is used as it is; else
 * it is made, which takes a while (see `make-ledger.mjs`).
 *
 * The server is `hearsay serve`, a process of its own. Of every route: clients that each ask again as soon as they are
 * answered (what the server can bear), and clients that look at each answer for two seconds on average (what people do);
 * every address asked for is another one, so that nothing is answered from memory. In Chromium: the time to the first row
 * of a list, and how long the page takes to answer while its ledger is scrolled.
 */
import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Agent, request } from 'undici'
import { openLedger } from '../dist/ledger/open-ledger.js'
import { measureInBrowser } from './desk-browser.mjs'
import { openRoutes } from './desk-routes.mjs'
import { makeLedger } from './make-ledger.mjs'

/** How long somebody looks at an answer before asking the next thing. */
const lookMs = 2000

export async function run(args) {
  const { values } = parseArgs({
    args,
    options: {
      articles: { type: 'string', default: '100000' },
      ledger: { type: 'string' },
      database: { type: 'string' },
      clients: { type: 'string', default: '50' },
      seconds: { type: 'string', default: '20' },
      only: { type: 'string' },
      'no-browser': { type: 'boolean', default: false },
    },
  })
  const folder = values.ledger ?? join(await mkdtemp(join(tmpdir(), 'hearsay-desk-')), 'ledger')
  const place = values.database ? { databaseUrl: values.database } : { directory: folder }
  if (values.database !== undefined || !existsSync(folder) || readdirSync(folder).length === 0) {
    const ledger = await openLedger(place)
    try {
      const made = await makeLedger(ledger, Number(values.articles), console.log)
      console.log(made)
    } finally {
      await ledger.close()
    }
  }
  const server = await startServer(values.database ?? folder)
  try {
    const routes = (await openRoutes(server.url)).filter(
      ({ name }) => !values.only || values.only.split(';').includes(name),
    )
    const [clients, seconds] = [Number(values.clients), Number(values.seconds)]
    const figures = []
    for (const route of routes) {
      const alone = await ask(server.url, route, { clients: 1, seconds: Math.min(seconds, 5), lookMs: 0 })
      const people = await ask(server.url, route, { clients, seconds, lookMs })
      const flatOut = await ask(server.url, route, { clients, seconds: Math.min(seconds, 10), lookMs: 0 })
      figures.push({ route: route.name, alone, people, flatOut })
      console.log(
        `${route.name.padEnd(28)} alone ${show(alone)}; ${clients} who look ${show(people)}; flat out ${show(flatOut)}, ${Math.round(flatOut.perSecond)}/s`,
      )
    }
    const browser = values['no-browser'] ? null : await measureInBrowser(server.url)
    if (browser) for (const [name, figure] of Object.entries(browser)) console.log(name, figure)
    console.log(
      JSON.stringify({
        articles: Number(values.articles),
        clients,
        cores: availableParallelism(),
        figures,
        browser,
      }),
    )
  } finally {
    await server.close()
    if (!values.ledger && !values.database) await rm(folder, { recursive: true, force: true })
  }
}

const show = ({ p50, p95, failed }) =>
  `p50 ${p50.toFixed(0)} p95 ${p95.toFixed(0)} ms${failed ? ` (${failed} failed)` : ''}`

/** Serves the ledger from a process of its own. */
async function startServer(ledger) {
  const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
  const child = spawn(process.execPath, [main, 'serve', '--ledger', ledger, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  let said = ''
  for await (const chunk of child.stdout) {
    said += chunk
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
    if (url)
      return {
        url,
        close: async () => {
          child.kill('SIGINT')
          await ended
        },
      }
  }
  throw new Error(`hearsay serve ended:\n${said}`)
}

/** Has so many clients ask a route for so long; milliseconds from the question to the last byte. */
async function ask(url, route, { clients, seconds, lookMs }) {
  const dispatcher = new Agent({ connections: clients, pipelining: 1 })
  const until = performance.now() + seconds * 1000
  const times = []
  let failed = 0
  let n = 0
  const one = async (client) => {
    // They do not all come in at one instant.
    await wait((lookMs * client) / clients)
    while (performance.now() < until) {
      const begun = performance.now()
      const { statusCode, body } = await request(`${url}${route.toPath(n++)}`, { dispatcher })
      await body.arrayBuffer()
      times.push(performance.now() - begun)
      if (statusCode !== 200) failed++
      if (lookMs > 0) await wait(lookMs * (0.5 + ((n * 0.618) % 1)))
    }
  }
  const begun = performance.now()
  await Promise.all(Array.from({ length: clients }, (_, i) => one(i)))
  const perSecond = (times.length * 1000) / (performance.now() - begun)
  await dispatcher.close()
  times.sort((a, b) => a - b)
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95), perSecond, asked: times.length, failed }
}

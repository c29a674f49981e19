import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { examplePages, findServedUrl, makeFolder, parseLines, type Run } from './run-hearsay.fixture.ts'

const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))

let folder: Awaited<ReturnType<typeof makeFolder>>
beforeAll(async () => {
  folder = await makeFolder()
})
afterAll(() => folder.remove())

/** A program that runs, what it has said so far, and its end. */
interface Started {
  readonly process: ChildProcess
  readonly said: { out: string; err: string }
  readonly ended: Promise<Run>
}

const running = new Set<ChildProcess>()
afterEach(() => {
  for (const process of running) process.kill('SIGKILL')
})

function start(command: string, argv: readonly string[]): Started {
  const child = spawn(command, argv, { stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text
  })
  const ended = new Promise<Run>((resolve) => {
    child.once('close', (status) => {
      running.delete(child)
      resolve({ status: status ?? -1, ...said })
    })
  })
  return { process: child, said, ended }
}

const hearsay = (...argv: string[]) => start(process.execPath, [main, ...argv])
const run = (...argv: string[]) => hearsay(...argv).ended

/** Waits until a program has said something; fails with all it said when it ends before. */
async function untilSaid<Found>(
  { process, said, ended }: Started,
  find: (said: Started['said']) => Found | null,
): Promise<Found> {
  let isOver = false
  void ended.then(() => {
    isOver = true
  })
  for (;;) {
    const found = find(said)
    if (found !== null) return found
    if (isOver) throw new Error(`${process.spawnargs.join(' ')} ended having said:\n${said.out}${said.err}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const untilServed = (started: Started) => untilSaid(started, ({ out }) => findServedUrl(out))

/** Presses Ctrl-C and tells how the program ended and how long that took. */
async function interrupt(started: Started): Promise<Run & { readonly tookMs: number }> {
  const since = performance.now()
  started.process.kill('SIGINT')
  return { ...(await started.ended), tookMs: performance.now() - since }
}

describe('the demo', () => {
  let ledger: string
  beforeAll(() => {
    ledger = join(folder.path, 'demo')
  })

  test('reads the example, prints what is said, serves the desk, and ends at Ctrl-C', async () => {
    const demo = hearsay('demo', '--ledger', ledger, '--port', '0')
    const url = await untilServed(demo)
    const { out } = demo.said
    expect(out).toContain('13 read. 11 articles hold')
    expect(out).toMatch(/^id +reports +outlets +copies +origins +how +who says/m)
    // Three outlets at least print the agency's words.
    expect(out).toMatch(/^[0-9a-f]{8} +[3-9] +[3-9] +\d+ +1 /m)
    expect(out).not.toContain(String.fromCharCode(27))

    const health = await fetch(`${url}/api/health`)
    expect(health.status).toBe(200)
    expect(await health.json()).toMatchObject({ counts: { articles: 11 } })
    const desk = await fetch(`${url}/articles`)
    expect(desk.headers.get('content-type')).toContain('text/html')
    expect(await desk.text()).toContain('id="desk"')

    const { status, err, tookMs } = await interrupt(demo)
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(tookMs).toBeLessThan(10_000)
  })

  test('run again reads nothing twice', async () => {
    const { status, out } = await run('demo', '--ledger', ledger, '--no-serve')
    expect(status).toBe(0)
    expect(out).toContain('0 read, 13 known before. 11 articles hold')
  })
})

describe('while a server holds the ledger', () => {
  let ledger: string
  let server: Started
  let url: string
  beforeAll(async () => {
    ledger = join(folder.path, 'served')
    server = hearsay('serve', '--ledger', ledger, '--port', '0')
    running.delete(server.process)
    url = await untilServed(server)
  })
  afterAll(() => {
    server.process.kill('SIGKILL')
  })

  test('add, list, show and claims go through it', async () => {
    const added = await run('add', examplePages, join(folder.path, 'gone.html'), '--ledger', ledger)
    expect(added.status).toBe(1)
    expect(added.out).toContain(`11 read, 1 failed; ledger: ${url}`)
    expect(added.err).toContain('gone.html')

    const [list, claims] = await Promise.all([
      run('list', '--json', '--ledger', ledger),
      run('claims', '--json', '--ledger', ledger),
    ])
    const articles = parseLines(list.out) as { id: string; title: string }[]
    expect(articles).toHaveLength(11)
    expect(parseLines(claims.out).length).toBeGreaterThan(20)
    expect(await (await fetch(`${url}/api/health`)).json()).toMatchObject({ counts: { articles: 11 } })

    const [{ id, title } = { id: '', title: '' }] = articles
    const shown = await run('show', id.slice(0, 8), '--json', '--ledger', ledger)
    expect(JSON.parse(shown.out)).toMatchObject({ article: { id, title } })
    const unknown = await run('show', 'ffffffffffff', '--ledger', ledger)
    expect(unknown).toMatchObject({ status: 2, out: '' })
    expect(unknown.err).toContain('ffffffffffff')
  })

  test('add through it says that the mode is the server’s to choose', async () => {
    const { status, err } = await run('add', examplePages, '--mode', 'fast', '--ledger', ledger)
    expect(status).toBe(0)
    expect(err).toContain(`${url} holds the ledger and reads as it was started to`)
  })

  test('a second server and a demo are refused, and say where the first one is and what to do', async () => {
    const refused = await Promise.all([
      run('serve', '--ledger', ledger, '--port', '0'),
      run('demo', '--ledger', ledger, '--port', '0'),
    ])
    for (const { status, out, err } of refused) {
      expect({ status, out }).toEqual({ status: 2, out: '' })
      expect(err).toContain(url)
      expect(err).toMatch(/stop/i)
      expect(err).not.toMatch(/^\s+at /m)
    }
  })

  test('Ctrl-C ends it with its work kept, and the ledger is free again', async () => {
    const { status, tookMs } = await interrupt(server)
    expect(status).toBe(0)
    expect(tookMs).toBeLessThan(10_000)
    const { out } = await run('list', '--json', '--ledger', ledger)
    expect(parseLines(out)).toHaveLength(11)
  })

  test('a reader that closes the pipe ends the program quietly', async () => {
    const { out, err } = await start('sh', [
      '-c',
      '{ "$@"; echo "status $?" >&2; } | head -n 1',
      'sh',
      process.execPath,
      main,
      'claims',
      '--json',
      '--limit',
      '1000',
      '--ledger',
      ledger,
    ]).ended
    expect(parseLines(out)).toHaveLength(1)
    expect(err).toBe('status 0\n')
    expect((await run('list', '--limit', '1', '--ledger', ledger)).status).toBe(0)
  })
})

test('add that is killed in the middle is completed by the next, with nothing lost or doubled', async () => {
  const ledger = join(folder.path, 'killed')
  const first = hearsay('add', examplePages, '--ledger', ledger)
  await untilSaid(first, ({ out }) => (/^ +4 {2}read/m.test(out) ? true : null))
  first.process.kill('SIGKILL')
  const { out: before } = await first.ended
  expect(before).not.toContain('ledger:')
  const said = before.match(/^ +\d+ {2}read/gm)?.length ?? 0

  const { status, out, err } = await run('add', examplePages, '--ledger', ledger)
  expect({ status, err }).toEqual({ status: 0, err: '' })
  const [, read = 0, known = 0] = /(\d+) read, (\d+) known before/.exec(out)?.map(Number) ?? []
  expect(read + known).toBe(11)
  // What the first said it had read was kept; one more may have been done when it died.
  expect(known).toBeGreaterThanOrEqual(said)
  expect(known).toBeLessThan(11)

  const { out: list } = await run('list', '--json', '--ledger', ledger)
  const articles = parseLines(list) as { id: string; title: string; statements: number }[]
  expect(articles).toHaveLength(11)
  expect(new Set(articles.map(({ title }) => title)).size).toBe(11)
  for (const { title, statements } of articles) expect(statements, title).toBeGreaterThan(0)
})

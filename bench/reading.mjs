import { fork } from 'node:child_process'
import { once } from 'node:events'
import { rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { countTokens, makeExampleTexts, readTexts } from './example-texts.mjs'
import { measureHostile } from './hostile.mjs'

const names = ['hearsay full', 'hearsay fast', 'wink-nlp', 'compromise']
const rounds = 7
const textsPerRound = 40
const centsPerCoreHour = 2

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1]
const program = (file) => fileURLToPath(new URL(file, import.meta.url))

/** A process, and a function that asks it and waits for the answer. */
async function start(file, ...args) {
  const child = fork(program(file), args)
  const [opened] = await once(child, 'message')
  const ask = async (question) => {
    child.send(question)
    const [answer] = await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(([code]) => {
        throw new Error(`${file} ${args.join(' ')} ended with status ${code}`)
      }),
    ])
    return answer
  }
  return { opened, ask, stop: () => child.kill() }
}

/** Articles and words a second of CPU time, peak memory, for each engine; the engines take turns, so that a drifting machine hits all. */
async function measureSpeed(texts) {
  const started = new Map()
  for (const name of names) started.set(name, await start('./engine-process.mjs', name))
  const cpu = new Map(names.map((name) => [name, []]))
  const peak = new Map()
  for (let round = -2; round < rounds; round++) {
    const from = ((round + 2) * textsPerRound) % texts.length
    const batch = [...texts, ...texts].slice(from, from + textsPerRound)
    for (const name of names) {
      const { cpuMs, peakMb } = await started.get(name).ask({ texts: batch })
      peak.set(name, peakMb)
      // Two rounds to warm up: the compiler has seen everything by then.
      if (round >= 0) cpu.get(name).push({ cpuMs, words: countWords(batch), articles: batch.length })
    }
  }
  for (const { stop } of started.values()) stop()
  return names.map((name) => {
    const articlesPerSecond = median(cpu.get(name).map(({ cpuMs, articles }) => (articles / cpuMs) * 1000))
    return {
      name,
      articlesPerSecond,
      wordsPerSecond: median(cpu.get(name).map(({ cpuMs, words }) => (words / cpuMs) * 1000)),
      peakMb: peak.get(name),
      dollarsPerMillion: ((1e6 / articlesPerSecond / 3600) * centsPerCoreHour) / 100,
    }
  })
}

const countWords = (texts) => texts.reduce((sum, text) => sum + (text.match(/\S+/g)?.length ?? 0), 0)

/** Milliseconds from the start of a process to its first reading done; the middle of five. */
async function measureStart(text) {
  const took = new Map(names.map((name) => [name, []]))
  for (let round = 0; round < 6; round++) {
    for (const name of names) {
      const { ask, stop } = await start('./engine-process.mjs', name)
      const { sinceStartMs } = await ask({ texts: [text] })
      stop()
      // The first fills the file cache.
      if (round > 0) took.get(name).push(sinceStartMs)
    }
  }
  return new Map(names.map((name) => [name, median(took.get(name))]))
}

/** Extraction and reading through reading threads: articles a second by the clock, and memory. */
async function measureScaling(texts) {
  const file = join(tmpdir(), `hearsay-bench-${process.pid}.json`)
  await writeFile(file, JSON.stringify(texts.slice(0, 80)))
  const found = []
  try {
    for (const mode of ['full', 'fast']) {
      const started = []
      for (const workers of [0, 1, 2])
        started.push({
          workers,
          took: [],
          ...(await start('./scaling-process.mjs', mode, String(workers), file)),
        })
      for (let round = -1; round < 5; round++)
        for (const one of started) {
          const answer = await one.ask('read')
          if (round >= 0) one.took.push(answer)
        }
      for (const { workers, took, stop } of started) {
        stop()
        found.push({
          mode,
          workers,
          articlesPerSecond: (Math.min(80, texts.length) / median(took.map(({ wallMs }) => wallMs))) * 1000,
          rssMb: median(took.map(({ rssMb }) => rssMb)),
        })
      }
    }
  } finally {
    await rm(file)
  }
  return found
}

/** What each engine gives for one text with one of everything, or that it gives nothing of the kind. */
async function findWhatIsGiven() {
  const given = new Map()
  for (const name of names) {
    const { ask, stop } = await start('./engine-process.mjs', name)
    given.set(name, (await ask({ act: 'probe' })).found)
    stop()
  }
  const things = [...new Set(names.flatMap((name) => Object.keys(given.get(name))))]
  return things.map((thing) => ({
    thing,
    ...Object.fromEntries(names.map((name) => [name, given.get(name)[thing] ?? null])),
  }))
}

const rows = (header, lines) =>
  [header, header.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
const round = (value) => (value < 10 ? value.toFixed(1) : String(Math.round(value)))

/**
 * How fast both modes read, beside wink-nlp and compromise on the same texts, and what each of them gives.
 *
 * Without a folder the texts are put together from the example pages. `--hostile` measures time per token instead,
 * over texts that nobody writes. The last line is one JSON object.
 */
export async function run(args) {
  if (args.includes('--hostile')) return await measureHostile(args.filter((arg) => arg !== '--hostile'))
  const [folder] = args
  const texts = folder ? await readTexts(folder, 400) : await makeExampleTexts(120)
  const tokens = texts.map(countTokens)
  console.log(
    `${texts.length} texts of ${Math.round(tokens.reduce((a, b) => a + b, 0) / tokens.length)} tokens on average; ${availableParallelism()} cores, Node ${process.versions.node}\n`,
  )
  const given = await findWhatIsGiven()
  console.log(
    `${rows(
      ['gives', ...names],
      given.map((row) => [row.thing, ...names.map((name) => (row[name] === null ? '–' : 'yes'))]),
    )}\n`,
  )
  const speed = await measureSpeed(texts)
  const started = await measureStart(texts[0])
  console.log(
    `${rows(
      [
        '',
        'articles/s of one core',
        'words/s',
        'peak memory, MB',
        'start to first reading, s',
        '$ for a million articles',
      ],
      speed.map((row) => [
        row.name,
        round(row.articlesPerSecond),
        round(row.wordsPerSecond),
        round(row.peakMb),
        (started.get(row.name) / 1000).toFixed(2),
        row.dollarsPerMillion.toFixed(2),
      ]),
    )}\n`,
  )
  const scaling = await measureScaling(texts)
  console.log(
    `${rows(
      ['with extraction', 'threads', 'articles/s by the clock', 'memory, MB'],
      scaling.map((row) => [row.mode, row.workers, round(row.articlesPerSecond), round(row.rssMb)]),
    )}\n`,
  )
  console.log(JSON.stringify({ speed, startMs: Object.fromEntries(started), scaling, given }))
}

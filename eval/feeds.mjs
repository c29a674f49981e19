/**
 * Reading feeds: feedparser’s suite (a Python expression at the top of each file) and gofeed’s (a JSON file beside each
 * feed). A case is right when every part of its expectation holds that a record of ours has a field for.
 *
 * What has none does not apply, and is counted by reason. Titles and summaries are words in our record, so markup in
 * an expected one is compared as the words it shows; content is compared as markup. `bozo` is that `remarks` says
 * something. The peers get UTF-8 text, are mapped onto the same fields and compared the same way; `bozo` is that they throw.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { parseFeed } from '../dist/collect/parse-feed.js'
import { peers } from './feed-peers.mjs'
import { expectPython } from './feedparser-cases.mjs'
import { expectJson } from './gofeed-cases.mjs'
import { percent } from './measures.mjs'

const where = 'http://127.0.0.1:8097/suite/feed.xml'

export async function score([folder], { say }) {
  const cases = (await readCases(folder)).sort((a, b) => a.name.localeCompare(b.name))
  const readers = { ours: async (document) => toFeed(parseFeed(document)), ...peers }
  const tally = Object.fromEntries(Object.keys(readers).map((name) => [name, { right: 0, crashed: 0 }]))
  const reasons = new Map()
  const groups = new Map()
  let [applies, slowestMs] = [0, 0]
  for (const { name, document, expectation } of cases) {
    for (const [reader, read] of Object.entries(readers)) {
      const started = performance.now()
      let feed
      try {
        feed = await read(document)
      } catch (error) {
        feed = { failed: String(error) }
        tally[reader].crashed++
      }
      if (reader === 'ours') slowestMs = Math.max(slowestMs, performance.now() - started)
      const verdict = expectation(feed, reader === 'ours')
      if (reader === 'ours') {
        if (verdict.reason !== undefined) {
          reasons.set(verdict.reason, (reasons.get(verdict.reason) ?? 0) + 1)
          break
        }
        applies++
        const group = name.split('/').slice(0, -1).join('/')
        const counts = groups.get(group) ?? [0, 0]
        groups.set(group, [counts[0] + Number(verdict.isRight), counts[1] + 1])
        if (!verdict.isRight) say(`wrong: ${name}\n    ${verdict.told}`)
      }
      if (verdict.isRight === true) tally[reader].right++
    }
  }
  for (const [group, [right, all]] of groups) say(`${group}: ${right} of ${all}`)
  say('does not apply:')
  for (const [reason, count] of [...reasons].sort((a, b) => b[1] - a[1])) say(`  ${count}  ${reason}`)
  return {
    cases: cases.length,
    applies,
    ...Object.fromEntries(Object.entries(tally).map(([name, { right }]) => [name, percent(right / applies)])),
    threw: tally.ours.crashed,
    slowestMs: Math.round(slowestMs),
  }
}

/** A feed that is none is one with nothing in it and one remark. */
const toFeed = (parsed) =>
  'problem' in parsed ? { entries: [], remarks: [parsed.problem.message], isNone: true } : parsed

async function readCases(folder) {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = files
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath ?? file.path, file.name))
  const all = new Set(paths)
  const cases = []
  for (const path of paths) {
    const name = relative(folder, path)
    const isGofeed = /(?:^|\/)gofeed\//.test(`/${name}`)
    const pair = !isGofeed
      ? null
      : path.endsWith('.xml')
        ? path.replace(/\.xml$/, '.json')
        : path.replace(/\.json$/, '_expected.json')
    if (
      isGofeed &&
      (/_expected\.json$/.test(path) || (path.endsWith('.json') && all.has(path.replace(/\.json$/, '.xml'))))
    )
      continue
    const bytes = await readFile(path)
    if (isGofeed) {
      const expected = all.has(pair) ? JSON.parse(await readFile(pair, 'utf8')) : null
      cases.push({ name, document: toDocument(bytes, {}), expectation: expectJson(expected) })
    } else {
      const head = readHead(bytes)
      if (head !== null)
        cases.push({ name, document: toDocument(bytes, head.headers), expectation: expectPython(name, head) })
    }
  }
  return cases
}

function toDocument(bytes, headers) {
  const [mediaType = '', ...parameters] = (headers['content-type'] ?? '').split(';')
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*(.+?)\s*$/i.exec(parameter)?.[1])
    .find(Boolean)
  return {
    where,
    bytes,
    mediaType: mediaType.trim().toLowerCase() || null,
    charset: charset ?? null,
    headers,
    collectedAt: '2026-01-01T00:00:00Z',
  }
}

/** `Header:` and `Expect:` of the comment at a file’s top. */
function readHead(bytes) {
  const wide = bytes.subarray(0, 200).includes(0)
  const text = wide ? bytes.filter((byte) => byte !== 0).toString('latin1') : bytes.toString('utf8')
  const comment = /<!--([\s\S]*?)-->/.exec(text)?.[1] ?? ''
  const expect = /^\s*Expect:\s*(.*)$/m.exec(comment)?.[1]?.trim()
  if (expect === undefined) return null
  const headers = {}
  for (const [, key, value] of comment.matchAll(/^\s*Header:\s*([\w-]+):[ \t]*(.*)$/gm))
    headers[key.toLowerCase()] = value.trim()
  return { expect, headers, text }
}

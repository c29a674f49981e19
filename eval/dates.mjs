/**
 * Publication days on the pages that htmldate is tested with: a folder with `gold.json` (address to `file` and `date`)
 * and `html/FILE.gz`. Right is the day of publication; a page that gives no day counts as wrong, as in htmldate's own
 * evaluation. `precision` is over the pages that were given a day; `byBasis` says how often each witness was right.
 *
 * The date is asked of every page, also of those whose text is too short for an article. Mode `fast` leaves out the peers.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { decodeBytes } from '../dist/extract/decode-bytes.js'
import { readHtml } from '../dist/extract/read-html.js'
import { askPeer } from './extraction-peers.mjs'

export async function score([folder], { mode, sheet, say }) {
  const peers = mode === 'fast' ? [] : ['readability', 'defuddle', 'article-extractor']
  const judged = Object.fromEntries(['ours', ...peers].map((name) => [name, []]))
  const gold = JSON.parse(await readFile(join(folder, 'gold.json'), 'utf8'))
  for (const [url, { file, date }] of Object.entries(gold)) {
    const { text } = decodeBytes(gunzipSync(await readFile(join(folder, 'html', `${file}.gz`))), null)
    const { publishedAt } = await readHtml(text, url, null)
    judged.ours.push(judge(date, publishedAt?.value ?? null, publishedAt?.basis))
    for (const name of peers) {
      const found = await askPeer(name, text, url)
      judged[name].push(judge(date, toDay(found.date)))
    }
    const { isRight, day, basis } = judged.ours.at(-1)
    if (sheet && !isRight) say(`${date} | ours: ${day ?? '-'} ${basis ?? ''} | ${file} | ${url}`)
  }
  const scores = Object.fromEntries(Object.entries(judged).map(([name, pages]) => [name, sum(pages)]))
  for (const [name, { accuracy, precision, none }] of Object.entries(scores))
    say(`${name.padEnd(18)} accuracy ${accuracy}, precision ${precision}, none ${none}`)
  return { pages: judged.ours.length, ...scores, byBasis: byBasis(judged.ours) }
}

// A month or a year alone is no day.
const judge = (wanted, value, basis) => {
  const day = value !== null && /^\d{4}-\d\d-\d\d/.test(value) ? value.slice(0, 10) : null
  return { isRight: day === wanted, day, basis }
}

/** The day that a peer's date begins with, or that JavaScript reads in it. */
function toDay(date) {
  if (date === null || /^\d{4}-\d\d-\d\d/.test(date)) return date
  const read = new Date(`${date} UTC`)
  return Number.isNaN(read.getTime()) ? null : read.toISOString()
}

function sum(pages) {
  const right = pages.filter(({ isRight }) => isRight).length
  const none = pages.filter(({ day }) => day === null).length
  return { accuracy: share(right, pages.length), precision: share(right, pages.length - none), none }
}

function byBasis(pages) {
  const groups = {}
  for (const page of pages) {
    const basis = page.basis ?? 'none'
    groups[basis] = [...(groups[basis] ?? []), page]
  }
  return Object.fromEntries(
    Object.entries(groups).map(([basis, group]) => [
      basis,
      { pages: group.length, right: share(group.filter(({ isRight }) => isRight).length, group.length) },
    ]),
  )
}

const share = (part, whole) => Math.round((part / (whole || 1)) * 10_000) / 10_000

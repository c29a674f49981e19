/**
 * Text, title, authors and date on the pages that fundus tests its publishers’ parsers with (a folder of countries, each
 * with `Publisher.json`, `Publisher_YYYY_MM_DD.html.gz` and `meta.info`). Where a publisher has several pages, the n-th by
 * date is the n-th version of its JSON: each version of a parser was written for the pages of its time.
 *
 * Text: ROUGE-LSum F1 of the paragraphs (summary, section headings and paragraphs in their order), mean over pages; `order` is
 * the share of neighbouring paragraphs, both found as they are, that stand in the same order. Title: exact but for white
 * space. Authors: as sets, in lower case, desks and agencies among them. Date: the same minute, where the gold has more than a day; else the same day.
 * `--mode fast` leaves the peers out; `--sheet` lists every page that is not right with what is wrong.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { extractArticle } from '../dist/extract/extract-article.js'
import { orderKept, rougeLSum } from './extraction-measures.mjs'
import { askPeer, peers } from './extraction-peers.mjs'
import { showDifference } from './show-difference.mjs'

export async function score([folder], { mode, sheet, say }) {
  const names = mode === 'fast' ? ['ours'] : ['ours', ...Object.keys(peers)]
  const judged = Object.fromEntries(names.map((name) => [name, []]))
  for (const page of await readPages(folder)) {
    for (const name of names) {
      const found =
        name === 'ours' ? await extract(page) : await askPeer(name, page.bytes.toString('utf8'), page.url)
      judged[name].push({ page, found, ...judge(page.gold, found) })
    }
  }
  const scores = Object.fromEntries(names.map((name) => [name, average(judged[name])]))
  say('                     text     P     R order title authors exact  date')
  for (const name of names) {
    const s = scores[name]
    const figures = [s.text, s.precision, s.recall, s.order, s.title, s.authors, s.authorsExact, s.date]
    say(`${name.padEnd(18)} ${figures.map((figure) => figure.toFixed(4)).join(' ')}`)
  }
  const worst = [...judged.ours].sort((a, b) => a.text.f1 - b.text.f1)
  for (const { page, text } of worst.slice(0, 15)) say(`${text.f1.toFixed(3)} ${page.name}`)
  if (sheet) for (const each of worst) showPage(each, say)
  return { pages: worst.length, ...scores }
}

async function readPages(folder) {
  const pages = []
  for (const country of (await readdir(folder)).sort()) {
    const files = (await readdir(join(folder, country))).sort()
    const about = JSON.parse(await readFile(join(folder, country, 'meta.info'), 'utf8'))
    for (const file of files.filter((name) => name.endsWith('.json'))) {
      const publisher = file.slice(0, -'.json'.length)
      const versions = Object.entries(JSON.parse(await readFile(join(folder, country, file), 'utf8')))
      const saved = files.filter((name) => /^_\d{4}_\d\d_\d\d\.html\.gz$/.test(name.slice(publisher.length)))
      const own = saved.filter((name) => name.startsWith(publisher))
      for (const [i, name] of own.entries()) {
        const [version, gold] = versions[i] ?? []
        if (gold === undefined) continue
        pages.push({
          name: `${country}/${name.slice(0, -'.html.gz'.length)} ${version}`,
          url: about[name].url,
          collectedAt: new Date(`${about[name].crawl_date.replace(' ', 'T').slice(0, 19)}Z`).toISOString(),
          bytes: gunzipSync(await readFile(join(folder, country, name))),
          gold,
        })
      }
    }
  }
  return pages
}

async function extract({ bytes, url, collectedAt }) {
  const extraction = await extractArticle({
    where: url,
    bytes,
    mediaType: 'text/html',
    charset: 'utf-8',
    headers: {},
    collectedAt,
  })
  if (!('article' in extraction)) return { text: '', title: null, authors: [], date: null }
  const { article } = extraction
  const { text, title, publishedAt } = article
  return {
    text: text.replaceAll('\n\n', '\n'),
    title,
    authors: toSigners(article),
    date: publishedAt?.value ?? null,
  }
}

/**
 * Everybody who signs: the gold’s authors are people, agencies and desks in one list, which our record keeps apart. People
 * of `authors`, agencies of the credits for the text, and what else the byline names.
 */
function toSigners({ authors, credits, byline }) {
  const agencies = credits.flatMap(({ of, agency, text }) =>
    of === 'text' && text === byline && agency ? [agency] : [],
  )
  const known = [...authors, ...agencies]
  const others = (byline ?? '')
    .split(/\s*[,;|]\s*/)
    .filter((name) => name !== '' && !known.some((other) => name.includes(other) || other.includes(name)))
  return [...known, ...others]
}

const goldLines = ({ body }) => [
  ...body.summary,
  ...body.sections.flatMap(({ headline, paragraphs }) => [...headline, ...paragraphs]),
]

const flat = (text) => text.replace(/\s+/g, ' ').trim()

function judge(gold, found) {
  const lines = goldLines(gold).map(flat)
  return {
    text: rougeLSum(lines.join('\n'), found.text),
    order: orderKept(lines, found.text.split('\n').map(flat)),
    title: gold.title === undefined ? null : flat(found.title ?? '') === flat(gold.title),
    authors: gold.authors === undefined ? null : compareSets(gold.authors, found.authors),
    date: gold.publishing_date === undefined ? null : isSameTime(gold.publishing_date, found.date),
  }
}

const toKey = (name) => flat(name).toLowerCase()

function compareSets(gold, found) {
  const [wanted, given] = [new Set(gold.map(toKey)), new Set(found.map(toKey))]
  const right = [...wanted].filter((name) => given.has(name)).length
  return {
    right,
    wanted: wanted.size,
    given: given.size,
    exact: right === wanted.size && right === given.size,
  }
}

// “2024-05-03 00:00:00” without a zone is a day that was given without a time.
function isSameTime(gold, found) {
  if (found === null) return false
  const isDay = /00:00:00(?:[+-]\d\d:\d\d)?$/.test(gold)
  if (isDay) return gold.slice(0, 10) === found.slice(0, 10)
  const hasZone = /(?:Z|[+-]\d\d:?\d\d)$/
  const minute = (date) => {
    const iso = date.trim().replace(' ', 'T')
    return Math.floor(Date.parse(hasZone.test(iso.slice(10)) ? iso : `${iso}Z`) / 60_000)
  }
  // Without a zone on either side the clocks on the wall are compared.
  if (!hasZone.test(gold.slice(10)) || !hasZone.test(found.slice(10)))
    return gold.replace(' ', 'T').slice(0, 16) === found.replace(' ', 'T').slice(0, 16)
  return minute(gold) === minute(found)
}

function average(judged) {
  const mean = (values) => {
    const told = values.filter((value) => value !== null)
    return Math.round((told.reduce((sum, value) => sum + Number(value), 0) / (told.length || 1)) * 1e4) / 1e4
  }
  const authors = judged.flatMap((each) => each.authors ?? [])
  const sum = (key) => authors.reduce((total, each) => total + each[key], 0)
  return {
    text: mean(judged.map(({ text }) => text.f1)),
    precision: mean(judged.map(({ text }) => text.precision)),
    recall: mean(judged.map(({ text }) => text.recall)),
    order: mean(judged.map(({ order }) => order)),
    title: mean(judged.map(({ title }) => title)),
    authors: mean([(2 * sum('right')) / (sum('wanted') + sum('given') || 1)]),
    authorsExact: mean(authors.map(({ exact }) => exact)),
    date: mean(judged.map(({ date }) => date)),
  }
}

function showPage({ page, found, text, title, authors, date }, say) {
  if (text.f1 > 0.97 && title !== false && authors?.exact !== false && date !== false) return
  say(`\n## ${text.f1.toFixed(3)} ${page.name} ${page.url}`)
  if (title === false) say(`title: ${page.gold.title} | ours: ${found.title}`)
  if (authors?.exact === false)
    say(`authors: ${page.gold.authors.join('; ')} | ours: ${found.authors.join('; ')}`)
  if (date === false) say(`date: ${page.gold.publishing_date} | ours: ${found.date}`)
  if (text.f1 <= 0.97) showDifference(goldLines(page.gold).map(flat).join('\n'), found.text, say)
}

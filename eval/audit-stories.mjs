/**
 * Draws stories for a reader to judge: `node eval/audit-stories.mjs FOLDER --largest N --together N --pairs N [--days N]
 * --seed N --sheet SHEET.tsv --page PAGE.txt [--profiles FILE.json]`.
 *
 * All articles of the folder (one that `read-story-sets.mjs` knows) are read in fast mode and grouped at once. The
 * `--largest` stories are judged whole, article by article; of the pairs that the other stories hold, `--together` are
 * drawn. Of the pairs in different stories, at most `--days` (6) apart, whose titles share two names, `--pairs` are
 * drawn: should they stand together? Each pair is as likely as any other. A row of those bears the score of the link, or
 * `-` where nothing links them. `--page` is what one reads: title and opening of each; it holds article text and belongs
 * outside the project. `--sheet` is what one fills in: ids and empty verdicts. `--profiles` keeps the profiles between
 * runs.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { openReader } from '../dist/read/open-reader.js'
import { readStages } from '../dist/read/stages.js'
import { loadResources } from '../dist/resources/load-resources.js'
import { loadWordRanks } from '../dist/resources/load-word-ranks.js'
import { compareStories } from '../dist/weigh/compare-stories.js'
import { findStoryKeys } from '../dist/weigh/find-story-keys.js'
import { foldTerm } from '../dist/weigh/fold-term.js'
import { groupStories } from '../dist/weigh/group-stories.js'
import { toStoryProfile } from '../dist/weigh/to-story-profile.js'
import { readStorySet } from './read-story-sets.mjs'
import { shuffle } from './shuffle.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    largest: { type: 'string', default: '10' },
    together: { type: 'string', default: '30' },
    pairs: { type: 'string', default: '30' },
    days: { type: 'string', default: '6' },
    seed: { type: 'string', default: '1' },
    sheet: { type: 'string' },
    page: { type: 'string' },
    profiles: { type: 'string' },
  },
})
const namesShared = 2
const openingLetters = 500
const { articles } = await readStorySet(positionals[0])
const resources = await loadResources()
const articleOf = new Map(articles.map((article) => [article.id, article]))
const profiles = await readKept()
const profileOf = new Map(profiles.map((profile) => [profile.articleId, profile]))
const links = linkAll(profiles)
const stories = groupStories(profiles, links)
const largest = [...stories]
  .sort((a, b) => b.articles.length - a.articles.length)
  .slice(0, Number(values.largest))
const [together, apart] = [pairTogether(), pairApart()]
const draw = (pool, count) => shuffle(pool, Number(values.seed)).slice(0, Number(count))
const drawn = [...draw(together, values.together), ...draw(apart, values.pairs)]
console.log(
  `${articles.length} articles, ${stories.length} stories, ${together.length} pairs together, ${apart.length} apart`,
)
console.log(readStages(resources, 'fast').join(' '))
if (values.page)
  await writeFile(values.page, [...largest.map(toStoryPage), ...drawn.map(toPairPage)].join('\n'))
const head = 'kind\tstory\tarticle\tlink\tsame\terror'
const rows = [
  ...largest.flatMap(({ id, articles: held }) => held.map((article) => ['story', id, article, '', '', ''])),
  ...drawn.map(({ kind, a, b, score }) => [kind, a, b, kind === 'apart' ? (score ?? '-') : '', '', '']),
]
if (values.sheet)
  await writeFile(values.sheet, `${[head, ...rows.map((row) => row.join('\t'))].join('\n')}\n`)

async function readKept() {
  if (values.profiles) {
    try {
      return JSON.parse(await readFile(values.profiles, 'utf8'))
    } catch {
      // not read yet
    }
  }
  const reader = openReader(resources, 'fast')
  const ranks = loadWordRanks()
  const read = articles.map(({ id, outlet, title, day, text }) => {
    const publishedAt = day ? { value: day, precision: 'day', basis: 'given' } : null
    const reading = reader.read({ text, publishedAt, title, language: 'en' })
    return toStoryProfile({ id, outlet, title, publishedAt, text }, reading, ranks)
  })
  if (values.profiles) await writeFile(values.profiles, JSON.stringify(read))
  return read
}

function linkAll(all) {
  const byKey = new Map()
  const found = []
  for (const profile of all) {
    const others = new Set()
    for (const key of findStoryKeys(profile)) {
      const held = byKey.get(key) ?? []
      byKey.set(key, held)
      for (const other of held) others.add(other)
      held.push(profile)
    }
    for (const other of others) found.push(compareStories(profile, other))
  }
  return found.filter((link) => link !== null)
}

/** Pairs of one story, but for the largest, which are judged whole. */
function pairTogether() {
  const others = stories.filter((story) => !largest.includes(story))
  return others.flatMap(({ articles: held }) =>
    held.flatMap((a, at) => held.slice(at + 1).map((b) => ({ kind: 'together', a, b, score: null }))),
  )
}

/** Pairs in different stories that somebody who goes by names and days would have joined. */
function pairApart() {
  const storyOf = new Map(stories.flatMap(({ id, articles: held }) => held.map((article) => [article, id])))
  const scoreOf = new Map(links.map(({ a, b, score }) => [`${a} ${b}`, score]))
  const titled = articles.map(({ id, day }) => ({ id, at: Date.parse(day) / 86_400_000, names: namesIn(id) }))
  const found = []
  for (const [at, one] of titled.entries()) {
    for (const other of titled.slice(at + 1)) {
      if (!(Math.abs(one.at - other.at) <= Number(values.days))) continue
      if (storyOf.get(one.id) === storyOf.get(other.id)) continue
      if ([...one.names].filter((name) => other.names.has(name)).length < namesShared) continue
      const [a, b] = [one.id, other.id].sort()
      found.push({ kind: 'apart', a, b, score: scoreOf.get(`${a} ${b}`) })
    }
  }
  return found.sort((x, y) => (`${x.a} ${x.b}` < `${y.a} ${y.b}` ? -1 : 1))
}

/** The names of the text that stand in the title, each once: “Ana” and “Marsh” of “Ana Marsh” are one. */
function namesIn(id) {
  const words = new Set(
    (articleOf.get(id).title ?? '').match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu)?.map(foldTerm),
  )
  return new Set(
    profileOf
      .get(id)
      .terms.filter(([key, kind]) => (kind === 'name' || kind === 'known') && words.has(key))
      .map(([key, , , , printed]) => (printed ?? key).split(/\s+/).map(foldTerm).at(-1)),
  )
}

function toLine(id) {
  const { day, outlet, title, text } = articleOf.get(id)
  return `  ${id} ${day} ${outlet}: ${title}\n      ${text.slice(0, openingLetters).replace(/\s+/g, ' ')}`
}

function toStoryPage({ id, title, about, articles: held }, k) {
  return [
    `STORY ${k + 1} ${id} (${held.length}): ${title} | ${about.join(', ')}`,
    ...held.map(toLine),
    '',
  ].join('\n')
}

function toPairPage({ kind, a, b, score }, k) {
  return [`PAIR ${k + 1} ${kind} ${score ?? '-'}`, toLine(a), toLine(b), ''].join('\n')
}

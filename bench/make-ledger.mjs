/**
 * Makes a ledger of many articles for `desk.mjs`: example articles as they are read and weighed, told again under other
 * names, outlets and days. Rows are written straight into the tables, since reading so many takes half a day; what
 * finding copies and joining claims needs (keys, shingles) and the rows of single annotations are left out.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { extractArticle } from '../dist/extract/extract-article.js'
import { openWeigher } from '../dist/jobs/open-weigher.js'
import { weighClaimOutlets } from '../dist/jobs/weigh-outlets.js'
import { inWeighing } from '../dist/ledger/in-weighing.js'
import { insertRows } from '../dist/ledger/insert-rows.js'
import { insertReports, putClaims } from '../dist/ledger/put-claims.js'
import { insertOutletArticle } from '../dist/ledger/put-outlets.js'
import { insertParts } from '../dist/ledger/put-parts.js'
import { insertStoryProfile, putStories } from '../dist/ledger/put-stories.js'
import * as schema from '../dist/ledger/schema.js'
import { tidyWeighing } from '../dist/ledger/tidy-weighing.js'
import { openReader } from '../dist/read/open-reader.js'
import { toFacetKey } from '../dist/records/facet.js'
import { loadResources } from '../dist/resources/load-resources.js'
import { openRandom } from './open-random.mjs'

const pages = fileURLToPath(new URL('../examples/safe-harbour/pages/', import.meta.url))
const articlesPerStep = 200
const days = 365

function openChoice(seed) {
  const next = openRandom(seed)
  return {
    /** Whole numbers below `n`. */
    below: (n) => Math.floor(next() * n),
    /** Low numbers far more often than high ones, as names and outlets are. */
    skewed: (n) => Math.floor(n * next() ** 3),
    is: (share) => next() < share,
  }
}

const toId = (...parts) => createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 32)

const firsts =
  'Ada Bela Carl Dora Emil Fina Goran Hana Ivo Jana Karl Lena Milo Nora Otto Petra Radu Sara Timo Vera'.split(
    ' ',
  )
const lasts = Array.from({ length: 150 }, (_, i) => {
  const [a, b] = [
    ['Al', 'Bor', 'Cas', 'Dren', 'Ev', 'Fal', 'Gor', 'Hal', 'Ist', 'Jov'],
    [
      'ansky',
      'berg',
      'etti',
      'ova',
      'ido',
      'mann',
      'escu',
      'quist',
      'zade',
      'aki',
      'oğlu',
      'wicz',
      'sen',
      'ard',
      'inho',
    ],
  ]
  return `${a[i % 10]}${b[Math.floor(i / 10)]}`
})
const names = firsts.flatMap((first) => lasts.map((last) => `${first} ${last}`))
const outlets = Array.from(
  { length: 400 },
  (_, i) =>
    `${['Morning', 'Evening', 'Daily', 'Northern', 'Harbour', 'Valley', 'Free', 'New'][i % 8]} ${lasts[Math.floor(i / 8)]} ${['Post', 'Ledger', 'Courier'][i % 3]}`,
)

/** The example articles as they are read, each with its reports. */
async function readTemplates(weigher) {
  const reader = openReader(await loadResources(), 'fast')
  const templates = []
  for (const name of (await readdir(pages)).filter((name) => /\.html?$/.test(name)).sort()) {
    const bytes = await readFile(`${pages}${name}`)
    const document = {
      where: name,
      collectedAt: '2026-01-01T00:00:00Z',
      mediaType: 'text/html',
      charset: null,
      headers: {},
      bytes,
    }
    const extraction = await extractArticle(document)
    if (!('article' in extraction)) continue
    const { article } = extraction
    const reading = reader.read(article)
    const reports = weigher.toReports(article, 'reading', reading)
    if (reports.length >= 8) templates.push({ article, reading, reports, bytesGzip: gzipSync(bytes) })
  }
  if (templates.length === 0) throw new Error('No example article was read.')
  return templates
}

const toReprint = (of, by) => ({
  of,
  by,
  kind: 'reprint',
  share: 0.9,
  shareOfOriginal: 0.9,
  words: 120,
  setAside: { quoted: 0, boilerplate: 0 },
  direction: { taken: 'from-of', basis: 'published', source: null, articleId: by, words: null },
  sentences: [],
  basis: [],
})

/** Stories until there are so many articles; each with its articles, claims and reports. */
function* makeStories(templates, weigher, articleCount, random) {
  let made = 0
  for (let n = 0; made < articleCount; n++) {
    const template = templates[random.below(templates.length)]
    const size = Math.min(1 + random.skewed(16), articleCount - made)
    made += size
    const cast = new Map()
    const recast = (name) => {
      if (name === null) return null
      const known = cast.get(name) ?? names[random.skewed(names.length)]
      cast.set(name, known)
      return known
    }
    const firstDay = random.below(days)
    const articles = Array.from({ length: size }, (_, i) => {
      const id = toId('article', n, i)
      const minutes = firstDay * 1440 + random.below(1440) + i * 97
      const publishedAt = new Date(Date.UTC(2026, 0, 1) + minutes * 60_000).toISOString()
      return {
        id,
        readingId: toId('reading', id),
        documentId: toId('document', id),
        outlet: outlets[random.skewed(outlets.length)],
        publishedAt,
        title: `${template.article.title} (${n})`,
      }
    })
    const copies = articles
      .slice(1)
      .flatMap((article) => (random.is(0.5) ? [toReprint(articles[0].id, article.id)] : []))
    const claims = template.reports.flatMap((report, ordinal) => {
      const tellers = articles.filter(() => random.is(0.5))
      if (tellers.length === 0) return []
      const reports = tellers.map((article) => ({
        ...report,
        id: toId('report', article.id, ordinal),
        articleId: article.id,
        readingId: article.readingId,
        title: article.title,
        outlet: article.outlet,
        publishedAt: article.publishedAt,
        ordinal,
        proposition: `${report.proposition} ${recast(`word ${ordinal}`)}`,
        sourceEntity: recast(report.sourceEntity),
        actor: recast(report.actor),
        recipient: recast(report.recipient),
        chain: report.chain.map((link) => (link.how === 'prints' ? { ...link, name: article.outlet } : link)),
      }))
      const told = copies.filter(
        ({ of, by }) =>
          reports.some(({ articleId }) => articleId === of) &&
          reports.some(({ articleId }) => articleId === by),
      )
      return [weigher.toClaim(reports, { copies: told, stories: [articles[0].id], against: [] })]
    })
    yield { template, articles, copies, claims }
  }
}

/** Fills an empty ledger; says how far it is. */
export async function makeLedger(ledger, articleCount, say) {
  const weigher = await openWeigher()
  const templates = await readTemplates(weigher)
  const random = openChoice(1)
  let waiting = []
  let [articles, claims, reports, stories] = [0, 0, 0, 0]
  const begun = performance.now()
  const write = async () => {
    await inWeighing(ledger, (transaction) => insertStories(transaction, weigher, waiting))
    for (const story of waiting) {
      stories++
      articles += story.articles.length
      claims += story.claims.length
      reports += story.claims.reduce((sum, claim) => sum + claim.reports.length, 0)
    }
    waiting = []
    if (articles % 5000 < articlesPerStep)
      say(
        `${articles} articles, ${claims} claims, ${reports} reports, ${Math.round((performance.now() - begun) / 1000)} s`,
      )
  }
  for (const story of makeStories(templates, weigher, articleCount, random)) {
    waiting.push(story)
    if (waiting.reduce((sum, { articles }) => sum + articles.length, 0) >= articlesPerStep) await write()
  }
  if (waiting.length > 0) await write()
  await tidyWeighing(ledger)
  return { articles, claims, reports, stories }
}

async function insertStories(transaction, weigher, stories) {
  const told = stories.flatMap(({ template, articles }) => articles.map((article) => ({ template, article })))
  await insertRows(
    transaction,
    schema.document,
    told
      .map(({ template, article }) => ({
        id: article.documentId,
        mediaType: 'text/html',
        sizeBytes: template.bytesGzip.byteLength,
        bytesGzip: `\\x${template.bytesGzip.toString('hex')}`,
        addedAt: article.publishedAt,
      }))
      .map(withSeq),
  )
  await insertRows(
    transaction,
    schema.page,
    told.map(({ article }) =>
      withSeq({ id: toId('page', article.id), address: `https://example.com/${article.id}` }),
    ),
  )
  await insertRows(
    transaction,
    schema.sighting,
    told.map(({ article }) =>
      withSeq({
        id: toId('sighting', article.id),
        documentId: article.documentId,
        where: `https://example.com/${article.id}`,
        collectedAt: article.publishedAt,
        lastCollectedAt: article.publishedAt,
        headers: {},
        pageId: toId('page', article.id),
        placedBy: 'made',
      }),
    ),
  )
  await insertRows(
    transaction,
    schema.article,
    told.map(({ template, article }) =>
      withSeq({
        id: article.id,
        title: article.title,
        outlet: article.outlet,
        url: `https://example.com/${article.id}`,
        publishedValue: article.publishedAt,
        publishedPrecision: 'second',
        publishedBasis: 'meta',
        publishedAt: article.publishedAt,
        language: 'en',
        text: template.article.text,
        textUnits: template.article.text.length,
        wordCount: template.article.text.split(/\s+/).length,
        problemCount: 0,
        stages: template.article.stages,
        record: {
          ...template.article,
          id: article.id,
          title: article.title,
          outlet: article.outlet,
          publishedAt: { value: article.publishedAt, precision: 'second', basis: 'meta' },
        },
        addedAt: article.publishedAt,
      }),
    ),
  )
  await insertRows(
    transaction,
    schema.extraction,
    told.map(({ article }) =>
      withSeq({ documentId: article.documentId, articleId: article.id, addedAt: article.publishedAt }),
    ),
  )
  await insertRows(
    transaction,
    schema.reading,
    told.map(({ template: { reading }, article }) =>
      withSeq({
        id: article.readingId,
        articleId: article.id,
        stages: reading.stages,
        mentionCount: reading.mentions.length,
        timeCount: reading.times.length,
        statementCount: reading.statements.length,
        eventCount: reading.events.length,
        problemCount: 0,
        record: reading,
        addedAt: article.publishedAt,
      }),
    ),
  )
  await insertRows(
    transaction,
    schema.weighed,
    told.map(({ article }) => ({
      articleId: article.id,
      readingId: article.readingId,
      version: weigher.version,
      problem: null,
    })),
  )
  await insertRows(
    transaction,
    schema.imprint,
    told.map(({ article }) => ({ articleId: article.id, shingles: '\\x', isBoilerplate: '\\x' })),
  )
  for (const { article } of told) await insertStoryProfile(transaction, article.id, [], {})
  await insertRows(
    transaction,
    schema.overlap,
    stories.flatMap(({ copies }) =>
      copies.map(({ sentences, ...copy }) => ({ laterId: copy.by, earlierId: copy.of, copy, sentences })),
    ),
  )
  await putStories(
    transaction,
    stories.map(({ articles, template }) => ({
      id: articles[0].id,
      title: articles[0].title,
      articles: articles.map(({ id }) => id),
      outlets: [...new Set(articles.map(({ outlet }) => outlet))].sort(),
      firstPublishedAt: articles[0].publishedAt,
      lastPublishedAt: articles.at(-1).publishedAt,
      about: [template.article.outlet ?? 'harbour'],
      links: [],
    })),
    stories.flatMap(({ articles }) =>
      articles.map(({ id }, position) => ({
        id,
        componentId: articles[0].id,
        groupId: articles[0].id,
        position,
      })),
    ),
    [],
  )
  const claims = stories.flatMap(({ claims }) => claims)
  await insertReports(
    transaction,
    claims.flatMap(({ reports }) => reports.map((report) => ({ report, keys: [] }))),
  )
  await putClaims(
    transaction,
    claims,
    claims.flatMap(({ id, reports }) =>
      reports.map((report, position) => ({ id: report.id, componentId: id, groupId: id, position })),
    ),
    [],
  )
  await insertActors(transaction, claims)
  await insertOutlets(transaction, weigher, stories)
}

/** Who takes part in the reports, as `weighParts` would find it. */
async function insertActors(transaction, claims) {
  const appearances = new Map()
  const parts = []
  for (const report of claims.flatMap(({ reports }) => reports)) {
    const { articleId, readingId, outlet, publishedAt: at } = report
    const told = { articleId, outlet: toFacetKey(outlet), at }
    const keyOf = (name) => {
      if (name === null) return null
      const key = toFacetKey(name)
      appearances.set(`${key} ${articleId}`, { ...told, key, name, kind: 'person', basis: 'article' })
      return key
    }
    const [source, actor, recipient] = [report.sourceEntity, report.actor, report.recipient].map(keyOf)
    const { kind, ordinal, modality, stance, eventType } = report
    const part = { ...told, readingId, reportId: report.id, kind, ordinal, modality, stance, eventType }
    if (kind === 'statement' && source !== null) parts.push({ ...part, part: 'says', key: source })
    if (kind === 'event' && actor !== null)
      parts.push({ ...part, part: 'does', key: actor, otherKey: recipient })
    if (kind === 'event' && recipient !== null && recipient !== actor)
      parts.push({ ...part, part: 'receives', key: recipient, otherKey: actor })
  }
  await insertParts(transaction, [...appearances.values()], parts)
}

/** Whose the articles are, who took words from whom, and how outlets stand to the claims. */
async function insertOutlets(transaction, weigher, stories) {
  for (const { articles, copies } of stories) {
    for (const { id, outlet, publishedAt } of articles) {
      const row = { articleId: id, written: outlet, key: toFacetKey(outlet), name: outlet, at: publishedAt }
      await insertOutletArticle(transaction, row, [])
    }
    const outletOf = new Map(articles.map(({ id, outlet }) => [id, outlet]))
    const taken = copies.flatMap(({ of, by }) => {
      const [giver, taker] = [outletOf.get(of), outletOf.get(by)]
      const row = { laterId: by, earlierId: of, takerId: by, giverId: of, giverName: giver }
      return giver === taker ? [] : [{ ...row, taker: toFacetKey(taker), giver: toFacetKey(giver) }]
    })
    if (taken.length > 0) await insertRows(transaction, schema.taken, taken)
  }
  await weighClaimOutlets(
    transaction,
    weigher,
    stories.flatMap(({ claims }) => claims),
    [],
  )
}

let seq = 1_000_000
/** `insertRows` names every column, so that the numbers that the tables count by themselves are given, too. */
const withSeq = (row) => ({ ...row, seq: ++seq })

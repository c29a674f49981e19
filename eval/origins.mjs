/**
 * Independent origins of annotated claims (a folder with `articles.jsonl` and `stories.jsonl`): the reader reads every
 * article; a claim’s reports are what was read in the annotated words of each article, and nothing else of the gold is
 * used. Where nothing was read there, the words are the outlet’s own voice.
 *
 * `error`: mean absolute error of the number of independent origins, `exact`: percent right. `corroborated`: “at least
 * two origins”. `falselyCorroborated`: percent of all claims with at least two where gold has fewer. `partition`: Rand
 * index over the pairs of supporting articles, one origin or not. `stance`: support or deny, each report of gold.
 * Baselines in the same run: the number of outlets, and always one. `low` and `strict`: the two sensitivity readings.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openReader } from '../dist/read/open-reader.js'
import { bareEvent } from '../dist/records/bare-parts.js'
import { loadOutlets } from '../dist/resources/load-outlets.js'
import { loadResources } from '../dist/resources/load-resources.js'
import { createCopyIndex } from '../dist/weigh/create-copy-index.js'
import { findProvenance } from '../dist/weigh/find-provenance.js'
import { openOutlets } from '../dist/weigh/open-outlets.js'
import { toReports } from '../dist/weigh/to-reports.js'
import { f1, percent } from './measures.mjs'
import { openModels } from './open-models.mjs'
import { parseLines } from './parse-lines.mjs'
import { toArticle } from './to-article.mjs'
import { toContentWords } from './to-content-words.mjs'

export async function score([folder], { mode = 'full', say }) {
  const [articles, stories] = await Promise.all(
    ['articles.jsonl', 'stories.jsonl'].map(async (name) =>
      parseLines(await readFile(join(folder, name), 'utf8')),
    ),
  )
  const reader = openReader(await loadResources(), mode, mode === 'full' ? await openModels() : undefined)
  const read = new Map(
    articles.map((row) => {
      const article = toArticle(row)
      return [article.id, { article, reading: reader.read(article) }]
    }),
  )
  return scoreStories(stories, read, openOutlets(await loadOutlets(null)), say)
}

/** Scores stories whose articles are read; `read` holds `{ article, reading }` by id. */
export function scoreStories(stories, read, findOutlet, say) {
  const tally = newTally()
  for (const story of stories) {
    const index = createCopyIndex()
    for (const { id } of story.articles) if (read.has(id)) index.add(read.get(id).article)
    const copies = index.findAllCopies()
    for (const claim of story.claims) scoreClaim(claim, read, copies, findOutlet, tally, say)
  }
  const claims = tally.claims
  return {
    claims,
    error: round(tally.error / claims),
    exact: percent(tally.exact / claims),
    corroborated: f1(tally.both, tally.found, tally.gold),
    falselyCorroborated: percent((tally.found - tally.both) / claims),
    partition: percent(tally.agree / Math.max(1, tally.pairs)),
    stance: {
      right: percent(tally.stanceRight / tally.stances),
      deny: f1(tally.deny.right, tally.deny.found, tally.deny.all),
    },
    low: round(tally.low / claims),
    strict: round(tally.strict / claims),
    baselines: {
      outlets: { error: round(tally.outlets.error / claims), exact: percent(tally.outlets.exact / claims) },
      one: { error: round(tally.one.error / claims), exact: percent(tally.one.exact / claims) },
    },
  }
}

const newTally = () => ({
  claims: 0,
  error: 0,
  exact: 0,
  both: 0,
  found: 0,
  gold: 0,
  agree: 0,
  pairs: 0,
  stances: 0,
  stanceRight: 0,
  low: 0,
  strict: 0,
  deny: { right: 0, found: 0, all: 0 },
  outlets: { error: 0, exact: 0 },
  one: { error: 0, exact: 0 },
})

function scoreClaim(claim, read, copies, findOutlet, tally, say) {
  const reports = new Map()
  const told = claim.reports.filter(({ stance }) => stance !== 'none')
  const ofGold = new Map()
  for (const gold of told) {
    const found = reportsIn(gold, claim.text, read, findOutlet)
    ofGold.set(gold, found)
    for (const report of found) reports.set(report.id, report)
  }
  const provenance = findProvenance([...reports.values()], copies, isNegative(claim.text))
  const { independent } = provenance
  const gold = claim.independent_origins
  tally.claims++
  tally.error += Math.abs(independent - gold)
  tally.exact += independent === gold
  tally.found += independent >= 2
  tally.gold += gold >= 2
  tally.both += independent >= 2 && gold >= 2
  tally.low += Math.abs(provenance.independentLow - claim.independent_origins_low)
  tally.strict += Math.abs(provenance.independentStrict - claim.independent_origins_strict)
  const supporting = told.filter(({ stance }) => stance !== 'denies')
  const outlets = new Set(supporting.map(({ article }) => read.get(article).article.outlet)).size
  tally.outlets.error += Math.abs(outlets - gold)
  tally.outlets.exact += outlets === gold
  tally.one.error += Math.abs(1 - gold)
  tally.one.exact += gold === 1
  scorePartition(claim, provenance, reports, supporting, tally)
  const isDenied = new Set(
    provenance.origins.filter(({ side }) => side === 'deny').flatMap(({ reports: ids }) => ids),
  )
  for (const [one, found] of ofGold) {
    const isDeny = found.length > 0 && found.every(({ id }) => isDenied.has(id))
    tally.stances++
    tally.stanceRight += isDeny === (one.stance === 'denies')
    tally.deny.all += one.stance === 'denies'
    tally.deny.found += isDeny
    tally.deny.right += isDeny && one.stance === 'denies'
  }
  const ours = provenance.origins
    .map(({ side, isCounted, kind, name, reports: ids }) => {
      const where = ids.map((id) => reports.get(id).articleId.slice(0, 4))
      return `    ${side}${isCounted ? '' : ' (not counted)'} ${kind} ${name} [${where.join(' ')}]`
    })
    .join('\n')
  const theirs = claim.origins
    .map(
      ({ side, type, name, articles }) =>
        `    gold: ${side} ${type} ${name} [${articles.map((id) => id.slice(0, 4)).join(' ')}]`,
    )
    .join('\n')
  say(
    `${claim.claim_id} ${independent === gold ? 'right' : 'WRONG'}: ${independent}, gold ${gold}. ${claim.text}\n${ours}\n${theirs}`,
  )
}

/** Whether each pair of supporting articles shares an origin, in gold and here. */
function scorePartition(claim, provenance, reports, supporting, tally) {
  const ids = [...new Set(supporting.map(({ article }) => article))].sort()
  const ofGold = groupsOf(
    claim.origins.filter(({ side }) => side === 'support').map(({ articles }) => articles),
  )
  const ofOurs = groupsOf(
    provenance.origins
      .filter(({ side }) => side === 'support')
      .map(({ reports: own }) => own.map((id) => reports.get(id).articleId)),
  )
  for (const [i, a] of ids.entries()) {
    for (const b of ids.slice(i + 1)) {
      tally.pairs++
      tally.agree += meet(ofGold, a, b) === meet(ofOurs, a, b)
    }
  }
}

function groupsOf(groups) {
  const of = new Map()
  for (const [i, articles] of groups.entries())
    for (const id of articles) of.set(id, (of.get(id) ?? new Set()).add(i))
  return of
}

const meet = (groups, a, b) => [...(groups.get(a) ?? [])].some((group) => groups.get(b)?.has(group))

/**
 * What was read in annotated words: the reports that cover most of them; without any, the words in the outlet’s own
 * voice. Of a statement inside another only the inner one: the outer ends at who relays it.
 */
function reportsIn({ article: id, start, end }, claim, read, findOutlet) {
  const { article, reading } = read.get(id)
  const span = { start: toUnits(article.text, start), end: toUnits(article.text, end) }
  const making = { readingId: id, findOutlet, toId: (key) => key }
  const all = toReports(article, reading, making)
  const within = all.filter((report) => overlap(report.span, span) > 0)
  const statements = within.filter(({ kind }) => kind === 'statement')
  const outer = new Set(statements.map(({ ordinal }) => reading.statements[ordinal].nestedIn))
  const inner = statements.filter(({ ordinal }) => !outer.has(ordinal))
  // Of several statements there, those that tell the claim: by its words, or, where none has them, by their length.
  const words = new Set(toContentWords(claim))
  const likeness = (report) =>
    toContentWords(report.proposition).filter((word) => words.has(word)).length / words.size
  const best = Math.max(0, ...inner.map(likeness))
  const rest = withoutStatements(article.text, span, inner)
  if (toContentWords(rest).filter((word) => words.has(word)).length / words.size > best + 0.1)
    return ownReports(article, reading, span, making)
  if (best >= leastLikeness) return inner.filter((report) => likeness(report) >= best * 0.75)
  const most = Math.max(0, ...inner.map((report) => overlap(report.span, span)))
  if (most >= 0.3 * (span.end - span.start))
    return inner.filter((report) => overlap(report.span, span) >= most / 2)
  return ownReports(article, reading, span, making)
}

const ownReports = (article, reading, span, making) =>
  toReports(article, { ...reading, statements: [], events: [ownVoice(span)] }, making)

/** The words of a stretch that are in no statement: what the outlet itself says there. */
function withoutStatements(text, { start, end }, statements) {
  let words = ''
  for (let at = start; at < end; at++)
    if (!statements.some(({ span }) => span.start <= at && at < span.end)) words += text[at]
  return words
}

const ownVoice = (span) => ({ ...bareEvent, type: 'CONSULT', evidence: [span] })

const overlap = (a, b) => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))

/** Least share of a claim’s words that a statement holds to be the one that tells it. */
const leastLikeness = 0.2

/** Whether a claim says of something that it is not so: “Trump says nobody briefed him”, “Russia rejects the allegation”. */
const isNegative = (claim) => /\b(?:den(?:y|ies|ied)|rejects?|not|nobody|never|no|false)\b/i.test(claim)

/** From Python’s code points to UTF-16 units. */
function toUnits(text, points) {
  let units = 0
  for (let n = 0; n < points && units < text.length; n++) units += text.codePointAt(units) > 0xffff ? 2 : 1
  return units
}

const round = (number) => Math.round(number * 100) / 100

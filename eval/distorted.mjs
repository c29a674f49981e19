/**
 * Ten distorted claims and four headline groups (`pairs.json` of dedup_peer_fixtures). Each distorted claim is put beside
 * three true sentences of our own (`distorted-truths.mjs`), once as plain sentences and once as what the reader reads in
 * them; all go through keys, comparison and grouping.
 *
 * `falselyConfirmed`: distorted claims that share a claim with a true report on the side of support; must be 0.
 * `against`: those that stand against one. `paraphrases`: pairs of true sentences of one matter in one claim, of those
 * that are meant to be (the first of the three with each other, where all say one thing). `headlines`: pairs of headlines
 * of one event in one claim; `strangers`: pairs of different matters in one claim, which must be 0.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openReader } from '../dist/read/open-reader.js'
import { loadOutlets } from '../dist/resources/load-outlets.js'
import { loadResources } from '../dist/resources/load-resources.js'
import { compareReports } from '../dist/weigh/compare-reports.js'
import { findReportKeys } from '../dist/weigh/find-report-keys.js'
import { groupReports } from '../dist/weigh/group-reports.js'
import { openOutlets } from '../dist/weigh/open-outlets.js'
import { toReports } from '../dist/weigh/to-reports.js'
import { truths } from './distorted-truths.mjs'
import { percent } from './measures.mjs'
import { openModels } from './open-models.mjs'
import { toPlainReport } from './to-plain-report.mjs'

export async function score([folder], { mode = 'full', say }) {
  const { distorted_claims: distorted, same_event: headlines } = JSON.parse(
    await readFile(join(folder, 'pairs.json'), 'utf8'),
  )
  const reader = openReader(await loadResources(), mode, mode === 'full' ? await openModels() : undefined)
  const findOutlet = openOutlets(await loadOutlets(null))
  const tell = (id, sentence) => {
    const article = {
      id,
      text: sentence,
      title: null,
      outlet: id,
      byline: null,
      url: null,
      publishedAt: { value: '2026-07-20', precision: 'day', basis: 'given' },
      credits: [],
      language: 'en',
    }
    const reading = reader.read(article)
    const read = toReports(article, reading, { readingId: id, findOutlet, toId: (key) => `${id} ${key}` })
    return [toPlainReport(id, sentence), ...read.map((report) => ({ ...report, articleId: id }))]
  }
  const matters = truths.map(({ distorted: pattern, reports }, i) => ({
    lie: distorted.map(([claim]) => claim).find((claim) => pattern.test(claim)),
    reports: reports.flatMap((sentence, k) => tell(`true ${i} ${k}`, sentence)),
  }))
  const lies = matters.flatMap(({ lie }, i) => (lie ? tell(`lie ${i}`, lie) : []))
  const lines = headlines.flatMap((group, i) => group.flatMap((line, k) => tell(`line ${i} ${k}`, line)))
  const reports = [...lies, ...matters.flatMap((matter) => matter.reports), ...lines]
  const links = findLinks(reports)
  const claims = groupReports(reports, links)
  const claimOf = new Map(claims.flatMap((members, i) => members.map(({ id }) => [id, i])))
  const matterOf = (articleId) => articleId.split(' ').slice(1, 2)[0]
  const meet = (a, b) =>
    reports.some(
      (report) =>
        report.articleId === a &&
        claims[claimOf.get(report.id)].some((other) => other.articleId === b && other.stance !== 'denies'),
    )
  let [falselyConfirmed, against, strangers] = [0, 0, 0]
  for (const [i, { lie }] of matters.entries()) {
    const confirming = truths[i].reports.filter((_, k) => meet(`lie ${i}`, `true ${i} ${k}`))
    falselyConfirmed += confirming.length > 0
    const isAgainst = links.some(
      ({ a, b, relation }) =>
        relation === 'against' &&
        [a, b].some((id) => id.startsWith(`lie ${i}`)) &&
        [a, b].some((id) => id.startsWith(`true ${i}`)),
    )
    against += isAgainst
    say(
      `${lie}: ${confirming.length > 0 ? `CONFIRMED by ${confirming.join(' | ')}` : isAgainst ? 'against' : 'alone'}`,
    )
  }
  for (const members of claims) {
    const kinds = new Set(
      members.map(({ articleId }) => (articleId.startsWith('line') ? 'line ' : '') + matterOf(articleId)),
    )
    if (kinds.size > 1) {
      strangers++
      say(`STRANGERS: ${members.map(({ proposition }) => proposition).join(' | ')}`)
    }
  }
  const pairsOf = (prefix, groups) =>
    groups.flatMap((group, i) =>
      group.flatMap((_, k) =>
        group.slice(k + 1).map((__, m) => [`${prefix} ${i} ${k}`, `${prefix} ${i} ${k + 1 + m}`]),
      ),
    )
  const told = pairsOf(
    'true',
    truths.map(({ reports: sentences }) => sentences),
  )
  const same = told.filter(([a, b]) => ![a, b].some(isDenying(truths)))
  const printed = pairsOf('line', headlines)
  const count = (pairs) => pairs.filter(([a, b]) => meet(a, b)).length
  for (const [a, b] of same)
    if (!meet(a, b))
      say(`apart: ${[a, b].map((id) => reports.find((report) => report.id === id)?.proposition).join(' | ')}`)
  for (const [a, b] of printed)
    if (meet(a, b))
      say(`met: ${[a, b].map((id) => reports.find((report) => report.id === id)?.proposition).join(' | ')}`)
  return {
    distorted: matters.length,
    falselyConfirmed,
    against,
    strangers,
    paraphrases: { pairs: same.length, met: percent(count(same) / same.length) },
    headlines: { pairs: printed.length, met: percent(count(printed) / printed.length) },
  }
}

/** A true sentence that says what did not happen is no paraphrase of what did. */
const isDenying = (matters) => (id) => {
  const [, i, k] = id.split(' ')
  return /\b(?:not|left unchanged)\b/.test(matters[Number(i)].reports[Number(k)])
}

function findLinks(reports) {
  const byKey = new Map()
  for (const report of reports)
    for (const key of findReportKeys(report)) byKey.set(key, [...(byKey.get(key) ?? []), report])
  const links = new Map()
  for (const members of byKey.values()) {
    for (const [i, a] of members.entries()) {
      for (const b of members.slice(i + 1)) {
        const pair = [a.id, b.id].sort().join('\n')
        if (!links.has(pair)) links.set(pair, compareReports(a, b))
      }
    }
  }
  return [...links.values()].filter((link) => link !== null)
}

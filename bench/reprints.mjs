/**
 * What one more reprint of the same words costs: `npm run bench -- reprints [--kind wire|template] [--articles 400]
 * [--seed 1] [--database URL]`.
 *
 * `wire`: one story of some 400 words that every outlet prints under a headline of its own, with a few words changed and
 * its end cut. `template`: pages of which every outlet prints many, the same sentences with other places and figures. By
 * processor time, medians of each stretch; `--seed` shuffles what comes when, and the digest stays the same.
 */
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { identifyArticle } from '../dist/extract/extract-article.js'
import { openWeigher } from '../dist/jobs/open-weigher.js'
import { weighArticle } from '../dist/jobs/weigh-article.js'
import { digestWeighing } from '../dist/ledger/digest-weighing.js'
import { insertArticle } from '../dist/ledger/insert-article.js'
import { insertDocument } from '../dist/ledger/insert-document.js'
import { insertReading } from '../dist/ledger/insert-reading.js'
import { openLedger } from '../dist/ledger/open-ledger.js'
import { openReader } from '../dist/read/open-reader.js'
import { bareArticle } from '../dist/records/bare-article.js'
import { loadResources } from '../dist/resources/load-resources.js'
import { openDice } from './open-random.mjs'

const wire = [
  'SELGRAD (Reuters) - The government of Morvenia will close the northern border with Aldany on Monday after two guards were shot dead near the village of Kersk, Interior Minister Anton Veresk said on Saturday.',
  'Veresk told reporters in Selgrad that the guards had been killed by smugglers who crossed the river shortly before dawn. He said that eleven people had been arrested and that police were still looking for four others.',
  '“We will not open a single gate until the men who did this stand before a judge,” Veresk said. “Our patience with the authorities of Aldany has come to its end.”',
  'Aldany rejected the accusation. Foreign Minister Petra Lindqvist said that no citizen of Aldany had taken part in the attack, and called the closure a breach of the treaty that both countries signed in 2009.',
  'Lindqvist said Aldany would complain to the Federal Union, which paid for the crossing at Kersk and keeps thirty observers there. A spokesman for the Federal Union, Tomás Arce, said that the observers had heard shots but had not seen who fired them.',
  'Lorries were already waiting for nine kilometres on the road to the crossing on Saturday evening. The association of hauliers in Ferrán warned that factories on both sides would run out of parts within a week if the border stayed closed.',
  'President Ilse Brandt cancelled a visit to San Telmo, where she was to meet the prime minister, Rafael Marsh, on Tuesday. Her office said that she would speak to the nation on Sunday.',
  'The opposition criticised the decision. Its leader, Goran Falk, accused the government of punishing its own farmers for the failures of its police, and demanded that parliament be called together.',
  'Four guards have been killed on the border since January, according to the interior ministry. In March a court in Selgrad sentenced two brothers from Kersk to twelve years in prison for the murder of a customs officer.',
  'Residents of Kersk said that they had been told to stay at home. “Nobody crosses here for pleasure,” said Marta Jovetti, who keeps the shop beside the bridge. “We heard the shots, and then the dogs.”',
]
const swaps = [
  ['will close', 'is to close'],
  ['shot dead', 'killed'],
  ['shortly before dawn', 'before sunrise'],
  ['rejected', 'denied'],
  ['on Saturday evening', 'on Saturday night'],
  ['warned that', 'said that'],
  ['cancelled', 'called off'],
  ['criticised', 'condemned'],
  ['were still looking for', 'were searching for'],
  ['the village of Kersk', 'Kersk'],
]
const heads = [
  'Morvenia to shut border',
  'Guards shot near Kersk',
  'Border row grows',
  'Veresk: no gate will open',
  'Aldany denies attack',
]
const towns =
  'Kersk Ferrán Aldany Selgrad Port-Arce Marsh Lindow Tarn Ostrel Hale Brandt Corvo Drenova Evora Falk Gorin Halden Istra Jovan Kastel'.split(
    ' ',
  )
const firsts = [
  'Morning',
  'Evening',
  'Daily',
  'Northern',
  'Harbour',
  'Valley',
  'Free',
  'New',
  'Old',
  'Sunday',
]
const lasts = ['Post', 'Ledger', 'Courier', 'Mail', 'Times', 'Echo', 'Star', 'Journal', 'Gazette', 'Voice']
const outletOf = (n) =>
  `${firsts[n % 10]} ${towns[Math.floor(n / 10) % 20]} ${lasts[Math.floor(n / 200) % 10]}`

function makeReprint(n, random) {
  let text = wire.slice(0, wire.length - random(4)).join('\n\n')
  for (const [from, to] of swaps) if (random(5) === 0) text = text.replace(from, to)
  return {
    title: `${heads[random(heads.length)]}, ${towns[random(20)]} ${n}`,
    outlet: outletOf(n),
    at: new Date(Date.UTC(2026, 2, 7, 16) + random(3 * 1440) * 60_000).toISOString(),
    text,
  }
}

function makeTemplate(n, random) {
  const [town, high, low, index, moved] = [
    towns[random(20)],
    10 + random(20),
    random(10),
    4000 + random(900),
    random(300) / 100,
  ]
  const text = [
    `The weather service said on Monday that ${town} would see temperatures of up to ${high} degrees and lows of ${low} degrees.`,
    `The service warned that strong winds could bring down trees in ${town} and told drivers to take care on the roads.`,
    `Shares on the ${town} exchange ${random(2) ? 'rose' : 'fell'} ${moved} percent to ${index} points on Monday, the exchange said.`,
    `Analysts said that investors were waiting for the decision of the central bank, which meets on Thursday.`,
    `The lottery announced that the winning numbers of the draw in ${town} were ${[1, 2, 3, 4, 5].map(() => 1 + random(49)).join(', ')}.`,
    `Nobody won the jackpot, the lottery said, and ${1 + random(20)} million will be paid out next week.`,
  ].join('\n\n')
  return {
    title: `${town} today: weather, markets, lottery`,
    outlet: outletOf(n % 20),
    at: new Date(Date.UTC(2026, 2, 1 + Math.floor(n / 20), 6) + random(600) * 60_000).toISOString(),
    text,
  }
}

function toArticle({ title, outlet, at, text }) {
  const draft = {
    ...bareArticle,
    title,
    outlet,
    url: `https://example.com/${createHash('sha256')
      .update(title + outlet + at)
      .digest('hex')
      .slice(0, 12)}`,
    publishedAt: { value: at, precision: 'second', basis: 'given' },
    language: 'en',
    text,
  }
  return { id: identifyArticle(draft), ...draft }
}

const toDocument = (article) => ({
  where: article.url,
  bytes: Buffer.from(article.id),
  mediaType: 'text/plain',
  charset: 'utf-8',
  headers: {},
  collectedAt: '2026-03-20T00:00:00.000Z',
})

export async function run(args) {
  const { values } = parseArgs({
    args,
    options: {
      kind: { type: 'string', default: 'wire' },
      articles: { type: 'string', default: '400' },
      seed: { type: 'string', default: '0' },
      database: { type: 'string' },
    },
  })
  const random = openDice(1)
  const make = values.kind === 'template' ? makeTemplate : makeReprint
  const made = Array.from({ length: Number(values.articles) }, (_, n) => toArticle(make(n, random)))
  const keyOf = ({ id }) => createHash('sha256').update(`${values.seed} ${id}`).digest('hex')
  const articles = values.seed === '0' ? made : made.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  const reader = openReader(await loadResources(), 'fast')
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-reprints-'))
  const ledger = await openLedger(
    values.database ? { databaseUrl: values.database } : { directory: join(folder, 'ledger') },
  )
  const weigher = await openWeigher()
  const times = []
  for (const [i, article] of articles.entries()) {
    const { documentId } = await insertDocument(ledger, toDocument(article))
    await insertArticle(ledger, documentId, article)
    await insertReading(ledger, article, reader.read(article))
    const [begun, cpu] = [performance.now(), process.cpuUsage()]
    const weighing = await weighArticle(ledger, weigher, article.id)
    if (weighing.outcome === 'failed') throw weighing.error
    const { user, system } = process.cpuUsage(cpu)
    times.push({ wallMs: performance.now() - begun, cpuMs: (user + system) / 1000 })
    if ([25, 50, 100, 150, 200, 300, 400, 600, 800, 1000].includes(i + 1)) {
      const last = times.slice(-20)
      const rss = (process.memoryUsage().rss / 1e6).toFixed(0)
      console.log(
        `${i + 1} articles: the last 20 ${median(last.map(({ wallMs }) => wallMs)).toFixed(0)} ms (${median(last.map(({ cpuMs }) => cpuMs)).toFixed(0)} of processor) each, ${rss} MB`,
      )
    }
  }
  const total = times.reduce((sum, { cpuMs }) => sum + cpuMs, 0)
  const digest = await digestWeighing(ledger)
  await ledger.close()
  await rm(folder, { recursive: true })
  console.log(
    JSON.stringify({
      kind: values.kind,
      articles: articles.length,
      totalCpuS: Math.round(total / 100) / 10,
      ...digest,
    }),
  )
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}

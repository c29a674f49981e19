/** One process of `collecting.mjs`: the sites, or one of those who collect from them. */
import { createServer } from 'node:http'

const [role, ...args] = process.argv.slice(2)

/** Hosts are 127.0.0.2 and on, all answered by one server; it counts how many requests each has at a time. */
async function serve() {
  const [feeds, pages, hosts] = args.map(Number)
  const underWay = new Map()
  let most = 0
  let requests = 0
  const started = new Date()
  const server = createServer((request, response) => {
    const { host = '' } = request.headers
    requests++
    const now = (underWay.get(host) ?? 0) + 1
    underWay.set(host, now)
    most = Math.max(most, now)
    response.on('close', () => underWay.set(host, underWay.get(host) - 1))
    const [, kind, n] = /^\/(feed|2026\/11\/notice)-(\d+)/.exec(request.url ?? '') ?? []
    if (kind === undefined) return response.writeHead(404).end()
    const etag = `"${kind === 'feed' ? 'f' : 'p'}${n}"`
    if (request.headers['if-none-match'] === etag) return response.writeHead(304, { etag }).end()
    const body = kind === 'feed' ? makeFeed(Number(n)) : makePage(Number(n), started)
    response.writeHead(200, { etag, 'content-type': kind === 'feed' ? 'application/rss+xml' : 'text/html' })
    response.end(body)
  })
  // Feed n is on host n % hosts, and so are its pages.
  const makeFeed = (n) => {
    const items = []
    for (let page = n; page < pages; page += feeds)
      items.push(`<item><title>Notice ${page} of the harbour board</title><link>/2026/11/notice-${page}-of-the-board</link>
        <guid>${page}</guid><pubDate>${started.toUTCString()}</pubDate><description>What the board has let be known.</description></item>`)
    return `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Ledger ${n}</title>${items.join('')}</channel></rss>`
  }
  server.listen(0, '0.0.0.0', () => process.send({ port: server.address().port, hosts }))
  process.on('message', () => {
    process.send({ most, requests })
    most = 0
    requests = 0
  })
}

/** Names and words that are nobody’s, so that articles have no more to do with each other than those of a day have. */
const syllables = [
  'ar',
  'bel',
  'cor',
  'den',
  'es',
  'fal',
  'gri',
  'hol',
  'in',
  'jor',
  'kal',
  'lim',
  'mor',
  'nes',
  'or',
  'pel',
  'ris',
  'sel',
  'tam',
  'ver',
]
const verbs = [
  'repaired',
  'sold',
  'visited',
  'closed',
  'painted',
  'measured',
  'crossed',
  'left',
  'counted',
  'opened',
]
const places = [
  'harbour',
  'market',
  'bridge',
  'valley',
  'school',
  'mill',
  'quarry',
  'station',
  'archive',
  'orchard',
]

/** Some 450 words in 30 sentences, of which every fifth reports what somebody said, amid 50 kB of what pages are made of. Each tells of
 * something else, of one of ninety days: five thousand accounts of one happening of one day are no news. */
function makePage(n, started) {
  let state = n * 2654435761 + 1
  const pick = (list) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return list[(state >>> 8) % list.length]
  }
  // 300,000 words: with fewer, every page shares unheard-of names with every other, as no news does.
  const word = () => pick(syllables) + pick(syllables) + pick(syllables) + pick(syllables)
  const name = () => word().replace(/^./, (letter) => letter.toUpperCase())
  const plain = () =>
    `the ${word()} of ${name()} ${pick(verbs)} the ${pick(places)} and the ${word()} ${pick(places)} near ${name()} before the ${word()} came`
  const sentence = (i) =>
    i % 5 === 0 ? `${name()} ${name()} said on Friday that ${plain()}.` : `On Friday ${plain()}.`
  const paragraphs = Array.from(
    { length: 10 },
    (_, i) => `<p>${[0, 1, 2].map((j) => sentence(i * 3 + j)).join(' ')}</p>`,
  )
  const title = `${name()} ${pick(verbs)} the ${word()} ${pick(places)} of ${name()}`
  const published = new Date(started.getTime() - (n % 90) * 86_400_000 - n * 1000).toISOString()
  const links = Array.from(
    { length: 120 },
    (_, i) => `<li><a class="nav-link item-${i}" href="/section-${i}/">Section ${i} of the paper</a></li>`,
  ).join('')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta property="og:site_name" content="Harbour Ledger"><meta property="article:published_time" content="${published}">
<style>${'.teaser{margin:0 auto;padding:4px}'.repeat(400)}</style><script>${'window.queue=window.queue||[];'.repeat(500)}</script></head>
<body><nav><ul>${links}</ul></nav><main><article><h1>${title}</h1>${paragraphs.join('')}</article>
<aside><h2>Most read</h2><ul>${links}</ul></aside></main><footer>The Harbour Ledger, Lindholm</footer></body></html>`
}

const feedAddresses = ([feeds, hosts, port]) =>
  Array.from(
    { length: Number(feeds) },
    (_, n) => `http://127.0.0.${2 + (n % Number(hosts))}:${port}/feed-${n}`,
  )

/** Tells the parent what a phase took, and waits until it has taken note. */
async function tell(name, count, failed, since) {
  const { user, system } = process.cpuUsage(since.cpu)
  process.send({
    name,
    count,
    failed,
    wallMs: performance.now() - since.at,
    cpuMs: (user + system) / 1000,
    peakMb: process.resourceUsage().maxRSS / 1024,
  })
  await new Promise((resolve) => process.once('message', resolve))
}
const begin = () => ({ at: performance.now(), cpu: process.cpuUsage() })

async function collect(isRead) {
  const { openLedger } = await import('../dist/ledger/open-ledger.js')
  const { openReaders } = await import('../dist/jobs/open-readers.js')
  const { openFetcher } = await import('../dist/collect/open-fetcher.js')
  const { openHostMemory } = await import('../dist/ledger/open-host-memory.js')
  const { collectRound } = await import('../dist/jobs/collect-round.js')
  const { followList } = await import('../dist/jobs/follow-list.js')
  const { countWorkers } = await import('../dist/jobs/count-workers.js')
  const ledger = await openLedger({ memory: true })
  const opened = await openReaders({ mode: 'fast', workers: countWorkers() })
  const problem = { code: 'no-article', message: 'Nobody read it.', advice: null }
  const readers = isRead ? opened : { ...opened, read: async () => ({ problem }) }
  let aheadMs = 0
  const now = () => new Date(Date.now() + aheadMs)
  const fetcher = await openFetcher({ allowPrivate: true, delayMs: 0, memory: openHostMemory(ledger), now })
  const outlines = feedAddresses(args).map((url) => `<outline type="rss" text="Harbour" xmlUrl="${url}"/>`)
  const list = {
    where: 'list.opml',
    bytes: Buffer.from(`<opml version="2.0"><body>${outlines.join('')}</body></opml>`),
    mediaType: null,
    charset: null,
    headers: {},
    collectedAt: now().toISOString(),
  }
  await followList(ledger, list, now())
  for (const round of isRead ? ['', ' again'] : ['']) {
    let since = begin()
    let [feeds, pages, failed] = [0, 0, 0]
    const { signal } = new AbortController()
    for await (const step of collectRound(ledger, readers, fetcher, { signal, now })) {
      if (step.kind === 'feed') feeds++
      else if (pages++ === 0) {
        await tell(`feeds${round}`, feeds, 0, since)
        since = begin()
      }
      if (isRead && step.outcome === 'failed') failed++
    }
    await tell(`pages${round}`, pages, failed, since)
    aheadMs += 2 * 3_600_000
  }
  await fetcher.close()
  await opened.close()
  await ledger.close()
  process.disconnect()
}

/** Each host asked one thing at a time, 16 hosts at a time, as we do. */
async function peer() {
  const { default: Parser } = await import('rss-parser')
  const { extractFromHtml } = await import('@extractus/article-extractor')
  const { request } = await import('undici')
  const parser = new Parser()
  const get = async (url) => {
    const { body } = await request(url)
    return body.text()
  }
  async function byHost(addresses, act) {
    const queues = Object.values(Object.groupBy?.(addresses, (url) => new URL(url).host) ?? group(addresses))
    const work = async () => {
      for (let queue = queues.shift(); queue !== undefined; queue = queues.shift())
        for (const url of queue) await act(url)
    }
    await Promise.all(Array.from({ length: 16 }, work))
  }
  let since = begin()
  const feeds = feedAddresses(args)
  const pages = []
  await byHost(feeds, async (url) => {
    const { items } = await parser.parseString(await get(url))
    for (const { link } of items) pages.push(new URL(link, url).href)
  })
  await tell('feeds', feeds.length, 0, since)
  since = begin()
  let failed = 0
  await byHost(pages, async (url) => {
    const article = await extractFromHtml(await get(url), url)
    if (!article?.content) failed++
  })
  await tell('pages', pages.length, failed, since)
  process.disconnect()
}

function group(addresses) {
  const groups = {}
  for (const url of addresses) {
    groups[new URL(url).host] ??= []
    groups[new URL(url).host].push(url)
  }
  return groups
}

const roles = { serve, hearsay: () => collect(true), 'hearsay-unread': () => collect(false), peer }
await roles[role]()

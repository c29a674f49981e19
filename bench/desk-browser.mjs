import { chromium } from 'playwright-core'

/** The lists of the desk, each with what its first row is. */
const lists = {
  claims: ['/claims', '.claim-table [data-index]'],
  stories: ['/stories', '.story-table tbody tr'],
  articles: ['/articles', '.article-table tbody tr'],
}

const rounds = 5

/**
 * Milliseconds from asking for a page to its first row, from an empty cache, the median of five; and while the ledger of
 * claims is scrolled through: frames a second, the longest that one took, and from a key to the next frame.
 */
export async function measureInBrowser(url) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  })
  try {
    const firstRowMs = {}
    for (const [name, [path, row]] of Object.entries(lists)) {
      const times = []
      for (let round = 0; round < rounds; round++) {
        const page = await (await browser.newContext()).newPage()
        const begun = performance.now()
        await page.goto(`${url}${path}`, { waitUntil: 'commit' })
        await page.locator(row).first().waitFor()
        times.push(performance.now() - begun)
        await page.context().close()
      }
      firstRowMs[name] = Math.round(times.sort((a, b) => a - b)[Math.floor(rounds / 2)])
    }
    return {
      firstRowMs,
      scrolling: await measureScrolling(browser, url),
      firstPageBytes: await measureBytes(browser, url),
    }
  } finally {
    await browser.close()
  }
}

async function measureScrolling(browser, url) {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await page.goto(`${url}${lists.claims[0]}`)
  await page.locator(lists.claims[1]).first().waitFor()
  await page.evaluate(`
    window.frames_ = []
    let last = performance.now()
    const note = (now) => { window.frames_.push(now - last); last = now; requestAnimationFrame(note) }
    requestAnimationFrame(note)
    window.delays_ = []
    addEventListener('keydown', (event) => requestAnimationFrame(() => window.delays_.push(performance.now() - event.timeStamp)), true)
  `)
  await page.mouse.move(700, 500)
  for (let step = 0; step < 200; step++) {
    await page.mouse.wheel(0, 700)
    if (step % 10 === 0) await page.keyboard.press('j')
    await page.waitForTimeout(16)
  }
  const { frames, delays, scrolled } = await page.evaluate(
    '({ frames: window.frames_, delays: window.delays_, scrolled: document.scrollingElement.scrollTop })',
  )
  await page.context().close()
  const sorted = (times) => [...times].sort((a, b) => a - b)
  const at = (times, share) => Math.round(sorted(times)[Math.floor((times.length - 1) * share)] ?? 0)
  return {
    scrolledPixels: Math.round(scrolled),
    frameMs: { p50: at(frames, 0.5), p95: at(frames, 0.95), most: at(frames, 1) },
    keyToFrameMs: { p50: at(delays, 0.5), p95: at(delays, 0.95) },
  }
}

/** What the first page transfers, as the server sends it: gzipped. */
async function measureBytes(browser, url) {
  const page = await (await browser.newContext()).newPage()
  const client = await page.context().newCDPSession(page)
  await client.send('Network.enable')
  const kinds = new Map()
  const sizes = {}
  client.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? 'Other'
    sizes[kind] = (sizes[kind] ?? 0) + encodedDataLength
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.context().close()
  return sizes
}

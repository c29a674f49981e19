/**
 * Takes the pictures of the desk in docs/screenshots from the example situation, light and dark, wide and narrow.
 *
 * Needs a build and Chromium: CHROMIUM names it where it is not at /usr/bin/chromium.
 */
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const widths = { 1440: 900, 390: 844 }
const folder = fileURLToPath(new URL('../docs/screenshots/', import.meta.url))

/** Serves the example from a ledger of its own; `close` ends the server and removes the ledger. */
async function serveExample() {
  const ledger = await mkdtemp(join(tmpdir(), 'hearsay-pictures-'))
  const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
  const server = spawn(process.execPath, [main, 'demo', '--ledger', ledger, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  const close = async () => {
    server.kill('SIGINT')
    await ended
    await rm(ledger, { recursive: true, force: true })
  }
  let said = ''
  for await (const chunk of server.stdout) {
    said += chunk
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
    if (url) return { url, close }
  }
  await close()
  throw new Error(`The demo ended before it served:\n${said}`)
}

/** The article that says most: the picture of an article wants a full list beside it. */
async function findFullest(url) {
  const { articles } = await (await fetch(`${url}/api/articles?limit=100`)).json()
  return articles.reduce((fullest, article) => (article.statements > fullest.statements ? article : fullest))
}

/** The denied claim that most outlets tell: its picture wants both sides. */
async function findDenied(url) {
  const { claims } = await (await fetch(`${url}/api/claims?disputed=true&limit=200`)).json()
  return claims.reduce((widest, claim) => (claim.outlets > widest.outlets ? claim : widest))
}

/** The shortest of the sentences with the most statements: its tree should show, too. */
function findRichest({ sentences, statements }) {
  const said = sentences.map((_, i) => statements.filter(({ sentence }) => sentence === i).length)
  const most = Math.max(...said)
  const lengths = sentences.map(({ tokens }, i) =>
    said[i] === most ? tokens.length : Number.POSITIVE_INFINITY,
  )
  return lengths.indexOf(Math.min(...lengths))
}

/** Moves the mouse to words in steps: the desk takes a mouse that only appears for one that rests. */
async function pointAt(page, words) {
  await words.waitFor()
  const { x, y, width, height } = await words.boundingBox()
  await page.mouse.move(x + 4, y + 4)
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 3 })
}

const firstId = async (url, list, query = '') =>
  (await (await fetch(`${url}/api/${list}?${query}`)).json())[list][0].id

/** Every picture: its name, the address that it is of, and what is waited for and done before it is taken. */
const pictures = [
  {
    name: 'articles',
    path: () => '/articles',
    ready: (page) => page.locator('.article-table tbody tr').first().waitFor(),
  },
  {
    name: 'article',
    path: async (url) => `/articles/${(await findFullest(url)).id}`,
    ready: async (page) => {
      await pointAt(page, page.locator('.article-text .mark-cue').nth(2))
      await page.locator('.statement-card').waitFor()
    },
  },
  {
    name: 'sentence',
    path: async (url) => {
      const { id } = await findFullest(url)
      const { reading } = await (await fetch(`${url}/api/articles/${id}`)).json()
      return `/articles/${id}?sentence=${findRichest(reading) + 1}`
    },
    ready: async (page) => {
      await page.locator('.tree table').waitFor()
      await page.mouse.move(0, 0)
    },
  },
  {
    name: 'versions',
    path: async (url) => {
      const { changes } = await (await fetch(`${url}/api/changes?silent=true&limit=1`)).json()
      return `/articles/${changes[0].after.articleId}?compare=side`
    },
    ready: (page) => page.locator('.version-table').waitFor(),
  },
  {
    name: 'claims',
    path: () => '/claims',
    ready: async (page) => {
      await page.locator('.claim-table button[aria-expanded]').first().click()
      await page.locator('.report-list').waitFor()
      await page.mouse.move(0, 0)
    },
  },
  {
    name: 'claim',
    path: async (url) => `/claims/${(await findDenied(url)).id}`,
    ready: async (page) => {
      await page.locator('.step summary').first().click()
      await page.locator('.proof mark').first().waitFor()
      await page.mouse.move(0, 0)
    },
  },
  {
    name: 'story',
    path: async (url) => `/stories/${await firstId(url, 'stories', 'order=told-most')}`,
    ready: async (page) => {
      await page.locator('.copy summary').first().click()
      await page.locator('.differences').waitFor()
      await page.mouse.move(0, 0)
    },
  },
  {
    name: 'changes',
    path: () => '/changes',
    ready: (page) => page.locator('.change-card').first().waitFor(),
  },
  {
    name: 'stories',
    path: () => '/stories',
    ready: (page) => page.locator('.story-table tbody tr').first().waitFor(),
  },
  { name: 'actors', path: () => '/actors', ready: (page) => page.locator('.actor-table').waitFor() },
  {
    name: 'actor',
    path: () => '/actors/anton%20veresk',
    ready: (page) => page.locator('.line-list').waitFor(),
  },
  { name: 'outlets', path: () => '/outlets', ready: (page) => page.locator('.outlet-table').waitFor() },
  { name: 'outlet', path: () => '/outlets/mta', ready: (page) => page.locator('.change-card').waitFor() },
  {
    name: 'search',
    path: () => '/search?q=amnesty',
    ready: (page) => page.locator('.found .found-count').nth(3).waitFor(),
  },
  {
    name: 'situations',
    path: () => '/situations',
    ready: (page) => page.locator('.situation-table tbody tr').first().waitFor(),
  },
  {
    name: 'situation-form',
    path: async (url) => `/situations/${await firstId(url, 'situations')}/edit`,
    ready: (page) => page.locator('.preview-claims').waitFor(),
  },
  {
    name: 'situation-outlets',
    path: async (url) => `/situations/${await firstId(url, 'situations')}?view=outlets`,
    ready: (page) => page.locator('.matrix-table').waitFor(),
  },
  {
    name: 'timeline',
    path: () => '/timeline',
    ready: (page) => page.locator('[data-pick]').first().waitFor(),
  },
  { name: 'network', path: () => '/network', ready: (page) => page.locator('[data-pick]').first().waitFor() },
  { name: 'map', path: () => '/map', ready: (page) => page.locator('[data-pick]').first().waitFor() },
  {
    name: 'review',
    path: () => '/review',
    ready: (page) => page.locator('.review-queue li').first().waitFor(),
  },
  { name: 'feeds', path: () => '/feeds', ready: (page) => page.locator('.follow-form').waitFor() },
]

async function takeAll(page, url, shoot) {
  for (const { name, path, ready } of pictures) {
    await page.goto(url + (await path(url)))
    await ready(page)
    await shoot(name)
  }
}

/** A situation to take a picture of. */
async function makeSituation(url) {
  const body = JSON.stringify({ name: 'An amnesty for Quintero', query: { actors: ['Quintero', 'Veresk'] } })
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${url}/api/situations`, { method: 'POST', headers, body })
  if (!answer.ok) throw new Error(await answer.text())
}

await mkdir(folder, { recursive: true })
const { url, close } = await serveExample()
try {
  await makeSituation(url)
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  })
  try {
    for (const theme of ['light', 'dark']) {
      for (const [width, height] of Object.entries(widths)) {
        const context = await browser.newContext({
          viewport: { width: Number(width), height },
          deviceScaleFactor: 1,
          colorScheme: theme,
          reducedMotion: 'reduce',
          locale: 'en-GB',
          timezoneId: 'UTC',
        })
        const page = await context.newPage()
        await takeAll(page, url, (name) =>
          page.screenshot({ path: join(folder, `${name}-${theme}-${width}.png`), caret: 'hide' }),
        )
        await context.close()
      }
    }
  } finally {
    await browser.close()
  }
} finally {
  await close()
}

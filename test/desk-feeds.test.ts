import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../src/collect/start-server.fixture.ts'
import { lacking } from './find-browser.fixture.ts'
import { type Desk, openDesk } from './open-desk.fixture.ts'

if (lacking !== null) console.warn(`The tests of the desk’s feeds are skipped: ${lacking}.`)

const home = `<!doctype html><title>The Lindholm Ledger</title>
<link rel="alternate" type="application/rss+xml" href="/news.rss">
<link rel="alternate" type="application/rss+xml" title="Harbour &lt;b&gt;and&lt;/b&gt; sea" href="/harbour.rss">
<p>All the news of Lindholm.`
const rss = (title: string, paths: readonly string[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title><link>/</link>${paths
    .map((path) => `<item><title>Ferry ${path.slice(-1)} sails again</title><link>${path}</link></item>`)
    .join('')}</channel></rss>`
const article = (
  path: string,
) => `<!doctype html><html lang="en"><title>Ferry ${path.slice(-1)} sails again</title>
<article><h1>Ferry ${path.slice(-1)} sails again</h1>
<p>The harbour master of Lindholm said on Friday that ferry number ${path.slice(-1)} would sail again before noon.</p>
<p>The mayor of Selgrad denied that the light on the mole had failed in the night of the storm, and pier ${path.slice(-1)} is open.</p>
<p>Mail, flour and ${path.slice(-1)}0 passengers were waiting on the eastern quay when the first bell rang.</p></article></html>`

describe.skipIf(lacking !== null)('what is followed, in the desk', () => {
  let site: TestServer
  let desk: Desk
  let url: string
  let page: Page
  let troubles: string[]
  const named = ['/2026/ferry-sails-again-1', '/2026/ferry-sails-again-2']

  beforeAll(async () => {
    site = await startServer((request, response) => {
      const path = request.url ?? ''
      const [type, text] =
        path === '/'
          ? ['text/html', home]
          : path === '/news.rss'
            ? ['text/xml', rss('The Lindholm Ledger', named)]
            : path === '/harbour.rss'
              ? ['text/xml', rss('Harbour and sea', [])]
              : path.startsWith('/2026/')
                ? ['text/html', article(path)]
                : ['text/plain', null]
      response.writeHead(text === null ? 404 : 200, { 'content-type': type }).end(text ?? 'nothing')
    })
    desk = await openDesk('empty', '--allow-private')
    url = desk.url
  })
  afterAll(async () => {
    await desk.close()
    await site.close()
  })

  beforeEach(async () => {
    ;({ page, troubles } = await desk.openPage())
    await page.goto(`${url}/feeds`)
  })
  afterEach(async () => {
    await page.context().close()
    expect(troubles).toEqual([])
  })

  const rows = () => page.locator('.feed-table tbody tr')
  const give = (address: string) => page.getByRole('textbox').fill(address)

  test('the feed of a site is tested, followed at a click and collected; what it names next is collected too', async () => {
    await page.getByText('Nothing is followed yet').waitFor()
    await give(site.origin)
    await page.getByRole('button', { name: 'Test' }).click()
    const tested = page.locator('.tested')
    await tested.waitFor()
    expect(await tested.locator('h2').textContent()).toBe('The Lindholm Ledger')
    expect(await tested.locator('ol a').allTextContents()).toEqual([
      'Ferry 1 sails again',
      'Ferry 2 sails again',
    ])
    expect(await tested.locator('.other-feeds li').textContent()).toContain('Harbour <b>and</b> sea')
    expect(await rows().count()).toBe(0)

    await tested.getByRole('button', { name: 'Follow The Lindholm Ledger' }).click()
    await rows().first().waitFor()
    expect(await rows().locator('th a').textContent()).toBe('The Lindholm Ledger')
    expect(await rows().locator('.waiting span').textContent()).toBe('2')

    const collect = page.getByRole('button', { name: 'Collect: The Lindholm Ledger' })
    await collect.click()
    await page.getByText('2 pages new.').waitFor()
    await rows().locator('.articles', { hasText: '2' }).waitFor()
    expect(await rows().locator('.feed-state').textContent()).toBe('healthy')

    named.unshift('/2026/ferry-sails-again-3')
    await collect.click()
    await page.getByText('1 page new.').waitFor()
    await rows().locator('.articles', { hasText: '3' }).waitFor()
    await page.getByRole('link', { name: 'Articles' }).first().click()
    await page.getByRole('link', { name: 'Ferry 3 sails again' }).waitFor()
    expect(await page.locator('.article-table tbody tr').count()).toBe(3)
    await page.goto(`${url}/feeds`)
    await rows().locator('.articles a').click()
    await page.waitForURL(/\/articles\?feed=[0-9a-f]{32}$/)
    await page.getByText('of one feed').waitFor()
    await page.locator('.article-table tbody tr').nth(2).waitFor()
  })

  test('a feed is paused and resumed; removing it asks first, and its articles stay', async () => {
    await rows().first().waitFor()
    await page.getByRole('button', { name: /^Pause/ }).click()
    await page.locator('.feed-state.paused').waitFor()
    await page.getByRole('button', { name: /^Resume/ }).click()
    await page.locator('.feed-state.active').waitFor()

    await page.getByRole('button', { name: /^Remove/ }).click()
    await page.keyboard.press('Enter')
    await page.locator('.remove-dialog').waitFor({ state: 'detached' })
    expect(await rows().count()).toBe(1)
    await page.getByRole('button', { name: /^Remove/ }).click()
    await page.locator('.remove-dialog').getByRole('button', { name: 'Remove' }).click()
    await page.getByText('Nothing is followed yet').waitFor()
    const { articles } = (await (await fetch(`${url}/api/articles`)).json()) as { articles: unknown[] }
    expect(articles).toHaveLength(3)
  })

  test('lists of feeds are taken in; on a narrow screen nothing is wider than it', async () => {
    const outlines = ['first', 'second-with-a-name-that-is-long-enough-to-be-broken-on-a-telephone']
      .map((name) => `<outline text="${name}" xmlUrl="${site.origin}/${name}.rss"/>`)
      .join('')
    await page
      .getByLabel('Import OPML')
      .last()
      .setInputFiles({
        name: 'feeds.opml',
        mimeType: 'text/x-opml',
        buffer: Buffer.from(`<opml version="2.0"><body>${outlines}</body></opml>`),
      })
    await page.getByText('2 feeds are followed now').waitFor()
    await rows().nth(1).waitFor()
    expect(await page.locator('.feed-state').allTextContents()).toEqual(['not asked yet', 'not asked yet'])
    await page.getByRole('button', { name: 'Collect what is due' }).click()
    await page.locator('.feed-problem').nth(1).waitFor()
    await page.getByText('2 feeds asked, 2 failed').waitFor()
    await page.keyboard.press('j')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('first')
    await page.setViewportSize({ width: 320, height: 800 })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
  })

  test('where nothing can be followed it says why and what can be done here', async () => {
    // Every usual place is asked first, a second apart: here the answer comes at once.
    await page.route('**/api/feeds/test', (route) =>
      route.fulfill({
        status: 422,
        contentType: 'application/problem+json',
        body: JSON.stringify({
          detail: 'It is no feed. Watch it with --page.',
          problem: { code: 'not-a-feed', message: 'It is no feed.', advice: 'Watch it with --page.' },
        }),
      }),
    )
    await give(`${site.origin}/2026/ferry-sails-again-1`)
    await page.getByRole('button', { name: 'Test' }).click()
    const failed = page.locator('.follow-outcome .failed')
    await failed.waitFor()
    expect(await failed.textContent()).toMatch(/^It is no feed\..*watched for edits/)
    await give(`${site.origin}/nowhere`)
    await page.getByRole('textbox').press('Enter')
    await failed.filter({ hasText: 'HTTP status 404' }).waitFor()
    await give(`${site.origin}/2026/ferry-sails-again-1`)
    await page.getByLabel('Watch this one page for edits').check()
    await page.getByRole('textbox').press('Enter')
    await page.getByText('watched page').waitFor()
    expect(await failed.count()).toBe(0)
    // The browser itself logs every answer that refuses.
    troubles = troubles.filter((trouble) => !trouble.includes('422'))
  })
})

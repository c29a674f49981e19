import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { describeDesk } from './open-desk.fixture.ts'

/** Towns of the world: those of the example are on no map. */
const talks = `<!doctype html><html lang="en"><head><title>Ministers meet in Lviv</title>
<meta property="og:site_name" content="The Harbour Ledger"><meta property="article:published_time" content="2026-03-04T10:00:00Z"></head>
<body><article><h1>Ministers meet in Lviv</h1>
<p>The foreign minister of Poland met the foreign minister of Ukraine in Lviv on Tuesday.</p>
<p>Trams stood still below the post office until six, and a choir of miners sang before the theatre of the town.</p></article></body></html>`

describeDesk('the views, in the desk', 'example', (desk) => {
  let tab: Page
  beforeAll(async () => {
    const answer = await fetch(`${desk.url}/api/documents?where=talks.html`, {
      method: 'POST',
      headers: { 'content-type': 'text/html' },
      body: talks,
    })
    expect(answer.ok, await answer.text()).toBe(true)
  })
  beforeEach(() => {
    ;({ page: tab } = desk)
  })

  const chosen = () => tab.locator('.chosen')
  const picks = (name: RegExp) => tab.locator('figure').getByRole('button', { name })

  /** From what was chosen to the words in their article. */
  async function followToWords(sentence: RegExp) {
    await chosen().locator('blockquote', { hasText: sentence }).first().waitFor()
    await chosen().getByRole('link', { name: 'Words in the article' }).first().click()
    await tab.locator('.article-text', { hasText: sentence }).waitFor()
    expect(new URL(tab.url()).hash).toMatch(/^#e\d+$/)
  }

  test('the timeline: an event at its day leads to its words; zoomed by key, and all of it as a table', async () => {
    await tab.goto(`${desk.url}/timeline`)
    const received = tab.locator('figure a', { hasText: 'Veresk on Thursday received Lucía Ferrán' })
    await received.waitFor()
    expect(await received.getAttribute('aria-label')).toMatch(/^2025-11-20: .*; \d independent origin/)

    const seen = await tab.locator('figure .axis').textContent()
    await tab.locator('figure').press('+')
    await tab.locator('figure').press('+')
    await expect.poll(() => tab.locator('figure .axis').textContent()).not.toBe(seen)
    await tab.locator('figure').press('0')

    await tab.getByRole('button', { name: 'Show as table' }).click()
    const rows = tab.locator('.view-main .wide-table').first().locator('tbody tr')
    const all = await rows.count()
    await tab.locator('.type-filter summary').click()
    await tab.getByLabel('CONSULT', { exact: false }).check()
    await expect.poll(() => rows.count()).toBeLessThan(all)
    await tab.getByRole('button', { name: 'Show as table' }).click()
    await received.press('Enter')
    await followToWords(/received Lucía Ferrán/)
  })

  test('events that are planned or denied are drawn as such, and those without a day are listed', async () => {
    await tab.goto(`${desk.url}/timeline`)
    await tab.locator('figure .standing-planned').first().waitFor()
    expect(await tab.locator('figure .standing-told').count()).toBeGreaterThan(0)
    const undated = tab.locator('.left-out')
    const { undatedCount } = (await (await fetch(`${desk.url}/api/timeline`)).json()) as {
      undatedCount: number
    }
    expect(undatedCount).toBeGreaterThan(0)
    await undated.locator('summary').click()
    expect(await undated.locator('tbody tr').count()).toBe(undatedCount)
  })

  test('the network: the same twice; an edge leads to its claims, a node keeps its neighbours', async () => {
    const open = async () => {
      await tab.goto(`${desk.url}/network`)
      await tab.locator('figure[aria-busy=false]').waitFor()
      return tab.locator('figure .line').evaluateAll((lines) => lines.map((line) => line.getAttribute('d')))
    }
    const first = await open()
    expect(first.length).toBeGreaterThan(3)
    expect(await open()).toEqual(first)

    await picks(/^Anton Veresk: /).press('Enter')
    await expect.poll(() => tab.locator('figure .line').count()).toBeLessThan(first.length)
    expect(await tab.getByLabel('Only around').inputValue()).toBe('Anton Veresk')
    const edge = picks(/^Anton Veresk → Lucía Ferrán, .*CONSULT/)
    await edge.press('Enter')
    await chosen()
      .getByRole('button', { name: /received Lucía Ferrán/ })
      .first()
      .click()
    await tab.keyboard.press('Escape')
    await chosen().waitFor({ state: 'detached' })
    expect(await tab.evaluate('document.activeElement.dataset.pick')).toContain('Lucía Ferrán')
    await edge.press('Enter')
    await chosen()
      .getByRole('button', { name: /received Lucía Ferrán/ })
      .first()
      .click()
    await followToWords(/received Lucía Ferrán/)
  })

  test('the map: a town is a point and leads to its words; what no table has is listed, not dropped', async () => {
    await tab.goto(`${desk.url}/map`)
    await tab.locator('figure .country').first().waitFor()
    const unplaced = tab.locator('.left-out')
    await unplaced.locator('summary').click()
    await unplaced.getByRole('button', { name: 'Selgrad' }).click()
    await chosen().locator('.disclosure').first().waitFor()
    await picks(/^Lviv: 1 event/).press('Enter')
    await followToWords(/met the foreign minister of Ukraine in Lviv/)
  })

  test('of statements alone the timeline shows the articles, and every other picture says why it is empty and leads on', async () => {
    const made = await fetch(`${desk.url}/api/situations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Said of force', query: { words: 'force', kind: 'statement' } }),
    })
    const { id } = (await made.json()) as { id: string }
    await tab.goto(`${desk.url}/situations/${id}?view=timeline`)
    await tab.locator('.report-bars .own').first().waitFor()
    await tab.getByText(/no day is told on which (?:it was|they were) said/).waitFor()
    for (const [view, says] of [
      ['network', 'An edge is an event'],
      ['map', 'No event of which a place is told'],
    ] as const) {
      await tab.goto(`${desk.url}/situations/${id}?view=${view}`)
      await tab.getByText(says).waitFor()
      expect(await tab.locator('figure').count()).toBe(0)
    }
    await tab.getByRole('link', { name: 'Its claims as a list' }).click()
    await tab.waitForURL(`**/situations/${id}?view=claims`)
    await tab.locator('.claim-table').waitFor()
    await fetch(`${desk.url}/api/situations/${id}`, { method: 'DELETE' })
    // Statements stand at the days on which they were said, too.
    await tab.goto(`${desk.url}/timeline?q=kind:statement%20running`)
    await tab.locator('figure [data-pick]', { hasText: 'running out' }).first().waitFor()
  })

  test('a situation shows all three of its own events', async () => {
    const made = await fetch(`${desk.url}/api/situations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Poland', query: { actors: ['Poland'] } }),
    })
    const { id } = (await made.json()) as { id: string }
    await tab.goto(`${desk.url}/situations/${id}`)
    for (const name of ['Timeline', 'Actors', 'Map']) {
      await tab.locator('.situation-views').getByRole('link', { name }).click()
      await tab.locator('figure [data-pick]').first().waitFor()
      expect(await tab.locator('figure', { hasText: 'Veresk' }).count()).toBe(0)
    }
  })

  test('a search in the address chooses what each shows; on a telephone nothing is wider than it', async () => {
    await tab.setViewportSize({ width: 390, height: 800 })
    for (const view of ['timeline', 'network', 'map']) {
      await tab.goto(`${desk.url}/${view}?q=${encodeURIComponent('actor:poland')}`)
      await tab.locator('figure[aria-busy=false], figure:not([aria-busy])').first().waitFor()
      await expect.poll(() => tab.locator('figure [data-pick]').count()).toBeGreaterThan(0)
      expect(await tab.getByText('Veresk').count()).toBe(0)
      expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(390)
    }
  })
})

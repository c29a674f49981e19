import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { describeDesk } from './open-desk.fixture.ts'

const ferryPage = `<!doctype html><html lang="en"><title>Lindholm ferry sails again</title><article>
<h1>Lindholm ferry sails again</h1>
<p>The harbour master of Lindholm said on Friday that the old ferry would sail again before noon, after two days in port.</p>
<p>The mayor of Selgrad denied that the light on the mole had failed in the night of the storm, and the pier is open.</p>
<p>Mail, flour and forty passengers were waiting on the eastern quay when the first bell rang in the grey morning.</p></article></html>`

describeDesk('around all pages', 'empty', (desk) => {
  let page: Page
  beforeEach(() => {
    ;({ page } = desk)
  })

  test('an empty ledger reads the example at a click, and the lists fill', { timeout: 90_000 }, async () => {
    await page.goto(`${desk.url}/articles`)
    await page.getByRole('button', { name: 'Read the example' }).click()
    await page.getByRole('progressbar').waitFor()
    await page.locator('.article-table tbody tr').nth(10).waitFor()
  })

  test('g and a letter go to a page, ? lists what can be done there', async () => {
    await page.goto(`${desk.url}/articles`)
    await page.locator('.article-table').waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('c')
    await page.locator('.claim-table').waitFor()
    await page.keyboard.press('?')
    expect(await page.locator('.key-list section').first().textContent()).toContain(
      'Show or hide the reports',
    )
  })

  test('the palette leads to a page by its name, and to a claim by its words', async () => {
    await page.goto(`${desk.url}/articles`)
    await page.locator('.article-table').waitFor()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('stor')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/stories')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('running out')
    await page
      .getByRole('option')
      .filter({ hasText: /^claim/ })
      .first()
      .click()
    await page.waitForURL('**/claims/*')
  })

  test('a list does not move when there is more: it says so, and shows it when asked', async () => {
    await page.goto(`${desk.url}/articles`)
    const rows = page.locator('.article-table tbody tr')
    await rows.first().waitFor()
    const before = await rows.count()
    await fetch(`${desk.url}/api/documents?where=ferry.html&date=2026-03-06`, {
      method: 'POST',
      body: ferryPage,
      headers: { 'content-type': 'text/html' },
    })
    await page.getByRole('button', { name: '1 new article · show' }).click()
    await page.getByRole('link', { name: 'Lindholm ferry sails again' }).waitFor()
    expect(await rows.count()).toBe(before + 1)
  })

  test('on a telephone the pages are in a menu', async () => {
    await page.setViewportSize({ width: 320, height: 700 })
    await page.goto(`${desk.url}/articles`)
    await page.getByRole('button', { name: 'Articles' }).click()
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Claims' }).click()
    await page.locator('.claim-table').waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
  })
})

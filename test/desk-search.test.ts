import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { describeDesk } from './open-desk.fixture.ts'

describeDesk('the ledger of claims and the search, in the desk', 'example', (desk) => {
  let url: string
  let page: Page
  beforeEach(() => {
    ;({ page, url } = desk)
  })

  const rows = () => page.locator('.claim-table tbody[data-index]')
  const field = () => page.getByRole('combobox', { name: /^Search/ })
  const total = async () => parseInt((await page.locator('.filter-row strong').textContent()) ?? '', 10)
  const propositions = () => page.locator('.claim-table .claim-words a').allTextContents()

  test('of a long ledger only what is looked at is drawn, and the keys walk through all of it', async () => {
    await page.goto(`${url}/claims`)
    await rows().first().waitFor()
    await page.getByText(/^\d+ claims$/).waitFor()
    const all = await total()
    expect(await rows().count()).toBeLessThan(all)
    const table = page.locator('.claim-table')
    expect(await table.getAttribute('aria-rowcount')).toBe(String(all + 1))

    const focused = () => page.evaluate(`document.activeElement.closest('tbody')?.dataset.index`)
    for (let i = 0; i < 60; i++) await page.keyboard.press('j')
    await expect.poll(focused).toBe('59')
    const row = rows().and(page.locator('[data-index="59"]')).locator('tr').first()
    expect(await row.getAttribute('aria-rowindex')).toBe('61')
    // The row with the focus stays though one scrolls away from it, and the keys go on from there.
    await page.evaluate('window.scrollTo(0, 0)')
    await rows().and(page.locator('[data-index="0"]')).waitFor()
    expect(await focused()).toBe('59')
    await page.keyboard.press('k')
    await expect.poll(focused).toBe('58')
    // Below the bar and the head of the table, and above the end of the window.
    const box = 'document.activeElement.getBoundingClientRect()'
    await expect.poll(() => page.evaluate(`${box}.top > 60 && ${box}.bottom < innerHeight`)).toBe(true)
  })

  test('filters write into the query, and the address holds all of it', async () => {
    await page.goto(`${url}/claims`)
    await page.getByText(/^\d+ claims$/).waitFor()
    const all = await total()
    await page.getByRole('checkbox', { name: 'denied' }).check()
    await page.waitForURL('**/claims?q=is%3Adisputed')
    expect(await field().inputValue()).toBe('is:disputed')
    await expect.poll(total).toBeLessThan(all)
    for (const marks of await page.locator('.claim-table .disputes').allTextContents())
      expect(marks).not.toBe('')

    await page.locator('summary', { hasText: 'How sure' }).click()
    await page.getByRole('checkbox', { name: 'planned' }).check()
    await page.waitForURL((address) => address.searchParams.get('q') === 'is:disputed modality:planned')
    await page.keyboard.press('Escape')
    await field().fill('amnesty is:disputed modality:planned')
    await page.waitForURL(
      (address) => address.searchParams.get('q') === 'amnesty is:disputed modality:planned',
    )
    await page.getByRole('button', { name: 'Last' }).click()
    await page.waitForURL((address) => address.searchParams.get('order') === 'newest')
    await rows().first().waitFor()
    const found = await propositions()
    expect(found.length).toBeGreaterThan(0)

    await page.reload()
    await rows().first().waitFor()
    expect(await propositions()).toEqual(found)
    expect(await page.getByRole('checkbox', { name: 'denied' }).isChecked()).toBe(true)
    expect(await page.locator('th[aria-sort="descending"]').textContent()).toContain('Last')
  })

  test('claims by actor: a group has as many as it says', async () => {
    await page.goto(`${url}/claims`)
    await page.getByLabel('Group by').selectOption('actor')
    await page.waitForURL('**/claims?group=actor')
    const group = page.locator('.claim-group').filter({ hasText: 'Anton Veresk' }).first()
    await group.waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    const said = parseInt((await page.locator('.claim-group h2 .muted').first().textContent()) ?? '', 10)
    await rows().first().waitFor()
    expect(await rows().count()).toBe(said)
    await page.keyboard.press('j')
    expect(await page.evaluate(`document.activeElement.closest('tbody').dataset.index`)).toBe('0')
    for (let i = 0; i < said; i++) await page.keyboard.press('j')
    expect(await page.evaluate(`document.activeElement.closest('h2') !== null`)).toBe(true)
  })

  test('names are completed while one types; what is found stands by its kind, and leads to all of it', async () => {
    await page.goto(`${url}/search`)
    await field().waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('act')
    await page.getByRole('option', { name: /^actor:/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.keyboard.type('ver')
    await page.getByRole('option', { name: /Anton Veresk/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await field().inputValue()).toBe('actor:"Anton Veresk" ')
    await page.waitForURL((address) => address.searchParams.get('q') === 'actor:"Anton Veresk"')
    const found = (name: string) =>
      page.locator('.found').filter({ has: page.locator('h2', { hasText: new RegExp(`^${name}`) }) })
    for (const name of ['Claims', 'Stories', 'Articles', 'Actors'])
      await found(name).locator('tbody tr').first().waitFor()
    const claims = Number(await found('Claims').locator('.found-count').textContent())
    expect(await found('Actors').getByRole('link', { name: 'Anton Veresk' }).getAttribute('href')).toBe(
      '/actors/anton%20veresk',
    )

    await found('Claims').getByRole('link', { name: 'all claims' }).click()
    await page.waitForURL('**/claims?q=*')
    // The page that is left has counts of claims too.
    await page.locator('.filter-row strong', { hasText: /^\d+ claims$/ }).waitFor()
    expect(await total()).toBe(claims)
  })

  test('what of a query is not understood is said, and the rest is searched for', async () => {
    await page.goto(`${url}/search?q=amnesty+kind%3Arumour+after%3Ayesterday`)
    await page.locator('.query-problems p').nth(1).waitFor()
    expect(await page.locator('.query-problems').textContent()).toContain('yesterday is no day')
    expect(await field().inputValue()).toBe('amnesty kind:rumour after:yesterday')
    await page.locator('.found tbody tr').first().waitFor()
  })

  test('a search is saved, found again, made a situation of, and removed', async () => {
    await page.goto(`${url}/search?q=amnesty`)
    await page.getByRole('button', { name: 'Save this search' }).click()
    await page.getByRole('textbox', { name: 'Name of the search' }).fill('The amnesty')
    await page.keyboard.press('Enter')
    await page.getByText('saved as “The amnesty”').waitFor()
    const toSituation = page.getByRole('link', { name: 'Make a situation of this' })
    expect(await toSituation.getAttribute('href')).toBe('/situations/new?q=amnesty')

    await page.goto(`${url}/search`)
    await page.getByRole('link', { name: 'The amnesty' }).click()
    await page.waitForURL('**/search?q=amnesty')
    await page.locator('.found tbody tr').first().waitFor()
    await page.getByRole('button', { name: 'Remove the saved search “The amnesty”' }).click()
    await page.getByText('None yet.').waitFor()
  })

  test('nothing is wider than a narrow screen', async () => {
    await page.setViewportSize({ width: 320, height: 800 })
    for (const path of ['/claims', '/claims?group=source', '/search?q=amnesty', '/search']) {
      await page.goto(`${url}${path}`)
      await page.locator('.claim-table, .claim-group, .found, .query-help').first().waitFor()
      await page.waitForLoadState('networkidle')
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBe(320)
    }
    await page.goto(`${url}/claims`)
    await page.locator('summary', { hasText: 'Actor' }).click()
    await page.locator('.facet-choice li').first().waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
  })
})

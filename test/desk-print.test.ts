import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { describeDesk } from './open-desk.fixture.ts'

describeDesk('the desk on paper', 'example', (desk) => {
  let page: Page
  beforeEach(async () => {
    ;({ page } = desk)
    await page.emulateMedia({ media: 'print' })
  })
  const print = () => page.evaluate("dispatchEvent(new Event('beforeprint'))")
  const claims = async () =>
    (await (await fetch(`${desk.url}/api/claims?disputed=true`)).json()) as { claims: { id: string }[] }

  test('every claim that is loaded is printed in columns, and the keys go on after it', async () => {
    await page.goto(`${desk.url}/claims`)
    const rows = page.locator('.claim-table tbody[data-index]')
    await rows.first().waitFor()
    await page.getByText(/^\d+ claims$/).waitFor({ state: 'attached' })
    const all = parseInt((await page.locator('.filter-row strong').textContent()) ?? '', 10)
    expect(await rows.count()).toBeLessThan(all)
    await print()
    expect(await rows.count()).toBe(all)
    // All are there: nothing is said of a rest.
    expect(await page.locator('.claim-table-note').textContent()).toBe('')
    // A4 without its margins, in CSS pixels: nothing folds, nothing is cut.
    await page.setViewportSize({ width: 688, height: 1000 })
    expect(await page.evaluate("getComputedStyle(document.querySelector('.claim-table tr')).display")).toBe(
      'table-row',
    )
    const overlap = `[...document.querySelectorAll('.claim-words a')].some((words) =>
      words.getBoundingClientRect().right > words.closest('tr').querySelector('.source').getBoundingClientRect().left)`
    expect(await page.evaluate(overlap)).toBe(false)
    await page.evaluate("dispatchEvent(new Event('afterprint'))")
    await expect.poll(() => rows.count()).toBeLessThan(all)
  })

  test('the words that a claim rests on are printed with their whole address', async () => {
    const id = (await claims()).claims[0]?.id
    await page.goto(`${desk.url}/claims/${id}`)
    await page.locator('.report-list a[href^="/articles/"]').first().waitFor()
    const printed = await page.evaluate<string>(
      `getComputedStyle(document.querySelector('.report-list a[href^="/articles/"]'), '::after').content`,
    )
    expect(printed).toContain(`${desk.url}`)
    // A letter that nobody gave is not printed as one.
    expect(await page.locator('.letter-table').isVisible()).toBe(false)
  })
})

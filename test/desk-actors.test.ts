import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { describeDesk } from './open-desk.fixture.ts'

describeDesk('actors and outlets, in the desk', 'example', (desk) => {
  let url: string
  let page: Page
  beforeEach(() => {
    ;({ page, url } = desk)
  })

  const isNarrowEnough = async () => {
    await page.setViewportSize({ width: 320, height: 800 })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
  }
  const names = () => page.locator('tbody th a').allTextContents()

  test('a name is found by a part of it; the address keeps what was chosen', async () => {
    await page.goto(`${url}/actors`)
    await page.getByRole('searchbox').fill('arce')
    await page.waitForURL(/words=arce/)
    await page.getByRole('link', { name: 'Anton Veresk' }).waitFor({ state: 'detached' })
    expect(await names()).toEqual(['Tomás Arce'])
    await page.goto(`${url}/actors?kind=country`)
    await page.getByRole('link', { name: 'San Telmo' }).waitFor()
    await page.getByLabel('Kind').selectOption('person')
    await page.getByRole('link', { name: 'Anton Veresk' }).waitFor()
    expect(await names()).not.toContain('San Telmo')
    await page.getByLabel('Order').selectOption('statements')
    await page.waitForURL(/order=statements/)
    await page.reload()
    await page.getByRole('link', { name: 'Tomás Arce' }).waitFor()
    const statements = await page.locator('tbody tr td:nth-of-type(4)').allTextContents()
    const counts = statements.map((count) => Number(count.replace('—', '0')))
    expect(counts).toEqual([...counts].sort((a, b) => b - a))
    expect(counts[0]).toBeGreaterThan(0)
  })

  test('by the keys alone from the list to an actor, and from a statement to its words in the article', async () => {
    await page.goto(`${url}/actors?words=veresk`)
    await page.getByRole('link', { name: 'Anton Veresk' }).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Anton Veresk', level: 1 }).waitFor()
    const line = page.locator('.line-list li').first()
    await line.waitFor()
    const words = await line.locator('mark').textContent()
    await line.getByRole('link', { name: 'Words in the article' }).click()
    await page.waitForURL(/\/articles\/[0-9a-f]{32}#s\d+/)
    await page.locator('.article-text').waitFor()
    expect((await page.locator('.article-text').textContent())?.replace(/\s+/g, ' ')).toContain(
      words?.replace(/\s+/g, ' '),
    )
  })

  test('denials, silence and events are told apart; a relation leads to its events, a role to its days', async () => {
    await page.goto(`${url}/actors/anton%20veresk`)
    await page.locator('.line-list li').first().waitFor()
    const roles = await page.locator('.role-list').first().textContent()
    expect(roles).toMatch(/Morvenian President .*2025.* outlet/)
    expect(await page.locator('.statement-chart svg').getAttribute('aria-label')).toMatch(
      /^\d+ statements by the day/,
    )
    const tab = (name: string) => page.getByRole('navigation', { name: 'Show' }).getByRole('link', { name })
    await tab('Not answered').click()
    await page.waitForURL(/show=unanswered/)
    await page.locator('.line-list .modality-no-comment').first().waitFor()
    expect(await page.locator('.line-list li').count()).toBe(
      Number((await tab('Not answered').textContent())?.match(/\d+/)?.[0]),
    )
    const relation = page.locator('.relations tbody tr', { hasText: 'Lucía Ferrán' })
    await relation.getByRole('link', { name: 'CONSULT' }).click()
    await page.getByText('with Lucía Ferrán of type CONSULT').waitFor()
    await page.locator('.line-list', { hasText: 'Anton Veresk CONSULT Lucía Ferrán' }).waitFor()
    expect(await page.locator('.line-list li').count()).toBeGreaterThanOrEqual(1)
    expect(await page.locator('.line-list').textContent()).not.toContain('AGREE')
    await page.getByRole('button', { name: 'all events' }).click()
    await page.locator('.line-list', { hasText: 'AGREE' }).waitFor()
    await isNarrowEnough()
  })

  test('the wire was first and was copied; the paper copied it; what is in no table is not said to be no', async () => {
    await page.goto(`${url}/outlets`)
    const row = page.locator('.outlet-table tbody tr', { hasText: 'Meridian Press' })
    await row.waitFor()
    expect(await row.textContent()).toContain('not in the table')
    const paper = page.locator('.outlet-table tbody tr', { hasText: 'Northgate Courier' })
    expect(await paper.locator('[data-words^="first"]').textContent()).toBe('0%')
    expect(await paper.locator('[data-words="1 copy"]').count()).toBe(1)
    expect(await row.locator('[data-words="2 copied"]').count()).toBe(1)
    await row.getByRole('link').first().click()
    await page.getByRole('heading', { name: 'Meridian Press', level: 1 }).waitFor()
    await page
      .locator('section', { hasText: 'Who copies it' })
      .getByRole('link', { name: 'Northgate Courier' })
      .waitFor()
    await page.getByRole('link', { name: 'Show all articles' }).click()
    await page.waitForURL(/outlet=meridian/)
    await page.locator('.article-table tbody tr').nth(1).waitFor()
    expect(await page.locator('.article-table tbody tr').count()).toBe(2)
    await page.goto(`${url}/outlets/mta`)
    await page.locator('.change-card').waitFor()
    await isNarrowEnough()
    await page.goto(`${url}/outlets`)
    await row.waitFor()
    await isNarrowEnough()
  })

  test('nobody of this name is said so', async () => {
    await page.goto(`${url}/actors/nobody%20at%20all`)
    await page.getByText('Nobody in the ledger is named “nobody at all”').waitFor()
    // The browser itself logs every answer that refuses.
    desk.troubles.splice(0, 1, ...desk.troubles.slice(0, 1).filter((trouble) => !trouble.includes('404')))
  })
})

import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { claimPageSchema } from '../src/http/claims.ts'
import { storyPageSchema } from '../src/http/stories.ts'
import { describeDesk } from './open-desk.fixture.ts'

describeDesk('a story, in the desk', 'example', (desk) => {
  let page: Page
  let storyId: string
  const get = async (path: string) => (await fetch(desk.url + path)).json()
  beforeAll(async () => {
    const { stories } = storyPageSchema.parse(await get('/api/stories?order=told-most&limit=1'))
    storyId = stories[0]?.id ?? ''
  })
  beforeEach(async () => {
    ;({ page } = desk)
    await page.goto(`${desk.url}/stories/${storyId}`)
    await page.locator('.short-list').first().waitFor()
  })

  const card = (outlet: string) =>
    page.locator('.story-articles > li', { has: page.getByRole('heading', { name: outlet, exact: true }) })
  const list = (outlet: string, heading: string) => card(outlet).getByRole('region', { name: heading })

  test('outlets stand side by side: what each alone has, what it lacks, its loaded words; copies have no card', async () => {
    expect(await card('Meridian Press').locator('.copy').count()).toBe(2)
    expect(await card('The Harbour Ledger').count()).toBe(0)
    const own = list('Meridian Press', 'Only here')
    expect(await own.getByRole('listitem').count()).toBe(4)
    await own
      .getByText(/copied by .*The Harbour Ledger/)
      .first()
      .waitFor()
    await own.getByRole('button', { name: /^Show all/ }).click()
    expect(await own.getByRole('listitem').count()).toBeGreaterThan(4)
    expect(await list('MTA', 'Not here').textContent()).toMatch(/told by .*The Wexford Examiner/)

    const loaded = list('Sentinel Brief', 'Loaded words')
    const strongman = loaded.getByRole('listitem').filter({ hasText: 'strongman' })
    expect(await strongman.textContent()).toMatch(/attributed to nobody.*plainer: leader/)
    await strongman.getByRole('link').click()
    await page.waitForURL('**/articles/*?words=*')
    expect(await page.locator('.article-text .mark-words').first().textContent()).toContain('strongman')
  })

  test('on paper it is dark on white, whole, without what is for the hand, and says where it comes from', async () => {
    await page.evaluate("document.documentElement.dataset.theme = 'dark'")
    await page.emulateMedia({ media: 'print' })
    await page.evaluate("dispatchEvent(new Event('beforeprint'))")
    const style = 'getComputedStyle(document.documentElement)'
    const colours = await page.evaluate(`[${style}.backgroundColor, ${style}.color]`)
    expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(27, 27, 29)'])
    const own = list('Meridian Press', 'Only here')
    expect(await own.getByRole('listitem').count()).toBeGreaterThan(4)
    expect(await page.getByRole('button').count()).toBe(0)
    expect(await page.getByRole('navigation').count()).toBe(0)
    expect(await page.locator('.printed-from').textContent()).toContain(`/stories/${storyId}, printed `)
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000)
  })

  test('what somebody judges elsewhere stands on an open page at once', async () => {
    const { claims } = claimPageSchema.parse(await get('/api/claims?limit=1'))
    const id = claims[0]?.id
    await page.goto(`${desk.url}/claims/${id}`)
    await page.locator('.claim-review').waitFor()
    const answer = await fetch(`${desk.url}/api/reviews`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'note', claim: id, words: 'Rang the ministry of Morvenia.' }),
    })
    expect(answer.status).toBe(201)
    await page.getByText('Rang the ministry of Morvenia.').waitFor()
  })
})

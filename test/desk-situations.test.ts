import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { describeDesk } from './open-desk.fixture.ts'

const around = {
  'Coastal Courier':
    'Rain fell on the roofs of the town from noon on, and the trams stood still below the post office until six.',
  'Night Gazette':
    'A choir of miners sang before the theatre; its conductor had forgotten his hat and went back for it twice.',
} as const

const page = (outlet: keyof typeof around, day: number, sentences: readonly string[]) => ({
  name: `${outlet}.html`,
  mimeType: 'text/html',
  buffer: Buffer.from(`<!doctype html><html lang="en"><head><title>Harbour of Selgrad (${outlet})</title>
<meta property="og:site_name" content="${outlet}"><meta property="article:published_time" content="2026-03-0${day}T07:00:00Z"></head>
<body><article><h1>Harbour of Selgrad (${outlet})</h1>${[...sentences, around[outlet]].map((words) => `<p>${words}</p>`).join('')}</article></body></html>`),
})
const brandt = 'Ilse Brandt said on Friday that the harbour of Selgrad had been closed by the navy of Aldany.'
const arce =
  'Then the mayor, Tomás Arce, told reporters that the harbour of Selgrad had been closed by the navy of Aldany.'

describeDesk('situations, in the desk', 'empty', (desk) => {
  let tab: Page
  beforeAll(async () => {
    await send(page('Coastal Courier', 2, [brandt]))
  })
  beforeEach(async () => {
    ;({ page: tab } = desk)
    await tab.goto(`${desk.url}/situations`)
  })

  async function send({ name, mimeType, buffer }: ReturnType<typeof page>) {
    const answer = await fetch(`${desk.url}/api/documents?where=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { 'content-type': mimeType },
      body: new Uint8Array(buffer),
    })
    expect(answer.ok, await answer.text()).toBe(true)
  }

  test('a situation is made beside what it would have caught; what comes later is told, and marked as seen', async () => {
    await tab.getByRole('link', { name: 'Make the first one' }).click()
    await tab.getByText('what the ledger has of it stands here').waitFor()
    await tab.getByRole('textbox', { name: 'Name' }).fill('The harbour')
    await tab.getByRole('combobox', { name: 'Actors' }).fill('brandt')
    await tab.keyboard.press('Enter')
    const preview = tab.locator('.situation-preview')
    await preview.getByText(/^1 claim · 1 article · 1 outlet/).waitFor()
    expect(await preview.locator('.match-reasons').textContent()).toBe('actor Ilse Brandt')
    expect(await preview.getByRole('img').getAttribute('aria-label')).toMatch(
      /: 1 in words of their own, 0 copies; most on .*: 1$/,
    )
    await tab.getByRole('button', { name: 'Take out brandt' }).click()
    await tab.getByRole('textbox', { name: 'Words' }).fill('harbour')
    await preview.locator('.match-reasons', { hasText: 'words harbour' }).waitFor()
    await tab.getByRole('button', { name: 'Follow' }).click()
    await tab.getByRole('heading', { name: 'The harbour' }).waitFor()
    await tab.getByText('Nothing came that changes anything.').waitFor()
    // What the ledger held before is told when it is asked for, and the address holds since when.
    await tab.getByRole('combobox', { name: 'since' }).selectOption('the beginning')
    await tab.waitForURL('**?since=ever')
    await tab.locator('.news-group', { hasText: 'New claims' }).getByText('Ilse Brandt').first().waitFor()
    await tab.getByRole('combobox', { name: 'since' }).selectOption('a day')
    await tab.waitForURL(/\?since=\d{4}-\d\d-\d\d$/)
    await tab.getByLabel('Day since when').fill('2026-03-01')
    await tab.waitForURL('**?since=2026-03-01')
    await tab.reload()
    await tab.locator('.news-group', { hasText: 'New claims' }).getByText('Ilse Brandt').first().waitFor()
    await tab.getByRole('combobox', { name: 'since' }).selectOption('the last visit')
    await tab.getByText('Nothing came that changes anything.').waitFor()

    await send(page('Night Gazette', 4, [arce]))
    await tab.reload()
    const group = tab.locator('.news-group', { hasText: 'Another independent origin' })
    await group.getByText(/Tomás Arce, beside Ilse Brandt/).waitFor()
    await group.getByRole('link', { name: 'to the words' }).click()
    await tab.waitForURL(/\/articles\/.*#s1$/)

    await tab.goto(`${desk.url}/situations`)
    const row = tab.locator('.situation-table tbody tr')
    expect(await row.locator('.some-new').textContent()).toBe('1')
    await row.getByRole('link', { name: 'The harbour' }).click()
    await tab.getByRole('button', { name: 'Mark as seen' }).click()
    await tab.getByText('Nothing came that changes anything.').waitFor()
    await tab.goto(`${desk.url}/situations`)
    await row.first().waitFor()
    expect(await row.locator('.some-new').count()).toBe(0)
  })

  test('who tells which claim is walked by keys; its ledger is searched; it is renamed and removed', async () => {
    await tab.getByRole('link', { name: 'The harbour' }).click()
    const views = tab.locator('.situation-views')
    await views.getByRole('link', { name: 'Outlets' }).click()
    const cells = tab.locator('.matrix-table td a')
    await cells.first().focus()
    expect(await cells.first().getAttribute('aria-label')).toMatch(/^Coastal Courier: .*, was first/)
    await tab.keyboard.press('ArrowRight')
    expect(await tab.evaluate('document.activeElement.getAttribute("aria-label")')).toMatch(/^Night Gazette:/)
    await tab.setViewportSize({ width: 320, height: 800 })
    expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(320)
    await tab.setViewportSize({ width: 1440, height: 900 })

    await views.getByRole('link', { name: 'Claims' }).click()
    await tab.getByText('the harbour of Selgrad had been closed').first().waitFor()
    expect(new URL(tab.url()).search).toBe('?view=claims')

    await tab.getByRole('link', { name: 'Change', exact: true }).click()
    await tab.getByRole('textbox', { name: 'Name' }).fill('The closed harbour')
    await tab.getByRole('button', { name: 'Save' }).click()
    await tab.getByRole('heading', { name: 'The closed harbour' }).waitFor()
    await tab.getByRole('button', { name: 'Remove' }).click()
    await tab.locator('.remove-dialog').getByRole('button', { name: 'Remove' }).click()
    await tab.getByText('Nothing is followed yet').waitFor()
  })

  test('a search becomes a situation: what it asks stands in the fields, what is no field at the end', async () => {
    await tab.goto(
      `${desk.url}/situations/new?q=${encodeURIComponent('harbour says:"Ilse Brandt" origins>=1')}`,
    )
    await tab.getByRole('button', { name: 'Take out Ilse Brandt' }).waitFor()
    expect(await tab.getByRole('textbox', { name: 'Words' }).inputValue()).toBe('harbour')
    await tab.getByText('And 1 origin or more').waitFor()
    await tab
      .locator('.situation-preview')
      .getByText(/^1 claim/)
      .waitFor()
  })
})

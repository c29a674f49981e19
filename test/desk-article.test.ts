import type { Page } from 'playwright-core'
import { beforeEach, expect, test, vi } from 'vitest'
import { describeDesk } from './open-desk.fixture.ts'

describeDesk('an article, in the desk', 'example', (desk) => {
  let url: string
  let page: Page
  let id: string
  beforeEach(async () => {
    ;({ page, url } = desk)
    id = await findArticle('The Wexford Examiner')
  })

  const ask = async <Answer>(path: string) => (await (await fetch(`${url}/api/${path}`)).json()) as Answer
  const findArticle = async (outlet: string): Promise<string> => {
    const { articles } = await ask<{ articles: { id: string; outlet: string }[] }>('articles')
    return articles.find((article) => article.outlet === outlet)?.id ?? ''
  }
  const waitToHear = (words: string) =>
    page.locator('#announcement').getByText(words, { exact: true }).waitFor({ state: 'attached' })
  const focused = () => page.evaluate<string>('document.activeElement.textContent')
  const copied = () => page.evaluate<string>('navigator.clipboard.readText()')
  const allowClipboard = () => page.context().grantPermissions(['clipboard-read', 'clipboard-write'])

  test('n and p walk from mark to mark of the layers that are on, and open what they come to', async () => {
    await page.goto(`${url}/articles/${id}?hide=source.content.event.mention.time.loaded`)
    await page.locator('.article-text').waitFor()
    const { reading } = await ask<{ reading: { statements: { cue: { start: number } }[] } }>(`articles/${id}`)
    await page.keyboard.press('n')
    await page.waitForURL(/#s1$/)
    await page.getByRole('note').waitFor()
    await waitToHear(`cue of s1, 1 of ${reading.statements.length}`)
    const first = await focused()
    await page.keyboard.press('n')
    await page.waitForURL(/#s2$/)
    await page.locator('.mark-walked').first().waitFor()
    expect(await page.locator('.mark-walked').allTextContents()).toEqual([await focused()])
    await page.keyboard.press('p')
    await page.waitForURL(/#s1$/)
    expect(await focused()).toBe(first)
    await page.keyboard.press('p')
    await waitToHear('No further mark in the text.')
    for (let i = 1; i < reading.statements.length; i++) await page.keyboard.press('n')
    await page.waitForURL(new RegExp(`#s${reading.statements.length}$`))
    const { top, bottom } = await page.evaluate<{ top: number; bottom: number }>(
      'document.activeElement.getBoundingClientRect().toJSON()',
    )
    expect(top).toBeGreaterThan(40)
    expect(bottom).toBeLessThan(900)
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByText('Next, previous mark in the text').waitFor()
  })

  test('with every layer on, each step comes to a further place, and says all that begins there', async () => {
    await page.goto(`${url}/articles/${id}`)
    await page.locator('.article-text').waitFor()
    const places: number[] = []
    for (let step = 1; step <= 12; step++) {
      await page.keyboard.press('n')
      await page
        .locator('#announcement', { hasText: new RegExp(`, ${step} of \\d+$`) })
        .waitFor({ state: 'attached' })
      places.push(await page.evaluate<number>('Number(document.activeElement.dataset.start)'))
    }
    expect(places).toEqual([...new Set(places)].sort((a, b) => a - b))
  })

  test('the walk opens the sentence that it comes to, where sentences are shown', async () => {
    await page.goto(`${url}/articles/${id}?sentence=1&hide=source.content.event.mention.time.loaded`)
    const heading = page.locator('.sentence-panel h2')
    await heading.waitFor()
    const { reading } = await ask<{ reading: { statements: { sentence: number }[] } }>(`articles/${id}`)
    for (const { sentence } of reading.statements.slice(0, 3)) {
      await page.keyboard.press('n')
      await page.waitForURL(new RegExp(`sentence=${sentence + 1}(&|$)`))
    }
    await page.locator('.mark-walked', { hasText: await focused() }).waitFor()
  })

  test('the words of events are marked, lead to their rows, and can be switched off', async () => {
    await page.goto(`${url}/articles/${id}`)
    const event = page.locator('.article-text .mark-event').first()
    await event.waitFor()
    const line = "getComputedStyle(document.querySelector('.article-text .mark-event')).boxShadow"
    expect(await page.evaluate(line)).toContain('inset')
    await event.click()
    await page.waitForURL(/#e\d+$/)
    await page.locator('.annotation-row.current .event-type').waitFor()
    await page.goto(`${url}/articles/${id}`)
    await event.waitFor()
    await page.getByRole('switch', { name: 'Events' }).click()
    await page.waitForURL(/hide=event/)
    await page.waitForFunction(`${line} === 'none'`)
  })

  test('y copies a citation of what is chosen, says so, and offers it to reference managers', async () => {
    await allowClipboard()
    await page.goto(`${url}/articles/${id}#s2`)
    const row = page.locator('.annotation-row.current')
    await row.waitFor()
    await page.keyboard.press('y')
    await row.getByRole('link', { name: 'CSL-JSON' }).waitFor()
    await waitToHear('Citation copied')
    const cited = await copied()
    const words = (await page.locator('.article-text #s2').textContent()) ?? ''
    expect(cited).toContain(words)
    expect(cited).toMatch(new RegExp(`The Wexford Examiner, .*, Hearsay ${id}#char=\\d+,\\d+, collected `))
    const csl = (await (
      await fetch(String(await row.getByRole('link', { name: 'CSL-JSON' }).getAttribute('href')))
    ).json()) as { 'container-title': string }[]
    expect(csl[0]?.['container-title']).toBe('The Wexford Examiner')
    await page.goto(`${url}/articles/${id}?sentence=7`)
    await page.getByRole('button', { name: 'Copy citation of the sentence' }).click()
    await page.getByRole('button', { name: 'Citation of the sentence copied' }).waitFor()
    expect(await copied()).not.toBe(cited)
  })

  test('where the browser has no clipboard the citation is there to be copied by hand', async () => {
    await page.addInitScript("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    await page.goto(`${url}/articles/${id}`)
    await page.getByRole('button', { name: 'Copy citation of the article' }).click()
    await page.getByText('The browser lets this page use no clipboard').waitFor()
    expect(await page.locator('.citation-closed textarea').inputValue()).toContain(`Hearsay ${id}, collected`)
    expect(await page.evaluate('document.getSelection().toString()')).toContain('The Wexford Examiner')
  })

  test('a claim leads to who says it and to who prints it; each report can be cited', async () => {
    await allowClipboard()
    const { claims } = await ask<{ claims: { id: string; sourceEntity: string | null }[] }>(
      'claims?q=says:arce',
    )
    const claim = claims.find(({ sourceEntity }) => sourceEntity === 'Tomás Arce')
    await page.goto(`${url}/claims/${claim?.id}`)
    const report = page.locator('.report-list > li').first()
    const outlet = (await report.locator('.report-outlet a').textContent()) ?? ''
    await report.locator('.passage a', { hasText: 'Words in the article' }).first().focus()
    await page.keyboard.press('y')
    await report.getByRole('link', { name: 'CSL-JSON' }).waitFor()
    expect(await copied()).toContain(`${outlet}, `)
    await page.locator('.claim-head .name-link').first().click()
    await page.getByRole('heading', { level: 1, name: 'Tomás Arce' }).waitFor()
    await page.goBack()
    await report.locator('.report-outlet a').click()
    await page.getByRole('heading', { level: 1, name: outlet }).waitFor()
    await page.goto(`${url}/articles/${id}`)
    await page.locator('.annotation-row .name-link', { hasText: 'Veresk' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Veresk' }).waitFor()
  })

  test('two versions stand side by side, what is the same is folded; the address says so', async () => {
    await page.goto(`${url}/articles/${await findArticle('MTA')}`)
    await page.goto(`${url}/changes`)
    await page.getByRole('link', { name: 'side by side' }).first().click()
    await page.waitForURL(/compare=side/)
    const changed = page.locator('.version-table tr', { has: page.locator('del') }).first()
    await changed.waitFor()
    const left = await changed.locator('td').nth(0).boundingBox()
    const right = await changed.locator('td').nth(1).boundingBox()
    expect(left?.y).toBe(right?.y)
    expect(await changed.locator('td').nth(0).locator('ins').count()).toBe(0)
    const folded = page.locator('.version-same').first()
    expect(await folded.locator('p').isVisible()).toBe(false)
    await folded.locator('summary').click()
    expect(await folded.locator('p').isVisible()).toBe(true)
    await page.setViewportSize({ width: 390, height: 800 })
    const [before, after] = [
      await changed.locator('td').nth(0).boundingBox(),
      await changed.locator('td').nth(1).boundingBox(),
    ]
    expect(before?.x).toBe(after?.x)
    await page.getByRole('link', { name: 'Inline' }).click()
    await page.waitForURL(/compare=inline/)
    await page.locator('.sentence-changes').first().waitFor()
    await page.setViewportSize({ width: 320, height: 800 })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
  })

  test('a statement is judged from its card; an event’s day is corrected in its row', async () => {
    await page.goto(`${url}/articles/${id}`)
    await page.locator('.article-text #s3').click()
    const card = page.getByRole('note')
    await card.getByRole('button', { name: 'Accept s3' }).click()
    await card.getByText('accepted').waitFor()
    await page.locator('#row-s3').locator('..').getByText('accepted').waitFor()
    // On a slow machine the pointer may take so long from the words to the card that it closes.
    await vi.waitFor(async () => {
      if (!(await card.isVisible())) await page.locator('.article-text #s3').click()
      await card.getByRole('button', { name: 'Correct s3' }).click({ timeout: 2000 })
    }, 30_000)
    await page.locator('.annotation-row.current').getByRole('form').waitFor()
    await page.goto(`${url}/articles/${id}#e1`)
    const event = page.locator('.annotation-row', { has: page.locator('#row-e1') })
    await event.getByRole('button', { name: 'Correct e1' }).click()
    await event.getByLabel('First day').fill('2025-11-07')
    await event.getByLabel('Last day').fill('2025-11-05')
    expect(await event.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true)
    await event.getByLabel('Last day').fill('2025-11-09')
    await event.getByRole('button', { name: 'Save' }).click()
    await event.getByText('2025-11-07 – 2025-11-09').waitFor()
  })
})

import type { Page } from 'playwright-core'
import { beforeEach, expect, test, vi } from 'vitest'
import { describeDesk } from './open-desk.fixture.ts'

const page = (paper: string, more = '') => `<!doctype html><html lang="en"><head>
<meta property="og:site_name" content="${paper}"><meta property="article:published_time" content="2026-03-05T09:00:00Z">
<title>Selgrad and Morvenia talk again</title></head><body><article><h1>Selgrad and Morvenia talk again</h1>
<p>President Tomás Arce met Prime Minister Petra Lindqvist in Selgrad on Wednesday, the first time in two years.</p>
<p>“We will open the harbour before the winter,” Lindqvist said. Arce denied that the army had bombed the lighthouse of Veresk.</p>
<p>Officials of both countries said that grain and timber would go through the strait from Monday on.</p>
</article>${more}</body></html>`

/** Where the middle of her name is on the screen, in the first paragraph. */
const findLindqvist = `(() => {
  const walker = document.createTreeWalker(document.querySelector('.article-text p'), NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const at = walker.currentNode.textContent.indexOf('Lindqvist')
    if (at === -1) continue
    const range = document.createRange()
    range.setStart(walker.currentNode, at)
    range.setEnd(walker.currentNode, at + 9)
    const { left, top, width, height } = range.getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2 }
  }
})()`

describeDesk('what an analyst says of what was read', 'empty', (desk) => {
  let url: string
  let tab: Page
  const send = async (html: string, where: string) => {
    const answer = await fetch(`${url}/api/documents?where=${encodeURIComponent(where)}`, {
      method: 'POST',
      body: html,
      headers: { 'content-type': 'text/html' },
    })
    return (await answer.json()) as { articleId: string; outcome: string }
  }
  beforeEach(() => {
    ;({ page: tab, url } = desk)
  })

  const row = (address: string) => tab.locator('li.annotation-row', { has: tab.locator(`#row-${address}`) })
  const undoAll = async () => {
    const { acts } = (await (await fetch(`${url}/api/reviews`)).json()) as {
      acts: { act: { id: string; kind: string }; undoneBy: string | null }[]
    }
    for (const { act, undoneBy } of acts)
      if (act.kind !== 'undo' && undoneBy === null)
        await fetch(`${url}/api/reviews`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ kind: 'undo', act: act.id }),
        })
  }

  test('an event is corrected and stays corrected when its page is read again, in other bytes too', async () => {
    const { articleId } = await send(page('The Harbour Ledger'), 'https://ledger.example/talks')
    await tab.goto(`${url}/articles/${articleId}#e1`)
    const event = row('e1')
    await event.waitFor()
    expect(await event.locator('.event-type').textContent()).toContain('CONSULT')
    await tab.keyboard.press('c')
    const form = event.getByRole('form')
    await form.waitFor()
    await form.getByLabel('Type').selectOption('AGREE')
    await form.getByLabel('Modality').selectOption('planned')
    await form.getByLabel('To whom').focus()
    const { x, y } = await tab.evaluate<{ x: number; y: number }>(findLindqvist)
    await tab.mouse.dblclick(x, y)
    expect(await form.getByLabel('To whom').inputValue()).toBe('Lindqvist')
    await form.getByLabel('Where').fill('Selgradd')
    expect(await form.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true)
    await form.getByLabel('Where').fill('Selgrad')
    await form.getByRole('button', { name: 'Save' }).click()
    await event.getByText('corrected').waitFor()

    const expectCorrected = async () => {
      await tab.reload()
      await event.getByText('by local').waitFor()
      expect(await event.locator('.event-type').textContent()).toBe('AGREE')
      expect(await event.locator('.annotation-words').textContent()).toContain('Lindqvist')
      expect(await event.locator('.annotation-notes').first().textContent()).toContain('planned')
    }
    await expectCorrected()
    expect((await send(page('The Harbour Ledger'), 'https://ledger.example/talks')).outcome).toBe('unchanged')
    await expectCorrected()
    // The same words under another paper’s name are another article, read anew.
    const twin = await send(page('The Quay'), 'https://quay.example/talks')
    expect(twin).toMatchObject({ outcome: 'added' })
    expect(twin.articleId).not.toBe(articleId)
    await tab.goto(`${url}/articles/${twin.articleId}#e1`)
    await expectCorrected()

    await event.getByRole('button', { name: /^Undo/ }).click()
    await event.getByText('CONSULT').waitFor()
  })

  test('a statement is rejected with x, and is there again once the log undoes that', async () => {
    await undoAll()
    const { articleId } = await send(page('The Harbour Ledger'), 'https://ledger.example/talks')
    await tab.goto(`${url}/articles/${articleId}`)
    const rows = tab.locator('[id^=row-s]')
    await rows.first().waitFor()
    const before = await rows.count()
    // The rows are seen before the page listens for keys, and what others undid a moment ago has it draw them again.
    await vi.waitFor(async () => {
      await tab.keyboard.press('j')
      await tab.locator('.annotation-row.current').waitFor({ timeout: 1000 })
      const sent = tab.waitForRequest((request) => request.method() === 'POST', { timeout: 3000 })
      await Promise.all([sent, tab.keyboard.press('x')])
    }, 30_000)
    await tab.getByRole('heading', { name: 'Rejected, or no longer found' }).waitFor()
    await vi.waitFor(async () => expect(await rows.count()).toBe(before - 1), 10_000)
    await tab.goto(`${url}/review`)
    const act = tab.locator('.review-table tbody tr').first()
    expect(await act.textContent()).toContain('rejected')
    await act.getByRole('button', { name: 'Undo: rejected' }).click()
    await tab.getByText('(undone)').first().waitFor()
    // The undo says in words what it undid, and leads there.
    const undo = tab.locator('.review-table tbody tr', { hasText: 'undid “rejected” by local' }).first()
    expect(await undo.getByRole('link').last().getAttribute('href')).toContain(
      `/articles/${articleId}?words=`,
    )
    await tab.goto(`${url}/articles/${articleId}`)
    await rows.first().waitFor()
    expect(await rows.count()).toBe(before)
  })

  test('after one’s own act the article is asked for once, and another’s act of meanwhile is seen', async () => {
    await undoAll()
    const { articleId } = await send(page('The Harbour Ledger'), 'https://ledger.example/talks')
    await tab.goto(`${url}/articles/${articleId}`)
    await row('s2').waitFor()
    const { reading } = (await (await fetch(`${url}/api/articles/${articleId}`)).json()) as {
      reading: { statements: { cue: { start: number; end: number } }[] }
    }
    let asked = 0
    let holdBack: Promise<void> = Promise.resolve()
    await tab.route(`**/api/articles/${articleId}`, async (route) => {
      asked += 1
      const held = holdBack
      holdBack = Promise.resolve()
      const answer = await route.fetch()
      await held
      // An answer that is no longer waited for is nobody’s.
      await route.fulfill({ response: answer }).catch(() => {})
    })
    await row('s1').getByRole('button', { name: 'Accept s1' }).click()
    await row('s1').locator('.review-line', { hasText: 'accepted' }).waitFor()
    await tab.waitForTimeout(1000)
    expect(asked).toBe(1)

    // The page’s own asking after an act is answered late, with what was before the other’s act.
    let release = () => {}
    holdBack = new Promise((resolve) => {
      release = resolve
    })
    await row('s1').getByRole('button', { name: /^Undo/ }).click()
    await vi.waitFor(() => expect(asked).toBe(2), 10_000)
    const rows = await tab.locator('[id^=row-s]').count()
    const [{ cue }] = reading.statements.slice(1) as [{ cue: { start: number; end: number } }]
    const others = await fetch(`${url}/api/reviews`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        kind: 'reject',
        article: articleId,
        part: 'statement',
        index: 1,
        span: cue,
        reason: null,
      }),
    })
    expect(others.status).toBe(201)
    release()
    await vi.waitFor(async () => expect(await tab.locator('[id^=row-s]').count()).toBe(rows - 1), 10_000)
  })

  test('a claim is graded, noted, and made one with another that a search finds', async () => {
    await undoAll()
    await send(page('The Harbour Ledger'), 'https://ledger.example/talks')
    await tab.goto(`${url}/claims`)
    await tab.locator('.claim-table a').first().waitFor()
    const { claims } = (await (await fetch(`${url}/api/claims/whole`)).json()) as {
      claims: { id: string; kind: string; proposition: string; reports: unknown[] }[]
    }
    const [one, other] = claims.filter(({ kind }) => kind === 'statement')
    if (!one || !other) throw new Error('the page tells two statements')
    await tab.goto(`${url}/claims/${one.id}`)
    await tab.getByLabel('Grade').selectOption('2')
    await tab.getByText('graded 2').waitFor()
    await tab.getByLabel('Note', { exact: true }).fill('Rang both harbour masters.')
    await tab.getByRole('button', { name: 'Add the note' }).click()
    await tab.locator('.review-line', { hasText: 'Rang both harbour masters.' }).waitFor()
    await tab.getByText('The same as another claim').click()
    await tab.getByLabel('Words of the other claim').fill(other.proposition.split(' ').slice(-3).join(' '))
    await tab.getByRole('button', { name: 'Find' }).click()
    await tab
      .locator('.claim-review li', { hasText: other.proposition })
      .getByRole('button', { name: 'The same' })
      .click()
    await tab.getByText('made one').waitFor()
    const after = (await (await fetch(`${url}/api/claims/whole`)).json()) as typeof claims extends infer _
      ? { claims: { reports: unknown[] }[] }
      : never
    expect(after.claims).toHaveLength(claims.length - 1)
    // Both were said of one claim, and both are still there.
    await tab.locator('.review-line', { hasText: 'graded 2' }).waitFor()
  })
})

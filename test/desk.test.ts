import type { Locator, Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { describeDesk } from './open-desk.fixture.ts'

const attack = `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Mayor &lt;img src=x onerror="window.attacked=1"&gt; resigns</title></head><body><article>
<h1>Mayor &lt;img src=x onerror="window.attacked=1"&gt; resigns</h1>
<p>The mayor of Lindholm said on Monday that he would “&lt;script&gt;window.attacked=2&lt;/script&gt;” resign before the week was over, and that the council knew why.</p>
<p>His deputy, Petra Aalto, told reporters that &lt;b onmouseover="window.attacked=3"&gt;nobody&lt;/b&gt; in the town hall had been surprised by the decision.</p>
</article></body></html>`

describeDesk('the desk', 'example', (desk) => {
  let url: string
  let page: Page
  beforeEach(() => {
    ;({ page, url } = desk)
  })

  const rows = () => page.locator('.article-table tbody tr')
  const openArticle = async (title: string) => {
    await page.goto(`${url}/articles`)
    await page.getByRole('link', { name: title }).click()
    await page.locator('.article-text').waitFor()
  }
  /** In steps: the desk takes a mouse that only appears for one that rests while the page scrolls. */
  const pointAt = async (words: Locator) => {
    await words.scrollIntoViewIfNeeded()
    const { x = 0, y = 0, width = 0, height = 0 } = (await words.boundingBox()) ?? {}
    await page.mouse.move(x + 2, y + 2)
    await page.mouse.move(x + width / 2, y + height / 2, { steps: 3 })
  }
  const focusedId = () => page.evaluate('document.activeElement.id')
  /** The address of the first statement that names its source and has content. */
  const findFullStatement = async (): Promise<string> => {
    const id = new URL(page.url()).pathname.split('/').at(-1)
    const { reading } = (await (await fetch(`${url}/api/articles/${id}`)).json()) as {
      reading: { statements: { source: unknown; content: unknown }[] }
    }
    const ordinal = reading.statements.findIndex(({ source, content }) => source !== null && content !== null)
    expect(ordinal).toBeGreaterThanOrEqual(0)
    return `s${ordinal + 1}`
  }

  test('lists the eleven articles', async () => {
    await page.goto(url)
    await rows().first().waitFor()
    expect(await rows().count()).toBe(11)
    expect(new URL(page.url()).pathname).toBe('/articles')
  })

  test('narrows the list by words, and keeps them in the address', async () => {
    await page.goto(`${url}/articles`)
    await rows().first().waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('invention')
    await page.waitForURL('**/articles?words=invention')
    await page.getByRole('link', { name: /An invention/ }).waitFor()
    await page.waitForFunction('document.querySelectorAll(".article-table tbody tr").length < 11')
    const found = await rows().allTextContents()

    await page.reload()
    await rows().first().waitFor()
    expect(await rows().allTextContents()).toEqual(found)
    expect(await page.getByRole('searchbox').inputValue()).toBe('invention')
  })

  test('opens an article with its marks, and a mark shows who, how, what and how surely', async () => {
    await openArticle('An invention')
    for (const role of ['source', 'cue', 'content', 'mention', 'time'])
      expect(await page.locator(`.article-text .mark-${role}`).count(), role).toBeGreaterThan(0)

    const address = await findFullStatement()
    const card = page.locator('.statement-card')
    const checkCard = async () => {
      await card.waitFor()
      const terms = await card.locator('dt').allTextContents()
      expect(terms.slice(0, 3)).toEqual(['Source', 'Cue', 'Content'])
      for (const words of await card.locator('dd').allTextContents()) expect(words.trim()).not.toBe('')
      expect((await card.locator('.modality').textContent())?.trim()).not.toBe('')
      expect(await card.locator('.annotation-address').textContent()).toBe(address)
    }
    await pointAt(page.locator(`#${address}`))
    await checkCard()
    await page.mouse.move(720, 5, { steps: 3 })
    await card.waitFor({ state: 'detached' })

    await page.locator(`#${address}`).focus()
    await checkCard()
  })

  test('leads from a row to its words and back, by mouse and by keyboard', async () => {
    await openArticle('An invention')
    const address = await findFullStatement()
    const lit = page.locator('.article-text .on-cue')
    await page.locator('.annotation-row', { has: page.locator(`#row-${address}`) }).click()
    await page.waitForURL(`**#${address}`)
    await lit.waitFor()
    expect(await lit.getAttribute('id')).toBe(address)
    expect(await page.locator('.article-text .on-content').count()).toBeGreaterThan(0)

    await page.locator(`#row-${address}`).focus()
    await page.keyboard.press('Enter')
    expect(await focusedId()).toBe(address)
    await page.keyboard.press('Escape')
    expect(await focusedId()).toBe(`row-${address}`)
    expect(await lit.getAttribute('id')).toBe(address)
  })

  const panel = () => page.locator('.sentence-panel')
  const sentenceInAddress = () => new URL(page.url()).searchParams.get('sentence')

  test('shows how a sentence was read: brackets, names, the tree as arcs and as a table, and by what', async () => {
    await openArticle('An invention')
    const address = await findFullStatement()
    await page.locator(`#row-${address}`).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('h')
    await panel().waitFor()
    expect(sentenceInAddress()).toMatch(/^[1-9]\d*$/)
    expect(await page.locator('.view-switch [aria-current="page"]').allTextContents()).toEqual([
      'How this was read',
    ])
    const explained = panel().locator('.explained', {
      has: page.getByRole('link', { name: address, exact: true }),
    })
    for (const name of ['Source', 'Cue', 'Content'])
      expect(await explained.locator('.bracket-name', { hasText: name }).count(), name).toBeGreaterThan(0)
    expect(await explained.locator('.confidence').textContent()).toMatch(
      /probability 0\.\d\d$|by rules alone/,
    )

    const words = panel().locator('.tree tbody th')
    const tokens = await words.count()
    expect(tokens).toBeGreaterThan(5)
    const heads = await panel().locator('.tree tbody td:nth-child(4)').allTextContents()
    expect(heads.filter((head) => head === '(root)')).toHaveLength(1)
    const texts = (await words.allTextContents()).map((word) => word.trim())
    for (const head of heads) if (head !== '(root)') expect(texts).toContain(head)
    expect(await panel().locator('.tree-arcs .arc-group').count()).toBe(tokens - 1)
    expect(await panel().locator('.findings').count()).toBeGreaterThan(0)
    expect(await panel().locator('footer').textContent()).toContain('Read in full mode')

    await page.keyboard.press('Escape')
    await page.locator('.annotation-list').waitFor()
    expect(sentenceInAddress()).toBeNull()
  })

  test('every word of the tree lights its words in the text, by mouse and by keyboard', async () => {
    await openArticle('An invention')
    await page.getByRole('link', { name: 'How this was read' }).click()
    await panel().waitFor()
    const words = panel().locator('.tree tbody th button')
    const lit = async () => (await page.locator('.article-text .mark-words').allTextContents()).join('')
    await words.nth(2).hover()
    expect(await lit()).toBe((await words.nth(2).textContent())?.trim())
    await page.mouse.move(5, 5)
    await words.first().focus()
    await page.keyboard.press('ArrowDown')
    expect(await lit()).toBe((await words.nth(1).textContent())?.trim())
    expect(await panel().locator('.tree .active').count()).toBeGreaterThan(1)
  })

  test('a sentence is chosen by its words, by keys and by the address, which says so when it has none', async () => {
    await openArticle('An invention')
    await page.goto(`${page.url()}?sentence=2`)
    const chosen = page.locator('.article-text .mark-chosen')
    await chosen.first().waitFor()
    const second = (await chosen.allTextContents()).join('')
    await page.keyboard.press('j')
    await page.waitForURL('**?sentence=3')
    await page.keyboard.press('k')
    await page.waitForURL('**?sentence=2')
    expect((await chosen.allTextContents()).join('')).toBe(second)
    await panel().getByRole('button', { name: 'Next sentence' }).click()
    await page.waitForURL('**?sentence=3')
    await page.locator('.article-text .mark-cue').first().click()
    await page.waitForURL('**?sentence=1')

    await page.goto(`${page.url().split('?')[0]}?sentence=999`)
    await page.getByText('There is no sentence 999').waitFor()
    await page.getByRole('link', { name: 'To the first sentence' }).click()
    await panel().locator('.tree').waitFor()
  })

  test('on a narrow screen a sentence’s reading stands over the text and fits its width', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await openArticle('An invention')
    await page.goto(`${page.url()}?sentence=4`)
    await panel().locator('.tree').waitFor()
    const [above, below] = await Promise.all([
      panel().boundingBox(),
      page.locator('.article-text').boundingBox(),
    ])
    expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
  })

  test('shows the reports and outlets of a claim, and leads to the words of each', async () => {
    await page.goto(`${url}/claims`)
    const first = page.locator('.claim-table tbody').first()
    await first.waitFor()
    const [reports = 0, outlets = 0] = (await first.locator('td.number').allTextContents()).map(Number)
    expect(await first.locator('.origin-squares i').count()).toBe(outlets)
    expect(outlets).toBeGreaterThanOrEqual(3)
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    const told = first.locator('.report-list > li')
    await told.first().waitFor()
    await page.keyboard.press(' ')
    await told.first().waitFor({ state: 'detached' })
    await first.getByRole('button', { name: /^Show \d reports of / }).click()
    await told.first().waitFor()
    expect(await told.count()).toBe(reports)
    const names = await told.locator('.report-outlet > :first-child').allTextContents()
    expect(new Set(names).size).toBe(outlets)

    const sentence = (await told.first().locator('blockquote').first().textContent()) ?? ''
    await told.first().getByRole('link', { name: 'Words in the article' }).first().click()
    await page.locator('.article-text').waitFor()
    expect(await page.locator('.article-text').textContent()).toContain(sentence.trim())
    const { hash } = new URL(page.url())
    expect(hash).toMatch(/^#[se]\d+$/)
    await page.locator('.annotation-row.current').waitFor()
    expect(await page.locator('.annotation-row.current .annotation-address').getAttribute('href')).toBe(hash)
    expect(await page.locator('.article-text [class*="on-"]').count()).toBeGreaterThan(0)
  })

  test('a claim shows its origins as trees, each step with the words that prove it, and the denial beside', async () => {
    await page.goto(`${url}/claims?q=is:disputed`)
    await page.locator('.claim-table tbody').first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/claims/*')
    await page.locator('.origin-trees').first().waitFor()
    expect(await page.locator('.claim-counts').textContent()).toMatch(/\d reports?.*outlets?.*origins?/)
    expect(await page.locator('.credibility').textContent()).toContain('not a verdict')
    expect(await page.locator('.sides .side-against').count()).toBeGreaterThan(0)

    await page.locator('.step summary').first().focus()
    await page.keyboard.press('Enter')
    const proof = page.locator('.step .proof').first()
    const words = (await proof.locator('mark').textContent()) ?? ''
    await proof.getByRole('link').click()
    await page.waitForURL('**/articles/*?words=*')
    await page.locator('.article-text .mark-words').first().waitFor()
    expect((await page.locator('.article-text .mark-words').allTextContents()).join('')).toBe(words)
  })

  test('a story folds copies under what they copy, and says which outlet has which claim', async () => {
    await page.goto(`${url}/stories`)
    await page.locator('.story-table').waitFor()
    await page.getByRole('link', { name: /would be welcome/ }).click()
    await page.locator('.matrix').waitFor()
    const copies = page.locator('.story-articles .copy')
    expect(await copies.count()).toBe(2)
    await copies.first().locator('summary').click()
    await copies.first().locator('.differences').waitFor()
    expect(await page.locator('.matrix .cell-copies').count()).toBeGreaterThan(0)
    expect(await page.locator('.story-links tbody tr').count()).toBeGreaterThan(0)

    await copies.first().getByRole('link').click()
    await page.waitForURL('**/articles/*?shared=*')
    await page.locator('.article-text .mark-shared').first().waitFor()
    await page.getByRole('button', { name: 'Unmark the shared words' }).click()
    await page.locator('.article-text .mark-shared').first().waitFor({ state: 'detached' })
  })

  test('changes of pages show what was cut and put in, and are narrowed to the silent ones', async () => {
    await page.goto(`${url}/changes`)
    const cards = page.locator('.change-card')
    await cards.nth(1).waitFor()
    expect(await cards.count()).toBe(2)
    const examiner = cards.filter({ hasText: 'The Wexford Examiner' })
    expect(await examiner.locator('.admitted').textContent()).toContain('An earlier version of this article')
    expect(await examiner.locator('.sentence-changes del').allTextContents()).toContain('Wednesday')
    expect(await examiner.locator('.sentence-changes ins').allTextContents()).toContain('Tuesday')
    await page.getByRole('checkbox', { name: 'silent only' }).check()
    await page.waitForURL('**/changes?silent=true')
    await examiner.waitFor({ state: 'detached' })
    expect(await cards.textContent()).toContain('hedge added')

    await cards.locator('.told-changes a').first().click()
    await page.locator('.article-text .mark-words').first().waitFor()
    await page.locator('.versions summary').click()
    await page.locator('.version-list .change-card').waitFor()
    expect(await page.locator('.versions summary').textContent()).toBe('Version 2 of 2, changed once')
    await page.getByRole('link', { name: 'Version 1 of 2' }).click()
    await page.locator('.superseded').waitFor()
  })

  test('no page is wider than a narrow screen', async () => {
    await page.setViewportSize({ width: 320, height: 800 })
    const { claims } = (await (await fetch(`${url}/api/claims?disputed=true`)).json()) as {
      claims: { id: string }[]
    }
    const { stories } = (await (await fetch(`${url}/api/stories`)).json()) as { stories: { id: string }[] }
    for (const [path, ready] of [
      ['/claims', '.claim-table'],
      [`/claims/${claims[0]?.id}`, '.origin-trees'],
      ['/stories', '.story-table'],
      ['/changes', '.change-card'],
      [`/stories/${stories[0]?.id}`, '.matrix'],
    ] as const) {
      await page.goto(`${url}${path}`)
      await page.locator(ready).first().waitFor()
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBe(320)
    }
  })

  test('says what to do at an address that it does not have', async () => {
    await page.goto(`${url}/nowhere`)
    await page.getByText('Not found').waitFor()
    expect(await page.getByRole('link', { name: 'To the articles' }).count()).toBe(1)
    await page.goto(`${url}/claims/00000000000000000000000000000000`)
    await page.getByText('Claims are grouped anew as reports come in').waitFor()
    await page.getByRole('link', { name: 'Search for its words' }).waitFor()
    await page.getByRole('link', { name: 'All claims' }).click()
    await page.locator('.claim-table').waitFor()
    // The browser itself notes what was not found.
    desk.troubles.splice(0)
  })

  test('the address of a report that was joined with an earlier one leads to the claim that tells both', async () => {
    const { claims } = (await (await fetch(`${url}/api/claims/whole`)).json()) as {
      claims: { id: string; proposition: string; reports: { id: string }[] }[]
    }
    const claim = claims.find(({ reports }) => reports.length > 1)
    await page.goto(`${url}/claims/${claim?.reports[1]?.id}`)
    await page
      .getByRole('heading', { level: 1 })
      .getByText(claim?.proposition ?? '')
      .waitFor()
    await page.getByRole('link', { name: 'The address that it has now' }).click()
    await page.waitForURL(`${url}/claims/${claim?.id}`)
  })

  // Last: it adds a twelfth article.
  test('shows the markup in a page’s words as words', async () => {
    const sent = await fetch(`${url}/api/documents?where=mayor.html&date=2026-03-02`, {
      method: 'POST',
      headers: { 'content-type': 'text/html' },
      body: attack,
    })
    expect(sent.status).toBe(201)
    await openArticle('Mayor')
    expect(await page.locator('h1').textContent()).toContain('<img src=x onerror=')
    expect(await page.title()).toContain('<img')
    expect(await page.locator('.article-text').textContent()).toContain('<script>window.attacked=2</script>')
    await pointAt(page.locator('.article-text .mark-cue').first())
    await page.locator('.statement-card').waitFor()
    await page.getByRole('link', { name: 'Its claims' }).click()
    await page.locator('.claim-table').getByText('window.attacked').first().waitFor()
    expect(await page.evaluate('window.attacked')).toBeUndefined()
    expect(await page.locator('main img, main script, main b').count()).toBe(0)
  })
})

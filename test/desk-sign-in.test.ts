import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lacking } from './find-browser.fixture.ts'
import { type Desk, openDesk } from './open-desk.fixture.ts'
import { makeFolder, runHearsay } from './run-hearsay.fixture.ts'

if (lacking !== null) console.warn(`Signing in at the desk is not tested: ${lacking}.`)

const password = 'four plain words here'

const ferry = `<!doctype html><html lang="en"><head><meta property="og:site_name" content="The Pier">
<meta property="article:published_time" content="2026-03-05T09:00:00Z"><title>The ferry sails again</title></head>
<body><article><h1>The ferry sails again</h1>
<p>Harbour master Ilse Brandt said on Thursday that the ferry to Veresk would sail again from Monday on.</p>
<p>The town council met until late in the evening and heard the owners of the three boats that lie at the quay.</p>
<p>“We have waited for a year,” said Tomás Arce, who sells bread on the boat.</p></article></body></html>`

describe.skipIf(lacking !== null)('a desk with accounts', () => {
  let folder: Awaited<ReturnType<typeof makeFolder>>
  let desk: Desk
  beforeAll(async () => {
    folder = await makeFolder()
    const ledger = join(folder.path, 'ledger')
    for (const [name, role] of [
      ['ada', 'admin'],
      ['rea', 'reader'],
    ] as const) {
      const account = ['accounts', 'add', name, '--role', role, '--ledger', ledger]
      expect((await runHearsay(account, { stdin: `${password}\n` })).status).toBe(0)
    }
    // The last --ledger counts: this one has the accounts.
    desk = await openDesk('empty', '--accounts', '--ledger', ledger)
  }, 60_000)
  afterAll(async () => {
    await desk?.close()
    await folder.remove()
  })

  const signIn = async (page: Page, name: string, tried: string) => {
    await page.getByLabel('Name').fill(name)
    await page.getByLabel('Password').fill(tried)
    await page.getByRole('button', { name: 'Sign in' }).click()
  }

  test('a wrong password is said, the right one leads to the page asked for, the way out leads back', {
    timeout: 60_000,
  }, async () => {
    const { page, troubles } = await desk.openPage()
    await page.goto(`${desk.url}/claims?words=ferry`)
    await page.waitForURL('**/sign-in?next=*')
    await signIn(page, 'ada', 'four other words here')
    await page.getByText('The name or the password is wrong.').waitFor()
    await signIn(page, 'ada', password)
    await page.waitForURL('**/claims?words=ferry')
    await page.goto(`${desk.url}/feeds`)
    await page.getByRole('button', { name: 'Follow' }).waitFor()
    await page.getByRole('button', { name: 'Sign out ada' }).click()
    await page.waitForURL('**/sign-in')
    await page.goto(`${desk.url}/feeds`)
    await page.waitForURL('**/sign-in?next=%2Ffeeds')
    // The browser itself notes every refusal.
    expect(troubles.filter((trouble) => !trouble.includes('401'))).toEqual([])
    await page.context().close()
  })

  test('a reader is offered nothing that only an admin may do, and is led nowhere else', {
    timeout: 60_000,
  }, async () => {
    const { page } = await desk.openPage()
    await page.goto(`${desk.url}/sign-in?next=//evil.example/`)
    await signIn(page, 'rea', password)
    await page.waitForURL(`${desk.url}/articles`)
    await page.getByText('The ledger is empty').waitFor()
    await page.getByRole('button', { name: 'Sign out rea' }).waitFor()
    expect(await page.locator('.drop-zone, .beginnings').count()).toBe(0)
    await page.goto(`${desk.url}/feeds`)
    await page.getByText('Nothing is followed yet').waitFor()
    await page.getByRole('button', { name: 'Sign out rea' }).waitFor()
    expect(await page.locator('.follow-form').count()).toBe(0)
    await page.context().close()
  })

  test('a reader sees what analysts said, and no way to judge, to save or to follow', {
    timeout: 120_000,
  }, async () => {
    const asAda = await desk.openPage()
    await asAda.page.goto(`${desk.url}/sign-in`)
    await signIn(asAda.page, 'ada', password)
    await asAda.page.waitForURL(`${desk.url}/articles`)
    // As ada’s own page would: the desk’s cookie goes along.
    const send = (path: string, type: string, body: string) =>
      asAda.page.evaluate<{ articleId: string }>(
        `fetch(${JSON.stringify(path)}, ${JSON.stringify({ method: 'POST', body, headers: { 'content-type': type } })}).then((answer) => answer.json())`,
      )
    const { articleId } = await send(
      '/api/documents?where=https%3A%2F%2Fpier.example%2Fferry',
      'text/html',
      ferry,
    )
    await asAda.page.goto(`${desk.url}/articles/${articleId}`)
    await asAda.page.getByRole('button', { name: 'Accept s1' }).click()
    await asAda.page.locator('.review-line', { hasText: 'accepted' }).first().waitFor()
    const [{ id }] = await asAda.page.evaluate<[{ id: string }]>(
      `fetch('/api/claims').then((answer) => answer.json()).then(({ claims }) => claims)`,
    )
    await asAda.page.goto(`${desk.url}/claims/${id}`)
    await asAda.page.getByRole('combobox', { name: 'Grade' }).waitFor()

    const { page, troubles } = await desk.openPage()
    await page.goto(`${desk.url}/sign-in`)
    await signIn(page, 'rea', password)
    await page.waitForURL(`${desk.url}/articles`)
    const judging = page.locator('main :is(button, select, textarea, a)', {
      hasText: /^(Accept|Correct|Reject|Undo|Add |Save|Remove|Find$|The same$|Split off|New situation|Make )/,
    })
    for (const [path, shown] of [
      [`/articles/${articleId}`, '.review-line'],
      [`/claims/${id}`, '.claim-review'],
      ['/review', '.review-table'],
      ['/situations', '.no-situations'],
      ['/search?q=ferry', '.found'],
      ['/claims?q=ferry', '.claim-table'],
    ] as const) {
      await page.goto(`${desk.url}${path}`)
      await page.locator(shown).first().waitFor()
      await page.getByRole('button', { name: 'Sign out rea' }).waitFor()
      expect([path, await judging.allTextContents()]).toEqual([path, []])
      expect([path, await page.locator('.claim-review :is(select, textarea)').count()]).toEqual([path, 0])
    }
    await page.goto(`${desk.url}/situations/new`)
    await page.getByText('Situations are made by reviewers and admins').waitFor()
    expect(await page.getByRole('button', { name: 'Follow' }).isDisabled()).toBe(true)
    expect(troubles).toEqual([])
    await page.context().close()
    await asAda.page.context().close()
  })
})

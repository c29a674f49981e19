import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lacking } from './find-browser.fixture.ts'
import { type Desk, openDesk } from './open-desk.fixture.ts'
import { makeFolder, runHearsay } from './run-hearsay.fixture.ts'

if (lacking !== null) console.warn(`Signing in at the desk is not tested: ${lacking}.`)

const password = 'four plain words here'

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
})

import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from 'vitest'
import { copyExampleLedger } from './example-ledger.fixture.ts'
import { executablePath, lacking } from './find-browser.fixture.ts'
import { findServedUrl, makeFolder, runHearsay } from './run-hearsay.fixture.ts'

/** A running Hearsay on a ledger of its own, and a browser on its desk. */
export interface Desk {
  readonly url: string
  /** A page of its own context, and what went wrong on it so far. */
  readonly openPage: () => Promise<{
    readonly page: Page
    /** Refused by the page’s own policy, thrown in it, or asked of somebody else. */
    readonly troubles: string[]
  }>
  readonly close: () => Promise<void>
}

// A busy machine takes its time; what never comes fails all the same.
const timeoutMs = 30_000

/** What a desk begins with: nothing, or the example as `hearsay demo` reads it. */
export type Beginning = 'empty' | 'example'

/**
 * Runs `hearsay serve` on a ledger of its own with the options, and opens a browser. What comes in is read in the fast
 * mode. Must be closed.
 */
export async function openDesk(beginning: Beginning, ...options: readonly string[]): Promise<Desk> {
  const stop = new AbortController()
  const folder = await makeFolder()
  const ledger = join(folder.path, 'ledger')
  if (beginning === 'example') await copyExampleLedger(ledger)
  let serving: Promise<unknown> = Promise.resolve()
  const url = await new Promise<string>((resolve, reject) => {
    const serve = ['serve', '--no-collect', '--mode', 'fast', '--port', '0', '--ledger', ledger]
    const running = runHearsay([...serve, ...options], {
      signal: stop.signal,
      onOut: (out) => {
        const served = findServedUrl(out)
        if (served !== null) resolve(served)
      },
    })
    running.then(({ out, err }) => reject(new Error(`hearsay serve ended:\n${out}${err}`)), reject)
    serving = running
  })
  const browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] })
  return {
    url,
    openPage: async () => {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        reducedMotion: 'reduce',
      })
      context.setDefaultTimeout(timeoutMs)
      const page = await context.newPage()
      const troubles: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text())
      })
      page.on('pageerror', (error) => troubles.push(String(error)))
      page.on('request', (request) => {
        if (!request.url().startsWith(`${url}/`)) troubles.push(`asked ${request.url()}`)
      })
      return { page, troubles }
    },
    close: async () => {
      await browser.close()
      stop.abort()
      await serving
      await folder.remove()
    },
  }
}

/** What each test of the desk starts with. */
export interface DeskTest {
  readonly url: string
  readonly page: Page
  /** What went wrong on the page so far: a test that expects something takes it out. */
  readonly troubles: string[]
}

/**
 * Describes what a user does at a desk of one ledger: a fresh page for each test, on which nothing may go wrong. Skipped, with one line that says why, where no browser is found.
 */
export function describeDesk(name: string, beginning: Beginning, tests: (desk: DeskTest) => void): void {
  if (lacking !== null) console.warn(`${name}: skipped, since ${lacking}.`)
  describe.skipIf(lacking !== null)(name, () => {
    let desk: Desk | undefined
    let opened: Awaited<ReturnType<Desk['openPage']>> | undefined
    const here = <Value>(value: Value | undefined): Value => {
      if (value === undefined) throw new Error('The desk is open while a test runs.')
      return value
    }
    beforeAll(async () => {
      desk = await openDesk(beginning)
    })
    afterAll(() => desk?.close())
    beforeEach(async () => {
      opened = await here(desk).openPage()
    })
    afterEach(async () => {
      const { page, troubles } = here(opened)
      await page.context().close()
      expect(troubles).toEqual([])
    })
    tests({
      get url() {
        return here(desk).url
      },
      get page() {
        return here(opened).page
      },
      get troubles() {
        return here(opened).troubles
      },
    })
  })
}

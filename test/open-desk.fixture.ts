import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { executablePath } from './find-browser.fixture.ts'
import { findServedUrl, makeFolder, runHearsay } from './run-hearsay.fixture.ts'

/** A running Hearsay on a ledger of its own, and a browser on its desk. */
export interface Desk {
  readonly url: string
  /** A page of its own context, and what went wrong on it so far. */
  readonly openPage: (timeoutMs: number) => Promise<{
    readonly page: Page
    /** Refused by the page’s own policy, thrown in it, or asked of somebody else. */
    readonly troubles: string[]
  }>
  readonly close: () => Promise<void>
}

/** Runs `hearsay COMMAND --ledger … --port 0` with the options, and opens a browser. Must be closed. */
export async function openDesk(command: string, ...options: readonly string[]): Promise<Desk> {
  const stop = new AbortController()
  const folder = await makeFolder()
  let serving: Promise<unknown> = Promise.resolve()
  const url = await new Promise<string>((resolve, reject) => {
    const ledger = join(folder.path, 'ledger')
    const running = runHearsay([command, '--ledger', ledger, '--port', '0', ...options], {
      signal: stop.signal,
      onOut: (out) => {
        const served = findServedUrl(out)
        if (served !== null) resolve(served)
      },
    })
    running.then(({ out, err }) => reject(new Error(`hearsay ${command} ended:\n${out}${err}`)), reject)
    serving = running
  })
  const browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] })
  return {
    url,
    openPage: async (timeoutMs) => {
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

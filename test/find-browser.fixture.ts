import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Where Chromium is on this machine; undefined when it is nowhere. */
export const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (path) => path !== undefined && existsSync(path),
)
const isBuilt = existsSync(fileURLToPath(new URL('../dist/web/index.html', import.meta.url)))

/** What the tests of the desk want and this machine has not; null when it has all. */
export const lacking =
  executablePath === undefined ? 'no Chromium (set CHROMIUM)' : isBuilt ? null : 'no built desk'

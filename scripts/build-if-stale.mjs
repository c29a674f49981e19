/**
 * Builds when something that goes into the build is newer than the last one.
 *
 * npm runs `prepare` not only after an install: the first `npx hearsay` in a checkout does too, and a reader
 * should not wait for a build that changes nothing.
 */
import { spawnSync } from 'node:child_process'
import { readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const stamp = 'dist/.built'
const sources = [
  'src',
  'web',
  'scripts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
]

async function newest(path) {
  const found = await stat(path)
  if (!found.isDirectory()) return found.mtimeMs
  const times = await Promise.all((await readdir(path)).map((name) => newest(join(path, name))))
  return Math.max(found.mtimeMs, ...times)
}

const built = await stat(stamp).then(
  ({ mtimeMs }) => mtimeMs,
  () => 0,
)
if (Math.max(...(await Promise.all(sources.map(newest)))) > built) {
  const startedAt = new Date()
  const { status } = spawnSync('npm', ['run', 'build'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exit(status ?? 1)
  await writeFile(stamp, `${startedAt.toISOString()}\n`)
}

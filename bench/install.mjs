import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** `npm ci` of the checked-in tree in an empty folder, its build included: seconds, and MB of `node_modules`. */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-install-'))
  try {
    const files = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
      .stdout.split('\0')
      .filter(Boolean)
    for (const file of files) cpSync(join(root, file), join(folder, file), { recursive: true })
    const before = performance.now()
    const { status, stderr } = spawnSync('npm', ['ci'], { cwd: folder, encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    const seconds = Math.round((performance.now() - before) / 1000)
    const size = (path) =>
      Number(spawnSync('du', ['-sm', path], { cwd: folder, encoding: 'utf8' }).stdout.split('\t')[0])
    console.log(JSON.stringify({ seconds, nodeModulesMb: size('node_modules'), distMb: size('dist') }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const kept = join(root, 'node_modules', '.cache', 'hearsay-tests')

/** Longer than anything here takes to make: whoever began so long ago was killed. */
const patienceMs = 5 * 60_000
const dayMs = 24 * 60 * 60_000

/**
 * Makes a file or a folder that tests begin with, once for all of them, and gives its path; nobody may write in it.
 *
 * It is made again when one of the files that go into it changed. Of files that wait for the same one, each in a process
 * of its own, one makes it.
 *
 * @param sources files and folders, from the project’s folder.
 */
export async function keepMade(
  name: string,
  sources: readonly string[],
  make: (path: string) => Promise<void>,
): Promise<string> {
  const path = join(kept, `${name}-${await digest(sources)}`)
  if (existsSync(path)) return path
  await mkdir(kept, { recursive: true })
  const turn = `${path}.turn`
  if (!(await takeTurn(turn, path))) return path
  try {
    const aside = await mkdtemp(join(kept, 'aside-'))
    await make(join(aside, 'made'))
    await rename(join(aside, 'made'), path)
    await rm(aside, { recursive: true })
    await removeOld()
  } finally {
    await rm(turn, { recursive: true, force: true })
  }
  return path
}

/** Waits for the turn to make it; false where another has made it meanwhile. */
async function takeTurn(turn: string, path: string): Promise<boolean> {
  for (const begun = Date.now(); ; await setTimeout(50)) {
    try {
      await mkdir(turn)
      if (!existsSync(path)) return true
      await rm(turn, { recursive: true })
      return false
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    if (Date.now() - begun > patienceMs) await rm(turn, { recursive: true, force: true })
  }
}

/** What was made from other sources, and not today. */
async function removeOld(): Promise<void> {
  for (const name of await readdir(kept)) {
    const path = join(kept, name)
    const found = await stat(path).catch(() => null)
    if (found !== null && Date.now() - found.mtimeMs > dayMs) await rm(path, { recursive: true, force: true })
  }
}

/** Of where the sources are, how long each file is and when it was written: quick, and any change changes it. */
async function digest(sources: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(root)
  for (const source of sources) {
    const path = join(root, source)
    const found = await stat(path)
    const names = found.isDirectory() ? (await readdir(path, { recursive: true })).sort() : ['']
    for (const name of names) {
      const file = await stat(join(path, name))
      if (file.isFile()) hash.update(`${source} ${name} ${file.size} ${file.mtimeMs}\n`)
    }
  }
  return hash.digest('hex').slice(0, 16)
}

import { randomUUID } from 'node:crypto'
import { constants, copyFileSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { HearsayError } from '../records/error.ts'

/** The lock’s name in the ledger’s folder. */
export const lockFileName = 'ledger.lock'

const lockHolderSchema = z.object({
  /** Told apart from every other lock there ever was. */
  token: z.string(),
  pid: z.int(),
  /** When the kernel started that process, in its own unit; null where it does not say. */
  processStart: z.string().nullable(),
  host: z.string(),
  owner: z.string(),
  startedAt: z.string(),
  url: z.string().nullable(),
  /** What its server takes from a command on this machine; null where it asks nobody who they are. */
  accessToken: z.string().nullable().default(null),
})

/** Who has a ledger’s folder open. */
export type LockHolder = z.infer<typeof lockHolderSchema>

/**
 * The right of one process to a ledger’s folder: PGlite lets two processes write to one folder, and what
 * one of them acknowledged vanishes.
 *
 * A file that only one process can create. A process that is killed leaves it behind, and the next one takes
 * it over when that process is gone: no process has its number, or one that started at another time.
 */
export class LedgerLock {
  readonly #path: string
  #holder: LockHolder
  readonly #onExit = () => this.release()

  private constructor(path: string, holder: LockHolder) {
    this.#path = path
    this.#holder = holder
    process.on('exit', this.#onExit)
  }

  /** @throws {HearsayError} `ledger-locked` when a living process has the folder, or may have it. */
  static async take(directory: string, owner: string): Promise<LedgerLock> {
    const path = join(directory, lockFileName)
    const holder: LockHolder = {
      token: randomUUID(),
      pid: process.pid,
      processStart: readProcessStart(process.pid),
      host: hostname(),
      owner,
      startedAt: new Date().toISOString(),
      url: null,
      accessToken: null,
    }
    let tookOver = false
    for (let unreadable = 0; ; ) {
      if (create(path, holder)) {
        if (!tookOver) return new LedgerLock(path, holder)
        // Another process may have judged the same lock dead, and moved ours aside before it saw whose it was.
        await wait(50)
        if (read(path)?.holder?.token === holder.token) return new LedgerLock(path, holder)
        continue
      }
      const found = read(path)
      if (found === null) continue
      if (found.holder === null && unreadable < 20) {
        // Created a moment ago and not written yet; after a second, left so by a process that was killed.
        unreadable += 1
        await wait(50)
        continue
      }
      if (found.holder !== null && mayLive(found.holder)) throw lockedBy(found.holder, directory, path)
      takeAway(path, found.content)
      tookOver = true
    }
  }

  /** Writes where the holder answers, for other processes to ask instead of opening the folder. */
  announce(url: string, accessToken: string | null): void {
    this.#holder = { ...this.#holder, url, accessToken }
    const aside = `${this.#path}.${randomUUID()}`
    writeFileSync(aside, toContent(this.#holder), { mode: 0o600 })
    renameSync(aside, this.#path)
  }

  /** Harmless when it was released before. */
  release(): void {
    process.off('exit', this.#onExit)
    if (read(this.#path)?.holder?.token === this.#holder.token) rmSync(this.#path, { force: true })
  }
}

/** Who has the folder open; null when nobody has, or the one who had is gone. */
export function findLockHolder(directory: string): LockHolder | null {
  const holder = read(join(directory, lockFileName))?.holder ?? null
  return holder !== null && mayLive(holder) ? holder : null
}

const toContent = (holder: LockHolder) => `${JSON.stringify(holder, null, 2)}\n`

function create(path: string, holder: LockHolder): boolean {
  try {
    writeFileSync(path, toContent(holder), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    // A full disk leaves a file with nothing in it.
    if (isCode(error, 'ENOSPC')) rmSync(path, { force: true })
    throw error
  }
}

/** Null when there is no lock; a null holder when the file says nothing that can be read. */
function read(path: string): { content: string; holder: LockHolder | null } | null {
  let content: string
  try {
    content = readFileSync(path, 'utf8')
  } catch (error) {
    // A place that is no folder, or not there, holds no lock; opening it says what is wrong.
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return null
    throw error
  }
  try {
    return { content, holder: lockHolderSchema.parse(JSON.parse(content)) }
  } catch {
    return { content, holder: null }
  }
}

/** Removes the lock with this content, and no other: of several processes, one gets to rename a file. */
function takeAway(path: string, content: string): void {
  const aside = `${path}.${randomUUID()}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return
    throw error
  }
  try {
    if (readFileSync(aside, 'utf8') !== content) copyFileSync(aside, path, constants.COPYFILE_EXCL)
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  } finally {
    unlinkSync(aside)
  }
}

/** False only when it is certain that the holder is gone; the processes of another machine cannot be seen. */
function mayLive(holder: LockHolder): boolean {
  if (holder.host !== hostname()) return true
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if (isCode(error, 'ESRCH')) return false
  }
  const processStart = readProcessStart(holder.pid)
  return holder.processStart === null || processStart === null || processStart === holder.processStart
}

/**
 * Linux: field 22 of /proc/PID/stat (proc(5)), counted after the name, which may hold spaces and brackets; null
 * elsewhere. A process that has ended and that its parent has not asked after has none of the times it could have.
 */
function readProcessStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return state === 'Z' || state === 'X' ? 'ended' : (fields[18] ?? null)
  } catch {
    return null
  }
}

function lockedBy(holder: LockHolder, directory: string, path: string): HearsayError {
  const isElsewhere = holder.host !== hostname()
  const who = `“${holder.owner}”, process ${holder.pid}${isElsewhere ? ` on ${holder.host}` : ''}`
  const answering = holder.url === null ? '' : ` It answers at ${holder.url}.`
  const advice = isElsewhere
    ? `Stop it there and try again; if it is gone, delete ${path}.`
    : holder.pid === process.pid
      ? 'Close it first.'
      : 'Wait until it ends, or stop it, and try again; or name another ledger.'
  return new HearsayError(
    'ledger-locked',
    `The ledger in ${directory} is open in ${who}, since ${holder.startedAt}.${answering} ${advice}`,
  )
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { checkLedger } from '../ledger/check-ledger.ts'
import { countLedger } from '../ledger/count-ledger.ts'
import { findRunningServer } from '../ledger/find-running-server.ts'
import type { LedgerPlace } from '../ledger/ledger.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { HearsayError } from '../records/error.ts'
import { loadResources } from '../resources/load-resources.ts'
import type { Command, ExitCode } from './command.ts'
import { findEmptyLedger } from './find-empty-ledger.ts'
import { pad } from './layout.ts'
import { chooseLedger } from './ledger-place.ts'
import { readVersion } from './read-version.ts'
import { ledgerOption } from './shared-options.ts'

interface Finding {
  readonly of: string
  readonly says: string
  readonly isWrong?: boolean
}

export const command: Command = {
  name: 'doctor',
  summary: 'say what is installed, where the ledger is and whether it is healthy',
  operands: '',
  description:
    'Checks the installation and the ledger, and says what to do about what is wrong. Exit status 1 when something is.',
  options: ledgerOption,
  examples: ['hearsay doctor'],
  run: async (call): Promise<ExitCode> => {
    const { io } = call
    const { place, because } = chooseLedger(call.values.ledger, io.env)
    const findings = [...(await inspectInstallation()), ...(await inspectLedger(place, because))]
    const width = Math.max(...findings.map(({ of }) => of.length))
    for (const { of, says, isWrong } of findings) {
      io.out(`${isWrong ? io.colours.red('✗') : io.colours.green('✓')} ${pad(of, width)}  ${says}\n`)
    }
    return findings.some(({ isWrong }) => isWrong) ? 1 : 0
  },
}

async function inspectInstallation(): Promise<Finding[]> {
  const desk = existsSync(fileURLToPath(new URL('../../dist/web/index.html', import.meta.url)))
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return [
    { of: 'hearsay', says: await readVersion() },
    { of: 'node', says: process.versions.node, isWrong: major < 20 || (major === 20 && minor < 19) },
    desk
      ? { of: 'desk', says: 'built' }
      : { of: 'desk', says: 'not built; npm run build builds it', isWrong: true },
    await inspectData(),
  ]
}

async function inspectData(): Promise<Finding> {
  try {
    const { versions } = await loadResources()
    return { of: 'data', says: versions.join(', ') }
  } catch (error) {
    return {
      of: 'data',
      says: `${error instanceof Error ? error.message : String(error)}; install Hearsay again`,
      isWrong: true,
    }
  }
}

async function inspectLedger(place: LedgerPlace, because: string): Promise<Finding[]> {
  const where =
    'directory' in place
      ? place.directory
      : 'databaseUrl' in place
        ? new URL(place.databaseUrl).host
        : 'memory'
  const chosen: Finding = { of: 'ledger', says: `${where} (by ${because})` }
  const server = 'directory' in place ? await findRunningServer(place.directory) : null
  if (server)
    return [chosen, { of: 'server', says: `${server.url} holds the ledger; its /api/health tells more` }]
  if ('directory' in place && !existsSync(place.directory)) {
    return [chosen, { of: 'contents', says: 'not made yet; the first hearsay add makes it' }]
  }
  try {
    const ledger = await openLedger(place, { owner: 'hearsay doctor', emptyLedger: findEmptyLedger() })
    try {
      const counts = await countLedger(ledger)
      const wrongs = await checkLedger(ledger)
      return [
        chosen,
        { of: 'store', says: ledger.store },
        {
          of: 'contents',
          says: `${counts.documents} documents, ${counts.articles} articles, ${counts.statements} statements, ${counts.events} events, ${counts.claims} claims; ${(counts.sizeBytes / 1e6).toFixed(1)} MB`,
        },
        ...(wrongs.length === 0
          ? [{ of: 'health', says: 'sound' }]
          : wrongs.map((says) => ({ of: 'health', says, isWrong: true }))),
      ]
    } finally {
      await ledger.close()
    }
  } catch (error) {
    if (error instanceof HearsayError) return [chosen, { of: 'ledger', says: error.message, isWrong: true }]
    throw error
  }
}

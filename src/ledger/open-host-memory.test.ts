import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { HostRecord } from '../records/host-record.ts'
import { openHostMemory } from './open-host-memory.ts'
import { openLedger } from './open-ledger.ts'
import { host } from './schema.ts'

test('what a host asked for is known to the next process; what cannot be understood is not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-hosts-'))
  const directory = join(folder, 'ledger')
  const record = (failures: number): HostRecord => ({
    notBefore: '2026-03-04T10:00:00.000Z',
    failures,
    robots: {
      http: null,
      https: {
        text: 'User-agent: *\nDisallow: /\0private',
        checkedAt: '2026-03-04T09:00:00.000Z',
        askAgainAt: '2026-03-05T09:00:00.000Z',
        unreachableSince: null,
        fault: null,
        failures: 0,
      },
    },
  })
  try {
    const ledger = await openLedger({ directory })
    const memory = openHostMemory(ledger)
    expect(await memory.get('courier.example')).toBe(null)
    await memory.put('courier.example', record(1))
    await memory.put('courier.example', record(2))
    await memory.put('herald.example:8080', record(3))
    await ledger.db.insert(host).values({ name: 'of-another-version.example', record: { holds: 4 } })
    await ledger.close()
    const again = await openLedger({ directory })
    const remembered = openHostMemory(again)
    expect(await remembered.get('courier.example')).toEqual(record(2))
    expect(await remembered.get('herald.example:8080')).toEqual(record(3))
    expect(await remembered.get('herald.example')).toBe(null)
    expect(await remembered.get('of-another-version.example')).toBe(null)
    await again.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

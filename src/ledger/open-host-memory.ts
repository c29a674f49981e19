import { eq } from 'drizzle-orm'
import { type HostRecord, hostRecordSchema } from '../records/host-record.ts'
import { explainFailure } from './explain-failure.ts'
import type { Ledger } from './ledger.ts'
import { host } from './schema.ts'

/** What the ledger remembers of hosts, so that the next process waits where this one was asked to. */
export function openHostMemory(ledger: Ledger): {
  readonly get: (name: string) => Promise<HostRecord | null>
  readonly put: (name: string, record: HostRecord) => Promise<void>
} {
  return {
    get: async (name) => {
      const [found] = await explainFailure(async () =>
        ledger.db.select({ record: host.record }).from(host).where(eq(host.name, name)),
      )
      // What an earlier version kept in another form is not known.
      return found === undefined ? null : (hostRecordSchema.safeParse(found.record).data ?? null)
    },
    put: async (name, record) => {
      await explainFailure(async () =>
        ledger.db
          .insert(host)
          .values({ name, record })
          .onConflictDoUpdate({ target: host.name, set: { record } }),
      )
    },
  }
}

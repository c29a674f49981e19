import type { HostRecord } from '../records/host-record.ts'
import type { HostMemory } from './fetcher.ts'

/** What this process knows of hosts, over what was kept from earlier ones. */
export interface HostBook {
  readonly get: (host: string) => Promise<HostRecord>
  /** Changes what is known, and keeps it. */
  readonly change: (host: string, change: Partial<HostRecord>) => Promise<void>
}

/** A record may hold 500 KiB of robots.txt; what is put aside is read again from the memory. */
const mostHosts = 1000

/** Opens the book; without a memory, a host that was put aside is a stranger again. */
export function openHostBook(memory: HostMemory | null): HostBook {
  const records = new Map<string, HostRecord>()
  const set = (host: string, record: HostRecord) => {
    records.delete(host)
    records.set(host, record)
    if (records.size > mostHosts) records.delete(records.keys().next().value ?? '')
  }
  const get = async (host: string): Promise<HostRecord> => {
    const known = records.get(host)
    if (known !== undefined) return known
    const kept = (await memory?.get(host)) ?? unknownHost
    // Somebody else may have learnt more of it meanwhile.
    const record = records.get(host) ?? kept
    set(host, record)
    return record
  }
  return {
    get,
    async change(host, change) {
      const record = { ...(await get(host)), ...change }
      set(host, record)
      await memory?.put(host, record)
    },
  }
}

const unknownHost: HostRecord = { notBefore: null, failures: 0, robots: { http: null, https: null } }

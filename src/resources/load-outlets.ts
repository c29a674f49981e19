import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Outlet } from '../records/gazetteer.ts'
import { parseReliability } from './parse-reliability.ts'
import { parseRows } from './parse-rows.ts'

const ownTable = new URL('../../data/gazetteer/outlets.tsv', import.meta.url)

/**
 * Loads `data/gazetteer/outlets.tsv`, and the same table of a user’s own folder over it: outlets by every name that is
 * written for them, as written.
 *
 * @throws {Error} naming file and line where a table is malformed.
 */
export async function loadOutlets(userFolder: string | null): Promise<ReadonlyMap<string, Outlet>> {
  const outlets = new Map<string, Outlet>()
  addOutlets(outlets, 'gazetteer/outlets.tsv', await readFile(ownTable, 'utf8'))
  if (userFolder !== null) {
    const file = join(userFolder, 'outlets.tsv')
    const content = await readFile(file, 'utf8').catch(() => null)
    if (content !== null) addOutlets(outlets, file, content)
  }
  return outlets
}

function addOutlets(outlets: Map<string, Outlet>, file: string, content: string): void {
  for (const { cell, list, line } of parseRows(file, content, ['name'])) {
    const outlet: Outlet = {
      name: cell('name'),
      hosts: list('hosts'),
      country: cell('iso3') || null,
      isStateRun: cell('state_run') === 'yes',
      isWire: cell('wire') === 'yes',
      owner: cell('owner') || null,
      family: cell('family') || null,
      reliability: parseReliability(cell('reliability'), file, line),
    }
    for (const written of [outlet.name, ...list('aliases')]) outlets.set(written, outlet)
  }
}

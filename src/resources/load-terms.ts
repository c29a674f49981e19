import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { KnownTerm } from '../records/actor-profile.ts'
import { toFacetKey } from '../records/facet.ts'
import { parseRows } from './parse-rows.ts'

const ownFolder = new URL('../../data/gazetteer/', import.meta.url)
const files = ['leaders-reign.tsv', 'leaders.tsv', 'organizations.tsv', 'outlets.tsv']

/**
 * Loads the terms that the tables of the gazetteer, and those of a user’s own folder, know of people, bodies and outlets:
 * by key of the name that the tables give, which is the one that readings use; in order of time. What the user’s tables say of a name stands alone.
 *
 * @throws {Error} naming file and line where a table is malformed.
 */
export async function loadTerms(
  userFolder: string | null,
): Promise<ReadonlyMap<string, readonly KnownTerm[]>> {
  const terms = new Map<string, KnownTerm[]>()
  for (const file of files) addTerms(terms, file, await readFile(new URL(file, ownFolder), 'utf8'))
  if (userFolder !== null) {
    const own = new Map<string, KnownTerm[]>()
    for (const file of files) {
      const content = await readFile(join(userFolder, file), 'utf8').catch(() => null)
      if (content !== null) addTerms(own, file, content)
    }
    for (const [key, known] of own) terms.set(key, known)
  }
  for (const known of terms.values())
    known.sort((a, b) => compare(a.from ?? '', b.from ?? '') || compare(a.to ?? '~', b.to ?? '~'))
  return terms
}

function addTerms(terms: Map<string, KnownTerm[]>, table: string, content: string): void {
  for (const { cell } of parseRows(table, content, ['name'])) {
    const term: KnownTerm = {
      name: cell('name'),
      role: cell('role') || (table === 'outlets.tsv' ? 'outlet' : null),
      country: cell('iso3') || null,
      from: cell('from') || null,
      to: cell('to') || null,
      wikidata: cell('wikidata') || null,
      source: cell('source') || null,
      asOf: cell('as_of') || null,
      table,
    }
    const key = toFacetKey(term.name)
    const known = terms.get(key)
    if (known) known.push(term)
    else terms.set(key, [term])
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

import { readFile } from 'node:fs/promises'
import type { Resources } from '../records/resources.ts'
import { loadCountries } from './load-countries.ts'
import { loadCues } from './load-cues.ts'
import { loadEventPatterns } from './load-event-patterns.ts'

const dataFolder = new URL('../../data/', import.meta.url)

/**
 * Loads `data/` into memory: cues, gazetteer, codebook. Takes some milliseconds; call it once.
 *
 * @throws {Error} when a table is missing or malformed: the installation is broken.
 */
export async function loadResources(): Promise<Resources> {
  const read = (path: string) => readFile(new URL(path, dataFolder), 'utf8')
  const [verbs, phrases, countries, events] = await Promise.all([
    read('cues/verbs.tsv'),
    read('cues/phrases.tsv'),
    read('gazetteer/countries.tsv'),
    read('codebook/events.tsv'),
  ])
  return {
    cues: loadCues(verbs, phrases),
    countries: loadCountries(countries),
    eventPatterns: loadEventPatterns(events),
    versions: ['cues@1', 'gazetteer@1', 'codebook@1'],
  }
}

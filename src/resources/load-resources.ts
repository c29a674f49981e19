import { readFile } from 'node:fs/promises'
import type { Models } from '../records/models.ts'
import type { Resources } from '../records/resources.ts'
import { loadCountries } from './load-countries.ts'
import { loadCues } from './load-cues.ts'
import { loadEventPatterns } from './load-event-patterns.ts'
import { loadFirstNames } from './load-first-names.ts'
import { loadLexicon } from './load-lexicon.ts'
import { loadModels } from './load-models.ts'

const dataFolder = new URL('../../data/', import.meta.url)

/**
 * Loads `data/` into memory: cues, gazetteer, codebook, lexicon, first names, trained models (14 MB). Takes some milliseconds; call it once.
 *
 * @param models those of another thread, where it has loaded them.
 * @throws {Error} when a table is missing or malformed: the installation is broken.
 */
export async function loadResources(models: Models = loadModels()): Promise<Resources> {
  const read = (path: string) => readFile(new URL(path, dataFolder), 'utf8')
  const [verbs, phrases, countries, events, irregular, exceptions, names] = await Promise.all([
    read('cues/verbs.tsv'),
    read('cues/phrases.tsv'),
    read('gazetteer/countries.tsv'),
    read('codebook/events.tsv'),
    read('lexicon/verbs.tsv'),
    read('lexicon/words.tsv'),
    read('names/first-names.tsv'),
  ])
  return {
    cues: loadCues(verbs, phrases),
    countries: loadCountries(countries),
    eventPatterns: loadEventPatterns(events),
    lexicon: loadLexicon(irregular, exceptions),
    firstNames: loadFirstNames(names),
    models,
    versions: ['cues@1', 'gazetteer@1', 'codebook@1', 'lexicon@1', 'names@1', 'models@1'],
  }
}

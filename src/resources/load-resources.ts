import { readFile } from 'node:fs/promises'
import type { Models } from '../records/models.ts'
import type { Resources } from '../records/resources.ts'
import { loadCodebook } from './load-codebook.ts'
import { loadCountries } from './load-countries.ts'
import { loadCues } from './load-cues.ts'
import { gazetteerFiles, loadGazetteer } from './load-gazetteer.ts'
import { loadLexicon } from './load-lexicon.ts'
import { loadModels } from './load-models.ts'

const dataFolder = new URL('../../data/', import.meta.url)

/**
 * Loads `data/` into memory: cues, gazetteer, codebook, lexicon, trained models (14 MB). Takes some milliseconds; call it once.
 *
 * @param models those of another thread, where it has loaded them.
 * @throws {Error} when a table is missing or malformed: the installation is broken.
 */
export async function loadResources(models: Models = loadModels()): Promise<Resources> {
  const read = (path: string) => readFile(new URL(path, dataFolder), 'utf8')
  const [verbs, phrases, countries, irregular, exceptions] = await Promise.all([
    read('cues/verbs.tsv'),
    read('cues/phrases.tsv'),
    read('gazetteer/countries.tsv'),
    read('lexicon/verbs.tsv'),
    read('lexicon/words.tsv'),
  ])
  const [cameo, eventVerbs, nouns, operators, composed, people, things, contexts] = await Promise.all(
    ['cameo', 'verbs', 'nouns', 'operators', 'composed', 'people', 'things', 'contexts'].map((name) =>
      read(`codebook/${name}.tsv`),
    ),
  )
  const tables = await Promise.all(
    gazetteerFiles.map(async (name) => [name, await read(`gazetteer/${name}`)] as const),
  )
  return {
    cues: loadCues(verbs, phrases),
    countries: loadCountries(countries),
    codebook: loadCodebook({
      cameo: cameo ?? '',
      verbs: eventVerbs ?? '',
      nouns: nouns ?? '',
      operators: operators ?? '',
      composed: composed ?? '',
      people: people ?? '',
      things: things ?? '',
      contexts: contexts ?? '',
    }),
    gazetteer: loadGazetteer(Object.fromEntries(tables)),
    lexicon: loadLexicon(irregular, exceptions),
    models,
    versions: ['cues@1', 'gazetteer@2', 'codebook@2', 'lexicon@1', 'models@1'],
  }
}

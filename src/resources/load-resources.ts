import { readFile } from 'node:fs/promises'
import type { Models } from '../records/models.ts'
import type { Resources } from '../records/resources.ts'
import { codebookTables, loadCodebook } from './load-codebook.ts'
import { loadCountries } from './load-countries.ts'
import { loadCues } from './load-cues.ts'
import { loadFirstNames } from './load-first-names.ts'
import { loadGazetteer } from './load-gazetteer.ts'
import { loadHolidays } from './load-holidays.ts'
import { loadLexicon } from './load-lexicon.ts'
import { loadLoadedWords } from './load-loaded-words.ts'
import { loadModels } from './load-models.ts'

const dataFolder = new URL('../../data/', import.meta.url)

/**
 * Loads `data/` into memory: cues, gazetteer, codebook, lexicon, first names, trained models (14 MB). Takes some milliseconds; call it once.
 *
 * @param models those of another thread, where it has loaded them.
 * @param userGazetteer a folder of the user’s own tables; the environment’s HEARSAY_GAZETTEER unless told otherwise.
 * @throws {HearsayError} when that folder cannot be read or a file in it is malformed.
 * @throws {Error} when a table is missing or malformed: the installation is broken.
 */
export async function loadResources(
  models: Models = loadModels(),
  userGazetteer: string | null = process.env.HEARSAY_GAZETTEER || null,
): Promise<Resources> {
  const read = (path: string) => readFile(new URL(path, dataFolder), 'utf8')
  const [
    verbs,
    phrases,
    commitments,
    factuality,
    hedges,
    hedgeWeights,
    loaded,
    countries,
    irregular,
    exceptions,
    names,
    holidays,
  ] = await Promise.all([
    read('cues/verbs.tsv'),
    read('cues/phrases.tsv'),
    read('cues/commitments.tsv'),
    read('cues/factuality.tsv'),
    read('cues/hedges.tsv'),
    read('cues/hedge-weights.tsv'),
    read('cues/loaded.tsv'),
    read('gazetteer/countries.tsv'),
    read('lexicon/verbs.tsv'),
    read('lexicon/words.tsv'),
    read('names/first-names.tsv'),
    read('times/holidays.tsv'),
  ])
  const { gazetteer, version } = await loadGazetteer(userGazetteer)
  const codebook = await Promise.all(
    codebookTables.map(async (name) => [name, await read(`codebook/${name}.tsv`)] as const),
  )
  return {
    cues: loadCues({ verbs, phrases, commitments, factuality, hedges, hedgeWeights }),
    countries: loadCountries(countries),
    gazetteer,
    codebook: loadCodebook(Object.fromEntries(codebook)),
    lexicon: loadLexicon(irregular, exceptions),
    loadedWords: loadLoadedWords(loaded),
    firstNames: loadFirstNames(names),
    holidays: loadHolidays(holidays),
    models,
    versions: ['cues@3', version, 'codebook@4', 'lexicon@1', 'names@1', 'times@1', 'models@1'],
  }
}

import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HearsayError } from '../records/error.ts'
import type { Gazetteer } from '../records/gazetteer.ts'
import { GazetteerBuilder } from './gazetteer-builder.ts'
import { addUserGazetteer } from './load-user-gazetteer.ts'
import { parseRows } from './parse-rows.ts'
import { gazetteerFiles, readGazetteerTables } from './read-gazetteer-tables.ts'

const ownFolder = new URL('../../data/gazetteer/', import.meta.url)

/** The gazetteer, and `name@version` of what it was read from, for the stages that used it. */
export interface LoadedGazetteer {
  readonly gazetteer: Gazetteer
  readonly version: string
}

/**
 * Loads `data/gazetteer/`, and a user’s own folder over it where one is given.
 *
 * The version carries a digest of the user’s folder: when they change a table, articles are read again.
 *
 * @throws {HearsayError} when the user’s folder cannot be read or a file in it is malformed.
 * @throws {Error} when a table of ours is missing or malformed: the installation is broken.
 */
export async function loadGazetteer(userFolder: string | null): Promise<LoadedGazetteer> {
  const tables: Record<string, string> = {}
  for (const file of gazetteerFiles) tables[file] = await readFile(new URL(file, ownFolder), 'utf8')
  const builder = new GazetteerBuilder()
  readGazetteerTables(builder, tables, 'gazetteer')
  const own = 'gazetteer@2'
  if (userFolder === null) return { gazetteer: builder.build(), version: own }
  try {
    const digest = await digestOf(userFolder)
    await addUserGazetteer(builder, userFolder, legacyCodes(tables['countries.tsv'] ?? ''))
    return { gazetteer: builder.build(), version: `${own}+${digest}` }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new HearsayError(
      'usage',
      `The gazetteer in “${userFolder}” cannot be used: ${reason}. See data/gazetteer/SOURCE.md.`,
      {
        cause: error,
      },
    )
  }
}

/** From the country codes that CAMEO uses to ISO 3166: “ROM” is “ROU”. */
function legacyCodes(countries: string): ReadonlyMap<string, string> {
  return new Map(
    parseRows('gazetteer/countries.tsv', countries, ['iso3']).flatMap(({ cell }) => {
      const iso3 = cell('iso3')
      return [[iso3, iso3] as const, ...(cell('cameo') === '' ? [] : [[cell('cameo'), iso3] as const])]
    }),
  )
}

async function digestOf(folder: string): Promise<string> {
  const hash = createHash('sha256')
  for (const file of (await readdir(folder)).sort()) {
    const content = await readFile(join(folder, file)).catch(() => null)
    if (content) hash.update(`${file}\0`).update(content)
  }
  return hash.digest('hex').slice(0, 8)
}

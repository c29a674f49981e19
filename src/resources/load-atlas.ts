import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Atlas, Town } from '../records/atlas.ts'
import { foldPlace } from '../records/fold-place.ts'
import { parseRows } from './parse-rows.ts'

const ownFolder = new URL('../../data/gazetteer/', import.meta.url)

/** What a table’s rows add; places before countries, whose names outrank them: “Georgia” is the state. */
const readers = { 'coordinates.tsv': addTowns, 'places.tsv': addRegions, 'countries.tsv': addCountries }

/**
 * Loads where places lie from `data/gazetteer/`, and from the same tables of a user’s own folder over it: what that says
 * of a name replaces what ours says.
 *
 * @throws {Error} naming file and line where a table is malformed.
 */
export async function loadAtlas(userFolder: string | null): Promise<Atlas> {
  const atlas: OpenAtlas = { towns: new Map(), countries: new Map(), countryNames: new Map() }
  for (const [file, add] of Object.entries(readers))
    add(atlas, `gazetteer/${file}`, await readFile(new URL(file, ownFolder), 'utf8'))
  if (userFolder === null) return atlas
  for (const [file, add] of Object.entries(readers)) {
    const path = join(userFolder, file)
    const content = await readFile(path, 'utf8').catch(() => null)
    if (content !== null) add(atlas, path, content)
  }
  return atlas
}

interface OpenAtlas {
  readonly towns: Map<string, Town[]>
  readonly countries: Map<string, string>
  readonly countryNames: Map<string, string>
}

function addTowns({ towns, countries }: OpenAtlas, file: string, content: string): void {
  const own = new Map<string, Town[]>()
  for (const { cell, list, line } of parseRows(file, content, ['names', 'iso3'])) {
    const names = list('names')
    const town: Town = {
      name: names[0] ?? '',
      country: cell('iso3'),
      lat: toDegrees(cell('lat'), 90, file, line),
      lon: toDegrees(cell('lon'), 180, file, line),
      others: list('others'),
    }
    for (const name of names) own.set(foldPlace(name), [...(own.get(foldPlace(name)) ?? []), town])
  }
  for (const [name, said] of own) {
    towns.set(name, said)
    countries.delete(name)
  }
}

function toDegrees(cell: string, most: number, file: string, line: number): number | null {
  if (cell === '') return null
  const degrees = Number(cell)
  if (!(Math.abs(degrees) <= most))
    throw new Error(`${file}, line ${line}: “${cell}” is no number of degrees up to ${most}`)
  return degrees
}

/** A place that is no town of its country is somewhere in it: “Ontario” is Canada’s, whatever California calls a town. */
function addRegions({ towns, countries }: OpenAtlas, file: string, content: string): void {
  for (const { cell, list } of parseRows(file, content, ['names', 'iso3']))
    for (const name of list('names')) {
      const namesakes = towns.get(foldPlace(name)) ?? []
      if (!namesakes.some(({ country }) => country === cell('iso3')))
        countries.set(foldPlace(name), cell('iso3'))
    }
}

function addCountries({ countries, countryNames }: OpenAtlas, file: string, content: string): void {
  for (const { cell, list } of parseRows(file, content, ['iso3', 'names'])) {
    const iso3 = cell('iso3')
    for (const name of list('names')) countries.set(foldPlace(name), iso3)
    countryNames.set(iso3, list('names')[0] ?? iso3)
  }
}

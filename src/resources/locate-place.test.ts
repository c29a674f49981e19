import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Atlas } from '../records/atlas.ts'
import { loadAtlas } from './load-atlas.ts'
import { locatePlace } from './locate-place.ts'

let atlas: Atlas
beforeAll(async () => {
  atlas = await loadAtlas(null)
})

const locate = (name: string, ...spokenOf: string[]) => locatePlace(name, spokenOf, atlas)

test('a town lies at its coordinates, under every name that news has for it', () => {
  expect(locate('Odesa')).toEqual({ kind: 'point', name: 'Odesa', country: 'UKR', lat: 46.49, lon: 30.74 })
  expect(locate('Odessa')).toMatchObject({ kind: 'point', country: 'UKR', lat: 46.49 })
  expect(locate('Córdoba')).toEqual(locate('Cordoba'))
  expect(locate('the White House')).toMatchObject({ kind: 'point', lat: 38.9, country: 'USA' })
})

test('what is known only to its country is the country, never a point in it', () => {
  expect(locate('Ukraine')).toEqual({ kind: 'country', country: 'UKR' })
  expect(locate('Darfur')).toEqual({ kind: 'country', country: 'SDN' })
  expect(locate('northern Syria')).toEqual({ kind: 'country', country: 'SYR' })
  expect(locate('southeastern Turkey')).toEqual({ kind: 'country', country: 'TUR' })
  expect(locate('the Kharkiv region')).toEqual({ kind: 'country', country: 'UKR' })
  // A state of the United States, and a town in Ohio.
  expect(locate('Oregon')).toEqual({ kind: 'country', country: 'USA' })
  // Oregon’s and Maine’s are both large.
  expect(locate('Portland')).toEqual({ kind: 'country', country: 'USA' })
})

test('of a name that several countries bear, the country that is spoken of decides, where it leaves one', () => {
  expect(locate('Cartagena, Spain')).toMatchObject({ kind: 'point', country: 'ESP' })
  expect(locate('San José', 'CRI')).toMatchObject({ country: 'CRI' })
  expect(locate('Santa Ana', 'SLV')).toMatchObject({ kind: 'point', country: 'SLV' })
  expect(locate('Santa Ana', 'USA')).toMatchObject({ kind: 'point', country: 'USA' })
  expect(locate('Santa Ana', 'USA', 'SLV').kind).toBe('ambiguous')
  expect(locate('Santa Ana').kind).toBe('ambiguous')
  expect(locate('Santa Ana', 'FRA').kind).toBe('ambiguous')
})

test('a seat of government is meant wherever it is told: “Canada’s minister spoke in London”', () => {
  expect(locate('London', 'CAN')).toMatchObject({ kind: 'point', country: 'GBR' })
  expect(locate('London, Ontario')).toMatchObject({ kind: 'point', country: 'CAN' })
  expect(locate('Ontario')).toEqual({ kind: 'country', country: 'CAN' })
  expect(locate('Ripley, Ontario')).toEqual({ kind: 'country', country: 'CAN' })
})

test('a name that no table has is nowhere', () => {
  for (const name of ['Selgrad', 'the border', 'northern', '', ',', 'region', 'town of Selgrad', 'x, y'])
    expect(locate(name)).toEqual({ kind: 'unknown' })
})

test('an analyst’s own table places what ours does not, and replaces what ours says', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'atlas-'))
  try {
    const rows = 'names\tiso3\tlat\tlon\nSelgrad;Old Selgrad\tXMO\t50\t20.5\nLondon\tCAN\t42.98\t-81.23\n'
    await writeFile(join(folder, 'coordinates.tsv'), rows)
    const own = await loadAtlas(folder)
    expect(locatePlace('Old Selgrad', [], own)).toMatchObject({ kind: 'point', name: 'Selgrad', lon: 20.5 })
    expect(locatePlace('London', [], own)).toMatchObject({ country: 'CAN' })
    await writeFile(join(folder, 'coordinates.tsv'), 'names\tiso3\tlat\tlon\nSelgrad\tXMO\t95\t20\n')
    await expect(loadAtlas(folder)).rejects.toThrow(/coordinates\.tsv, line 2: “95” is no number of degrees/)
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('every row of the table lies on the globe and is spelt once in its country', () => {
  const rows = [...atlas.towns].flatMap(([name, towns]) =>
    towns.map((town) => ({ ...town, key: `${town.country} ${name}` })),
  )
  expect(rows.filter(({ country }) => !/^[A-Z]{3}$/.test(country))).toEqual([])
  expect(rows.filter(({ lat, lon }) => (lat === null) !== (lon === null))).toEqual([])
  const keys = rows.map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys.length).toBeGreaterThan(6000)
})

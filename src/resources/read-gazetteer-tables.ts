import type { KnownActor, Office } from '../records/gazetteer.ts'
import type { GazetteerBuilder } from './gazetteer-builder.ts'
import { parseReliability } from './parse-reliability.ts'
import { parseRows } from './parse-rows.ts'

/** The content of the tables of `data/gazetteer/`, or of a user’s folder of the same shape, by file name. */
export type GazetteerTables = Readonly<Record<string, string>>

/** What a table’s rows add; in the order in which tables are read: later ones outrank earlier ones. */
const readers: Readonly<Record<string, (builder: GazetteerBuilder, file: string, content: string) => void>> =
  {
    'offices.tsv': readOffices,
    'places.tsv': readPlaces,
    'countries.tsv': readCountries,
    'groups.tsv': readGroups,
    'organizations.tsv': readOrganizations,
    'outlets.tsv': readOutlets,
    'leaders-reign.tsv': readLeaders,
    'leaders.tsv': readLeaders,
  }

/** The tables’ file names. */
export const gazetteerFiles: readonly string[] = Object.keys(readers)

/** Adds tables to what is there; what they say of a written name outranks what was said before. */
export function readGazetteerTables(
  builder: GazetteerBuilder,
  tables: GazetteerTables,
  folder: string,
): void {
  for (const [file, read] of Object.entries(readers)) {
    const content = tables[file]
    if (content !== undefined) read(builder, `${folder}/${file}`, content)
  }
}

function readCountries(builder: GazetteerBuilder, file: string, content: string): void {
  for (const { cell, list } of parseRows(file, content, ['iso3', 'names'])) {
    const iso3 = cell('iso3')
    const names = list('names')
    const actor = builder.actor({
      kind: 'country',
      name: names[0] ?? iso3,
      wikidata: cell('wikidata') || null,
      isStateRun: null,
    })
    actor.terms.push(always(iso3, iso3))
    for (const name of list('capitals')) builder.name(name, actor, 'capital')
    for (const name of list('demonyms')) {
      builder.name(name, actor, 'demonym')
      builder.name(`${name}s`, actor, 'demonym')
    }
    for (const name of list('governments')) builder.name(name, actor, 'government')
    for (const name of names) builder.name(name, actor, 'name')
  }
}

function readPlaces(builder: GazetteerBuilder, file: string, content: string): void {
  for (const { cell, list } of parseRows(file, content, ['names', 'iso3'])) {
    const [name = ''] = list('names')
    const actor = builder.actor({ kind: 'body', name, wikidata: cell('wikidata') || null, isStateRun: null })
    actor.terms.push(always(cell('iso3'), cell('iso3')))
    for (const written of list('names')) builder.name(written, actor, 'place')
  }
}

function readGroups(builder: GazetteerBuilder, file: string, content: string): void {
  for (const { cell, list } of parseRows(file, content, ['names', 'code'])) {
    const [name = ''] = list('names')
    const actor = builder.actor({ kind: 'group', name, wikidata: cell('wikidata') || null, isStateRun: null })
    actor.terms.push(always(cell('iso3') || null, cell('code')))
    for (const written of list('names')) builder.name(written, actor, 'demonym')
  }
}

function readOrganizations(builder: GazetteerBuilder, file: string, content: string): void {
  for (const { cell, list, line } of parseRows(file, content, ['name', 'code'])) {
    const kind = cell('kind') || 'body'
    if (kind !== 'body' && kind !== 'group')
      throw new Error(`${file}, line ${line}: “kind” is body or group, not “${kind}”`)
    const actor = builder.actor({
      kind,
      name: cell('name'),
      wikidata: cell('wikidata') || null,
      isStateRun: null,
    })
    actor.terms.push({
      country: cell('iso3') || null,
      code: cell('code'),
      role: cell('role') || null,
      office: null,
      from: cell('from') || null,
      to: cell('to') || null,
      asOf: asOfOf(cell('as_of')),
    })
    for (const written of [cell('name'), ...list('aliases')]) builder.name(written, actor, 'name')
  }
}

function readOutlets(builder: GazetteerBuilder, file: string, content: string): void {
  for (const { cell, list, line } of parseRows(file, content, ['name'])) {
    const isStateRun = cell('state_run') === 'yes'
    const country = cell('iso3') || null
    const actor = builder.actor({
      kind: 'outlet',
      name: cell('name'),
      wikidata: cell('wikidata') || null,
      isStateRun,
    })
    actor.terms.push({
      ...always(country, `${country ?? '---'}${isStateRun ? 'GOV' : ''}MED`),
      role: roleOf(isStateRun, cell('wire') === 'yes'),
    })
    for (const written of [cell('name'), ...list('aliases')]) builder.name(written, actor, 'name')
    builder.outlet({
      name: cell('name'),
      hosts: list('hosts'),
      country,
      isStateRun,
      isWire: cell('wire') === 'yes',
      owner: cell('owner') || null,
      family: cell('family') || null,
      reliability: parseReliability(cell('reliability'), file, line),
    })
  }
}

const roleOf = (isStateRun: boolean, isWire: boolean) =>
  `${isStateRun ? 'state-run ' : ''}${isWire ? 'news agency' : 'outlet'}`

function readLeaders(builder: GazetteerBuilder, file: string, content: string): void {
  for (const { cell, list, line } of parseRows(file, content, ['name', 'role'])) {
    const [from, to] = [cell('from') || null, cell('to') || null]
    for (const day of [from, to])
      if (day !== null && !/^\d{4}-\d\d-\d\d$/.test(day))
        throw new Error(`${file}, line ${line}: “${day}” is no day; write it as 2025-11-28`)
    const actor = builder.actor({
      kind: 'person',
      name: cell('name'),
      wikidata: cell('wikidata') || null,
      isStateRun: null,
    })
    const country = cell('iso3') || null
    const code = `${country ?? ''}${cell('roles') || 'GOV'}`
    actor.terms.push({
      country,
      code,
      role: cell('role'),
      office: builder.classOf(cell('role')),
      from,
      to,
      asOf: asOfOf(cell('as_of')),
    })
    for (const written of [cell('name'), ...list('aliases')]) builder.name(written, actor, 'name')
    for (const written of list('surnames'))
      builder.name(written.replace(/^\?/, ''), actor, 'surname', !written.startsWith('?'))
  }
}

function readOffices(builder: GazetteerBuilder, file: string, content: string): void {
  for (const { cell, line } of parseRows(file, content, ['words', 'is'])) {
    const is = cell('is')
    if (is !== 'person' && is !== 'body' && is !== 'group')
      throw new Error(`${file}, line ${line}: “is” is person, body or group, not “${is}”`)
    const office: Omit<Office, 'before' | 'behind'> = {
      words: cell('words').replaceAll("'", '’'),
      is,
      roles: cell('roles').replace(/^-$/, ''),
      inherits: cell('inherits') !== 'no',
      standsAlone: cell('inherits') !== 'yes',
      class: cell('class') || cell('words'),
    }
    builder.office(office)
  }
}

const always = (country: string | null, code: string): KnownActor['terms'][number] => ({
  country,
  code,
  role: null,
  office: null,
  from: null,
  to: null,
  asOf: null,
})

/** “2025-11” is known to the end of that month, “2025” to the end of that year. */
function asOfOf(cell: string): string | null {
  if (cell === '') return null
  return cell.length === 4 ? `${cell}-12-31` : cell.length === 7 ? `${cell}-31` : cell
}

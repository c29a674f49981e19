import type { CountryName } from '../records/resources.ts'
import { parseTable } from './parse-table.ts'

/** Builds the country names from `data/gazetteer/countries.tsv`; where two countries share one, the first row has it. */
export function loadCountries(table: string): ReadonlyMap<string, CountryName> {
  const countries = new Map<string, CountryName>()
  for (const row of parseTable('gazetteer/countries.tsv', table)) {
    const names = split(row.names)
    const country = { iso3: row.iso3 ?? '', name: names[0] ?? '' }
    const ways = [
      ...names.map((written) => ({ written, as: 'name' as const })),
      ...split(row.demonyms).map((written) => ({ written, as: 'demonym' as const })),
      ...split(row.capitals).map((written) => ({ written, as: 'capital' as const })),
    ]
    for (const { written, as } of ways) {
      const key = written.replace(/^the /, '').replaceAll("'", '’')
      if (!countries.has(key)) countries.set(key, { country, as })
      if (as === 'demonym' && !countries.has(`${key}s`)) countries.set(`${key}s`, { country, as })
    }
  }
  return countries
}

const split = (cell: string | undefined) => (cell ?? '').split(';').filter((part) => part !== '')

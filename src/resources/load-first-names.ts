import type { FirstNames } from '../records/resources.ts'
import { parseTable } from './parse-table.ts'

/** Builds the first names from `data/names/first-names.tsv`. */
export function loadFirstNames(table: string): FirstNames {
  return new Map(
    parseTable('names/first-names.tsv', table).map(
      ({ gender, name = '' }) => [name, gender === 'm' || gender === 'f' ? gender : 'either'] as const,
    ),
  )
}

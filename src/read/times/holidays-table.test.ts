import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { parseTable } from '../../resources/parse-table.ts'
import { articleOf, readerOf } from '../read-text.fixture.ts'

const table = await readFile(new URL('../../../data/times/holidays.tsv', import.meta.url), 'utf8')

test.each(parseTable('times/holidays.tsv', table))('$name: $example', ({ rule, example = '' }) => {
  const { times } = readerOf('fast').read(articleOf(example))
  expect(times).toHaveLength(1)
  expect(times[0]?.from === null).toBe(rule === 'other')
})

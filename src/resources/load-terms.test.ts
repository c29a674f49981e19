import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadTerms } from './load-terms.ts'

test('a term is told with its days, the table and where the row comes from', async () => {
  const terms = await loadTerms(null)
  const biden = terms.get('joe biden') ?? []
  expect(biden.map(({ role, from, source, table }) => [role, from, source, table])).toEqual([
    ['vice president', '2009-01-20', 'own', 'leaders.tsv'],
    ['president', '2021-01-20', 'own', 'leaders.tsv'],
  ])
})

test('what an analyst’s own table says of a name stands alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'terms-'))
  await writeFile(
    join(folder, 'leaders.tsv'),
    'name\tiso3\trole\tfrom\nAnton Veresk\tMRV\tpresident\t2024-03-01\nJoe Biden\tUSA\tsenator\t1973-01-03\n',
  )
  const terms = await loadTerms(folder)
  expect(terms.get('joe biden')?.map(({ role }) => role)).toEqual(['senator'])
  expect(terms.get('anton veresk')).toMatchObject([{ country: 'MRV', source: null, asOf: null }])
})

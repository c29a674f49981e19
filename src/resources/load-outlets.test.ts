import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadOutlets } from './load-outlets.ts'

const folderWith = async (content: string) => {
  const folder = await mkdtemp(join(tmpdir(), 'outlets-'))
  await writeFile(join(folder, 'outlets.tsv'), content)
  return folder
}

test('outlets are there by every name that is written for them, and our table grades none', async () => {
  const outlets = await loadOutlets(null)
  expect(outlets.get('AP')).toBe(outlets.get('Associated Press'))
  expect(outlets.get('TASS')).toMatchObject({ isStateRun: true, country: 'RUS' })
  expect([...outlets.values()].every(({ reliability }) => reliability === null)).toBe(true)
})

test('an analyst’s own table adds outlets and letters', async () => {
  const outlets = await loadOutlets(await folderWith('name\treliability\nMeridian Press\tb\nReuters\tA\n'))
  expect(outlets.get('Meridian Press')?.reliability).toBe('B')
  expect(outlets.get('Reuters')?.reliability).toBe('A')
})

test('a letter that is none is named with its line', async () => {
  await expect(loadOutlets(await folderWith('name\treliability\nReuters\tGood\n'))).rejects.toThrow(
    /outlets\.tsv, line 2: “Good” is no Admiralty letter/,
  )
})

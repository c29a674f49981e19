import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Gazetteer } from '../records/gazetteer.ts'
import { loadGazetteer } from './load-gazetteer.ts'

const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

async function loadWith(files: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), 'gazetteer-'))
  folders.push(folder)
  for (const [file, content] of Object.entries(files)) await writeFile(join(folder, file), content)
  return await loadGazetteer(folder)
}

const named = ({ names }: Gazetteer, written: string) =>
  [...names.values()].flat().filter((name) => name.written === written)

test('every table of ours can be read, and every term of it has a code', async () => {
  const { gazetteer, version } = await loadGazetteer(null)
  expect(version).toBe('gazetteer@2')
  for (const own of gazetteer.names.values())
    for (const { actor } of own)
      for (const { code } of actor.terms) expect(code).toMatch(/^(?:[A-Z]{3}|---)+$/)
  expect(gazetteer.outlets.get('belta.by')?.isStateRun).toBe(true)
})

test('no two terms of one office overlap for one person', async () => {
  const { gazetteer } = await loadGazetteer(null)
  const people = new Set([...gazetteer.names.values()].flat().map(({ actor }) => actor))
  for (const { kind, name, terms } of people) {
    if (kind !== 'person') continue
    // REIGN, whose leaders have no office, tells ends by the month.
    const own = terms.filter(({ role }) => role !== 'leader')
    for (const [i, term] of own.entries()) {
      const next = terms
        .slice(i + 1)
        .find(({ role, country }) => role === term.role && country === term.country)
      if (next) expect(`${name} ${next.from}` >= `${name} ${term.to ?? '9999'}`, name).toBe(true)
    }
  }
})

test('a user’s table adds names, and what it says of somebody replaces what we say', async () => {
  const head = 'name\taliases\tsurnames\tiso3\trole\troles\tfrom\tto\n'
  const { gazetteer, version } = await loadWith({
    'leaders.tsv': `${head}Olaf Scholz\t\tScholz\tDEU\tmayor\tGOV\t2027-01-01\t\nAnton Veresk\t\tVeresk\tDEU\tminister\tGOV\t2020-01-01\t\n`,
  })
  expect(version).toMatch(/^gazetteer@2\+[0-9a-f]{8}$/)
  expect(named(gazetteer, 'Anton Veresk')).toHaveLength(1)
  expect(named(gazetteer, 'Olaf Scholz')[0]?.actor.terms.map(({ role }) => role)).toEqual(['mayor'])
})

test('PETRARCH’s dictionaries are read: names, synonyms, dates, legacy country codes', async () => {
  const { gazetteer } = await loadWith({
    'ours.actors': '# ours\nANTON_VERESK_ [ROMGOV 130414-260101][ROMELI >260101] ; a note\n+VERESK_\n',
    'ours.agents': 'HARBOUR_MASTER [~GOV]\n',
  })
  const [name] = named(gazetteer, 'Anton Veresk')
  expect(name?.actor.terms).toEqual([
    {
      country: 'ROU',
      code: 'ROUGOV',
      role: null,
      office: null,
      from: '2013-04-14',
      to: '2026-01-01',
      asOf: null,
    },
    { country: 'ROU', code: 'ROUELI', role: null, office: null, from: '2026-01-01', to: null, asOf: null },
  ])
  expect(named(gazetteer, 'Veresk')[0]?.actor).toBe(name?.actor)
  expect(gazetteer.offices.get('master')?.map(({ words }) => words)).toContain('harbour master')
})

test.each([
  [{ 'leaders.tsv': 'name\trole\nAnton Veresk\t\n' }, 'leaders.tsv, line 2: “role” is empty'],
  [{ 'leaders.tsv': 'name\trole\tfrom\nAnton Veresk\tmayor\tMay 2020\n' }, 'line 2: “May 2020” is no day'],
  [{ 'a.actors': 'ANTON_VERESK_ [ROMGOV 13-26]\n' }, 'a.actors, line 1: “13” is no day'],
  [{ 'a.actors': '+VERESK_\n' }, 'a.actors, line 1: a synonym before any actor'],
  [{ 'a.agents': 'HARBOUR_MASTER\n' }, 'a.agents, line 1: no code'],
  [{ 'offices.tsv': 'words\tis\nmayor\tthing\n' }, 'line 2: “is” is person, body or group, not “thing”'],
])('what is wrong with a user’s file is told by file and line: %j', async (files, message) => {
  await expect(loadWith(files)).rejects.toThrow(message)
})

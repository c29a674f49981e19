import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inflectVerb } from '../../resources/inflect-verb.ts'
import { loadResources } from '../../resources/load-resources.ts'
import { parseTable } from '../../resources/parse-table.ts'
import { openReader } from '../open-reader.ts'
import { articleOf } from '../read-text.fixture.ts'

const table = (name: string) =>
  parseTable(name, readFileSync(new URL(`../../../data/codebook/${name}.tsv`, import.meta.url), 'utf8'))

const resources = await loadResources()
// Morvenia and Aldany are no countries; the tables’ examples need two that are nobody’s.
const invented = ['Morvenia', 'Aldany'].map((name) => {
  const country = { iso3: name.slice(0, 3).toUpperCase(), name }
  return [name, { country, as: 'name' as const }] as const
})
const reader = openReader({ ...resources, countries: new Map([...resources.countries, ...invented]) })
const eventsOf = (text: string) => reader.read(articleOf(text)).events

const irregular = new Map(
  parseTable('verbs', readFileSync(new URL('../../../data/lexicon/verbs.tsv', import.meta.url), 'utf8')).map(
    (row) => [row.lemma ?? '', row.past?.split('/')[0] ?? ''],
  ),
)
function pastOf(lemma: string): string {
  const known = irregular.get(lemma)
  if (known !== undefined && known !== '-') return known
  // “stopped”, “kidnapped”
  if (/^(?:[^aeiou]*[aeiou][^aeiouwxy]|kidnap|commit|permit|tear-gas)$/.test(lemma))
    return `${lemma}${lemma.at(-1)}ed`
  return inflectVerb(lemma).find(({ form }) => form === 'past')?.word ?? lemma
}

/** An example as it stands, and with each other verb of its row in its place. */
function examplesOf(example: string, lemmas: readonly string[], toForm: (lemma: string) => string): string[] {
  if (!example.includes('[')) return [example]
  return lemmas
    .filter((lemma) => !lemma.includes('_') || toForm !== pastOf)
    .map((lemma, k) => (k === 0 ? example.replace(/[[\]]/g, '') : example.replace(/\[.+\]/, toForm(lemma))))
}

const verbs = table('verbs').flatMap((row) =>
  examplesOf(row.example ?? '', (row.verbs ?? '').split(' '), pastOf).map((example) => [
    row.cameo ?? '',
    example,
  ]),
)
test.each(verbs)('%s: %s', (cameo, example) => {
  expect(eventsOf(example).map((event) => event.cameo)).toContain(cameo)
})

const nouns = table('nouns').flatMap((row) => {
  const isPlural = /s\]/.test(row.example ?? '')
  const toForm = (noun: string) => {
    const words = noun.replaceAll('_', ' ')
    if (!isPlural || words.endsWith('s')) return words
    return words.endsWith('y') ? `${words.slice(0, -1)}ies` : `${words}s`
  }
  return examplesOf(row.example ?? '', (row.nouns ?? '').split(' '), toForm).map((example) => [
    row.cameo ?? '',
    example,
  ])
})
test.each(nouns)('%s: %s', (cameo, example) => {
  expect(eventsOf(example).map((event) => event.cameo)).toContain(cameo)
})

const types: Readonly<Record<string, RegExp>> = {
  agree: /^AGREE$/,
  will: /^AGREE$/,
  threaten: /^THREATEN$/,
  request: /^REQUEST$/,
  demand: /^REQUEST$/,
  reject: /^REJECT$/,
  accuse: /^ACCUSE$/,
  fail: /^REJECT$/,
  exclude: /^REJECT$/,
  consider: /^$/,
}
const governing = table('operators').flatMap((row) =>
  (row.pos === 'VERB'
    ? examplesOf(row.example ?? '', (row.words ?? '').split(' '), pastOf)
    : [(row.example ?? '').replace(/[[\]]/g, '')]
  ).map((example) => [row.operator ?? '', example]),
)
test.each(governing)('%s: %s', (operator, example) => {
  const found = eventsOf(example)
  if (operator === 'consider') expect(found).toEqual([])
  else if (operator === 'deny')
    expect(found).toMatchObject([{ modality: 'denied', auxiliaries: ['negation'] }])
  else expect(found.map(({ type }) => type).join()).toMatch(types[operator] ?? /^[A-Z]/)
})

test('every code of the tables has a Goldstein value, and its quad class is that of its type', () => {
  for (const { code, goldstein, quadClass } of resources.codebook.cameo.values()) {
    expect([code, Math.abs(goldstein) <= 10, quadClass >= 1 && quadClass <= 4]).toEqual([code, true, true])
  }
})

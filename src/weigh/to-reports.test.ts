import { expect, test } from 'vitest'
import { bareStatement } from '../records/bare-parts.ts'
import type { Outlet } from '../records/gazetteer.ts'
import type { Actor, Reading, Statement } from '../records/reading.ts'
import { callsFalse } from './calls-false.ts'
import { findDocument } from './find-document.ts'
import { findInstitutionInRole } from './find-institution.ts'
import { openOutlets } from './open-outlets.ts'
import { toReports } from './to-reports.ts'

const outlet = (name: string, more: Partial<Outlet> = {}): Outlet => ({
  name,
  hosts: [],
  country: null,
  isStateRun: false,
  isWire: false,
  owner: null,
  family: null,
  reliability: null,
  ...more,
})
const agency = outlet('Associated Press', { isWire: true, family: 'AP', country: 'USA' })
const findOutlet = openOutlets(
  new Map([
    ['Associated Press', agency],
    ['AP', agency],
    ['CNN', outlet('CNN', { reliability: 'B' })],
    ['Washington Post', outlet('Washington Post')],
  ]),
)

test.each(['the AP', 'Associated Press', 'AP (wire)', 'The Associated Press'])(
  '%s is one outlet',
  (written) => {
    expect(findOutlet(written)?.name).toBe('Associated Press')
  },
)

test('what names no outlet is none', () => {
  expect(findOutlet('Harbour Ledger')).toBeNull()
})

test.each([
  'the story that came out tonight, as reported, is false',
  'the claims are baseless',
  'that any suggestion that she gave the order was “categorically false”',
  'that the reports of a strike turned out not to be true',
])('“%s” calls a report false', (proposition) => {
  expect(callsFalse(proposition)).toBe(true)
})

test.each([
  'that the minister told the clerk to lie to parliament about the port',
  'that it was a false alarm',
  'the report was accurate',
])('“%s” calls none false', (proposition) => {
  expect(callsFalse(proposition)).toBe(false)
})

test('a document is known by its head, and people are none', () => {
  expect(findDocument('a court order obtained by the Ledger')).toBe('order')
  expect(findDocument('a White House statement')).toBe('statement')
  expect(findDocument('the author of the report')).toBeNull()
})

test('a role names the institution that somebody speaks for', () => {
  expect(findInstitutionInRole('director of Internet analysis at Dyn Research')).toBe('dyn research')
  expect(findInstitutionInRole('Pentagon spokesman')).toBe('pentagon')
  expect(findInstitutionInRole('fisherman')).toBeNull()
})

const text =
  'Two officials told the Associated Press that the port is closed. The ministry called the report false. He met Ann.'
const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const actor = (words: string, more: Partial<Actor>): Actor => ({
  kind: 'body',
  name: words,
  role: null,
  country: null,
  code: null,
  wikidata: null,
  count: null,
  basis: 'article',
  spans: [span(words)],
  ...more,
})
const statement = (more: Partial<Statement>): Statement => ({
  ...bareStatement,
  cue: span('told'),
  ...more,
})
const reading: Reading = {
  mode: 'full',
  stages: [],
  sentences: [
    { ...span('Two officials told the Associated Press that the port is closed.'), tokens: [] },
    { ...span('The ministry called the report false.'), tokens: [] },
  ],
  mentions: [],
  references: [],
  actors: [
    actor('Two officials', { kind: 'unnamed', name: null, role: 'officials', code: '---GOV' }),
    actor('Associated Press', { kind: 'outlet' }),
    actor('The ministry', { code: 'NORGOV', country: 'NOR' }),
  ],
  times: [],
  statements: [
    statement({
      source: span('Two officials'),
      sourceActor: 0,
      content: span('that the port is closed'),
      addressee: span('the Associated Press'),
      addresseeActor: 1,
    }),
    statement({
      source: span('The ministry'),
      sourceActor: 2,
      cue: span('called'),
      content: span('the report false'),
      modality: 'denied',
      sentence: 1,
    }),
  ],
  events: [],
  loadedWords: [],
  problems: [],
}
const reports = toReports(
  {
    id: 'a1',
    title: null,
    outlet: 'CNN (Web News)',
    url: null,
    byline: null,
    publishedAt: null,
    credits: [],
    text,
  },
  reading,
  { readingId: 'r1', findOutlet, toId: (key) => key },
)

test('a chain goes from the outlet over the agency that was told to those who said it', () => {
  expect(reports[0]?.chain.map(({ kind, how, name }) => [kind, how, name])).toEqual([
    ['outlet', 'prints', 'CNN'],
    ['agency', 'cites', 'Associated Press'],
    ['unnamed', 'says', null],
  ])
  expect(reports[0]).toMatchObject({ stance: 'attributes', reliability: 'B' })
})

test('a denial is a report on the other side, by whoever denies', () => {
  expect(reports[1]).toMatchObject({ stance: 'denies', source: 'The ministry' })
  expect(reports[1]?.chain.at(-1)).toMatchObject({ kind: 'body', country: 'NOR' })
})

test('every link and every report points at words of the text', () => {
  for (const { span: at, chain } of reports) {
    expect(at.end).toBeLessThanOrEqual(text.length)
    for (const { words, span: of } of chain) if (of) expect(text.slice(of.start, of.end)).toBe(words)
  }
  expect(new Set(reports.map(({ id }) => id)).size).toBe(2)
})

test('who relays only that somebody denies something tells the denial', () => {
  const words = 'The agency said that the ministry denied that the port is closed. It was late.'
  const at = (part: string) => ({ start: words.indexOf(part), end: words.indexOf(part) + part.length })
  const relayed: Reading = {
    ...reading,
    sentences: [{ ...at('The agency said that the ministry denied that the port is closed.'), tokens: [] }],
    actors: [],
    statements: [
      statement({
        cue: at('said'),
        source: at('The agency'),
        content: at('that the ministry denied that the port is closed'),
      }),
      statement({
        cue: at('denied'),
        source: at('the ministry'),
        content: at('that the port is closed'),
        modality: 'denied',
        nestedIn: 0,
      }),
    ],
    events: [],
  }
  const tell = (of: Reading) =>
    toReports(
      {
        id: 'a',
        text: words,
        title: null,
        outlet: 'CNN',
        publishedAt: null,
        credits: [],
        url: null,
        byline: null,
      },
      of,
      {
        readingId: 'r',
        findOutlet,
        toId: (key) => key,
      },
    ).map(({ stance }) => stance)
  expect(tell(relayed)).toEqual(['denies', 'denies'])
  const [outer, inner] = relayed.statements
  if (!outer || !inner) throw new Error('two statements')
  expect(tell({ ...relayed, statements: [outer, { ...inner, modality: 'reported' }] })).toEqual([
    'attributes',
    'attributes',
  ])
})

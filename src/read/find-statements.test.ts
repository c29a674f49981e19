import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { statementsOf } from './read-text.fixture.ts'

const rows = (file: string) =>
  readFileSync(new URL(`../../data/cues/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))

test.each(rows('verbs.tsv').map(([lemma = '', , , , example = '']) => [lemma, example]))(
  '%s attributes in “%s”',
  (_, example) => {
    const [statement, ...more] = statementsOf(example)
    expect(statement?.source).not.toBeNull()
    expect(statement?.content.length).toBeGreaterThan(0)
    expect(more).toEqual([])
  },
)

test.each(rows('phrases.tsv').map(([phrase = '', , , example = '']) => [phrase, example]))(
  '“%s” attributes in “%s”',
  (phrase, example) => {
    expect(statementsOf(example).map(({ cue }) => cue?.toLowerCase())).toContain(phrase)
  },
)

const [plain] = [
  (text: string) =>
    statementsOf(text).map(({ source, content, kind, modality }) => ({ source, content, kind, modality })),
]

test('a quotation with its speaker behind it', () => {
  expect(plain('“The talks went well,” said Ana Petrov, a spokeswoman for the port.')).toEqual([
    {
      source: 'Ana Petrov, a spokeswoman for the port',
      content: ['“The talks went well,”'],
      kind: 'direct',
      modality: 'reported',
    },
  ])
})

test('a quotation that is interrupted is one statement in two parts', () => {
  expect(plain('“The rent,” she added, “would be relief.”')).toEqual([
    { source: 'she', content: ['“The rent,”', '“would be relief.”'], kind: 'direct', modality: 'reported' },
  ])
})

test('a quotation that goes on in the next sentence is the same speaker’s', () => {
  expect(plain('“I will wait,” Marsh said. “He can read a calendar.”')).toEqual([
    {
      source: 'Marsh',
      content: ['“I will wait,”', '“He can read a calendar.”'],
      kind: 'direct',
      modality: 'planned',
    },
  ])
})

test('quoted words inside reported speech are mixed', () => {
  expect(plain('Marsh declared that Quintero’s days were “running out”.')).toEqual([
    {
      source: 'Marsh',
      content: ['that Quintero’s days were “running out”'],
      kind: 'mixed',
      modality: 'reported',
    },
  ])
})

test('a relay and the one it relays are two statements, the second through the first', () => {
  const [outer, inner] = statementsOf(
    'According to the state agency MTA, Veresk told the envoy that he should return.',
  )
  expect(outer).toMatchObject({ source: 'the state agency MTA', via: null })
  expect(inner).toMatchObject({
    source: 'Veresk',
    content: ['that he should return'],
    via: 'the state agency MTA',
  })
})

test('“quoted X as saying” gives the one quoted, through the one who quotes', () => {
  expect(statementsOf('“We will meet again,” MTA quoted Veresk as saying.')).toMatchObject([
    { source: 'Veresk', via: 'MTA', content: ['“We will meet again,”'], kind: 'direct' },
  ])
})

test('a condition is found with its words', () => {
  expect(statementsOf('Quintero told Marsh that he would go if he were granted an amnesty.')).toMatchObject([
    { source: 'Quintero', modality: 'conditional', condition: 'if he were granted an amnesty' },
  ])
})

test('a denial is denied, and so is what it holds', () => {
  expect(
    statementsOf('Arce denied that Quintero had agreed to leave.').map(({ source, modality }) => [
      source,
      modality,
    ]),
  ).toEqual([
    ['Arce', 'denied'],
    ['Quintero', 'denied'],
  ])
})

test('an enquiry without an answer keeps who asked, who is silent, and about what', () => {
  const text =
    'The Ledger tried to clarify whether asylum was offered, but Veresk’s office did not respond to requests for comment.'
  expect(statementsOf(text)).toMatchObject([
    { source: 'The Ledger', content: ['whether asylum was offered'], modality: null },
    { source: 'Veresk’s office', content: ['whether asylum was offered'], modality: 'no-comment' },
  ])
})

test.each([
  'The ministry declined to comment.',
  'The ministry did not immediately reply.',
  'A spokeswoman would not discuss the letter.',
  'The general could not be reached for comment.',
  'His office has not responded to questions about the letter.',
])('silence is a statement of its own: %s', (text) => {
  expect(statementsOf(text).map(({ modality }) => modality)).toEqual(['no-comment'])
})

test('a second verb shares its subject', () => {
  expect(
    statementsOf('Marsh declared that the ships would stay and declined to rule out force.').map(
      ({ source, cue }) => [source, cue],
    ),
  ).toEqual([
    ['Marsh', 'declared'],
    ['Marsh', 'declined to rule out'],
  ])
})

test('“reportedly” has no source and hedges its clause', () => {
  expect(statementsOf('Veresk has reportedly left Selgrad.')).toMatchObject([
    { source: null, cue: 'reportedly', modality: 'hedged' },
  ])
})

test.each([
  'Officials spoke.',
  'The claim was old, and the report was lost.',
  'The timing suggests that Selgrad could serve as a refuge.',
  'The two states have long maintained friendly ties.',
  'The ministers’ statement of claim reports nothing.',
])('nothing is attributed in “%s”', (text) => {
  expect(statementsOf(text)).toEqual([])
})

test('a dateline is not said by anybody', () => {
  const [statement] = statementsOf('SELGRAD, Nov 20 (Meridian Press) - The bridge is shut, the army said.')
  expect(statement?.content).toEqual(['The bridge is shut'])
})

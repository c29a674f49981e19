import { expect, test } from 'vitest'
import { readText } from '../read-text.fixture.ts'

/** Events of a text as “TYPE actor > recipient”. */
function told(text: string) {
  const { reading, words } = readText(text)
  return reading.events.map(({ type, actor, recipient }) => `${type} ${words(actor)} > ${words(recipient)}`)
}

test('two who meet two are four pairs, two who meet are one', () => {
  expect(told('France and Italy met Spain.')).toEqual(['CONSULT France > Spain', 'CONSULT Italy > Spain'])
  expect(told('France and Italy held talks in Selgrad.')).toEqual(['CONSULT France > Italy'])
})

test('what is threatened, asked or told of somebody is not told as done', () => {
  expect(told('Norway threatened to impose sanctions on Iceland.')).toEqual(['THREATEN Norway > Iceland'])
  expect(told('Norway called on Iceland to withdraw its troops from Ireland.')).toEqual([
    'REQUEST Norway > Iceland',
  ])
  expect(told('Norway accused Iceland of bombing Ireland.')).toEqual(['ACCUSE Norway > Iceland'])
  expect(told('Norway refused to recognize Iceland.')).toEqual(['REJECT Norway > Iceland'])
  expect(told('Norway agreed to send troops to Iceland.')).toEqual(['AGREE Norway > Iceland'])
})

test('who declines to exclude force threatens it', () => {
  const { reading } = readText('Norway declined to rule out military action against Iceland.')
  expect(reading.events).toMatchObject([
    { type: 'THREATEN', actor: { country: 'NOR' }, recipient: { country: 'ISL' } },
  ])
})

test('a passive is done by who stands behind “by”, or by nobody told', () => {
  expect(told('The minister was arrested by police in Iceland.')).toEqual(['COERCE police > The minister'])
  expect(told('Two Icelandic soldiers were killed in Selgrad.')).toEqual([
    'ASSAULT null > Two Icelandic soldiers',
  ])
})

test('a noun tells a deed where both its parties stand beside it', () => {
  expect(told('The Norwegian attack on Iceland surprised many.')).toEqual(['ASSAULT Norwegian > Iceland'])
  expect(told('The attack surprised many.')).toEqual([])
})

test('a relative clause has its noun for a party', () => {
  expect(told('The rebels that attacked the army are gone.')).toEqual(['ASSAULT The rebels > the army'])
})

test('words against things are no blows', () => {
  expect(told('The minister attacked the bill.')).toEqual([])
  expect(told('The government continued its fight against inflation.')).toEqual([])
})

test('a question, a condition and a purpose tell nothing as done', () => {
  expect(told('Did Norway attack Iceland?')).toEqual([])
  expect(told('If Norway attacks Iceland, prices will rise.')).toEqual([])
  expect(told('Norway waited to attack Iceland.')).toEqual([])
})

test('one meeting told twice is one event with two mentions', () => {
  const { reading } = readText(
    'The president of Norway met the president of Iceland in Selgrad. Norway’s president met Iceland’s president on Thursday.',
  )
  expect(reading.events).toHaveLength(1)
  expect(reading.events[0]?.evidence).toHaveLength(2)
})

test('a second meeting in 17 days is two meetings', () => {
  const { reading } = readText(
    'On Thursday, the president of Norway held his second meeting in 17 days with Iceland’s ambassador.',
  )
  expect(reading.events.map(({ type, when }) => [type, when?.from, when?.to])).toEqual([
    ['CONSULT', '2025-11-20', '2025-11-20'],
    ['CONSULT', '2025-11-03', '2025-11-19'],
  ])
})

test('a refusal to do something is a fact, a deed that was not done is none', () => {
  expect(readText('Norway will not lift the ban on the opposition.').reading.events).toMatchObject([
    { type: 'REJECT', modality: 'fact' },
  ])
  expect(readText('Norway did not attack Iceland.').reading.events).toMatchObject([
    { type: 'ASSAULT', modality: 'negated', auxiliaries: ['negation'] },
  ])
})

test('an event carries its codes, numbers and instrument', () => {
  const { reading, words } = readText('Norwegian soldiers killed at least 12 rebels in Iceland with drones.')
  const [event] = reading.events
  expect(event).toMatchObject({
    type: 'ASSAULT',
    quadClass: 4,
    goldstein: -10,
    contexts: ['military'],
    counts: [{ of: 'killed', min: 12, max: null, unit: 'rebel' }],
  })
  expect(words(event?.instrument ?? null)).toBe('drones')
  expect(words(event?.trigger ?? null)).toBe('killed')
})

test('killed, hurt and arrested are counted apart', () => {
  const { reading } = readText('Egyptian police killed 3 protesters and arrested dozens of students.')
  expect(reading.events.flatMap(({ counts }) => counts.map(({ of, min, max }) => [of, min, max]))).toEqual([
    ['killed', 3, 3],
    ['arrested', 24, null],
  ])
})

test('what words hold as a demand, a claim, an aim or an ability tells nothing as done', () => {
  expect(told('He helped with the demand that Norway investigate Iceland.')).toEqual([])
  expect(told('The efforts to bomb Iceland went on for Norway.')).toEqual([])
  expect(told('Norway can impose sanctions on Iceland.')).toEqual([])
  expect(told('Countries that attack Iceland will pay.')).toEqual([])
})

test('a question that is asked is no request, and a dateline’s town no doer', () => {
  expect(told('The minister asked Iceland why it waited.')).toEqual([])
  expect(
    told('OSLO (AP) — President Anna Veresk launched an investigation into the minister on Tuesday.'),
  ).toEqual(['ACCUSE Anna Veresk > the minister'])
})

test('whoever would be welcome in a country is invited', () => {
  expect(told('The president would be welcomed in Norway.')).toEqual(['AGREE Norway > The president'])
  expect(
    told('The prime minister of Norway said that President Anna Veresk would be welcome in his country.'),
  ).toEqual(['AGREE The prime minister > Anna Veresk'])
})

test('what is said to come is placed from the day of the saying', () => {
  const { reading } = readText(
    'On 10 November the president of Norway told reporters that he would visit Iceland.',
  )
  expect(reading.events).toMatchObject([{ type: 'AGREE', when: { from: '2025-11-10', to: null } }])
})

test.each([
  ['England beat Australia in Sydney.', []],
  ['Brazil destroyed Germany in the semi-final.', []],
  ['In the film, Germany invades France.', []],
  ['Neither China nor Russia sent troops to Myanmar.', ['negated', 'negated']],
  ['Japan nearly attacked North Korea.', ['negated']],
  ['The report that Israel killed a Lebanese commander proved untrue.', ['denied']],
  ['There is no evidence that Iran armed the Houthis, the envoy said.', ['hedged']],
  ['The Kremlin did not deny that Russia had sent troops to Mali.', ['hedged']],
])('what did not happen is not told as a deed: %s', (text, modalities) => {
  expect(readText(text).reading.events.map(({ modality }) => modality)).toEqual(modalities)
})

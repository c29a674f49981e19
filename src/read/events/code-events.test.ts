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

/** The parties of a text’s events as “TYPE actor > recipient” in CAMEO’s codes. */
function coded(text: string) {
  const { reading } = readText(text)
  return reading.events.map(
    ({ type, actor, recipient }) => `${type} ${actor?.code ?? null} > ${recipient?.code ?? null}`,
  )
}

test.each([
  ['Soldiers killed two protesters in Kenya.', ['ASSAULT KENMIL > KENCVL']],
  ['RAIPUR, India - Police arrested two protesters on Monday.', ['COERCE INDCOP > INDCVL']],
  ['NAIROBI: The army killed two rebels on Monday.', ['ASSAULT KENMIL > KENREB']],
  ['The army of Norway trains often. Police arrested two protesters.', ['COERCE NORCOP > NORCVL']],
  ['The minister condemned Kenya.', ['ACCUSE ---GOV > KEN']],
  [
    'The Kenyan minister met the Ugandan minister. The police arrested a rebel.',
    ['CONSULT KENGOV > UGAGOV', 'COERCE ---COP > ---REB'],
  ],
  ['Ethnic Albanians demonstrated in Serbia.', ['PROTEST SRBCVLALB > SRB']],
  ['A journalist was killed in a bomb blast in a quarter of eastern Beirut.', ['ASSAULT null > LBNMED']],
])('whose “the police” are is plain from the place or the article, or left open: %s', (text, expected) => {
  expect(coded(text)).toEqual(expected)
})

test.each([
  ['Oslo (CNN) The Norwegian president met the Kenyan president.', ['CONSULT NORGOV > KENGOV']],
  ['ADDIS ABABA, Ethiopia - Kenya bombed Uganda on Monday.', ['ASSAULT KEN > UGA']],
  ['BEIRUT (AP) — Kenya bombed Uganda on Monday.', ['ASSAULT KEN > UGA']],
  ['(Reuters) - Kenya bombed Uganda on Monday.', ['ASSAULT KEN > UGA']],
])('a dateline’s town does nothing: %s', (text, expected) => {
  expect(coded(text)).toEqual(expected)
})

test.each([
  ['Norway launched missiles at Iceland.', ['ASSAULT NOR > ISL']],
  ['Norway launched a missile toward Iceland.', ['MOBILIZE NOR > ISL']],
  ['Norway shelved a plan to send troops to Iceland.', []],
  ['Norway urged NATO to bomb Iceland.', ['REQUEST NOR > IGOWSTNAT']],
  ['Norway called for sanctions against Iceland.', ['ACCUSE NOR > ISL']],
  ['Norway will not send tanks to Iceland.', ['REJECT NOR > ISL']],
  ['Norway named Roake envoy to Iceland.', ['SUPPORT NOR > ISL']],
  ['The Icelandic ambassador was summoned by the Norwegian foreign ministry.', ['ACCUSE NORGOV > ISLGOVDIP']],
  ['Talks between Norway and Iceland were called off.', ['SANCTION NOR > ISL']],
  ['Norway and Iceland accused each other of lying.', ['ACCUSE NOR > ISL', 'ACCUSE ISL > NOR']],
  ['Norway rejected an Icelandic peace plan.', ['REJECT NOR > ISL']],
  ['Norway accepted an invitation to hold talks with Iceland.', ['AGREE NOR > ISL']],
  ['The president of Norway called the president of Iceland to thank her.', ['CONSULT NORGOV > ISLGOV']],
  ['Norwegian and Danish ships attacked Iceland.', ['ASSAULT NOR > ISL', 'ASSAULT DNK > ISL']],
  ['Norway will withdraw inspectors and observers from Iceland.', ['THREATEN NOR > ISL']],
  ['Rebels in Mali rejected an appeal from Kenya to lay down their arms.', ['REJECT MLIREB > KEN']],
  ['Norway demanded an admission by Iceland that it lied.', ['REQUEST NOR > ISL']],
])('%s', (text, expected) => {
  expect(coded(text)).toEqual(expected)
})

test('what was expected is hedged, and nothing where it came to nothing', () => {
  expect(
    readText('Norway’s president was due to meet Iceland’s president in June.').reading.events,
  ).toMatchObject([{ type: 'AGREE', modality: 'hedged', auxiliaries: ['hypothetical'] }])
  expect(
    told('Norway’s president was expected to meet Iceland’s president, but the meeting never took place.'),
  ).toEqual([])
})

test.each([
  'Iceland denied that it had attacked Norway.',
  'Iceland denied attacking Norway.',
  'Iceland denied reports that it had attacked Norway.',
])('a denial names who is said to have done it: %s', (text) => {
  expect(readText(text).reading.events).toMatchObject([
    { type: 'ASSAULT', modality: 'denied', actor: { country: 'ISL' }, recipient: { country: 'NOR' } },
  ])
})

test('casualties are counted without a doer where force is told, and not where a bus overturns', () => {
  const { reading } = readText('Twelve people were killed and 30 wounded when a bomb exploded in Nairobi.')
  expect(reading.events.flatMap(({ counts }) => counts.map(({ of, min, max }) => [of, min, max]))).toEqual([
    ['killed', 12, 12],
    ['injured', 30, 30],
  ])
  expect(told('At least nine people were killed when a bus overturned in Kenya.')).toEqual([])
  expect(readText('Between 10 and 15 soldiers were killed by rebels in Mali.').reading.events).toMatchObject([
    { counts: [{ min: 10, max: 15 }] },
  ])
})

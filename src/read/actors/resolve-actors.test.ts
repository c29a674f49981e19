import { expect, test } from 'vitest'
import { type Actor, readingModes } from '../../records/reading.ts'
import { readText } from '../read-text.fixture.ts'

type Mode = (typeof readingModes)[number]

/** The actors of a text: code, kind, name or role, and the words that mean them. */
function actorsOf(text: string, day: string | null = '2025-11-28', mode: Mode = 'full') {
  const { reading, words } = readText(text, day, mode)
  return reading.actors.map((actor) => ({ ...actor, words: actor.spans.map(words) }))
}

/** Whom the first statement’s source means. */
function sourceOf(text: string, day: string | null = '2025-11-28', mode: Mode = 'full'): Actor | null {
  const { reading } = readText(text, day, mode)
  const index = reading.statements[0]?.sourceActor ?? null
  return index === null ? null : (reading.actors[index] ?? null)
}

test.each([
  ['Venezuela’s ambassador to Russia said the talks went well.', 'VENGOVDIP', 'person'],
  ['The Venezuelan ambassador to Russia said the talks went well.', 'VENGOVDIP', 'person'],
  ['Lukashenko’s office said nothing more.', 'BLRGOV', 'body'],
  ['The Trump administration said it would wait.', 'USAGOV', 'body'],
  ['President Donald Trump’s administration said it would wait.', 'USAGOV', 'body'],
  ['Washington said it would wait.', 'USAGOV', 'country'],
  ['The Kremlin said nothing would change.', 'RUSGOV', 'country'],
  ['Venezuela’s opposition said the vote was stolen.', 'VENOPP', 'body'],
  ['Belarusian state media said he had left.', 'BLRGOVMED', 'body'],
  ['Reuters said the ships had left.', 'GBRMED', 'outlet'],
  ['Ana Petrov, a spokeswoman for the French foreign ministry, said the road was open.', 'FRAGOV', 'person'],
  ['A senior Israeli army officer said the order came late.', 'ISRMIL', 'unnamed'],
  ['A Hamas official said the answer was ready.', 'PSEREBHMS', 'unnamed'],
  ['UN peacekeepers said they saw the convoy.', 'IGOUNOMIL', 'group'],
  ['US-backed Syrian rebels said they took the town.', 'SYRREB', 'group'],
  ['Police in Nairobi said two students were shot.', 'KENCOP', 'body'],
  ['Moscow’s ambassador to Washington said he was leaving.', 'RUSGOVDIP', 'person'],
  ['The mayor of Paris said the river was clean.', 'FRAGOV', 'person'],
  ['Turkish Kurd refugees said the camp was full.', 'TURREFKUR', 'group'],
  ['Opposition lawmakers in Kenya said they would walk out.', 'KENOPPLEG', 'unnamed'],
])('%s', (text, code, kind) => {
  const source = sourceOf(text)
  expect([source?.code, source?.kind]).toEqual([code, kind])
})

test.each(readingModes)('the same holds in %s mode', (mode) => {
  expect(sourceOf('Venezuela’s ambassador to Russia said the talks went well.', undefined, mode)?.code).toBe(
    'VENGOVDIP',
  )
})

test('a country that no table knows is no code', () => {
  const source = sourceOf('Ana Petrov, a spokeswoman for the Morvenian foreign ministry, said it was open.')
  expect(source).toMatchObject({ name: 'Ana Petrov', country: null, code: '---GOV', basis: 'article' })
})

test('the unnamed are counted where the words count them', () => {
  expect(sourceOf('Two officials familiar with the matter said the deal was dead.')).toMatchObject({
    kind: 'unnamed',
    name: null,
    code: '---GOV',
    count: { min: 2, max: 2 },
  })
  expect(sourceOf('A dozen lawmakers said they agreed.')?.count).toEqual({ min: 12, max: 12 })
  expect(sourceOf('Dozens of protesters said they were beaten.')?.count).toEqual({ min: 24, max: null })
  expect(sourceOf('Some 300 protesters said they were beaten.')?.count).toBeNull()
})

test('a leader is in office for a time, and was before the elite of a country afterwards', () => {
  const codeOn = (day: string | null) => sourceOf('Barack Obama said he voted.', day)?.code
  expect(codeOn('2012-05-01')).toBe('USAGOV')
  expect(codeOn('2025-11-28')).toBe('USAELI')
  expect(sourceOf('Former president Hugo Ferrán said he would sue.')?.code).toBe('---ELI')
  expect(sourceOf('President Joe Biden said he agreed.', '2025-11-28')?.code).toBe('USAELI')
  expect(sourceOf('Mark Rutte said he agreed.', '2020-01-01')?.code).toBe('NLDGOV')
  expect(sourceOf('Mark Rutte said he agreed.', '2025-01-01')?.code).toBe('IGOWSTNAT')
})

test('a surname alone means a leader only where it can mean nobody else', () => {
  expect(sourceOf('Putin said he knew.')?.name).toBe('Vladimir Putin')
  expect(sourceOf('Brown said he knew.', '2009-01-01')?.code).toBeNull()
  expect(sourceOf('Prime Minister Brown said he knew.', '2009-01-01')?.name).toBe('Gordon Brown')
  // Two Bushes were president, both of the United States.
  expect(sourceOf('President Bush said he knew.', null)).toMatchObject({ name: 'Bush', code: 'USAGOV' })
})

test('a seat of government acts for it, and is a place otherwise', () => {
  const codes = (text: string) => actorsOf(text).map(({ name, code }) => [name, code])
  expect(codes('Talks with Caracas failed under pressure from Washington.')).toEqual([
    ['Venezuela', 'VENGOV'],
    ['United States', 'USAGOV'],
  ])
  expect(codes('In Washington, snow fell.')).toEqual([])
})

test('phrases that mean one actor share it', () => {
  const actors = actorsOf(
    'French President Emmanuel Macron met Chancellor Friedrich Merz. The French president said Europe must act.',
  )
  expect(actors.map(({ code, words }) => [code, words])).toEqual([
    ['FRAGOV', ['Emmanuel Macron', 'The French president']],
    ['DEUGOV', ['Friedrich Merz']],
  ])
  const former = actorsOf(
    'Former U.S. President Barack Obama said he voted. The former president said no more.',
  )
  expect(former).toHaveLength(1)
})

test.each([
  ['A senior Saudi official said it was over.', 'SAUGOV'],
  ['Ilse Brandt, an aide to Zelensky, said it was over.', 'UKRGOV'],
  ['Ove Lind, the US national security adviser, said it was over.', 'USAGOV'],
  ['Ove Lind, D-Ohio, said it was over.', 'USALEG'],
  ['San Francisco Board of Supervisors members said it was over.', 'USAGOV'],
  ['Lukashenko’s remarks suggested that it was over.', 'BLRGOV'],
])('nearest words say whose they are: %s', (text, code) => {
  expect(sourceOf(text)?.code).toBe(code)
})

test('several owners are none', () => {
  expect(sourceOf('The leaders of France, Spain and Italy said they agreed.')?.country ?? null).toBeNull()
})

test('a body with a name of its own keeps it', () => {
  expect(sourceOf('The Aldany Harbour Commission said the pier was shut.')).toMatchObject({ kind: 'body' })
  expect(sourceOf('The National Rifle Association said it would sue.')).toMatchObject({
    name: 'National Rifle Association',
    code: 'USANGO',
  })
})

test('a dateline acts nowhere', () => {
  expect(actorsOf('WASHINGTON (Reuters) - The ships left in the night.').map(({ name }) => name)).toEqual([])
})

test('Georgia is where the article’s other places are', () => {
  const nameOf = (text: string) => actorsOf(text).find(({ words }) => words.includes('Georgia'))?.code
  expect(nameOf('Georgia and Alabama sued. Alabama lost in Atlanta.')).toBe('USA')
  expect(nameOf('Georgia sued, officials in Tbilisi said.')).toBe('GEO')
})

test('an outlet is known by name, in its state’s service or not', () => {
  expect(sourceOf('According to the state-run news agency Belta, the ships left.')).toMatchObject({
    kind: 'outlet',
    name: 'Belta',
    country: 'BLR',
    role: 'state-run news agency',
  })
})

test('who acts by an office alone is an actor, however it is called', () => {
  const actors = actorsOf(
    'He met Venezuela’s ambassador to Russia on Monday. The Venezuelan envoy left. The Trump administration protested.',
  )
  expect(actors.map(({ code, words }) => [code, words])).toEqual([
    ['VENGOVDIP', ['Venezuela’s ambassador to Russia', 'The Venezuelan envoy']],
    ['USAGOV', ['The Trump administration']],
    ['USAGOV', ['Trump']],
  ])
})

test('a list of several is nobody', () => {
  expect(sourceOf('Helen Marsh and Anton Veresk said they agreed.')).toBeNull()
})

test.each([
  ['Peru’s ex-president said the court was wrong.', 'PERELI'],
  ['The Albanians of Serbia said they would stay.', 'SRBCVLALB'],
  ['A foreign government in Kenya said it would wait.', '---GOV'],
])('%s', (text, code) => {
  expect(sourceOf(text)?.code).toBe(code)
})

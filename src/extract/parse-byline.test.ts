import { expect, test } from 'vitest'
import { parseByline } from './parse-byline.ts'

const people = (line: string, isTyped = false) =>
  parseByline(line, (name) => name === 'Herald', isTyped).people

test.each([
  ['By Jane Doe', ['Jane Doe']],
  ['By JANE DOE and JOHN ROE', ['JANE DOE', 'JOHN ROE']],
  ['Von Jane Doe und John Roe', ['Jane Doe', 'John Roe']],
  ['Par Jeanne Dupré et Jean Ferrán', ['Jeanne Dupré', 'Jean Ferrán']],
  ['Por Juana Marsh y Juan Arce', ['Juana Marsh', 'Juan Arce']],
  ['Juan Marsh y Arce', ['Juan Marsh y Arce']],
  ['Автор: Анна Халлох, Пётр Арсе', ['Анна Халлох', 'Пётр Арсе']],
  ['Anna van der Marsh, Political Editor', ['Anna van der Marsh']],
  ['Jane Doe Senior Political Correspondent', ['Jane Doe']],
  ['Jane Doe in Selgrad, John Roe in Aldany', []],
  ['Jane Doe (jdo), John Roe (jro)', ['Jane Doe', 'John Roe']],
  ['Jane Doe jane@herald.example @jdoe', ['Jane Doe']],
  ['文／山田太郎、鈴木花子', ['山田太郎', '鈴木花子']],
  ['홍길동 기자', ['홍길동']],
  ['بقلم ليلى حداد', ['ليلى حداد']],
  ['Photo: Jane Doe', []],
  ['Herald Staff', []],
  ['Redaktion', []],
  ['herald.example', []],
  ['朝の新聞デジタル', []],
  ['By noon the water had risen', []],
])('%s names %j', (line, names) => {
  expect(people(line)).toEqual(names)
})

test('agencies and desks are no people', () => {
  expect(parseByline('Jane Doe, Reuters')).toEqual({ people: ['Jane Doe'], agencies: ['Reuters'], desks: [] })
  expect(parseByline('Von Jane Doe mit dpa')).toMatchObject({ people: ['Jane Doe'], agencies: ['dpa'] })
  expect(parseByline('dpa/afp').agencies).toEqual(['dpa', 'afp'])
  expect(parseByline('By The Associated Press').agencies).toEqual(['The Associated Press'])
  expect(parseByline('Reuters Staff').agencies).toEqual(['Reuters'])
  expect(parseByline('Jane Doe, Gear Team').desks).toEqual(['Gear Team'])
  expect(parseByline('Nachrichten Selgrad (www.herald.example)').desks).toEqual(['Nachrichten Selgrad'])
})

test('a name of one word is one where the page’s data say so, and alone', () => {
  expect(people('Sweida')).toEqual([])
  expect(people('Sweida', true)).toEqual(['Sweida'])
  expect(people('jane doe', true)).toEqual(['jane doe'])
  expect(people('Doe, Jane', true)).toEqual(['Jane Doe'])
  expect(people('herald.example, Northgate, Morvenia', true)).toEqual([])
  expect(people('SPA', true)).toEqual([])
  expect(people('jdoe', true)).toEqual([])
})

test('a byline without an end is read in a moment', () => {
  const start = performance.now()
  for (const piece of ['a', 'Jane ', ', ', 'and ', '(', '/', 'Von ', 'Jane Doe and '])
    parseByline(piece.repeat(1_000_000), () => false, true)
  expect(performance.now() - start).toBeLessThan(1_000)
})

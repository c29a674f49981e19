import { expect, test } from 'vitest'
import { findDateline } from './find-dateline.ts'

test.each([
  ['MINSK (Belta) – The ferry sailed.', 'MINSK', 'Belta', 'MINSK (Belta)'],
  ['MINSK, March 4 (Reuters) - The ferry sailed.', 'MINSK', 'Reuters', 'MINSK, March 4 (Reuters)'],
  ['HANOI, Vietnam (AP) — The ferry sailed.', 'HANOI, Vietnam', 'AP', 'HANOI, Vietnam (AP)'],
  ['(AFP) - The ferry sailed.', null, 'AFP', '(AFP)'],
  ['Selgrad (dpa/afp) - Die Fähre fuhr.', 'Selgrad', 'dpa/afp', 'Selgrad (dpa/afp)'],
  ['SELGRAD, Nov 20 (Meridian Press) - The ferry sailed.', 'SELGRAD', 'Meridian Press', null],
  ['SELGRAD (MTA) — The ferry sailed.', 'SELGRAD', 'MTA', 'SELGRAD (MTA)'],
  ['Madrid, 4 mar (EFE).- El barco zarpó.', 'Madrid', 'EFE', 'Madrid, 4 mar (EFE)'],
  ['(ANSA) - ROMA, 04 MAR - Il traghetto è partito.', 'ROMA', 'ANSA', '(ANSA) - ROMA, 04 MAR'],
  ['МОСКВА, 4 марта – ТАСС. Паром вышел.', 'МОСКВА', 'ТАСС', 'МОСКВА, 4 марта – ТАСС'],
  ['新华社北京3月4日电 渡轮起航。', '北京', '新华社', '新华社北京3月4日电'],
  ['【北京=共同】船は出た。', '北京', '共同', '【北京=共同】'],
  ['(서울=연합뉴스) 배가 떠났다.', '서울', '연합뉴스', '(서울=연합뉴스)'],
  ['NORTHGATE — The ferry sailed.', 'NORTHGATE', null, 'NORTHGATE'],
  ['SAN TELMO, 4 March – The ferry sailed.', 'SAN TELMO', null, 'SAN TELMO, 4 March'],
])('%s', (paragraph, place, agency, text) => {
  expect(findDateline(paragraph)).toEqual({ place, agency, text: text ?? expect.any(String) })
  expect(paragraph.startsWith(findDateline(paragraph)?.text ?? '-')).toBe(true)
})

test.each([
  'The bridge (built in 1931) - the oldest here - fell.',
  'OSLO is the capital of Norway.',
  'Northgate - the oldest here - fell.',
  'Marsh (Liberal) - who lost - went home.',
  'NORTHGATE (March 4) - The ferry sailed.',
  'Group 4 – which nobody won – was played in Aldany.',
  'Jane Doe: The ferry sailed.',
])('%s has no dateline', (paragraph) => {
  expect(findDateline(paragraph)).toBeNull()
})

test('a paragraph of one letter is read in a moment', () => {
  const start = performance.now()
  for (const piece of ['A', 'Aa ', 'A, ', '(', 'А – ', '社', '4 ']) findDateline(piece.repeat(1_000_000))
  expect(performance.now() - start).toBeLessThan(1_000)
})

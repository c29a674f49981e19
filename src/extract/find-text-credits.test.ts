import { expect, test } from 'vitest'
import { findDatelineCredit, parseSignature } from './find-text-credits.ts'

test('a dateline names its agency', () => {
  const found = (paragraph: string) => findDatelineCredit(paragraph)?.agency ?? null
  expect(found('NORTHGATE (Meridian Press) - The bridge fell.')).toBe('Meridian Press')
  expect(found('NEW YORK, March 4 (Reuters) — The bridge fell.')).toBe('Reuters')
  expect(found('HANOI, Vietnam (AP) — The bridge fell.')).toBe('AP')
  expect(found('(AFP) - The bridge fell.')).toBe('AFP')
  expect(found('NORTHGATE — The bridge fell.')).toBeNull()
  expect(found('The bridge (built in 1931) - the oldest here - fell.')).toBeNull()
  expect(found('NORTHGATE (March 4) - The bridge fell.')).toBeNull()
})

test('the last line of an article credits it', () => {
  const found = (line: string) => {
    const credit = parseSignature(line)
    return credit === null ? null : [credit.author, credit.agency]
  }
  expect(found('— Meridian Press')).toEqual([null, 'Meridian Press'])
  expect(found('– Jane Doe')).toEqual(['Jane Doe', null])
  expect(found('(AFP)')).toEqual([null, 'AFP'])
  expect(found('Source: Belta')).toEqual([null, 'Belta'])
  expect(found('(Reporting by Jane Doe in Northgate; Editing by John Roe)')).toEqual(['Jane Doe', null])
  expect(found('The Associated Press contributed to this report.')).toEqual([null, 'The Associated Press'])
  expect(found('With files from The Canadian Press')).toEqual([null, 'Canadian Press'])
  expect(found('Quelle: dpa')).toEqual([null, 'dpa'])
  expect(found('Fuente: EFE')).toEqual([null, 'EFE'])
  expect(found('Источник: ТАСС')).toEqual([null, 'ТАСС'])
  expect(found('(mit Material von dpa und AFP)')).toEqual([null, 'dpa und AFP'])
  expect(found('(avec AFP)')).toEqual([null, 'AFP'])
  expect(found('Con información de EFE')).toEqual([null, 'EFE'])
  expect(found('Mit Material von Freunden gebaut')).toBeNull()
  expect(found('— and nobody knows why.')).toBeNull()
  expect(found('– “We were not told,” she said.')).toBeNull()
  expect(found('The tax contributed to this rise.')).toBeNull()
  expect(found('Source: a person who was there and did not want to be named.')).toBeNull()
})

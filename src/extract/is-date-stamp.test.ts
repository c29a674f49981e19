import { expect, test } from 'vitest'
import { isDateStamp } from './is-date-stamp.ts'

test.each([
  'Publisert 05.08.2024, kl. 13.05 Oppdatert 06.08.2024',
  'Publiziert6. November 2025, 12:26',
  'Friday, 22 Nov 2024 4:55 PM MYT',
  '2024年5月3日 10時05分',
  '2024년 5월 3일 입력',
])('a stamp: %s', (text) => {
  expect(isDateStamp(text)).toBe(true)
})

test.each([
  'The ferry sailed at 10:15.',
  'Two boats, 120 seats',
  'On 4 March 2024 the ferry between Selgrad and Veresk stopped in the middle of the strait',
])('none: %s', (text) => {
  expect(isDateStamp(text)).toBe(false)
})

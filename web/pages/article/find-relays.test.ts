import { expect, test } from 'vitest'
import { bareStatement } from '../../../src/records/bare-parts.ts'
import type { Statement } from '../../../src/records/reading.ts'
import { findRelays } from './find-relays.ts'

const statement = (nestedIn: number | null): Statement => ({
  ...bareStatement,
  cue: { start: 0, end: 4 },
  nestedIn,
  modality: null,
})

test('a chain of relays is followed to its end, the nearest first', () => {
  const statements = [statement(null), statement(0), statement(1)]
  expect(findRelays(statements, 2)).toEqual([1, 0])
  expect(findRelays(statements, 0)).toEqual([])
})

test('a chain that bites its own tail, or points nowhere, ends', () => {
  expect(findRelays([statement(1), statement(0)], 0)).toEqual([1])
  expect(findRelays([statement(0)], 0)).toEqual([])
  expect(findRelays([statement(7)], 0)).toEqual([])
})

import { expect, test } from 'vitest'
import { bareStatement } from '../../../src/records/bare-parts.ts'
import type { Statement } from '../../../src/records/reading.ts'
import { describeVia } from './describe-via.ts'

const text = 'The Quay reported that Ilves had promised to pay.'
const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const statement = (more: Partial<Statement>): Statement => ({
  ...bareStatement,
  cue: spanOf('reported'),
  modality: null,
  ...more,
})
const relay = statement({ source: spanOf('The Quay') })

test('a relay is named with the address of its own statement', () => {
  expect(describeVia(text, [relay, statement({ nestedIn: 0 })], 1)).toEqual(['relayed by The Quay (s1)'])
  expect(describeVia(text, [statement({}), statement({ nestedIn: 0 })], 1)).toEqual(['relayed in s1'])
})

test('whoever is named in passing and relays as well is told of once', () => {
  const told = statement({ nestedIn: 0, via: spanOf('The Quay') })
  expect(describeVia(text, [relay, told], 1)).toEqual(['relayed by The Quay (s1)'])
  expect(describeVia(text, [relay, statement({ via: spanOf('The Quay') })], 1)).toEqual(['via The Quay'])
})

test('nobody stands between when nobody does', () => {
  expect(describeVia(text, [relay], 0)).toEqual([])
})

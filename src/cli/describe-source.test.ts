import { expect, test } from 'vitest'
import { bareStatement } from '../records/bare-parts.ts'
import type { Reading, Statement } from '../records/reading.ts'
import { describeChain, describeSource } from './describe-source.ts'

const text = 'Ana Petrov, a spokeswoman for the port, spoke. She said the Quay had reported it.'
const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const statement = (more: Partial<Statement>): Statement => ({
  ...bareStatement,
  cue: spanOf('said'),
  modality: null,
  sentence: 1,
  ...more,
})
const reading = (...statements: Statement[]): Reading => ({
  mode: 'full',
  stages: [],
  sentences: [],
  mentions: [
    {
      ...spanOf('Ana Petrov'),
      type: 'PER',
      entity: 'Ana Petrov',
      role: spanOf('a spokeswoman for the port'),
      confidence: null,
    },
  ],
  references: [],
  actors: [],
  times: [],
  statements,
  events: [],
  loadedWords: [],
  problems: [],
})

test('“she” is told to be whom it stands for and what she is; what the words say already is not repeated', () => {
  const she = statement({ source: spanOf('She'), sourceEntity: 'Ana Petrov' })
  expect(describeSource(text, reading(she), she)).toBe('She — Ana Petrov, a spokeswoman for the port')
  const whole = statement({
    source: spanOf('Ana Petrov, a spokeswoman for the port'),
    sourceEntity: 'Ana Petrov',
  })
  expect(describeSource(text, reading(whole), whole)).toBe('Ana Petrov, a spokeswoman for the port')
  expect(describeSource(text, reading(), statement({ source: spanOf('She') }))).toBe('She')
  expect(describeSource(text, reading(), statement({}))).toBeNull()
})

test('“her office” is no person, and is told to be whose it is', () => {
  const told = 'Ana Petrov resigned. Her office said the port was open.'
  const start = told.indexOf('Her')
  const office = statement({ source: { start, end: start + 'Her office'.length } })
  const possessive = { start, end: start + 3, kind: 'possessive', mention: 0 } as const
  expect(describeSource(told, { ...reading(office), references: [possessive] }, office)).toBe(
    'Her office — her: Ana Petrov',
  )
})

test('a chain of relays is told to its end, the nearest first, and ends where it bites its tail', () => {
  const outer = statement({ source: spanOf('She'), sourceEntity: 'Ana Petrov' })
  const middle = statement({ source: spanOf('the Quay'), nestedIn: 0 })
  const inner = statement({ nestedIn: 1, via: spanOf('the Quay') })
  expect(describeChain(text, reading(outer, middle, inner), inner)).toEqual([
    'relayed by the Quay (2)',
    'relayed by She — Ana Petrov, a spokeswoman for the port (1)',
  ])
  const passing = statement({ via: spanOf('the Quay') })
  expect(describeChain(text, reading(passing), passing)).toEqual(['via the Quay'])
  const ring = statement({ nestedIn: 0 })
  expect(describeChain(text, reading(ring), ring)).toEqual(['relayed by nobody named (1)'])
})

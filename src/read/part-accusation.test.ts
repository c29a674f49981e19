import { expect, test } from 'vitest'
import { statementsOf } from './read-text.fixture.ts'

test.each([
  ['Marsh accused Port Regent of plotting a coup.', ['Port Regent', 'plotting a coup']],
  ['Critics accuse the party of secretly buying votes.', ['the party', 'secretly buying votes']],
  ['The premier was accused of hiding the dead.', ['The premier', 'hiding the dead']],
  ['Arce accused Marsh of treason.', ['Marsh of treason']],
])('what somebody is accused of reads as a claim: %s', (text, content) =>
  expect(statementsOf(text)).toMatchObject([{ content }]),
)

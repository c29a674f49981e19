import { expect, test } from 'vitest'
import { readText } from '../read/read-text.fixture.ts'
import { describeModality } from './describe-modality.ts'

test.each([
  ['The Ledger asked whether asylum was offered.', 'asked'],
  ['Meridian Press could not confirm the report.', 'not asserted'],
  ['The envoy did not say that she would stay.', 'not asserted'],
  ['The envoy denied the report.', 'denied'],
])('a statement without a modality says why: %s', (text, word) => {
  const [statement] = readText(text).reading.statements
  expect(statement && describeModality(text, statement)).toBe(word)
})

import { expect, test } from 'vitest'
import { isConsentWall } from './is-consent-wall.ts'

test.each([
  [
    'We and our 842 partners store and access information on your device, such as cookies, to show personalised ads.',
    'You can accept or reject all, or manage your choices at any time.',
  ],
  ['We use cookies to give you the best of the Harbour Ledger. Accept all to go on, or change your choices.'],
])('a question for consent is no article: %s', (...paragraphs) =>
  expect(isConsentWall(paragraphs)).toBe(true),
)

test.each([
  [
    'The council said that it would store and access information on ferries. You can accept all of it, Marsh said.',
  ],
  [
    'The regulator fined the Harbour Ledger since its readers could not reject cookies as easily as accept all cookies.',
  ],
  ['We asked Marsh whether your harbour uses cookies. She laughed and went on with the count of the boats.'],
])('a report is one: %s', (...paragraphs) => expect(isConsentWall(paragraphs)).toBe(false))

test('what is longer is about something, and a hostile text costs little', () => {
  const question = 'We use cookies to give you the best. Accept all to go on. '
  expect(isConsentWall([question])).toBe(true)
  expect(isConsentWall([question.repeat(60)])).toBe(false)
  const started = performance.now()
  for (const text of ['we '.repeat(660), 'use a '.repeat(330), ' '.repeat(2000), 'x'.repeat(10_000_000)])
    isConsentWall([text])
  expect(performance.now() - started).toBeLessThan(200)
})

import { expect, test } from 'vitest'
import { toOutletKey } from './to-outlet-key.ts'

test.each([
  ['The Wexford Examiner', 'Wexford Examiner'],
  ['the wexford examiner', 'Wexford Examiner'],
  ['Wexford Examiner, The', 'Wexford Examiner'],
  ['www.harbour-ledger.example', 'harbour-ledger.example'],
  ['Morvenia Telegraph Agency (MTA)', 'Morvenia Telegraph Agency'],
])('%s and %s are one outlet', (a, b) => expect(toOutletKey(a)).toBe(toOutletKey(b)))

test.each([
  ['The Times', 'Times of Selgrad'],
  ['The Selgrad Ledger', 'The Harbour Ledger'],
  ['Theatre Weekly', 'Atre Weekly'],
  ['News', 'News24'],
])('%s and %s are two', (a, b) => expect(toOutletKey(a)).not.toBe(toOutletKey(b)))

test('a name as long as a page is cut', () => {
  const started = performance.now()
  for (const name of [' '.repeat(1_000_000), '('.repeat(1_000_000), 'a, the '.repeat(200_000)])
    toOutletKey(name)
  expect(performance.now() - started).toBeLessThan(200)
})

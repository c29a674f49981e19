import { expect, test } from 'vitest'
import { splitTokens } from './split-tokens.ts'

const split = (text: string) => splitTokens(text).map(({ start, end }) => text.slice(start, end))

test.each([
  ['He didn’t go.', ['He', 'did', 'n’t', 'go', '.']],
  ["They can't and cannot pay.", ['They', 'ca', "n't", 'and', 'can', 'not', 'pay', '.']],
  ['The ministers’ plan and Aldany’s port', ['The', 'ministers', '’', 'plan', 'and', 'Aldany', '’s', 'port']],
  [
    'Gen. A. B. Orlo left the U.S. at 5 p.m.',
    ['Gen.', 'A.', 'B.', 'Orlo', 'left', 'the', 'U.S.', 'at', '5', 'p.m.'],
  ],
  [
    'a 17-day, state-run, non-aligned plan',
    ['a', '17', '-', 'day', ',', 'state', '-', 'run', ',', 'non-aligned', 'plan'],
  ],
  ['It cost US$1,250.50 (3.5%).', ['It', 'cost', 'US$', '1,250.50', '(', '3.5', '%', ')', '.']],
  ['“Stop…” he said—twice.', ['“', 'Stop', '…', '”', 'he', 'said', '—', 'twice', '.']],
  [
    'See https://port.example/a?b=1, or mail a@port.example.',
    ['See', 'https://port.example/a?b=1', ',', 'or', 'mail', 'a@port.example', '.'],
  ],
  [
    'The G20 met on 2025-11-21; No. 3 spoke.',
    ['The', 'G20', 'met', 'on', '2025-11-21', ';', 'No.', '3', 'spoke', '.'],
  ],
  ['There was no. None.', ['There', 'was', 'no', '.', 'None', '.']],
  ['Lind (b. 1949), p. 12, ca. 1000', ['Lind', '(', 'b.', '1949', ')', ',', 'p.', '12', ',', 'ca.', '1000']],
  ['Plan b. It sat. Then Sat. Nov. 3', ['Plan', 'b', '.', 'It', 'sat', '.', 'Then', 'Sat.', 'Nov.', '3']],
  ['“[The envoy] will ... go”', ['“', '[', 'The', 'envoy', ']', 'will', '...', 'go', '”']],
  ['• 20km, 5.5mm and £3m', ['•', '20', 'km', ',', '5.5', 'mm', 'and', '£', '3', 'm']],
  ['@port_office #strike', ['@port_office', '#strike']],
  ['Côte d’Ivoire’s O’Neill', ['Côte', 'd’Ivoire', '’s', 'O’Neill']],
])('%s', (text, tokens) => {
  expect(split(text)).toEqual(tokens)
})

test('every character that is not white space is in exactly one token, in order', () => {
  const text = 'A \ud800 lone half, a family 👨‍👩‍👧, ‮reversed‬ and\n\nnew.'
  const tokens = splitTokens(text)
  expect(tokens.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text.replace(/\s/gu, ''))
  for (const [i, token] of tokens.entries())
    expect(token.start).toBeGreaterThanOrEqual(tokens[i - 1]?.end ?? 0)
})

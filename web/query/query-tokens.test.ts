import { expect, test } from 'vitest'
import { findValues, setValues, splitQuery, toToken } from './query-tokens.ts'

test('a query is split into words, phrases, keys and what must not stand there', () => {
  const q = 'amnesty "prisoner swap" -rumour actor:"Anton Veresk" -outlet:tass origins>=2 Type:CONSULT'
  expect(
    splitQuery(q).map(({ start, end, ...piece }) => [q.slice(start, end), ...Object.values(piece)]),
  ).toEqual([
    ['amnesty', false, null, 'amnesty'],
    ['"prisoner swap"', false, null, 'prisoner swap'],
    ['-rumour', true, null, 'rumour'],
    ['actor:"Anton Veresk"', false, 'actor:', 'Anton Veresk'],
    ['-outlet:tass', true, 'outlet:', 'tass'],
    ['origins>=2', false, 'origins>=', '2'],
    ['Type:CONSULT', false, 'type:', 'CONSULT'],
  ])
})

test('a query that is still being typed loses nothing', () => {
  for (const q of ['actor:', 'actor:"Ant', '"', '-', 'a:b:c', '  x', 'x"y', 'https://a.example/b', '']) {
    const pieces = splitQuery(q).map(({ start, end }) => q.slice(start, end))
    expect(pieces.join('')).toBe(q.replaceAll(' ', ''))
  }
  expect(splitQuery('actor:"Ant')).toMatchObject([{ key: 'actor:', value: 'Ant' }])
})

test('a filter replaces its own values and leaves the words as they were typed', () => {
  const q = 'amnesty type:AID -type:AGREE "the  swap" type:CONSULT'
  expect(findValues(q, 'type:')).toEqual(['AID', 'CONSULT'])
  expect(setValues(q, 'type:', ['REJECT'])).toBe('amnesty -type:AGREE "the  swap" type:REJECT')
  expect(setValues(q, 'actor:', ['Anton Veresk'])).toBe(`${q} actor:"Anton Veresk"`)
  expect(setValues('type:AID', 'type:', [])).toBe('')
})

test('a value that holds a space or a quotation mark is quoted', () => {
  expect(toToken('outlet:', 'TASS')).toBe('outlet:TASS')
  expect(toToken('actor:', 'Jan “Jo” "x" Marsh')).toBe('actor:"Jan “Jo”  x  Marsh"')
})

test('1 MB of one character is split in no time', () => {
  for (const letter of ['a', '-', '"', ':', '>', ' ']) {
    const started = performance.now()
    splitQuery(letter.repeat(1_000_000))
    expect(performance.now() - started).toBeLessThan(5000)
  }
})

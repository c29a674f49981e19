import { expect, test } from 'vitest'
import { readText } from './read-text.fixture.ts'

/** Friday, 28 November 2025. */
function sayings(text: string) {
  const { reading, words } = readText(text, '2025-11-28')
  return reading.statements.map(({ addressee, when }) => ({
    to: words(addressee),
    day: when && (when.from === when.to ? when.from : `${when.from}/${when.to}`),
  }))
}

test('whom somebody told, and when, stands with what they told', () => {
  expect(
    sayings(
      'On November 21, Quintero privately informed President Marsh that he would step down if he got an amnesty.',
    ),
  ).toEqual([{ to: 'President Marsh', day: '2025-11-21' }])
  expect(sayings('Ana Petrov told reporters on Thursday that the port would close.')).toEqual([
    { to: 'reporters', day: '2025-11-27' },
  ])
  expect(sayings('The council wrote to the head of the agency that the dam was safe.')).toMatchObject([
    { to: 'the head of the agency' },
  ])
})

test('a day of the content is not the day of the saying', () => {
  expect(sayings('Arce said that the envoy left on Monday.')).toEqual([{ to: null, day: null }])
})

test('nobody is told where the words name nobody', () => {
  expect(sayings('According to Veresk, the talks failed.')).toEqual([{ to: null, day: null }])
  expect(sayings('“We are open,” she said.')).toEqual([{ to: null, day: null }])
})

test('whom an actor told is an actor of the reading', () => {
  const { reading } = readText(
    'Emmanuel Macron told Germany’s ambassador that the talks had failed.',
    '2025-11-28',
  )
  const [statement] = reading.statements
  expect(reading.actors[statement?.addresseeActor ?? -1]).toMatchObject({ country: 'DEU' })
})

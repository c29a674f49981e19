import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readText } from './read-text.fixture.ts'

const [, ...rows] = readFileSync(new URL('../../data/codebook/events.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('\t'))

test.each(rows.map(([, , type = '', , cameo = '', , example = '']) => [type, cameo, example]))(
  '%s %s: %s',
  (type, cameo, example) => {
    // A first sentence introduces the cast, as an article would.
    const cast =
      'President Anton Veresk of Morvenia, Helen Marsh of the Federal Union, Rafael Quintero, Tomás Arce and Lucía Ferrán know Aldany’s president, Morvenia’s army, San Telmo’s ambassador and Selgrad’s police.'
    // The patterns are what is tested: fast mode’s names of invented states are surer than the network’s.
    const { reading } = readText(`${cast}\n\n${example}`, undefined, 'fast')
    expect(reading.events).toMatchObject([{ type, cameo }])
    expect(reading.events[0]?.actor?.entity).not.toBe(reading.events[0]?.recipient?.entity)
  },
)

test('one meeting told twice is one event with two mentions', () => {
  const { reading } = readText(
    'President Anton Veresk met Ambassador Lucía Ferrán in Selgrad. Veresk met Ferrán on Thursday.',
  )
  expect(reading.events).toHaveLength(1)
  expect(reading.events[0]).toMatchObject({ when: { from: '2025-11-20', precision: 'day' } })
  expect(reading.events[0]?.evidence).toHaveLength(2)
})

test('what somebody says has happened is reported, what did not happen is negated', () => {
  const said = readText('President Anton Veresk said that Helen Marsh met Lucía Ferrán.').reading
  expect(said.events).toMatchObject([{ modality: 'reported', statement: 0 }])
  const negated = readText('President Helen Marsh did not meet Ambassador Lucía Ferrán.').reading
  expect(negated.events).toMatchObject([{ modality: 'negated' }])
})

test('nothing is invented where nobody is named', () => {
  expect(
    readText('The envoy met them. They received her in the capital. It was attacked by nobody.').reading
      .events,
  ).toEqual([])
})

import { describe, expect, test } from 'vitest'
import type { ReadingMode } from '../../records/reading.ts'
import { articleOf, readerOf } from '../read-text.fixture.ts'
import { earlierWithin } from './earlier-within.ts'
import { placeEvent } from './place-event.ts'

/** The sentence and token of a word of a text, read as published on Friday 28 November 2025, or on a given day. */
function at(mode: ReadingMode, text: string, word: string, day: string | null = '2025-11-28') {
  const { sentences, times } = readerOf(mode).read(articleOf(text, day))
  for (const sentence of sentences) {
    const trigger = sentence.tokens.findIndex(({ start, end }) => text.slice(start, end) === word)
    if (trigger !== -1) {
      const when = placeEvent(sentence, trigger, times, day)
      return { when, earlier: earlierWithin(sentence, trigger, times, when) }
    }
  }
  throw new Error(`“${word}” is not in the text`)
}

const days = (mode: ReadingMode, text: string, word: string, day?: string | null) => {
  const { when } = at(mode, text, word, day)
  return when && [when.from, when.to, when.precision, when.basis]
}

const said = (from: string | null, to: string | null, precision = 'day') => [from, to, precision, 'said']

describe.each(['fast', 'full'] as const)('in %s mode', (mode) => {
  test('the second meeting in 17 days tells of another one before it', () => {
    const text =
      'On Thursday, Veresk held his second meeting in just 17 days with San Telmo’s ambassador, Luis Ferrán.'
    const { when, earlier } = at(mode, text, 'meeting')
    expect(when).toMatchObject({ from: '2025-11-27', to: '2025-11-27', precision: 'day', basis: 'said' })
    expect(earlier).toMatchObject({
      from: '2025-11-10',
      to: '2025-11-26',
      precision: 'interval',
      basis: 'said',
    })
    expect(days(mode, text, 'held')).toEqual(said('2025-11-27', '2025-11-27'))
  })

  test.each([
    ['The envoy met the minister on Monday.', 'met', said('2025-11-24', '2025-11-24')],
    ['Marsh met Veresk in Selgrad on Tuesday.', 'met', said('2025-11-25', '2025-11-25')],
    ['The two sides will hold talks on Tuesday.', 'talks', said('2025-12-02', '2025-12-02')],
    ['On Monday, they met and signed a treaty.', 'signed', said('2025-11-24', '2025-11-24')],
    ['Troops crossed the river last week.', 'crossed', said('2025-11-17', '2025-11-23', 'week')],
    ['The army arrested 12 men in March 2024.', 'arrested', said('2024-03-01', '2024-03-31', 'month')],
    ['The army has shelled the town since Monday.', 'shelled', said('2025-11-24', '2025-11-28', 'interval')],
    [
      'They marched in Selgrad on Saturday and Sunday.',
      'marched',
      said('2025-11-22', '2025-11-23', 'interval'),
    ],
    ['Aldany will close its ports from 1 December.', 'close', said('2025-12-01', null, 'interval')],
    ['Aldany accused Morvenia of fraud in 2018.', 'accused', said('2018-01-01', '2018-12-31', 'year')],
  ])('%s', (text, word, expected) => {
    expect(days(mode, text, word)).toEqual(expected)
  })

  test('each verb has the time of its own clause', () => {
    const text = 'Marsh said on Thursday that the army had attacked the port on Monday.'
    expect(days(mode, text, 'said')).toEqual(said('2025-11-27', '2025-11-27'))
    expect(days(mode, text, 'attacked')).toEqual(said('2025-11-24', '2025-11-24'))
    expect(days(mode, 'Marsh, who was elected in 2018, met Veresk.', 'met')).toEqual([
      null,
      '2025-11-28',
      'interval',
      'tense',
    ])
  })

  test('a length that measures is no time, and the tense alone tells the side', () => {
    expect(days(mode, 'The rebels held the town for three weeks.', 'held')).toEqual([
      null,
      '2025-11-28',
      'interval',
      'tense',
    ])
    expect(days(mode, 'Aldany will send troops to the border.', 'send')).toEqual([
      '2025-11-28',
      null,
      'interval',
      'tense',
    ])
  })

  test('without the article’s day nothing is invented', () => {
    expect(days(mode, 'The envoy met the minister on Monday.', 'met', null)).toBeNull()
    expect(days(mode, 'The envoy met the minister in March 2024.', 'met', null)).toEqual(
      said('2024-03-01', '2024-03-31', 'month'),
    )
  })

  test('counting needs an ordinal from the second on and a day', () => {
    expect(at(mode, 'On Thursday they held the first talks in 17 days.', 'talks').earlier).toBeNull()
    expect(at(mode, 'They held their second talks in 17 days.', 'talks').earlier).toBeNull()
    expect(
      at(mode, 'Marsh met Veresk on Thursday for the third time in two weeks.', 'met').earlier,
    ).toMatchObject({
      from: '2025-11-13',
      to: '2025-11-26',
    })
  })
})

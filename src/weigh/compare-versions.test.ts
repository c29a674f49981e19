import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeArticle } from '../ledger/test-records.fixture.ts'
import type { VersionDifference } from '../records/change.ts'
import { loadNotices } from '../resources/load-notices.ts'
import { compareVersions } from './compare-versions.ts'
import { openNotices } from './find-notice.ts'

const findNotice = openNotices(loadNotices())
const compare = (
  before: string | Partial<Parameters<typeof makeArticle>[0]>,
  after: string | Partial<Parameters<typeof makeArticle>[0]>,
) => {
  const toVersion = (words: typeof before) => ({
    article: makeArticle(typeof words === 'string' ? { text: words } : { text: 'Nothing.', ...words }),
    reading: null,
  })
  return compareVersions(toVersion(before), toVersion(after), findNotice)
}

/** As an editor would mark it: [-cut-]{+put in+}. */
const mark = (difference: VersionDifference, before: string, after: string) =>
  difference.sentences.map(({ change, isTrivial, edits, ...sides }) => {
    const cut = (text: string, span: { start: number; end: number } | null) =>
      span ? text.slice(span.start, span.end) : ''
    const words =
      change === 'changed'
        ? edits.map((edit) => `[-${cut(before, edit.before)}-]{+${cut(after, edit.after)}+}`).join(' ')
        : (sides.after ?? sides.before)?.text
    return `${isTrivial ? '(trivial) ' : ''}${change}: ${words}`
  })

const marked = (before: string, after: string) => mark(compare(before, after), before, after)

const body = [
  'The ferry struck the bank at noon on Tuesday.',
  'Eleven people were hurt, the harbour master said.',
  'The minister denied that the light had failed.',
  'A second ferry took the passengers to the island before dark.',
]

describe('sentences', () => {
  test('a word that was changed is pointed at, in both versions', () => {
    const after = body.map((sentence) =>
      sentence.replace('denied', 'confirmed').replace('Eleven', 'Thirteen'),
    )
    expect(marked(body.join(' '), after.join(' '))).toEqual([
      'changed: [-Eleven-]{+Thirteen+}',
      'changed: [-denied-]{+confirmed+}',
    ])
  })

  test('a sentence that was added, one that was cut, one that was moved', () => {
    const [first = '', second = '', third = '', fourth = ''] = body
    const added = 'The board of Selgrad had asked for a new light twice since spring.'
    expect(marked(body.join(' '), [first, added, second, third, fourth].join(' '))).toEqual([
      `added: ${added}`,
    ])
    expect(marked(body.join(' '), [first, second, fourth].join(' '))).toEqual([`removed: ${third}`])
    expect(marked(body.join(' '), [fourth, first, second, third].join(' '))).toEqual([`moved: ${fourth}`])
  })

  test('one that was cut in two is one that was changed, and two that were joined too', () => {
    const long =
      'The minister denied that the light had failed, and the board of Selgrad said that it would ask for another.'
    const two =
      'The minister denied that the light had failed. The board of Selgrad said that it would ask for another.'
    expect(marked(`${body[0]} ${long} ${body[3]}`, `${body[0]} ${two} ${body[3]}`)).toEqual([
      'changed: [-, and the-]{+. The+}',
    ])
    expect(compare(`${body[0]} ${two}`, `${body[0]} ${long}`).sentences).toHaveLength(1)
  })

  test('one that was moved and changed is told once', () => {
    const [first = '', second = '', third = '', fourth = ''] = body
    expect(
      marked(body.join(' '), [first, second, third, fourth].toReversed().join(' ')).filter((line) =>
        line.startsWith('removed'),
      ),
    ).toEqual([])
    expect(
      marked(body.join(' '), [fourth.replace('before dark', 'before dawn'), first, second, third].join(' ')),
    ).toEqual(['changed: [-dark-]{+dawn+}'])
  })

  test('a page that was written anew is removed and added, not changed word by word', () => {
    const changes = compare(
      body.join(' '),
      'Wheat is dear this year. Nobody in the valley sows before rain.',
    ).sentences
    expect(changes.map(({ change }) => change).sort()).toEqual([
      'added',
      'added',
      'removed',
      'removed',
      'removed',
      'removed',
    ])
  })

  test('style is trivial; a question mark, quotation marks and a lost capital word are not', () => {
    const trivial = (before: string, after: string) => compare(before, after).isTrivial
    expect(
      trivial('“We saw 1,200 of them”, he said - twice.', '"We saw 1200 of them," he said — twice.'),
    ).toBe(true)
    expect(trivial('The  Board met.', 'The board met')).toBe(true)
    expect(trivial('The board met.\n\nIt sang.', 'The board met. It sang.')).toBe(true)
    for (const [before, after] of [
      ['The minister lied.', 'The minister lied?'],
      ['The safe zone held.', 'The “safe” zone held.'],
      ['It cost 1.5 million.', 'It cost 15 million.'],
      ['They met US envoys.', 'They met us envoys.'],
      ['He re-signed.', 'He resigned.'],
      ['It fell to -5 degrees.', 'It fell to 5 degrees.'],
    ] as const)
      expect(trivial(before, after), `${before} ${after}`).toBe(false)
  })
})

describe('what a page says of itself', () => {
  test('title, byline and date are told; the time of modification alone is trivial', () => {
    const later = { value: '2026-03-04T10:00:00Z', precision: 'second', basis: 'meta' } as const
    expect(compare({}, { modifiedAt: later })).toMatchObject({
      isTrivial: true,
      isAdmitted: false,
      admission: { kind: 'time', words: '2026-03-04T10:00:00Z' },
      fields: [{ field: 'modified' }],
    })
    expect(compare({ title: 'Ferry sinks' }, { title: 'Ferry strikes bank', byline: null }).fields).toEqual([
      { field: 'title', before: 'Ferry sinks', after: 'Ferry strikes bank', isTrivial: false },
      { field: 'byline', before: 'Mara Lindqvist', after: null, isTrivial: false },
    ])
  })

  test('the same time in another zone, or told more exactly, is no other date', () => {
    const at = (value: string, precision: 'day' | 'minute') => ({
      publishedAt: { value, precision, basis: 'meta' as const },
    })
    expect(compare(at('2026-03-04T08:15+02:00', 'minute'), at('2026-03-04T06:15Z', 'minute')).isTrivial).toBe(
      true,
    )
    expect(compare(at('2026-03-04', 'day'), at('2026-03-04T06:15Z', 'minute')).isTrivial).toBe(true)
    expect(compare(at('2026-03-04', 'day'), at('2026-03-05', 'day')).isTrivial).toBe(false)
  })
})

describe('admission', () => {
  test('a notice in the text is pointed at', () => {
    const notice = 'Correction: An earlier version of this article said that the ferry sank.'
    const { isAdmitted, admission } = compare(body.join(' '), `${body.join(' ')} ${notice}`)
    expect({ isAdmitted, admission }).toMatchObject({
      isAdmitted: true,
      admission: { kind: 'correction', words: notice, span: { start: body.join(' ').length + 1 } },
    })
  })

  test('one beside the text counts, one that stood there before does not', () => {
    const dropped = [{ text: 'Updated 4 March, 14.05', reason: 'date' as const }]
    const after = { text: 'Twelve were hurt.', dropped }
    expect(compare({ text: 'Eleven were hurt.' }, after)).toMatchObject({
      isAdmitted: true,
      admission: { kind: 'update', words: 'Updated 4 March, 14.05', span: null },
    })
    expect(compare({ text: 'Eleven were hurt.', dropped }, after)).toMatchObject({
      isAdmitted: false,
      admission: { kind: 'none' },
    })
  })
})

test('every span lies in its text and holds its words; the same version differs in nothing', () => {
  const piece = fc.constantFrom(
    ...body,
    'Short.',
    'Он сказал «да».',
    '船は沈んだ。',
    'Nobody knew. ',
    '\n\n',
    'a 1,200 b',
  )
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' '))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { sentences } = compare(before, after)
      for (const sentence of sentences) {
        for (const [side, all] of [
          [sentence.before, before],
          [sentence.after, after],
        ] as const)
          if (side) expect(all.slice(side.span.start, side.span.end)).toBe(side.text)
        for (const edit of sentence.edits) {
          expect(
            Math.max(edit.before.end - edit.before.start, edit.after.end - edit.after.start),
          ).toBeGreaterThan(0)
          for (const [span, side] of [
            [edit.before, sentence.before],
            [edit.after, sentence.after],
          ] as const) {
            if (!side) continue
            expect(span.start).toBeGreaterThanOrEqual(side.span.start)
            expect(span.end).toBeLessThanOrEqual(side.span.end)
            expect(span.end).toBeGreaterThanOrEqual(span.start)
          }
        }
      }
      const none = compare(before, before)
      expect(none.sentences).toEqual([])
      expect(none.isTrivial).toBe(true)
    }),
    { numRuns: 150 },
  )
})

test('hostile texts take no time', () => {
  const start = performance.now()
  const long = (piece: string, n: number) => piece.repeat(n)
  compare(long('a', 3_000_000), long('b', 3_000_000))
  compare(long('The ferry struck the bank. ', 20_000), long('The ferry missed the bank. ', 20_000))
  compare(
    Array.from({ length: 20_000 }, (_, i) => `Line ${i} is one.`).join('\n'),
    Array.from({ length: 20_000 }, (_, i) => `Row ${i * 7} is another.`).join('\n'),
  )
  compare(long('word ', 100_000), long('sword ', 100_000))
  expect(performance.now() - start).toBeLessThan(12_000)
})

test('a page that is shown up to a wall, or whole again, was not edited', () => {
  const whole = { text: body.join('\n\n') }
  const dropped = [
    { text: 'To continue reading this article, subscribe now. Log in.', reason: 'newsletter' as const },
  ]
  const cut = { text: body.slice(0, 2).join('\n\n'), dropped }
  expect(compare(whole, cut).isComparable).toBe(false)
  expect(compare(cut, whole).isComparable).toBe(false)
  // Words that are cut without a wall, or changed before one, are an edit.
  expect(compare(whole, { text: cut.text }).isComparable).toBe(true)
  const changed = { text: cut.text.replace('Eleven', 'Twelve'), dropped }
  expect(compare(whole, changed).isComparable).toBe(true)
  // A page that shows its wall beside the whole text is compared as ever.
  expect(compare({ ...whole, dropped }, cut).isComparable).toBe(true)
})

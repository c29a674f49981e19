import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hostileFamilies } from '../../bench/hostile-texts.mjs'
import { type Copy, copySchema } from '../records/copy.ts'
import { comparedArticle as article, ferry, textCredit } from './compared-article.fixture.ts'
import type { ComparedArticle } from './compared-article.ts'
import { createCopyIndex } from './create-copy-index.ts'
import { findCopies } from './find-copies.ts'

const body = (...paragraphs: readonly string[]) => paragraphs.join('\n\n')
const wire = article('wire', 'Associated Press', '2025-11-18', body(...ferry))
const dateline = textCredit('AP', 'PORT ARCE (AP)')
const reprint = article('reprint', 'Harbour Ledger', '2025-11-18', body(...ferry), { credits: [dateline] })
const ownParts = [
  'The Courier’s readers on the coast have asked for a new light for years, and last spring a petition with nine thousand names was handed to the harbour board.',
  'Board chairwoman Petra Lindqvist says that the money would have lasted for two winters. She keeps the letters of thanks from the fishing villages in a drawer of her desk.',
] as const
const partial = article(
  'partial',
  'Northgate Courier',
  '2025-11-19',
  body(...ownParts, ferry[1], ferry[2], ferry[4]),
)
const independent = article(
  'independent',
  'El Faro',
  '2025-11-18',
  body(
    'More than two hundred people had to be rescued from a stranded ferry on Tuesday morning, after the ship missed the channel in fog and came to rest on a bank within sight of Port Arce.',
    'The coast guard spoke of a lucky night. Thirteen people were hurt, most of them lightly, and by noon the last families had been brought to a school gymnasium, where neighbours handed out dry clothes.',
    '“We heard the engines stop and then nothing at all, only the bell and the children,” said Ilse Brandt, a teacher who was on her way home. “Nobody told us where to go, so we stayed on deck and sang.”',
    'Sailors blame the dark: since the lighthouse on the point went out, captains steer by their instruments alone. Minister Tomás Arce wants to know why no buoys were laid, and no ferry may sail at night for now.',
  ),
)
const only = (copies: readonly Copy[]): Copy => {
  expect(copies).toHaveLength(1)
  return copies[0] as Copy
}
const words = (text: string, span: { start: number; end: number } | null) =>
  span && text.slice(span.start, span.end)

describe('what is a copy', () => {
  test('a paper that prints a wire whole is its reprint, and its dateline says so', () => {
    expect(only(findCopies([reprint, wire]))).toMatchObject({
      of: 'wire',
      by: 'reprint',
      kind: 'reprint',
      share: 1,
      direction: { taken: 'from-of', basis: 'dateline', source: 'Associated Press', words: 'PORT ARCE (AP)' },
    })
  })

  test('wire text beside own parts is a partial copy, and the basis points at the words in both', () => {
    const copy = only(findCopies([wire, partial]))
    expect(copy).toMatchObject({ of: 'wire', by: 'partial', kind: 'partial' })
    expect(copy.share).toBeGreaterThan(0.5)
    for (const stretch of copy.basis) {
      expect(words(partial.text, stretch.by)).toBe(words(wire.text, stretch.of))
    }
    expect(words(partial.text, copy.basis[0]?.by ?? null)).toMatch(/^The vessel had left/)
  })

  test('what an editor changed, added and dropped stays visible, sentence by sentence', () => {
    const edited = ferry.map((paragraph) => paragraph.replace('Eleven people', 'A dozen people'))
    edited[5] = 'Night crossings are suspended for a month, said a spokeswoman for the harbour.'
    const copy = only(findCopies([wire, article('edited', 'Harbour Ledger', '2025-11-19', body(...edited))]))
    const changed = copy.sentences.filter(({ change }) => change !== 'same')
    expect(
      changed.map(({ change, of, by }) => [change, words(wire.text, of), words(body(...edited), by)]),
    ).toEqual([
      [
        'changed',
        'Eleven people were treated for bruises and two crew members were kept in hospital overnight.',
        'A dozen people were treated for bruises and two crew members were kept in hospital overnight.',
      ],
      ['added', null, edited[5]],
      ['dropped', ferry[5], null],
    ])
  })

  test('the same outlet’s fuller telling is an own update', () => {
    const first = article('first', 'El Faro', '2025-11-18', body(ferry[0], ferry[1], ferry[2]))
    const later = article('later', 'The El Faro', '2025-11-19', body(...ferry))
    expect(only(findCopies([later, first]))).toMatchObject({ of: 'first', by: 'later', kind: 'own-update' })
  })

  test('a columnist’s words at two papers are one author’s, not a wire’s', () => {
    const by = { byline: 'By Jane Marsh' }
    const here = article('here', 'Harbour Ledger', '2025-11-18', body(...ferry.slice(1)), by)
    const there = article('there', 'Daily Compass', '2025-11-20', body(...ferry.slice(1)), by)
    expect(only(findCopies([here, there]))).toMatchObject({ of: 'here', by: 'there', kind: 'same-author' })
  })
})

describe('what is no copy', () => {
  test('two reporters on one pier who quote the same passenger wrote two accounts', () => {
    const index = createCopyIndex()
    for (const each of [wire, independent]) index.add(each)
    expect(index.findAllCopies()).toEqual([])
    expect(index.compare('wire', 'independent')).toMatchObject({
      relation: 'shared-quotations',
      stretches: 0,
    })
  })

  const letter = [
    'To the families of the strait, we write with heavy hearts and with open books before us on the table.',
    'We knew that the light had gone out and we did not ask when it would burn again; that was our duty and we failed in it, and our board will say so wherever it is asked.',
    'I have laid down my office this morning and my colleagues will follow before the end of the month, so that others may do what we left undone on that coast.',
  ]
  const printing = (id: string, outlet: string, ...own: readonly string[]) =>
    article(id, outlet, '2025-11-20', body(own[0] ?? '', ...letter, ...own.slice(1)))

  test('a letter that two papers print without quotation marks is a document, not a copy', () => {
    const index = createCopyIndex()
    index.add(printing('a', 'Harbour Ledger', ownParts[0], ferry[1]))
    index.add(printing('b', 'El Faro', ownParts[1], ferry[4]))
    expect(index.findAllCopies()).toEqual([])
    expect(index.compare('a', 'b')).toMatchObject({ relation: 'shared-document' })
  })

  test('what a colon introduces is quoted', () => {
    const [a, b] = [
      printing(
        'a',
        'Harbour Ledger',
        'On Thursday a letter was found on the door of the harbour office. It reads:',
      ),
      printing('b', 'El Faro', 'This is what the harbour board has written to the families of the strait:'),
    ]
    expect(findCopies([a, b])).toEqual([])
  })

  test('a message with its signature is quoted, marks or not', () => {
    const message =
      'The light on the point will burn again before Christmas, whatever the ministry and its lawyers may write to us until then, and the harbour will pay for the oil out of its own pocket — Ana Petrov (@anapetrov) November 20, 2025'
    const [a, b] = [
      article('a', 'El Faro', '2025-11-20', body(ownParts[0], message)),
      article('b', 'Daily Compass', '2025-11-21', body(message, ownParts[1])),
    ]
    expect(findCopies([a, b])).toEqual([])
  })

  test('a footer under everything that an outlet prints is boilerplate', () => {
    const footer =
      'The Ledger is read in every harbour of the strait and has been since the first cable was laid. Write to the desk by post, by telegraph or by pigeon; letters may be cut. Subscribers receive the tide tables and the almanac in December. Nothing printed here may be sung, filmed or read aloud on the radio without leave of the editor, which is seldom given.'
    const others = [ownParts[0], ownParts[1], ferry[2], independent.text.slice(0, 360)]
    const index = createCopyIndex()
    for (const [i, own] of others.entries())
      index.add(article(`l${i}`, 'Harbour Ledger', `2025-0${9 - i}-18`, body(own, footer)))
    expect(index.findAllCopies()).toEqual([])
    expect(index.compare('l0', 'l1')).toMatchObject({ relation: 'boilerplate' })
  })
})

describe('who took from whom', () => {
  const bare = (id: string, outlet: string, day: string | null, more: Partial<ComparedArticle> = {}) =>
    article(id, outlet, day, body(...ferry.slice(1)), more)

  test('where nobody is credited, the earlier one', () => {
    const [a, b] = [bare('b-early', 'El Faro', '2025-11-18'), bare('a-late', 'Daily Compass', '2025-11-20')]
    expect(only(findCopies([a, b]))).toMatchObject({
      of: 'b-early',
      direction: { taken: 'from-of', basis: 'published', words: '2025-11-18 before 2025-11-20' },
    })
  })

  test('two of one day are not in order', () => {
    const [a, b] = [bare('a', 'El Faro', '2025-11-18'), bare('b', 'Daily Compass', '2025-11-18')]
    expect(only(findCopies([a, b])).direction).toMatchObject({ taken: 'unknown', basis: null })
  })

  test('a credit says more than a date: the wire is written through after the paper has gone to press', () => {
    const late = { ...wire, publishedAt: { value: '2025-11-20', precision: 'day', basis: 'given' } as const }
    expect(only(findCopies([late, reprint]))).toMatchObject({ of: 'wire', by: 'reprint' })
  })

  test('an agency is the original where nothing else tells', () => {
    const [a, b] = [bare('a', 'El Faro', null), bare('b', 'Reuters', null)]
    expect(only(findCopies([a, b]))).toMatchObject({ of: 'b', by: 'a', direction: { basis: 'agency' } })
  })

  test('two papers that credit a wire that is not here share an origin, and neither took from the other', () => {
    const writer = {
      ...textCredit('', ''),
      agency: null,
      author: 'Associated Press writer Jane Doe',
      text: 'x',
    }
    const [a, b] = [
      bare('a', 'El Faro', '2025-11-18', {
        credits: [textCredit('The Associated Press', 'By The Associated Press')],
      }),
      bare('b', 'Daily Compass', '2025-11-20', { credits: [writer] }),
    ]
    expect(only(findCopies([a, b])).direction).toMatchObject({
      taken: 'from-common-source',
      source: 'Associated Press',
    })
  })

  test('a photographer’s agency credits no text', () => {
    const photo = { ...textCredit('AP', 'Jane Doe/AP'), of: 'photo' } as const
    const [a, b] = [
      bare('a', 'El Faro', '2025-11-18'),
      bare('b', 'Daily Compass', '2025-11-20', { credits: [photo] }),
    ]
    expect(only(findCopies([a, b])).direction).toMatchObject({ basis: 'published', source: null })
  })
})

const all = [
  wire,
  reprint,
  partial,
  independent,
  article('update', 'El Faro', '2025-11-19', body(...ferry.slice(1))),
  article('undated', 'Daily Compass', null, body(...ferry.slice(2), ownParts[1])),
  article('footer-1', 'Northgate Courier', '2025-11-20', body(ownParts[0], ferry[5])),
  article('footer-2', 'Northgate Courier', '2025-11-21', body(independent.text, ownParts[0])),
  article('footer-3', 'Northgate Courier', '2025-11-22', body(ownParts[0], ownParts[1])),
  article('empty', null, null, ''),
]

test('the order in which articles arrive changes nothing', () => {
  const expected = findCopies(all)
  expect(expected.length).toBeGreaterThan(5)
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
      const index = createCopyIndex()
      for (const each of shuffled) index.add(each)
      expect(index.findAllCopies()).toEqual(expected)
      for (const { id } of all)
        expect(index.findCopies(id)).toEqual(expected.filter(({ of, by }) => of === id || by === id))
    }),
  )
})

test('a copy is valid JSON, and all its spans lie in its articles', () => {
  const texts = new Map(all.map(({ id, text }) => [id, text]))
  for (const copy of findCopies(all)) {
    expect(copySchema.parse(JSON.parse(JSON.stringify(copy)))).toEqual(copy)
    for (const { of, by } of [...copy.basis, ...copy.sentences]) {
      for (const [id, span] of [
        [copy.of, of],
        [copy.by, by],
      ] as const) {
        if (span)
          expect(0 <= span.start && span.start < span.end && span.end <= (texts.get(id)?.length ?? 0)).toBe(
            true,
          )
      }
    }
  }
})

test('an article that is there already changes nothing', () => {
  expect(findCopies([wire, reprint, wire])).toEqual(findCopies([wire, reprint]))
})

test.each(Object.entries(hostileFamilies))(
  '%s: 200,000 characters twice are compared in seconds',
  (_, make) => {
    const text = make(200_000)
    const begun = performance.now()
    findCopies([
      article('a', 'El Faro', null, text),
      article('b', 'Daily Compass', null, `Own words. ${text}`),
    ])
    // Ten times what the slowest takes; a quadratic scan takes minutes.
    expect(performance.now() - begun).toBeLessThan(10_000)
  },
)

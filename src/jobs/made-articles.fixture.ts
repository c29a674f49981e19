import fc from 'fast-check'
import { insertArticle } from '../ledger/insert-article.ts'
import { insertDocument } from '../ledger/insert-document.ts'
import { insertReading } from '../ledger/insert-reading.ts'
import type { Ledger } from '../ledger/ledger.ts'
import {
  makeArticle,
  makeDocument,
  makeFerryReading,
  makeStatement,
  makeToken,
} from '../ledger/test-records.fixture.ts'
import type { Article } from '../records/article.ts'
import type { Reading } from '../records/reading.ts'

/** An article and what was read in it, as the ledger takes them. */
export interface MadeArticle {
  readonly article: Article
  readonly reading: Reading
}

const said = [
  'Ilse Brandt said that the harbour of Selgrad would be closed until the light burns again',
  'Ilse Brandt said that the harbour of Selgrad would not be closed until the light burns again',
  'Tomás Arce said that eleven people were hurt when the ferry struck the bank off Port Arce',
  'Tomás Arce said that thirty people were hurt when the ferry struck the bank off Port Arce',
  'Petra Lindqvist said that the money of the board would have lasted for two winters in Morvenia',
  'Petra Lindqvist said that the money of the board would not have lasted for two winters in Morvenia',
  'the board of San Telmo said that the letters of nine thousand readers were handed over in spring',
  'a spokesman for Aldany said that the buoys were laid in time and that nobody had complained of them',
  'Captain Veresk said that the channel had been dredged and the pilots of Ferrán were told of it',
  'the union of Marsh said that crews would block the northern pier until the wages were paid in full',
]

/** Paragraphs that papers take from each other, and a footer that they print under everything. */
const shared = [
  'The vessel had left the eastern quay an hour before midnight with two hundred people on board and a cargo of flour and timber for the villages along the coast. It went on through fog with its horn sounding every second minute and turned too early at the old mole where the channel bends towards the town.',
  'Divers went down at first light and found the keel buried in sand to the depth of a man while the rudder lay some forty metres away among the stones of the breakwater. Two tugs pulled at the stern from noon on and by the evening tide the hull had moved by the length of a lorry.',
  'Farmers in the valley have waited since harvest for the bridge to be mended and take their carts over the ford when the water is low. The council has set money aside twice and spent it twice on the town hall whose roof was lost in the storm that also took the bridge.',
]
const footer =
  'Read this paper in every harbour of the strait where it has been sold since the first cable was laid by hand from the point to the island. Write to the desk by post or by telegraph and know that letters may be cut before they are printed here without leave of the editor who seldom gives it to anybody at all.'
const outlets = ['Harbour Ledger', 'El Faro', 'Daily Compass', 'Associated Press', null]

/** How an article is put together; `copy` is which shared paragraphs it prints, as bits. */
export interface Recipe {
  readonly outlet: number
  readonly day: number | null
  readonly said: readonly number[]
  readonly copy: number
  readonly hasFooter: boolean
  readonly n: number
}

export const recipe: fc.Arbitrary<Omit<Recipe, 'n'>> = fc.record({
  outlet: fc.nat(outlets.length - 1),
  day: fc.option(fc.integer({ min: 1, max: 60 }), { nil: null, freq: 9 }),
  said: fc.uniqueArray(fc.nat(said.length - 1), { maxLength: 3 }),
  copy: fc.nat(7),
  hasFooter: fc.boolean(),
})

/** The article of a recipe, and a reading in which somebody says each of its sentences. */
export function cook(
  { outlet, day, said: saidHere, copy, hasFooter, n }: Recipe,
  more: Partial<Reading> = {},
): MadeArticle {
  const own = `Notice number ${n} was pinned to the door of house ${n * 7} in street ${n * 13}.`
  const sentences = [own, ...saidHere.map((i) => `${said[i]}.`)]
  const text = [
    ...sentences,
    ...shared.filter((_, i) => (copy >> i) & 1),
    ...(hasFooter ? [footer] : []),
  ].join('\n\n')
  const date = day === null ? null : new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10)
  const article = makeArticle({
    text,
    title: `Notice ${n}`,
    byline: null,
    url: null,
    outlet: outlets[outlet] ?? null,
    publishedAt: date === null ? null : { value: date, precision: 'day', basis: 'meta' },
  })
  let at = 0
  const spans = sentences.map((sentence) => {
    const start = text.indexOf(sentence, at)
    at = start + sentence.length
    return { start, end: at }
  })
  const reading = makeFerryReading({
    sentences: spans.map((span) => ({
      ...span,
      tokens: [makeToken({ start: span.start, end: span.start + 3 })],
    })),
    mentions: [],
    times: [],
    events: [],
    statements: spans.slice(1).map((span, i) => {
      const sentence = text.slice(span.start, span.end)
      const cue = span.start + sentence.indexOf(' said ') + 1
      return makeStatement({
        source: { start: span.start, end: cue - 1 },
        cue: { start: cue, end: cue + 4 },
        content: { start: cue + 5, end: span.end - 1 },
        sentence: i + 1,
      })
    }),
    ...more,
  })
  return { article, reading }
}

/** Adds them to the ledger, read and not yet weighed; each from a document of its own unless one is named. */
export async function addMade(
  ledger: Ledger,
  { article, reading }: MadeArticle,
  page = article.title ?? '',
): Promise<string> {
  const { documentId } = await insertDocument(ledger, makeDocument(page))
  await insertArticle(ledger, documentId, article)
  await insertReading(ledger, article, reading)
  return article.id
}

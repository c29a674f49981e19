import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReadArticle } from '../src/jobs/read-document.ts'
import type { Span } from '../src/records/span.ts'
import { makeFolder, runHearsay } from './run-hearsay.fixture.ts'

/** A post as a reader saved it as text: head, credit, words, and what the blog puts below. */
const post = `Kestria Signals It Would Take In Deposed Governor as Harbour Blockade Tightens

2 mins read
[Photo Credit: By Olle Brandt from Lindholm, Kestria - Halden quay: after the storm, CC BY 2.0, https://commons.example/w/index.php?curid=4711]

Kestrian Prime Minister Maren Oldt is now reportedly offering a way out to the governor of Halden, Viggo Stane, as the blockade of his harbour enters its third week. On Tuesday, Oldt received Stane’s envoy for the second time in 12 days.

According to Kestria’s state-run news agency Kesta, Oldt told the envoy that the governor should “stop counting ships” and come to Lindholm soon.

Admiral Rune Falk, who commands the blockade, said last week that Stane’s time in office was “running out,” but he declined to say whether his ships would enter the harbour.

The Lindholm Courier asked whether Kestria would grant asylum, but Oldt’s office did not respond to requests for comment.

Stane denied that he was preparing to leave. “I was born in this harbour,” he told reporters on Monday.

[READ MORE: Ferry Operator Fined After Engine Fire Off Halden]

Leave a Reply

Your email address will not be published.

Latest from Blog`

let folder: Awaited<ReturnType<typeof makeFolder>>
let read: ReadArticle

beforeAll(async () => {
  folder = await makeFolder()
  const file = join(folder.path, 'kestria.txt')
  await writeFile(file, post)
  const { status, out, err } = await runHearsay(['read', file, '--date', '2026-02-12', '--json'])
  expect({ status, err }).toEqual({ status: 0, err: '' })
  read = JSON.parse(out)
})
afterAll(() => folder.remove())

const wordsAt = (span: Span | null) => (span === null ? null : read.article.text.slice(span.start, span.end))

test('the first line of a saved text is its title', () => {
  expect(read.article.title).toBe(
    'Kestria Signals It Would Take In Deposed Governor as Harbour Blockade Tightens',
  )
})

test('the text is the article’s words, from its first sentence to its last', () => {
  const { text } = read.article
  expect(text).toMatch(/^Kestrian Prime Minister Maren Oldt/)
  expect(text).toMatch(/he told reporters on Monday\.$/)
  expect(text.split('\n\n')).toHaveLength(5)
})

test.each([
  '2 mins read',
  'READ MORE',
  'Ferry Operator',
  'Photo Credit',
  'Leave a Reply',
  'Your email address',
  'Latest from Blog',
])('“%s” leaves the text and is kept among what was left out', (furniture) => {
  const { text, dropped, credits } = read.article
  expect(text).not.toContain(furniture)
  const kept = [...dropped, ...credits].map((piece) => piece.text).join('\n')
  expect(kept).toContain(furniture)
})

test('a credit in brackets gives author, licence and address', () => {
  expect(read.article.credits).toEqual([
    expect.objectContaining({
      of: 'photo',
      author: 'Olle Brandt',
      licence: 'CC BY 2.0',
      url: 'https://commons.example/w/index.php?curid=4711',
    }),
  ])
})

test('a date given by the operator places “on Tuesday” before it', () => {
  const tuesday = read.reading.times.find((time) => /Tuesday/.test(wordsAt(time) ?? ''))
  expect(tuesday).toMatchObject({ from: '2026-02-10', to: '2026-02-10' })
})

test('a quotation inside reported speech is a mixed statement of the one who said it', () => {
  const statement = read.reading.statements.find(({ content }) => /running out/.test(wordsAt(content) ?? ''))
  expect(wordsAt(statement?.source ?? null)).toContain('Rune Falk')
  expect(wordsAt(statement?.cue ?? null)).toBe('said')
  expect(statement?.kind).toBe('mixed')
})

test('an office that did not answer is a statement of that office, without comment', () => {
  const silent = read.reading.statements.filter(({ modality }) => modality === 'no-comment')
  expect(silent.map(({ source }) => wordsAt(source))).toContain('Oldt’s office')
})

test('what an agency relays is said by its speaker, by way of the agency', () => {
  const statement = read.reading.statements.find(({ source }) => wordsAt(source) === 'Oldt')
  expect(wordsAt(statement?.content ?? null)).toContain('stop counting ships')
  expect(wordsAt(statement?.via ?? null)).toContain('Kesta')
})

import { expect, test } from 'vitest'
import { readPlainText } from './read-plain-text.ts'

const read = (text: string) => readPlainText(text, 'page.txt', null)

const first =
  'The old bridge over the Alder will open again before the winter, the regional government said on Tuesday after a meeting that lasted until midnight.'
const second =
  '“We have checked every bolt,” said Ewa Nowak, the minister of transport, who had closed it in March.'
const third =
  'The mayor of Northgate did not respond to requests for comment, and the report that the engineers handed in last week promises nothing of the kind.'

/** Wrapped as mails and text browsers do. */
function wrap(text: string, width = 72, indent = ''): string {
  const lines: string[] = []
  let line = indent
  for (const word of text.split(' ')) {
    if (line !== indent && line.length + 1 + word.length > width) {
      lines.push(line)
      line = indent + word
    } else line = line === indent ? indent + word : `${line} ${word}`
  }
  return [...lines, line].join('\n')
}

test('a page that Firefox saved as text is its words: lines joined, addresses behind links and bullets gone', () => {
  const saved = `Bridge to open again

By Jane Doe

${wrap(`${first} The meeting <https://meridianpost.example/2024/a-very-long-address-of-a-meeting-that-nobody-would-type> was open.`)}

${wrap(second)}

  * The ferry stops in October.
  * The road stays closed until the spring, the ministry of transport
    said.

${wrap(third)}
`
  const draft = read(saved)
  expect(draft).toMatchObject({ title: 'Bridge to open again', byline: 'Jane Doe' })
  expect(draft.paragraphs).toEqual([
    `${first} The meeting was open.`,
    second,
    'The ferry stops in October.',
    'The road stays closed until the spring, the ministry of transport said.',
    third,
  ])
  expect(draft.dropped.map(({ text }) => text)).toContain(
    '<https://meridianpost.example/2024/a-very-long-address-of-a-meeting-that-nobody-would-type>',
  )
})

test('the list of links with which a text browser ends a page is dropped, and so are its marks in the text', () => {
  const draft = read(`   Bridge to open again

${wrap(first.replace('regional government', '[1]regional government'), 72, '   ')}

${wrap(`${third} It counted [3] bolts.`, 72, '   ')}

References

   1. https://government.example/
   2. https://meridianpost.example/
`)
  expect(draft.paragraphs).toEqual([first, `${third} It counted [3] bolts.`])
  expect(draft.dropped.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['References', '1. https://government.example/']),
  )
})

test('a PDF turned to text goes on over its pages, without their heads, numbers and cut words', () => {
  const pages = [
    `Meridian Post, 5 March 2024\n\nBridge to open again\n\n${wrap(first.replace('government', 'govern- ment')).replace('govern- ment', 'govern-\nment')}\n\nThe mayor of Northgate did not respond to\n\n1\n`,
    `Meridian Post, 5 March 2024\n\nrequests for comment on Tuesday evening.\n\n${wrap(second)}\n\n2\n`,
    `Meridian Post, 5 March 2024\n\n${wrap(third)}\n\n3\n`,
  ]
  const { paragraphs, title } = read(pages.join('\f'))
  expect(title).toBe('Bridge to open again')
  expect(paragraphs.join(' ')).not.toMatch(/\f|govern-|Meridian Post/)
  expect(paragraphs).toContain(second)
  expect(paragraphs).toContain(third)
  expect(paragraphs.join(' ')).toContain('did not respond to requests for comment on Tuesday evening.')
})

test('a dispatch is its headline and its text, without the desk’s own lines', () => {
  const draft = read(`a0412
Morvenia-Bridge,2nd Ld-Writethru,0412
Eds: Updates with the minister's words.
Bridge to open again before winter
By JANE DOE
Meridian Press Writer

${wrap(`SELGRAD, Morvenia (MP) _ ${first}`)}

${wrap("``We have checked every bolt,'' said Ewa Nowak, the minister of transport, who had closed it in March.")}

ENDS
`)
  expect(draft.title).toBe('Bridge to open again before winter')
  expect(draft.byline).toMatch(/JANE DOE/i)
  expect(draft.paragraphs).toEqual([`SELGRAD, Morvenia (MP) — ${first}`, second])
  expect(draft.credits).toMatchObject([{ agency: 'MP' }])
  expect(draft.dropped.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['a0412', 'Morvenia-Bridge,2nd Ld-Writethru,0412', 'ENDS']),
  )
})

test('a mail that was copied is its subject, its day and its words', () => {
  const draft = read(`From: Meridian Post <news@meridianpost.example>
Sent: Tuesday, 5 March 2024 10:00
To: readers
Subject: Bridge to open again

${wrap(first)}

${wrap(third)}
`)
  expect(draft).toMatchObject({
    title: 'Bridge to open again',
    publishedAt: { value: '2024-03-05T10:00' },
    paragraphs: [first, third],
  })
})

test('a hyphen at a line’s end of a mail is the writer’s', () => {
  const { paragraphs } = read(
    'Bridge\n\nThe government of the region spoke of a long-\nterm plan for the bridge, and of a second one\nthat would follow it in the spring.',
  )
  expect(paragraphs.join(' ')).toContain('a long-term plan')
})

test('text made to break readers is read soon', () => {
  for (const text of [
    ' '.repeat(10_000_000),
    '<https://'.repeat(500_000),
    `${'1\n'.repeat(500_000)}\f`.repeat(2),
    '\f'.repeat(5_000_000),
    '[1]'.repeat(1_000_000),
    '1. https://a.example/\n'.repeat(100_000),
    `${'a-\n'.repeat(500_000)}\f${first}`,
    ' • '.repeat(1_000_000),
    '\n* '.repeat(200_000),
  ]) {
    const startedAt = performance.now()
    read(text)
    expect([text.slice(0, 10), performance.now() - startedAt < 15_000]).toEqual([text.slice(0, 10), true])
  }
}, 150_000)

import { expect, test } from 'vitest'
import type { EventRow } from './event-row.ts'
import { eventFormats } from './formats.ts'
import { madeText, makeRows } from './made-rows.fixture.ts'

const write = (name: string) => {
  const format = eventFormats.find((known) => known.name === name)
  if (!format) throw new Error(`no format ${name}`)
  return [
    ...(format.header === null ? [] : [format.header]),
    ...makeRows().flatMap((row) => format.toLine(row) ?? []),
  ]
}

test.each(eventFormats.map(({ name }) => name))('three events as %s', async (name) => {
  await expect(`${write(name).join('\n')}\n`).toMatchFileSnapshot(`golden/events.${name}`)
})

test('every line is one event, whatever is in its words', () => {
  const [row] = makeRows()
  const broken: EventRow = {
    ...(row as EventRow),
    where: { words: 'a\r\nb\t"c",d', start: 0, end: 1 },
    sentence: { words: 'a\r\nb\t"c",d', start: 0, end: 1 },
  }
  for (const format of eventFormats.filter(({ name }) => name !== 'csv'))
    expect(format.toLine(broken), format.name).not.toMatch(/[\r\n]/)
  expect(eventFormats.find(({ name }) => name === 'csv')?.toLine(broken)).toContain('"a\r\nb\t""c"",d"')
})

test('words keep their place in the text', () => {
  for (const line of write('jsonl')) {
    const { sentence, actor } = JSON.parse(line)
    for (const { words, start, end } of [sentence, actor]) expect(madeText.slice(start, end)).toBe(words)
  }
})

test('who says so is followed to the last relay, nearest first', () => {
  expect(JSON.parse(write('jsonl')[0] ?? '').saidBy).toEqual([
    { words: 'two officials', name: null, code: null, cue: 'citing' },
    { words: 'the agency Nordlys', name: 'Nordlys', code: 'NORMED', cue: 'said' },
  ])
})

test('every row of a table has as many cells as its header, and GDELT’s has 61', () => {
  for (const line of write('gdelt')) expect(line.split('\t')).toHaveLength(61)
})

test('a spreadsheet takes no words of a page for a formula', () => {
  expect(write('csv')[1]).toContain(",'=Ola Lind=,")
})

test('what GDELT would take for a thing that happened is left out where it is only conditional', () => {
  expect(write('gdelt')).toHaveLength(2)
})

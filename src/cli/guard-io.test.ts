import { Readable } from 'node:stream'
import picocolors from 'picocolors'
import { expect, test } from 'vitest'
import { guardIo } from './guard-io.ts'
import { withoutSteering } from './without-steering.ts'

const escapeCode = String.fromCharCode(27)

function written(text: string): string {
  let out = ''
  const io = guardIo({
    out: (part) => {
      out += part
    },
    err: () => {},
    isTerminal: true,
    width: 80,
    colours: picocolors.createColors(true),
    env: {},
    stdin: Readable.from([]),
  })
  io.out(text)
  return out
}

test.each([
  ['an escape that clears the screen', `${escapeCode}[2J`],
  ['one that renames the window', `${escapeCode}]0;Harbour\u0007`],
  ['a control of eight bits', '\u009b2J'],
  ['a mark that turns the writing direction', '\u202edenied'],
  ['a line that writes over itself', 'denied\rconfirmed'],
  ['hidden writing', `${escapeCode}[8mdenied`],
])('%s does not reach the terminal', (_, text) => {
  expect(written(text)).toMatch(/^[^\p{Cc}\u202e]*$/u)
})

test('our own colours, line breaks, and the line of progress do', () => {
  const { red, bold } = picocolors.createColors(true)
  const text = `${bold(red('harbour'))}\n\tshut\r${escapeCode}[K`
  expect(written(text)).toBe(text)
})

test('JSON keeps every character of a record', () => {
  const record = { title: `a\u009b${escapeCode}[2J\u202eb\u0007` }
  const line = written(`${JSON.stringify(record)}\n`)
  expect(line).toMatch(/^[\x20-\x7e\n]*$/)
  expect(JSON.parse(line)).toEqual(record)
})

test('a record is made safe to print at any depth, and keeps its lengths', () => {
  const record = {
    title: `a${escapeCode}[31mb`,
    statements: [{ source: '\u009bc', confidence: 0.5, via: null }],
  }
  expect(withoutSteering(record)).toEqual({
    title: 'a\ufffd[31mb',
    statements: [{ source: '\ufffdc', confidence: 0.5, via: null }],
  })
})

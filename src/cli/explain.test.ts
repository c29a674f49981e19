import { Readable } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import picocolors from 'picocolors'
import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { parseReading } from '../records/reading.ts'
import { runCli } from './run-cli.ts'

const escapeCode = String.fromCharCode(27)

async function explain(argv: readonly string[], { stdin = '', width = 80, colours = false } = {}) {
  let out = ''
  let err = ''
  const status = await runCli(
    ['explain', ...argv],
    {
      out: (text) => {
        out += text
      },
      err: (text) => {
        err += text
      },
      isTerminal: colours,
      width,
      colours: picocolors.createColors(colours),
      env: {},
      stdin: Readable.from([Buffer.from(stdin)]),
    },
    new AbortController().signal,
  )
  return { status, out, err }
}

const told =
  'Ana Petrov, a spokeswoman for the port, told reporters that the minister had denied that the harbour would close.'

test('draws the tree, the brackets of nested statements, the names, and how each was read', async () => {
  const { status, out, err } = await explain([told])
  expect({ status, err }).toEqual({ status: 0, err: '' })
  for (const word of told.replace(/[,.]/g, '').split(' '))
    expect(out).toMatch(new RegExp(`[─┼┴┬├] ${word}\\b`))
  expect(out).toMatch(/^├ told +VERB +root +tell$/m)
  expect(out).toMatch(/^s1 .*╚.*source.*╝/m)
  expect(out).toMatch(/^s2 .*┗cue━┛/m)
  const flat = out.replace(/\s+/g, ' ')
  expect(flat).toMatch(/s1 Ana Petrov.* → told → that the minister had denied/)
  expect(flat).toMatch(/s2 the minister → denied → that the harbour would close/)
  expect(out).toMatch(/probability 0\.\d\d|found by rules alone/)
  expect(out).toMatch(/^Names\n {4}Ana Petrov +person/m)
  expect(out).not.toContain(escapeCode)
})

test('no line is wider than the terminal, and colours change no sign', async () => {
  const { out } = await explain([told], { width: 60 })
  expect(out.split('\n').filter((line) => stringWidth(line) > 60)).toEqual([])
  const coloured = await explain([told], { width: 60, colours: true })
  expect(coloured.out).toContain(escapeCode)
  expect(stripVTControlCharacters(coloured.out)).toBe(out)
})

test('reads standard input, and a day places “on Thursday”', async () => {
  const { out } = await explain(['-', '--date', '2025-11-28', '--mode', 'fast'], {
    stdin: 'The talks failed on Thursday,\nthe envoy said.\n',
  })
  expect(out).toMatch(/Thursday +date +2025-11-27/)
  expect(out).toContain('fast mode')
})

test('--json prints an article of just these words and its reading, and --features shows the morphology', async () => {
  const { out } = await explain(['The envoy left.', '--json'])
  const { article, reading } = JSON.parse(out)
  expect(article).toMatchObject({ text: 'The envoy left.', title: null })
  expect(article.id).toMatch(/^[0-9a-f]{32}$/)
  expect(parseReading(reading)).toEqual(reading)
  expect((await explain(['The envoy left.', '--features'])).out).toContain('Number=Sing')
})

test('what steers a terminal is not printed', async () => {
  const steering = [escapeCode, '\u009b', '\u202e']
  const { out } = await explain([`The envoy ${steering.join('said ')} that talks failed.`])
  expect(steering.filter((sign) => out.includes(sign))).toEqual([])
  expect(out).toContain('talks')
})

test.each([
  ['nothing', ['']],
  ['white space', ['  \n ']],
  ['no operand', []],
  ['two operands', ['The envoy', 'left.']],
  ['twenty-one sentences', ['The envoy left. '.repeat(21)]],
  ['a whole book', ['word '.repeat(100_000)]],
  ['an unknown mode', ['The envoy left.', '--mode', 'slow']],
])('%s is the caller’s fault, said in one line with what to do', async (_, argv) => {
  const { status, out, err } = await explain(argv)
  expect({ status, out }).toEqual({ status: 2, out: '' })
  expect(err).toMatch(/^hearsay: \S.*\n/)
})

test('twenty sentences are drawn, each with its own head', async () => {
  const { out } = await explain(['The envoy left. '.repeat(20), '--mode', 'fast'])
  expect(out).toContain('Sentence 20 of 20')
})

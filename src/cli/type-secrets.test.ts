import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { isTerminal, type Terminal, typeSecrets } from './type-secrets.ts'

/** A terminal into which `keys` are typed, and everything that it was told. */
function openTerminal(keys: readonly (string | Uint8Array)[], { ends = false } = {}) {
  const modes: boolean[] = []
  const input = new PassThrough()
  const terminal: Terminal = Object.assign(input, {
    isTTY: true as const,
    setRawMode: (isRaw: boolean) => {
      // As with a real one, whose descriptor is gone by then.
      if (!input.destroyed) modes.push(isRaw)
    },
  })
  for (const key of keys) input.write(key)
  if (ends) input.end()
  return { terminal, modes }
}

async function type(
  keys: readonly (string | Uint8Array)[],
  { prompts = ['Password: '], ends = false, signal = new AbortController().signal } = {},
) {
  const { terminal, modes } = openTerminal(keys, { ends })
  let shown = ''
  const typed = await typeSecrets(terminal, prompts, { say: (text) => (shown += text), signal })
  return { typed, shown, modes }
}

const control = (letter: string) => String.fromCharCode(letter.charCodeAt(0) - 64)

test('nothing of what is typed is shown, and the terminal is as before', async () => {
  const { typed, shown, modes } = await type(['four plain', ' words\r'])
  expect(typed).toEqual(['four plain words'])
  expect(shown).toBe('Password: \n')
  expect(modes).toEqual([true, false])
})

test('a second line is asked for, though both came at once as when pasted', async () => {
  const { typed, shown } = await type(['first\rsecond\r'], { prompts: ['Password: ', 'Again: '] })
  expect(typed).toEqual(['first', 'second'])
  expect(shown).toBe('Password: \nAgain: \n')
})

test.each([
  ['backspace as most terminals send it', ['worx', '\u007f', 'd\r'], 'word'],
  ['backspace on an empty line', ['\u007f\u007f', 'word\r'], 'word'],
  ['backspace over a letter of two units', ['word𝔵', '\b', '\r'], 'word'],
  ['Ctrl-U', ['wrong', control('U'), 'word\r'], 'word'],
  ['Ctrl-W', ['four wrong ', control('W'), 'words\r'], 'four words'],
  ['arrows and function keys', ['wo\u001b[D\u001b[1;5C\u001bOPrd\r'], 'word'],
  ['a sequence cut in two', ['wo\u001b', '[', 'Drd\r'], 'word'],
  ['other controls', ['wo\t\u0000rd\r'], 'word'],
  ['Ctrl-D after a word', ['word', control('D')], 'word'],
  [
    'a letter whose bytes come apart',
    [Buffer.from('wörd').subarray(0, 2), Buffer.from('wörd').subarray(2), '\r'],
    'wörd',
  ],
])('%s', async (_name, keys, text) => {
  expect((await type(keys)).typed).toEqual([text])
})

test.each([
  ['Ctrl-C', ['wor', control('C'), 'd\r']],
  ['Ctrl-C within a sequence', ['\u001b[', control('C')]],
  ['Ctrl-D on an empty line', [control('D')]],
])('%s gives up, and the terminal is as before', async (_name, keys) => {
  const { typed, modes } = await type(keys)
  expect({ typed, modes }).toEqual({ typed: null, modes: [true, false] })
})

test('the end of the input gives up', async () => {
  // A terminal that hung up is gone, with whatever mode it had.
  expect((await type(['wor'], { ends: true })).typed).toBeNull()
})

test('a signal gives up while nothing is typed, and the terminal is as before', async () => {
  const stop = new AbortController()
  const asked = type(['wor'], { signal: stop.signal })
  setTimeout(() => stop.abort(), 10)
  const { typed, modes } = await asked
  expect({ typed, modes }).toEqual({ typed: null, modes: [true, false] })
})

test('a pipe is no terminal', () => {
  expect(isTerminal(new PassThrough())).toBe(false)
  expect(isTerminal(openTerminal([]).terminal)).toBe(true)
})

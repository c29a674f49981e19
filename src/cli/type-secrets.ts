import type { Readable } from 'node:stream'

/** Standard input where somebody types. In raw mode each key arrives by itself, and nothing shows it. */
export interface Terminal extends Readable {
  readonly isTTY: true
  readonly setRawMode: (isRaw: boolean) => unknown
}

export const isTerminal = (stdin: object): stdin is Terminal =>
  'isTTY' in stdin && stdin.isTTY === true && 'setRawMode' in stdin && typeof stdin.setRawMode === 'function'

/** Longer lines lose their end: nobody types so much. */
const longest = 10_000

/**
 * Asks for one line after the other and shows none of what is typed. Null where it was given up: Ctrl-C, Ctrl-D on an empty
 * line, the end of the input, or the signal. The terminal is as it was before, whatever happens.
 */
export async function typeSecrets(
  terminal: Terminal,
  prompts: readonly string[],
  { say, signal }: { readonly say: (text: string) => void; readonly signal: AbortSignal },
): Promise<string[] | null> {
  const typed: string[] = []
  const line = openSecretLine()
  const decoder = new TextDecoder()
  // First the mode, then the end: a stream that is destroyed no longer reaches the terminal.
  const leave = () => {
    if (!terminal.destroyed) terminal.setRawMode(false)
    terminal.destroy()
  }
  if (signal.aborted) return null
  signal.addEventListener('abort', leave, { once: true })
  terminal.setRawMode(true)
  try {
    say(prompts[0] ?? '')
    for await (const bytes of terminal.iterator({ destroyOnReturn: false })) {
      for (const key of decoder.decode(bytes, { stream: true })) {
        const done = line.press(key)
        if (done === null) continue
        say('\n')
        if (done === 'given-up') return null
        typed.push(done.text)
        const prompt = prompts[typed.length]
        if (prompt === undefined) return typed
        say(prompt)
      }
    }
    return null
  } catch (error) {
    if (!signal.aborted) throw error
    say('\n')
    return null
  } finally {
    signal.removeEventListener('abort', leave)
    leave()
  }
}

const control = (letter: string): string => String.fromCharCode(letter.charCodeAt(0) - 64)
const [interrupt, endOfInput, backspace, clear, eraseWord, escapeKey] = [
  control('C'),
  control('D'),
  control('H'),
  control('U'),
  control('W'),
  control('['),
]
const rubout = String.fromCharCode(127)

/** One line after the other, key by key; `press` gives the line when a key ends it. */
function openSecretLine(): {
  readonly press: (key: string) => { readonly text: string } | 'given-up' | null
} {
  let keys: string[] = []
  // Arrows and function keys send “ESC [ 1 ; 5 C” or “ESC O P”: none of it is meant as text.
  let sequence: 'none' | 'begun' | 'single' | 'parameters' = 'none'
  const end = () => {
    const text = keys.join('')
    keys = []
    return { text }
  }
  return {
    press: (key) => {
      if (key === interrupt) return 'given-up'
      if (sequence === 'begun') {
        sequence = key === '[' ? 'parameters' : key === 'O' ? 'single' : 'none'
        return null
      }
      if (sequence !== 'none') {
        if (sequence === 'single' || /[@-~]/.test(key)) sequence = 'none'
        return null
      }
      if (key === '\r' || key === '\n') return end()
      if (key === endOfInput) return keys.length > 0 ? end() : 'given-up'
      if (key === escapeKey) sequence = 'begun'
      else if (key === backspace || key === rubout) keys.pop()
      else if (key === clear) keys = []
      else if (key === eraseWord) keys = Array.from(keys.join('').replace(/\S*\s*$/, ''))
      else if (!/\p{Cc}/u.test(key) && keys.length < longest) keys.push(key)
      return null
    },
  }
}

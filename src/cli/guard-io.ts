import type { Io } from './io.ts'

/**
 * A door that lets nothing through to a terminal that steers it but our own colours and the one line that rewrites
 * itself. A pipe gets every character: CSV and JSON are data there.
 *
 * It is the last of two: what prints records makes them safe first (`withoutSteering`), in a pipe too, which also keeps
 * a page from writing in our colours; this one catches addresses, file names and whatever a new command forgets. JSON
 * loses nothing: on a terminal its controls are written as `\u009b`.
 */
export function guardIo(io: Io): Io {
  const out = io.isTerminal ? (text: string) => io.out(guard(text)) : io.out
  return { ...io, out, err: (text) => io.err(guard(text)) }
}

const escapeCode = String.fromCharCode(27)
const own = new RegExp(
  `(\\r\\n|\\r?${escapeCode}\\[K|${escapeCode}\\[(?:[0-47]|2[2-9]|3[0-79]|4[0-79]|9[0-7])m)|[^\\P{Cc}\\n\\t]|[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]`,
  'gu',
)

function guard(text: string): string {
  const isJson = /^[[{]/.test(text)
  return text.replace(own, (sign, ours: string | undefined) => {
    if (ours !== undefined && !isJson) return sign
    if (!isJson) return '\ufffd'
    return Array.from(sign, (unit) => `\\u${(unit.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`).join(
      '',
    )
  })
}

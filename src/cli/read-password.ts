import { readFile } from 'node:fs/promises'
import { HearsayError } from '../records/error.ts'
import type { CommandCall } from './command.ts'
import { isTerminal, typeSecrets } from './type-secrets.ts'

/** The first line of `--password-file`, or of standard input; typed at a terminal it is not shown, and asked for twice. */
export async function readPassword({ values, io, signal }: CommandCall): Promise<string> {
  const file = values['password-file'] ?? '-'
  if (file !== '-') return firstLineOf(await readText(String(file)))
  if (!isTerminal(io.stdin)) return firstLineOf(await readLine(io.stdin))
  const prompts = ['Password, which is not shown: ', 'The same again: ']
  const typed = await typeSecrets(io.stdin, prompts, { say: io.err, signal })
  if (typed === null) throw new HearsayError('invalid-request', 'No password was typed; nothing was changed.')
  const [password = '', again] = typed
  if (password !== again)
    throw new HearsayError('invalid-request', 'The two passwords differ; nothing was changed.')
  return password
}

const firstLineOf = (text: string): string => text.split(/\r?\n/, 1)[0] ?? ''

async function readLine(stdin: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const bytes of stdin) {
    text += decoder.decode(bytes, { stream: true })
    if (text.includes('\n') || text.length > 10_000) break
  }
  return text
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new HearsayError('usage', `--password-file ${file} cannot be read.`, { cause })
  }
}

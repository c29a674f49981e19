import { readFile } from 'node:fs/promises'
import { HearsayError } from '../records/error.ts'
import type { CommandCall } from './command.ts'

/** The first line of `--password-file`, or of standard input. */
export async function readPassword({ values, io }: CommandCall): Promise<string> {
  const file = values['password-file'] ?? '-'
  if (file === '-') io.err('Password, then Enter:\n')
  const text = file === '-' ? await firstLine(io.stdin) : await readText(String(file))
  return text.split(/\r?\n/, 1)[0] ?? ''
}

async function firstLine(stdin: AsyncIterable<Uint8Array>): Promise<string> {
  let text = ''
  for await (const bytes of stdin) {
    text += Buffer.from(bytes).toString('utf8')
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

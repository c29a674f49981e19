import { readFile } from 'node:fs/promises'

/** The bytes of a dump; null when there is no such file. */
export async function readDump(file: string | null): Promise<Uint8Array | null> {
  if (file === null) return null
  try {
    return await readFile(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

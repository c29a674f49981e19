/** Copies what the compiler leaves behind beside its output: migrations, and the worker that is plain JavaScript. */
import { cp, readdir } from 'node:fs/promises'
import { join } from 'node:path'

for (const entry of await readdir('src', { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || /\.ts$/.test(entry.name)) continue
  const from = join(entry.parentPath, entry.name)
  await cp(from, from.replace(/^src/, 'dist'))
}

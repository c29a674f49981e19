import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Models } from '../records/models.ts'

const modelFolder = new URL('../../data/model/', import.meta.url)

let loaded: Models | undefined

/**
 * Loads the reader's models (about 12 MB) from `data/model/`, once a process.
 *
 * The bytes lie in shared memory, so that workers which are sent the record read the same copy.
 *
 * @throws {Error} when a file is missing: the installation is broken.
 */
export function loadModels(): Models {
  loaded ??= {
    kernel: readShared('kernel.wasm'),
    vectors: readShared('vectors.bin'),
    syntax: readShared('syntax.bin'),
    names: readShared('names.bin'),
    attribution: readShared('attribution.bin'),
    perceptron: readShared('perceptron.bin'),
  }
  return loaded
}

function readShared(name: string): Uint8Array {
  const file = openSync(fileURLToPath(new URL(name, modelFolder)), 'r')
  try {
    const bytes = new Uint8Array(new SharedArrayBuffer(fstatSync(file).size))
    let count = 0
    while (count < bytes.length) {
      const more = readSync(file, bytes, count, bytes.length - count, count)
      if (more === 0) throw new Error(`${name} ended after ${count} of ${bytes.length} bytes`)
      count += more
    }
    return bytes
  } finally {
    closeSync(file)
  }
}

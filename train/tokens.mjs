/**
 * Splits articles with the reader's own tokeniser, so that training sees exactly the tokens of run time.
 *
 * Usage: node train/tokens.mjs SPLIT_TOKENS_JS DATA_FOLDER OUT_FOLDER
 * SPLIT_TOKENS_JS is the compiled src/read/split-tokens.ts. Writes polnear-train.jsonl, polnear-dev.jsonl and
 * news.jsonl: one object a line, { id, text, spans: [[start, end], ...] }, offsets in UTF-16 units of `text`.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'

const [splitterPath, data, out] = process.argv.slice(2)
if (out === undefined) throw new Error('usage: node tokens.mjs SPLIT_TOKENS_JS DATA_FOLDER OUT_FOLDER')
const { splitTokens } = await import(pathToFileURL(resolve(splitterPath)).href)

const line = (id, text) =>
  JSON.stringify({ id, text, spans: splitTokens(text).map((token) => [token.start, token.end]) })

mkdirSync(out, { recursive: true })
for (const part of ['train', 'dev']) {
  const folder = join(data, 'polnear/data', part, 'text')
  const lines = readdirSync(folder)
    .sort()
    .map((name) => line(name.replace(/\.txt$/, ''), readFileSync(join(folder, name), 'utf8')))
  writeFileSync(join(out, `polnear-${part}.jsonl`), `${lines.join('\n')}\n`)
}
const news = readdirSync(join(data, 'news_allsides')).filter((name) => name.endsWith('.jsonl.gz'))
const lines = news.sort().flatMap((name) =>
  gunzipSync(readFileSync(join(data, 'news_allsides', name)))
    .toString('utf8')
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => JSON.parse(row))
    .map((article) => line(String(article.id), article.text)),
)
writeFileSync(join(out, 'news.jsonl'), `${lines.join('\n')}\n`)

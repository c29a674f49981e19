/**
 * Draws copies for a reader to judge: `node eval/audit-copies.mjs FILE.jsonl.gz --count N --seed N --sheet SHEET.tsv
 * --page PAGE.txt`.
 *
 * All articles of the file ({id, url, outlet, date, authors, title, text}) go into one index; of the copies that it
 * finds, `--count` are drawn, all of them where there are fewer. `--page` is what one reads: both articles and the
 * shared stretches; it holds article text and belongs outside the project. `--sheet` is what one fills in. Who writes
 * for nobody has no outlet.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { createCopyIndex } from '../dist/weigh/create-copy-index.js'
import { parseLines } from './parse-lines.mjs'
import { shuffle } from './shuffle.mjs'
import { toArticle } from './to-article.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    sheet: { type: 'string' },
    page: { type: 'string' },
  },
})
const bytes = await readFile(positionals[0])
const articles = parseLines((bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8'))
const articleOf = new Map(articles.map((article) => [article.id, article]))
const index = createCopyIndex()
for (const article of articles)
  index.add(
    toArticle({ ...article, outlet: article.outlet?.startsWith('Guest Writer') ? null : article.outlet }),
  )
const copies = index.findAllCopies()
const drawn = shuffle(copies, Number(values.seed)).slice(0, Number(values.count))
console.log(`${articles.length} articles, ${copies.length} copies, ${drawn.length} drawn`)
if (values.page) await writeFile(values.page, drawn.map(toPage).join('\n'))
const head = 'kind\tof\tby\tshare\tcopy\tkind_right\terror'
const rows = drawn.map(({ kind, of, by, share }) => [kind, of, by, share, '', '', ''].join('\t'))
if (values.sheet) await writeFile(values.sheet, `${[head, ...rows].join('\n')}\n`)

function toPage({ kind, of, by, share, shareOfOriginal, words, setAside, direction, basis }, k) {
  const { text } = articleOf.get(by)
  return [
    `COPY ${k + 1} ${kind} ${share} ${shareOfOriginal}, ${words} words, quoted ${setAside.quoted}, boilerplate ${setAside.boilerplate}, ${direction.taken} (${direction.basis}) ${direction.source ?? ''}`,
    toLine(of),
    toLine(by),
    ...basis.map((shared) => `    = ${text.slice(shared.by.start, shared.by.end).replace(/\s+/g, ' ')}`),
    '',
  ].join('\n')
}

function toLine(id) {
  const { date, outlet, authors, title } = articleOf.get(id)
  return `  ${id} ${date} ${outlet} | ${authors}: ${title}`
}

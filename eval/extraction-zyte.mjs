/**
 * Main text on the article extraction benchmark of Zyte (a folder with `ground-truth.json` and `html/*.html.gz`), by
 * its own measure: shingles of four words, precision and recall averaged over pages, F1 of the two means. `--mode fast`
 * leaves the peers out; `--sheet` lists every page under .97 with what is too much and what is missing.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { extractArticle } from '../dist/extract/extract-article.js'
import { averageMatches, matchShingles } from './extraction-measures.mjs'
import { askPeer, peers } from './extraction-peers.mjs'
import { showDifference } from './show-difference.mjs'

export async function score([folder], { mode, sheet, say }) {
  const gold = JSON.parse(await readFile(join(folder, 'ground-truth.json'), 'utf8'))
  const matches = { ours: [] }
  const pages = []
  for (const [key, { articleBody, url }] of Object.entries(gold)) {
    const bytes = gunzipSync(await readFile(join(folder, 'html', `${key}.html.gz`)))
    const text = await extractText(bytes, url ?? key)
    const match = matchShingles(articleBody, text)
    matches.ours.push(match)
    pages.push({ key, url, articleBody, text, share: match.both })
    if (mode === 'fast') continue
    for (const name of Object.keys(peers)) {
      matches[name] ??= []
      matches[name].push(
        matchShingles(articleBody, (await askPeer(name, bytes.toString('utf8'), url ?? key)).text),
      )
    }
  }
  const scores = Object.fromEntries(
    Object.entries(matches).map(([name, found]) => [name, averageMatches(found)]),
  )
  for (const [name, { f1, precision, recall }] of Object.entries(scores))
    say(`${name.padEnd(18)} F1 ${f1.toFixed(4)}  P ${precision.toFixed(4)}  R ${recall.toFixed(4)}`)
  pages.sort((a, b) => a.share - b.share)
  for (const page of pages.slice(0, 10)) say(`${page.share.toFixed(3)} ${page.key.slice(0, 12)} ${page.url}`)
  if (sheet) {
    for (const page of pages.filter(({ share }) => share < 0.97)) {
      say(`\n## ${page.share.toFixed(3)} ${page.key.slice(0, 12)} ${page.url}`)
      showDifference(page.articleBody, page.text, say)
    }
  }
  return { pages: pages.length, ...scores }
}

async function extractText(bytes, where) {
  const extraction = await extractArticle({
    where,
    bytes,
    mediaType: 'text/html',
    charset: 'utf-8',
    headers: {},
    collectedAt: '2100-01-01T00:00:00Z',
  })
  return 'article' in extraction ? extraction.article.text : ''
}

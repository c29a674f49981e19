import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** GUM's genres whose texts are licensed for non-commercial use only; their documents are left out of training. */
const nonCommercialGenres = new Set(['fiction', 'whow'])

/** Sentences of a CoNLL-U file: { words, upos, heads (from 0, -1 the root), deprels }. */
export function readTreebank(path, skippedGenres = new Set()) {
  const sentences = []
  let genre = ''
  for (const block of readFileSync(path, 'utf8').split('\n\n')) {
    const lines = block.split('\n').filter((line) => line !== '')
    const document = lines.find((line) => line.startsWith('# newdoc id'))
    if (document !== undefined) genre = document.split('_')[1] ?? ''
    const rows = lines
      .filter((line) => !line.startsWith('#'))
      .map((line) => line.split('\t'))
      .filter(([id]) => !/[-.]/.test(id))
    if (rows.length === 0 || skippedGenres.has(genre)) continue
    sentences.push({
      words: rows.map((row) => row[1]),
      upos: rows.map((row) => row[3]),
      heads: rows.map((row) => Number(row[6]) - 1),
      deprels: rows.map((row) => row[7]),
    })
  }
  return sentences
}

/** The treebanks' train parts (without GUM's non-commercial genres) and dev parts. */
export function readTreebanks(data) {
  const path = (name) => join(data, 'ud', name)
  return {
    train: [
      ...readTreebank(path('en_ewt-ud-train.conllu')),
      ...readTreebank(path('en_gum-ud-train.conllu'), nonCommercialGenres),
    ],
    dev: {
      ewt: readTreebank(path('en_ewt-ud-dev.conllu')),
      gum: readTreebank(path('en_gum-ud-dev.conllu')),
    },
  }
}

/** Sentences that `label-news.mjs` parsed. */
export const readNews = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

/**
 * Names on a corpus’s own tokens (two columns, BIO, blank line between sentences): whole names, as CoNLL-2003 counts.
 *
 * The reader’s GPE counts as LOC, and CrossNER’s finer labels as the four of CoNLL.
 */
import { readFile } from 'node:fs/promises'
import { f1 } from './measures.mjs'
import { openModels } from './open-models.mjs'

const toFour = {
  person: 'PER',
  politician: 'PER',
  organisation: 'ORG',
  politicalparty: 'ORG',
  location: 'LOC',
  country: 'LOC',
  misc: 'MISC',
  event: 'MISC',
  election: 'MISC',
  GPE: 'LOC',
}
const plain = (type) => toFour[type] ?? type

export async function score(files, { mode, say }) {
  if (mode === 'fast')
    throw new Error('ner: the fast mode finds names in text, not on given tokens; only full is scored')
  const reader = openModels()
  const scores = {}
  for (const file of files) {
    const sentences = parse(await readFile(file, 'utf8'))
    const found = reader.findNames(sentences.map(({ words }) => words))
    let [right, predicted, gold] = [0, 0, 0]
    for (const [i, { names }] of sentences.entries()) {
      const keys = new Set((found[i] ?? []).map(({ from, to, type }) => `${from} ${to} ${plain(type)}`))
      predicted += keys.size
      gold += names.length
      right += names.filter((name) => keys.has(name)).length
    }
    scores[file.split('/').slice(-2).join('/')] = f1(right, predicted, gold)
    say(`${file}: F1 ${f1(right, predicted, gold).f1} on ${sentences.length} sentences`)
  }
  return scores
}

function parse(text) {
  return text.split(/\r?\n\s*\r?\n/).flatMap((block) => {
    const rows = block
      .split(/\r?\n/)
      .filter((line) => line.includes('\t'))
      .map((line) => line.split('\t'))
    if (rows.length === 0) return []
    const names = []
    let open = null
    for (const [i, [, tag = 'O']] of [...rows, ['', 'O']].entries()) {
      const type = plain(tag.slice(2))
      if (open && (tag === 'O' || tag.startsWith('B-') || open.type !== type)) {
        names.push(`${open.from} ${i} ${open.type}`)
        open = null
      }
      if (tag !== 'O' && !open) open = { from: i, type }
    }
    return [{ words: rows.map(([word]) => word), names }]
  })
}

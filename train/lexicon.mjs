/**
 * Writes `data/lexicon/words.tsv`: the words of UD treebanks whose lemma or features the rules of `src/read/lemmas`
 * and `verbs.tsv` get wrong.
 *
 *     node train/lexicon.mjs COMPILED TREEBANK...
 *
 * COMPILED is the folder of the compiled sources (`dist`). Run it again whenever a rule changes. Misspelt words
 * (`Typo=Yes`) and second halves of split words (`goeswith`) are left out.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const [compiled, ...treebanks] = process.argv.slice(2)
if (!compiled || treebanks.length === 0) {
  console.error('Usage: node train/lexicon.mjs COMPILED TREEBANK...')
  process.exit(2)
}
const load = (path) => import(pathToFileURL(resolve(compiled, path)).href)
const { loadLexicon } = await load('resources/load-lexicon.js')
const { findLemma } = await load('read/lemmas/find-lemma.js')
const { findWordFeatures } = await load('read/lemmas/find-word-features.js')
const { toPlainWord } = await load('read/lemmas/to-plain-word.js')

const folder = new URL('../data/lexicon/', import.meta.url)
const columns = ['word', 'upos', 'lemma', 'features'].join('\t')
const rules = loadLexicon(await readFile(new URL('verbs.tsv', folder), 'utf8'), columns)

/** Features that no reader could tell from the word: they mark the treebank’s own bookkeeping. */
const unread = /^(?:Typo|ExtPos|Style)=/
/** The form of these depends on the sentence, and so does the lemma where two verbs share a spelling. */
const inSentence = new Set(['VERB', 'AUX'])

const seen = new Map()
for (const path of treebanks) {
  for (const line of (await readFile(path, 'utf8')).split('\n')) {
    const [id = '', form = '', lemma = '', upos = '', xpos = '', features = ''] = line.split('\t')
    if (!/^\d+$/.test(id) || /Typo=Yes/.test(features) || xpos === 'GW' || lemma === '_') continue
    const key = `${upos}\t${toPlainWord(form)}`
    const word = seen.get(key) ?? { count: 0, lemmas: new Map(), features: new Map(), forms: new Map() }
    const kept = features
      .split('|')
      .filter((feature) => !unread.test(feature))
      .join('|')
    word.count++
    add(word.lemmas, lemma)
    add(word.features, kept === '' ? '_' : kept)
    add(word.forms, form)
    seen.set(key, word)
  }
}

const rows = []
for (const [key, word] of seen) {
  const [upos = '', plain = ''] = key.split('\t')
  const lemma = exception(word.lemmas, word.forms, (form) => findLemma(form, upos, rules))
  const features = inSentence.has(upos)
    ? null
    : exception(word.features, word.forms, (form) => findWordFeatures(form, upos, rules) ?? '_')
  if (lemma !== null || features !== null) rows.push([plain, upos, lemma ?? '-', features ?? '-'].join('\t'))
}
rows.sort()
await writeFile(new URL('words.tsv', folder), `${[columns, ...rows].join('\n')}\n`)
console.log(`${rows.length} of ${seen.size} words`)

function add(counts, value) {
  counts.set(value, (counts.get(value) ?? 0) + 1)
}

/** What the treebank says most often, where that is right more often than the rule; null otherwise. */
function exception(said, forms, rule) {
  const [best, count] = [...said].sort(([, a], [, b]) => b - a)[0]
  let ruled = 0
  for (const [form] of forms) ruled += said.get(rule(form)) ?? 0
  return ruled >= count ? null : best
}

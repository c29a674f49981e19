/**
 * Tokens, sentences, parts of speech and dependencies on CoNLL-U, as the CoNLL 2018 shared task counts: from raw text
 * (F1 over words that match in their characters) and from gold tokens (accuracy). Relations without subtypes.
 *
 * The raw text is that of the file: words with their `SpaceAfter=No`, a space between sentences, a blank line where a
 * `# newpar` or `# newdoc` begins.
 */
import { readFile } from 'node:fs/promises'
import { splitSentences } from '../dist/read/split-sentences.js'
import { splitTokens } from '../dist/read/split-tokens.js'
import { f1, percent } from './measures.mjs'
import { openModels } from './open-models.mjs'

const bare = (relation) => relation.split(':')[0]

export async function score(files, { mode, say }) {
  if (mode === 'fast') throw new Error('ud: the fast mode has no parse; only full is scored')
  const reader = openModels()
  const scores = {}
  for (const file of files) {
    const gold = parseConllu(await readFile(file, 'utf8'))
    const name = file.split('/').at(-1)
    scores[name] = { goldTokens: scoreGoldTokens(gold, reader), raw: scoreRaw(gold, reader) }
    say(`${name}: gold tokens ${JSON.stringify(scores[name].goldTokens)}`)
    say(`${name}: raw text ${JSON.stringify(scores[name].raw)}`)
  }
  return scores
}

function scoreGoldTokens({ sentences }, reader) {
  const parses = reader.parse(sentences.map(({ words }) => words.map(({ form }) => form)))
  let [total, tags, heads, relations] = [0, 0, 0, 0]
  for (const [i, { words }] of sentences.entries()) {
    for (const [k, word] of words.entries()) {
      const head = parses[i].heads[k] === word.head
      total++
      tags += parses[i].upos[k] === word.upos
      heads += head
      relations += head && bare(parses[i].deprels[k]) === word.deprel
    }
  }
  return { upos: percent(tags / total), uas: percent(heads / total), las: percent(relations / total) }
}

function scoreRaw({ text, sentences }, reader) {
  const tokens = splitTokens(text)
  const found = splitSentences(text, tokens)
  const parses = reader.parse(
    found.map(({ tokens: own }) => own.map(({ start, end }) => text.slice(start, end))),
  )
  const goldWords = new Map()
  const goldEnds = new Set()
  for (const { words, start, end } of sentences) {
    goldEnds.add(`${start} ${end}`)
    for (const word of words) {
      const governor = word.head === -1 ? 'root' : `${words[word.head].start} ${words[word.head].end}`
      goldWords.set(`${word.start} ${word.end}`, { ...word, governor })
    }
  }
  const right = { tokens: 0, upos: 0, uas: 0, las: 0 }
  let sentenceHits = 0
  for (const [i, { start, end, tokens: own }] of found.entries()) {
    sentenceHits += goldEnds.has(`${start} ${end}`)
    for (const [k, token] of own.entries()) {
      const word = goldWords.get(`${token.start} ${token.end}`)
      if (!word) continue
      const head = parses[i].heads[k]
      const governor = head === -1 ? 'root' : `${own[head].start} ${own[head].end}`
      right.tokens++
      right.upos += parses[i].upos[k] === word.upos
      right.uas += governor === word.governor
      right.las += governor === word.governor && bare(parses[i].deprels[k]) === word.deprel
    }
  }
  const of = (count) => f1(count, tokens.length, goldWords.size).f1
  return {
    tokens: of(right.tokens),
    sentences: f1(sentenceHits, found.length, goldEnds.size).f1,
    upos: of(right.upos),
    uas: of(right.uas),
    las: of(right.las),
  }
}

/** Words with their places in the text; a multiword token’s words share out its characters, the last takes the rest. */
function parseConllu(content) {
  let text = ''
  const sentences = []
  for (const block of content.split(/\r?\n\r?\n/)) {
    const lines = block.split(/\r?\n/)
    if (lines.some((line) => /^# new(?:par|doc)/.test(line)) && text !== '') text = `${text.trimEnd()}\n\n`
    const words = []
    let multiword = null
    const start = text.length
    for (const line of lines) {
      const [id = '', form = '', , upos = '', , , head = '', deprel = '', , misc = ''] = line.split('\t')
      if (line.startsWith('#') || id === '' || id.includes('.')) continue
      const gap = /SpaceAfter=No/.test(misc) ? '' : ' '
      if (id.includes('-')) {
        multiword = { last: Number(id.split('-')[1]), at: text.length, end: text.length + form.length }
        text += form + gap
        continue
      }
      const word = { form, upos, head: Number(head) - 1, deprel: bare(deprel) }
      if (multiword && Number(id) <= multiword.last) {
        const end =
          Number(id) === multiword.last ? multiword.end : Math.min(multiword.end, multiword.at + form.length)
        words.push({ ...word, start: multiword.at, end })
        multiword.at = end
        continue
      }
      words.push({ ...word, start: text.length, end: text.length + form.length })
      text += form + gap
    }
    if (words.length === 0) continue
    sentences.push({ words, start, end: text.trimEnd().length })
    if (!/\s$/.test(text)) text += ' '
  }
  return { text, sentences }
}

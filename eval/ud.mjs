/**
 * Tokens, sentences, parts of speech, lemmas, features and dependencies on CoNLL-U, as the CoNLL 2018 shared task
 * counts: from raw text (F1 over words that match in their characters) and from gold tokens (accuracy). Relations
 * without subtypes, features of the universal set.
 *
 * The raw text is that of the file: words with their `SpaceAfter=No`, a space between sentences, a blank line where a
 * `# newpar` or `# newdoc` begins.
 */
import { readFile } from 'node:fs/promises'
import { describeTokens } from '../dist/read/lemmas/describe-tokens.js'
import { openEngine } from '../dist/read/open-engine.js'
import { splitSentences } from '../dist/read/split-sentences.js'
import { splitTokens } from '../dist/read/split-tokens.js'
import { loadResources } from '../dist/resources/load-resources.js'
import { f1, percent } from './measures.mjs'

const bare = (relation) => relation.split(':')[0]

/** The features that the CoNLL 2018 shared task compares. */
const universalFeatures = new Set(
  `Abbr Animacy Aspect Case Definite Degree Evident Foreign Gender Mood NumType Number Person Polarity Polite Poss
  PronType Reflex Tense VerbForm Voice`.split(/\s+/),
)
const universal = (features) =>
  features
    .split('|')
    .filter((feature) => universalFeatures.has(feature.split('=')[0]))
    .join('|')

export async function score(files, { mode, say }) {
  const { lexicon, ...resources } = await loadResources()
  const engine = openEngine(resources, mode)
  const reader = {
    parse: (sentences) =>
      engine.parse(sentences).map((parse, i) => {
        const described = describeTokens(sentences[i], parse, lexicon)
        return {
          ...parse,
          lemmas: described.map(({ lemma }) => lemma),
          features: described.map(({ features }) => universal(features ?? '_')),
        }
      }),
  }
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
  let [total, tags, heads, relations, lemmas, features] = [0, 0, 0, 0, 0, 0]
  for (const [i, { words }] of sentences.entries()) {
    for (const [k, word] of words.entries()) {
      const head = parses[i].heads[k] === word.head
      total++
      tags += parses[i].upos[k] === word.upos
      lemmas += hasLemma(word, parses[i].lemmas[k])
      features += parses[i].features[k] === word.features
      heads += head
      relations += head && bare(parses[i].deprels[k]) === word.deprel
    }
  }
  return {
    upos: percent(tags / total),
    lemmas: percent(lemmas / total),
    features: percent(features / total),
    uas: percent(heads / total),
    las: percent(relations / total),
  }
}

/** “_” in gold is a lemma that was not annotated: any is right. */
const hasLemma = ({ lemma }, found) => lemma === '_' || lemma === found

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
  const right = { tokens: 0, upos: 0, lemmas: 0, features: 0, uas: 0, las: 0 }
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
      right.lemmas += hasLemma(word, parses[i].lemmas[k])
      right.features += parses[i].features[k] === word.features
      right.uas += governor === word.governor
      right.las += governor === word.governor && bare(parses[i].deprels[k]) === word.deprel
    }
  }
  const of = (count) => f1(count, tokens.length, goldWords.size).f1
  return {
    tokens: of(right.tokens),
    sentences: f1(sentenceHits, found.length, goldEnds.size).f1,
    upos: of(right.upos),
    lemmas: of(right.lemmas),
    features: of(right.features),
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
      const [
        id = '',
        form = '',
        lemma = '',
        upos = '',
        ,
        features = '_',
        head = '',
        deprel = '',
        ,
        misc = '',
      ] = line.split('\t')
      if (line.startsWith('#') || id === '' || id.includes('.')) continue
      const gap = /SpaceAfter=No/.test(misc) ? '' : ' '
      if (id.includes('-')) {
        multiword = { last: Number(id.split('-')[1]), at: text.length, end: text.length + form.length }
        text += form + gap
        continue
      }
      const word = {
        form,
        lemma,
        upos,
        features: universal(features),
        head: Number(head) - 1,
        deprel: bare(deprel),
      }
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

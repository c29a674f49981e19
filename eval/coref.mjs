/**
 * References on GUM’s CoNLL-U: pronouns, possessives and descriptions against its chains of coreference.
 *
 * What counts is what the reader gives for raw text (its own tokens, parse, names and statements); the file gives the
 * text and the chains. A reference is right where the mention that it names stands in the same chain as its own words:
 * a pronoun is the chain’s mention of just that span, a description the smallest mention whose head is its last word,
 * and a name the smallest mention around it. A reference whose words are in no chain is wrong (“it rains”). Relatives
 * (“who”) are left out: GUM puts them in no chain.
 *
 * Recall: over third-person pronouns and possessives that have a name before them in their chain. Descriptions: over
 * definite singular noun phrases (“the envoy”) with a name before them in their chain and no word behind their head.
 */
import { readFile } from 'node:fs/promises'
import { openEngine } from '../dist/read/open-engine.js'
import { stages } from '../dist/read/stages.js'
import { loadResources } from '../dist/resources/load-resources.js'
import { f1 } from './measures.mjs'
import { parseGum } from './read-gum.mjs'

const thirdPerson =
  /^(?:he|him|his|himself|she|her|hers|herself|it|its|itself|they|them|their|theirs|themselves)$/i
const relative = /^(?:who|whom|whose|which|that)$/i

export async function score(files, { mode, say }) {
  const resources = await loadResources()
  const engine = openEngine(resources, mode)
  const scores = {}
  for (const file of files) {
    const documents = parseGum(await readFile(file, 'utf8')).map((document) => ({
      ...document,
      ...readReferences(document.text, resources, engine),
    }))
    const name = file.split('/').at(-1)
    scores[name] = {
      all: measure(documents),
      news: measure(documents.filter(({ id }) => id.startsWith('GUM_news_'))),
    }
    say(`${name}: ${JSON.stringify(scores[name])}`)
  }
  return scores
}

/** Runs the reader’s own stages as far as the references. */
function readReferences(text, resources, engine) {
  const article = { text, language: 'en', title: null, publishedAt: null }
  let draft = {}
  for (const stage of stages) {
    draft = { ...draft, ...stage.run(article, draft, resources, engine) }
    if (stage.name === 'find-references') break
  }
  return { names: draft.mentions, references: draft.references }
}

/** Precision and recall of documents that carry `references` and the `names` they point at; all and by kind. */
export function measure(documents, onReference = () => {}) {
  const tallies = {}
  const add = (kind, field) => {
    tallies[kind] ??= { right: 0, found: 0, gold: 0, reached: 0 }
    tallies[kind][field]++
  }
  for (const document of documents) {
    const gold = readGold(document)
    const reached = new Set()
    for (const reference of document.references) {
      const words = document.text.slice(reference.start, reference.end)
      if (relative.test(words)) continue
      const own = gold.findOwn(reference)
      const meant = gold.findName(document.names[reference.mention])
      const isRight = own !== undefined && own.chain === meant?.chain
      for (const kind of kindsOf(reference.kind, words)) {
        add(kind, 'found')
        if (isRight) add(kind, 'right')
      }
      if (isRight) reached.add(own)
      onReference({ document, reference, own, meant, isRight })
    }
    for (const mention of gold.wanted) {
      for (const kind of kindsOf(mention.kind, document.text.slice(mention.start, mention.end))) {
        add(kind, 'gold')
        if (reached.has(mention)) add(kind, 'reached')
      }
    }
  }
  return Object.fromEntries(
    Object.entries(tallies).map(([kind, { right, found, gold, reached }]) => {
      const { precision } = f1(right, found, 1)
      const { recall } = f1(reached, 1, gold)
      return [kind, { precision, recall, found, gold }]
    }),
  )
}

/** A reference counts for all, for its kind, and for the person or the thing that its form tells. */
function kindsOf(kind, words) {
  if (kind === 'description') return ['all', 'description']
  if (!thirdPerson.test(words)) return ['all', 'firstPerson']
  const form = /^(?:he|him|his|himself)$/i.test(words)
    ? 'he'
    : /^(?:she|hers?|herself)$/i.test(words)
      ? 'she'
      : /^it/i.test(words)
        ? 'it'
        : 'they'
  return ['all', kind, form]
}

function readGold({ text, words, mentions }) {
  const named = new Map()
  for (const mention of mentions) {
    const isNamed = mention.heads[0]?.upos === 'PROPN'
    if (isNamed) named.set(mention.chain, Math.min(named.get(mention.chain) ?? Infinity, mention.start))
  }
  const bySpan = new Map(mentions.map((mention) => [`${mention.start} ${mention.end}`, mention]))
  const byLength = [...mentions].sort((a, b) => a.end - a.start - (b.end - b.start))
  const wordAt = new Map(words.map((word) => [word.start, word]))
  const wanted = mentions.flatMap((mention) => {
    if ((named.get(mention.chain) ?? Infinity) >= mention.start) return []
    const own = text.slice(mention.start, mention.end)
    const head = mention.heads[0]
    if (thirdPerson.test(own)) {
      const isPossessive = /Poss=Yes/.test(wordAt.get(mention.start)?.features ?? '')
      return [Object.assign(mention, { kind: isPossessive ? 'possessive' : 'pronoun' })]
    }
    const isDescription =
      /^(?:the|this|that) /i.test(own) && head?.upos === 'NOUN' && head.end === mention.end
    return isDescription ? [Object.assign(mention, { kind: 'description' })] : []
  })
  return {
    wanted,
    findOwn: ({ start, end, kind }) =>
      kind === 'description'
        ? byLength.find(
            (each) => each.start <= start && each.end >= end && each.heads.some((head) => head.end === end),
          )
        : bySpan.get(`${start} ${end}`),
    findName: ({ start, end }) =>
      byLength.find((each) => each.start <= start && each.end >= end) ??
      byLength.findLast((each) => each.start >= start && each.end === end),
  }
}

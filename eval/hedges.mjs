/**
 * Hedge cues on the Szeged uncertainty corpus: exact spans and tokens, by kind; `hedges` are the first three kinds
 * together, conditions apart.
 *
 * `held` is the fifth of the documents that train/hedges.mjs leaves out; `all` holds those that the weights learnt
 * from too.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hedgeCandidateAt, judgeHedge } from '../dist/read/modality/judge-hedge.js'
import { openEngine } from '../dist/read/open-engine.js'
import { parseSentences } from '../dist/read/parse-sentences.js'
import { viewSentences } from '../dist/read/sentence-view.js'
import { splitSentences } from '../dist/read/split-sentences.js'
import { splitTokens } from '../dist/read/split-tokens.js'
import { loadResources } from '../dist/resources/load-resources.js'
import { f1 } from './measures.mjs'

const kindOf = {
  modal_probable: 'epistemic',
  modal_possible: 'epistemic',
  hypo_doxastic: 'doxastic',
  hypo_investigation: 'investigation',
  hypo_condition: 'condition',
}
const hedges = ['epistemic', 'doxastic', 'investigation']
const kinds = [...hedges, 'condition']

export async function score([folder], { mode, say }) {
  const resources = await loadResources()
  const sentences = await readSentences(folder, resources, openEngine(resources, mode))
  const scores = {
    held: scoreSentences(
      sentences.filter(({ isHeld }) => isHeld),
      () => resources.cues,
    ),
    all: scoreSentences(sentences, () => resources.cues),
  }
  say(`held: hedges ${scores.held.hedges.cue.f1}, conditions ${scores.held.condition.cue.f1}`)
  return scores
}

/** Scores by kind; `cuesOf` gives the cues that judge a sentence, which a cross-validation learns without it. */
export function scoreSentences(sentences, cuesOf) {
  const tally = newTally()
  for (const sentence of sentences) {
    const found = sentence.views.flatMap((view) =>
      findHedges(view, cuesOf(sentence)).map(({ from, to, kind }) => ({
        start: view.sentence.tokens[from].start,
        end: view.sentence.tokens[to - 1].end,
        kind,
      })),
    )
    count(tally, sentence, found)
  }
  return toScores(tally)
}

/** Sentences with their cues, parsed, and the fifth of the documents that each is of; no weight has learnt from the held one. */
export async function readSentences(folder, resources, engine) {
  const lines = (await readFile(join(folder, 'sentences.jsonl'), 'utf8')).split('\n').filter(Boolean)
  return lines.map((line) => {
    const { doc, text, cues } = JSON.parse(line)
    const bare = splitSentences(text, splitTokens(text))
    const views = viewSentences(text, parseSentences(text, bare, engine, resources.lexicon), [])
    // Some cues of the corpus end in a blank.
    const gold = cues.map(({ start, end, type }) => ({
      start,
      end: start + text.slice(start, end).trimEnd().length,
      kind: kindOf[type],
    }))
    const fold = hash(doc) % 5
    return { views, gold, fold, isHeld: fold === 0 }
  })
}

/** The hedges of a sentence, in order; of words that overlap, the longest. */
function findHedges(view, cues) {
  return candidatesOf(view, cues).flatMap((candidate) => {
    const kind = judgeHedge(view, candidate, cues)
    return kind === null ? [] : [{ ...candidate, kind }]
  })
}

/** Where words of the table stand in a sentence. */
export function candidatesOf(view, cues) {
  const candidates = []
  for (let k = 0; k < view.words.length; ) {
    const candidate = hedgeCandidateAt(view, k, cues)
    if (candidate) candidates.push(candidate)
    k = candidate?.to ?? k + 1
  }
  return candidates
}

function hash(name) {
  let value = 2166136261
  for (const character of name) value = Math.imul(value ^ character.charCodeAt(0), 16777619) >>> 0
  return value
}

const newTally = () => Object.fromEntries(kinds.map((kind) => [kind, { cue: [0, 0, 0], token: [0, 0, 0] }]))

function count(tally, { views, gold }, found) {
  const tokens = views.flatMap(({ sentence }) => sentence.tokens)
  const under = (spans) =>
    tokens.filter((token) => spans.some(({ start, end }) => token.start < end && start < token.end))
  for (const kind of kinds) {
    const [ours, theirs] = [found, gold].map((spans) => spans.filter((span) => span.kind === kind))
    if (ours.length + theirs.length === 0) continue
    const [mine, wanted] = [under(ours), under(theirs)]
    const right = ours.filter(({ start, end }) =>
      theirs.some((span) => span.start === start && span.end === end),
    )
    add(tally[kind].cue, right.length, ours.length, theirs.length)
    add(tally[kind].token, mine.filter((token) => wanted.includes(token)).length, mine.length, wanted.length)
  }
}

function add(counts, ...more) {
  for (const [i, number] of more.entries()) counts[i] += number
}

function toScores(tally) {
  const together = { cue: [0, 0, 0], token: [0, 0, 0] }
  for (const kind of hedges) for (const unit of ['cue', 'token']) add(together[unit], ...tally[kind][unit])
  return Object.fromEntries(
    Object.entries({ hedges: together, ...tally }).map(([kind, { cue, token }]) => [
      kind,
      { cue: f1(...cue), token: f1(...token).f1 },
    ]),
  )
}

/**
 * Articles with the story that each belongs to, from whichever set a folder holds: ECB+ as mentions, BASIL’s triples,
 * NewsWCL50, or stories with distractors (`articles.jsonl`, `stories.jsonl`).
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** @returns `{ set, articles }`, each article with `id`, `outlet`, `title`, `day`, `text` and `story`, null where no gold is. */
export async function readStorySet(folder) {
  const root = (await hasFolder(folder, 'dev')) ? join(folder, 'dev') : folder
  const names = await readdir(root)
  if (names.includes('annotations'))
    return { set: 'basil', articles: await readTriples(join(root, 'articles')) }
  if (names.includes('docs.jsonl')) return { set: 'newswcl50', articles: await readDocuments(root) }
  if (names.includes('stories.jsonl')) return { set: 'origins', articles: await readWithDistractors(root) }
  const mentions = names.filter((name) => name.endsWith('event_gold_mentions.jsonl.gz')).sort()
  if (mentions.length > 0) return { set: 'ecbplus', articles: await readMentions(root, mentions) }
  const zipped = names.filter((name) => name.endsWith('.jsonl.gz')).sort()
  if (zipped.length > 0) return { set: 'plain', articles: await readPlain(root, zipped) }
  throw new Error(`${folder} holds none of the sets that this scorer knows.`)
}

const hasFolder = async (folder, name) => (await readdir(folder)).includes(name)

const parseLines = (content) =>
  content
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

/** One file an article; the triple is the story. */
async function readTriples(folder) {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  return Promise.all(
    files.map(async (file) => {
      const {
        source,
        title,
        date,
        'triplet-uuid': story,
        'body-paragraphs': paragraphs,
      } = JSON.parse(await readFile(join(folder, file), 'utf8'))
      const text = paragraphs.map((sentences) => sentences.join(' ')).join('\n\n')
      return { id: file, outlet: source, title, day: date, text, story }
    }),
  )
}

/** Tokenised, undated, and without titles of their own; the digits of the id name the event. */
async function readDocuments(folder) {
  return parseLines(await readFile(join(folder, 'docs.jsonl'), 'utf8')).map(
    ({ doc_id, event, sentences }) => ({
      id: doc_id,
      outlet: doc_id.split('_')[1],
      title: null,
      day: null,
      text: sentences.map((sentence) => joinTokens(sentence.replaceAll('\\n', ' '))).join('\n\n'),
      story: event,
    }),
  )
}

/** Every distractor is a story of its own. */
async function readWithDistractors(folder) {
  const [articles, stories] = await Promise.all(
    ['articles.jsonl', 'stories.jsonl'].map(async (name) =>
      parseLines(await readFile(join(folder, name), 'utf8')),
    ),
  )
  const storyOf = new Map()
  for (const { story_id, articles: held } of stories)
    for (const { id, in_story } of held) if (in_story) storyOf.set(id, story_id)
  return articles.map(({ id, outlet, date, title, text }) => ({
    id,
    outlet,
    title,
    day: date,
    text,
    story: storyOf.get(id) ?? id,
  }))
}

/** Every mention carries the tokens of its document; undated, without titles. `36_1ecb` and `36_1ecbplus` are two. */
async function readMentions(folder, names) {
  const texts = new Map()
  for (const name of names) {
    const content = gunzipSync(await readFile(join(folder, name))).toString('utf8')
    for (const { doc_id, mention_context } of parseLines(content)) texts.set(doc_id, mention_context)
  }
  return [...texts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, tokens]) => ({
      id,
      outlet: null,
      title: null,
      day: null,
      text: joinTokens(tokens.join(' ')),
      story: id.replace(/^(\d+)_\d+(ecb(?:plus)?)\.xml$/, '$1$2'),
    }))
}

async function readPlain(folder, names) {
  const articles = []
  for (const name of names) {
    for (const { id, outlet, date, title, text } of parseLines(
      gunzipSync(await readFile(join(folder, name))).toString('utf8'),
    ))
      articles.push({ id, outlet, title, day: date, text, story: null })
  }
  return articles
}

/** Undoes what a tokeniser did to spaces, so that a text reads as it was printed. */
const joinTokens = (text) =>
  text
    .replace(/``|''/g, '"')
    .replace(/ (n't|'(?:s|re|ve|ll|d|m)\b)/gi, '$1')
    .replace(/ ([,.;:!?%)\]])/g, '$1')
    .replace(/([([$]) /g, '$1')
    .replace(/ - /g, '-')
    .replace(/\s+/g, ' ')
    .trim()

/**
 * Copies on pairs of articles (a folder with `articles.jsonl` and `pairs.jsonl`): all articles go into one index, and a
 * pair is found when the index gives it as a copy.
 *
 * `pairs`: F1 over the labels copy and partial_copy against all that are no copies. `falseMerges`: percent of the pairs
 * of each such label that were found. `reuse`: of the pairs where an outlet or author takes up own words, how many were
 * found, and how many of those as own-update or same-author. `headlines`: the rule of two tools in the field, titles
 * whose words overlap by .55 (Jaccard). The corpus names who writes for nobody as outlets (“Guest Writer”): left out.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createCopyIndex } from '../dist/weigh/create-copy-index.js'
import { f1, percent } from './measures.mjs'
import { parseLines } from './parse-lines.mjs'
import { toArticle } from './to-article.mjs'

const copies = ['copy', 'partial_copy']
const reuses = ['same_outlet_reuse', 'same_author_reuse', 'same_url_relisted']

export async function score([folder], { say }) {
  const [articles, pairs] = await Promise.all(
    ['articles.jsonl', 'pairs.jsonl'].map(async (name) =>
      parseLines(await readFile(join(folder, name), 'utf8')),
    ),
  )
  const index = createCopyIndex()
  for (const article of articles) index.add(toCompared(article))
  const found = new Map(index.findAllCopies().map((copy) => [keyOf(copy.of, copy.by), copy]))
  const labels = new Map()
  const headlines = { right: 0, found: 0 }
  for (const { a, b, label, title_a, title_b } of pairs) {
    const held = labels.get(label) ?? { all: 0, found: 0, relations: {} }
    labels.set(label, held)
    const copy = found.get(keyOf(a, b))
    const comparison = index.compare(a, b)
    held.all++
    held.found += copy !== undefined
    const relation = copy?.kind ?? comparison.relation
    held.relations[relation] = (held.relations[relation] ?? 0) + 1
    if (!reuses.includes(label) && jaccard(title_a, title_b) >= 0.55) {
      headlines.found++
      headlines.right += copies.includes(label)
    }
    const { share, shareOfOriginal, words, quoted, boilerplate } = comparison
    const direction = copy ? `${copy.of} ${copy.direction.taken} (${copy.direction.basis})` : ''
    say(
      `${label} ${a} ${b}: ${relation} ${share} ${shareOfOriginal}, ${words} words, quoted ${quoted}, boilerplate ${boilerplate} ${direction}`,
    )
  }
  const of = (names, what) => names.reduce((sum, name) => sum + (labels.get(name)?.[what] ?? 0), 0)
  const others = [...labels.keys()]
    .filter((label) => !copies.includes(label) && !reuses.includes(label))
    .sort()
  const right = of(copies, 'found')
  return {
    pairs: f1(right, right + of(others, 'found'), of(copies, 'all')),
    falseMerges: Object.fromEntries(
      [...others.map((name) => [name, [name]]), ['all', others]].map(([name, names]) => [
        name,
        percent(of(names, 'found') / Math.max(1, of(names, 'all'))),
      ]),
    ),
    reuse: {
      found: percent(of(reuses, 'found') / Math.max(1, of(reuses, 'all'))),
      asOwn: percent(
        reuses.reduce((sum, name) => {
          const relations = labels.get(name)?.relations ?? {}
          return sum + (relations['own-update'] ?? 0) + (relations['same-author'] ?? 0)
        }, 0) / Math.max(1, of(reuses, 'found')),
      ),
    },
    headlines: f1(headlines.right, headlines.found, of(copies, 'all')),
    relations: Object.fromEntries([...labels].map(([label, { relations }]) => [label, relations])),
  }
}

const keyOf = (a, b) => [a, b].sort().join(' ')

/** The corpus names who writes for nobody as outlets. */
const toCompared = ({ ID: id, source, url, date, authors, content_original: text }) =>
  toArticle({ id, outlet: source.startsWith('Guest Writer') ? null : source, url, date, authors, text })

function jaccard(a, b) {
  const [of, by] = [a, b].map((title) => new Set(title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []))
  const common = [...of].filter((word) => by.has(word)).length
  return common / Math.max(1, of.size + by.size - common)
}

/**
 * Stories on a folder that `read-story-sets.mjs` knows: B-cubed precision, recall and F1, and V-measure, beside a matcher
 * of the field, which joins headlines whose words overlap by .55 (Jaccard) and chains; where a set has no headlines,
 * it gets first sentences.
 *
 * Articles come in one by one, as into a ledger: found by shared keys, compared, and the connected component of the new
 * article’s links grouped anew. `sameAtOnce` says whether grouping everything at once gives the same. A set without
 * gold tells the number of stories, the sizes of the ten largest and what they are about.
 */
import { openReader } from '../dist/read/open-reader.js'
import { loadResources } from '../dist/resources/load-resources.js'
import { loadWordRanks } from '../dist/resources/load-word-ranks.js'
import { compareStories } from '../dist/weigh/compare-stories.js'
import { findStoryKeys } from '../dist/weigh/find-story-keys.js'
import { groupStories } from '../dist/weigh/group-stories.js'
import { toStoryProfile } from '../dist/weigh/to-story-profile.js'
import { measureClusters } from './cluster-measures.mjs'
import { readStorySet } from './read-story-sets.mjs'

export async function score([folder], { mode, say }) {
  const { set, articles } = await readStorySet(folder)
  const reader = openReader(await loadResources(), mode)
  const ranks = loadWordRanks()
  const profiles = articles.map(({ id, outlet, title, day, text }) => {
    const publishedAt = day ? { value: day, precision: 'day', basis: 'given' } : null
    return toStoryProfile(
      { id, outlet, title, publishedAt, text },
      reader.read({ text, publishedAt, language: 'en' }),
      ranks,
    )
  })
  const grown = growStories(profiles)
  const { stories } = grown
  const shown = {
    set,
    articles: articles.length,
    profileBytes: median(profiles.map((profile) => JSON.stringify(profile).length)),
    links: grown.links.length,
    largestComponent: grown.largestComponent,
    millisecondsAnAdd: { median: round(median(grown.costs)), most: round(Math.max(...grown.costs)) },
    sameAtOnce: JSON.stringify(stories) === JSON.stringify(groupStories(profiles, grown.links)),
  }
  if (articles.every(({ story }) => story === null))
    return { ...shown, ...tellLargest(stories, articles, say) }
  const storyOf = new Map(stories.flatMap(({ id, articles: held }) => held.map((article) => [article, id])))
  sayErrors(stories, articles, say)
  const headlines = chainHeadlines(articles)
  return {
    ...shown,
    ...measureClusters(articles.map(({ id, story }) => [story, storyOf.get(id)])),
    headlines: measureClusters(articles.map(({ story }, at) => [story, headlines[at]])),
  }
}

/** Adds article after article; only the component of the new one is grouped. */
function growStories(profiles) {
  const [byKey, byId, storyOf, neighbours] = [new Map(), new Map(), new Map(), new Map()]
  const [links, costs] = [[], []]
  let largestComponent = 0
  for (const profile of profiles) {
    const start = performance.now()
    const candidates = new Set()
    for (const key of findStoryKeys(profile)) {
      for (const id of byKey.get(key) ?? []) candidates.add(id)
      byKey.set(key, [...(byKey.get(key) ?? []), profile.articleId])
    }
    byId.set(profile.articleId, profile)
    neighbours.set(profile.articleId, [])
    for (const id of candidates) {
      const link = compareStories(profile, byId.get(id))
      if (link === null) continue
      links.push(link)
      neighbours.get(link.a).push(link)
      neighbours.get(link.b).push(link)
    }
    const component = new Set([profile.articleId])
    for (const id of component) for (const { a, b } of neighbours.get(id)) component.add(a).add(b)
    largestComponent = Math.max(largestComponent, component.size)
    const within = new Set([...component].flatMap((id) => neighbours.get(id)))
    const members = [...component].map((id) => byId.get(id))
    for (const story of groupStories(members, [...within]))
      for (const id of story.articles) storyOf.set(id, story)
    costs.push(performance.now() - start)
  }
  const found = new Set(storyOf.values())
  const place = new Map(groupStories(profiles, []).map(({ id }, at) => [id, at]))
  const stories = [...found].sort((a, b) => place.get(a.id) - place.get(b.id))
  return { stories, links, costs, largestComponent }
}

function tellLargest(stories, articles, say) {
  const titles = new Map(articles.map(({ id, day, outlet, title }) => [id, `${day} ${outlet}: ${title}`]))
  const largest = [...stories].sort((a, b) => b.articles.length - a.articles.length).slice(0, 10)
  for (const { title, about, articles: held } of largest) {
    say(`${held.length}: ${title} (${about.join(', ')})`)
    for (const id of held) say(`    ${titles.get(id)}`)
  }
  return {
    stories: stories.length,
    alone: stories.filter(({ articles: held }) => held.length === 1).length,
    largest: largest.map(({ articles: held }) => held.length),
  }
}

function sayErrors(stories, articles, say) {
  const goldOf = new Map(articles.map(({ id, story }) => [id, story]))
  const parts = new Map()
  for (const { articles: held } of stories) {
    const golds = new Map()
    for (const id of held) golds.set(goldOf.get(id), (golds.get(goldOf.get(id)) ?? 0) + 1)
    if (golds.size > 1) say(`together: ${[...golds].map(([gold, count]) => `${gold} (${count})`).join(', ')}`)
    for (const [gold, count] of golds) parts.set(gold, [...(parts.get(gold) ?? []), count])
  }
  for (const [gold, counts] of parts) if (counts.length > 1) say(`apart: ${gold} (${counts.join(', ')})`)
}

function chainHeadlines(articles) {
  const words = articles.map(
    ({ title, text }) =>
      new Set((title ?? text.split(/(?<=[.?!]) /)[0]).toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []),
  )
  const parent = articles.map((_, at) => at)
  const find = (at) => {
    let root = at
    while (parent[root] !== root) root = parent[root]
    return root
  }
  for (const [i, a] of words.entries()) {
    for (let j = 0; j < i; j++) {
      const common = [...a].filter((word) => words[j].has(word)).length
      if (common / Math.max(1, a.size + words[j].size - common) >= 0.55) parent[find(i)] = find(j)
    }
  }
  return parent.map((_, at) => find(at))
}

const round = (value) => Math.round(value * 100) / 100
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

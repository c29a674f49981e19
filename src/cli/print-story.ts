import type { ArticleSummary } from '../records/article-summary.ts'
import type { Copy, CopySentence } from '../records/copy.ts'
import type { StoredStory } from '../records/stored-story.ts'
import type { StoryLink } from '../records/story.ts'
import { countOf } from './count-of.ts'
import { describeInstant } from './describe-instant.ts'
import type { Io } from './io.ts'
import { shorten, wrap } from './layout.ts'
import { lineWidth } from './line-width.ts'
import { printClaims } from './print-claims.ts'
import { printStoryOutlets } from './print-story-outlets.ts'
import { shortIds } from './short-ids.ts'
import { withoutSteering } from './without-steering.ts'
import { wordsAt } from './words-at.ts'

/** A story for people: its counts, its articles with copies folded, its claims, and what makes it one story. */
export function printStory(
  found: StoredStory,
  options: {
    /** Of the articles that are a copy or were copied, by id; null where differing sentences are not asked for. */
    readonly texts: ReadonlyMap<string, string> | null
    /** How many claims at most. */
    readonly limit: number
  },
  io: Io,
): string {
  const { story, articles, claims, outlets, nextClaimCursor } = withoutSteering(found)
  const texts = options.texts && new Map([...options.texts].map(([id, text]) => [id, withoutSteering(text)]))
  const { bold, dim } = io.colours
  const width = lineWidth(io)
  const shortId = shortIds([story.id, ...story.articles])
  const copies = articles.reduce((sum, article) => sum + article.copies.length, 0)
  const shown = claims.slice(0, options.limit)
  const all = `${claims.length}${nextClaimCursor === null ? '' : ' or more'}`
  const counts = [
    countOf(story.articles.length, 'article'),
    countOf(story.outlets.length, 'outlet'),
    countOf(copies, 'copy', 'copies'),
    `${all} ${claims.length === 1 ? 'claim' : 'claims'}`,
  ]
  const span = [story.firstPublishedAt, story.lastPublishedAt].map(describeInstant)
  const head = [
    ...wrap(story.title ?? '(no title)', width).map(bold),
    dim(`story ${shortId(story.id)} · ${[...new Set(span)].join(' to ')}`),
    counts.join(' · '),
    ...(story.about.length > 0 ? wrap(`about ${story.about.join(', ')}`, width) : []),
  ]
  const told = articles.flatMap(({ article, copies }) => [
    ...printArticleLine(article, '  ', null, shortId, io),
    ...copies.flatMap(({ article: taken, copy }) => [
      ...printArticleLine(taken, '    ↳ ', copy.of === article.id ? null : copy.of, shortId, io),
      ...wrap(describeCopy(copy, nameOf(copy.of, found)), width - 8).map((line) => `        ${line}`),
      ...(texts ? printDifferences(copy, texts, width) : []),
    ]),
  ])
  const sections = [
    head.join('\n'),
    [bold(`Articles (${story.articles.length})`), ...told].join('\n'),
    ...(outlets.length > 1
      ? [[bold('Outlets side by side'), ...printStoryOutlets(outlets, io)].join('\n')]
      : []),
    ...(shown.length > 0
      ? [`${bold(`Claims (${shown.length} of ${all})`)}\n${printClaims(shown, io)}`]
      : [bold('Claims (0)')]),
    ...(story.links.length > 0
      ? [[bold('Why they are one story'), ...printLinks(found, shortId, width)].join('\n')]
      : []),
    ...(shown.length < claims.length || nextClaimCursor !== null
      ? [dim(`hearsay claims --story ${shortId(story.id)} --limit N lists more of its claims.`)]
      : []),
  ]
  return `${sections.join('\n\n')}\n`
}

function printArticleLine(
  { id, outlet, title, publishedAt, statements, events }: ArticleSummary,
  lead: string,
  otherOriginal: string | null,
  shortId: (id: string) => string,
  io: Io,
): string[] {
  const width = lineWidth(io)
  const facts = [
    outlet ?? 'no outlet',
    describeInstant(publishedAt?.value ?? null),
    `article ${shortId(id)}`,
    `${countOf(statements, 'statement')}, ${countOf(events, 'event')}`,
    ...(otherOriginal === null ? [] : [`taken from ${shortId(otherOriginal)}`]),
  ]
  const indent = ' '.repeat(lead.length + 2)
  return [
    `${lead}${io.colours.bold(shorten(facts.join(' · '), width - lead.length))}`,
    ...(title === null ? [] : wrap(title, width - indent.length).map((line) => indent + line)),
  ]
}

const kinds: Readonly<Record<Copy['kind'], string>> = {
  reprint: 'reprint',
  partial: 'takes stretches',
  'own-update': 'the outlet’s own update',
  'same-author': 'the same author’s words',
}

/** “reprint: 96 % of its 310 words stand in Meridian Press (“(Meridian Press)”, dateline) · 1 changed, 2 dropped, 0 added” */
export function describeCopy({ kind, share, words, direction, sentences }: Copy, original: string): string {
  const { taken, basis, source, words: proof } = direction
  const from =
    taken === 'from-common-source'
      ? `both from ${source ?? 'a third'}`
      : taken === 'unknown'
        ? 'which is the original can’t be told'
        : null
  const shown = [from, basis, proof && `“${shorten(proof, 60)}”`].filter(Boolean).join(', ')
  const count = (change: CopySentence['change']) => sentences.filter((one) => one.change === change).length
  return [
    `${kinds[kind]}: ${Math.round(share * 100)} % of its ${words} own words stand in ${original}${shown === '' ? '' : ` (${shown})`}`,
    `sentences: ${count('same')} the same, ${count('changed')} changed, ${count('dropped')} dropped, ${count('added')} added`,
  ].join(' · ')
}

function printDifferences(
  { of, by, sentences }: Copy,
  texts: ReadonlyMap<string, string>,
  width: number,
): string[] {
  const indent = ' '.repeat(8)
  const write = (sign: string, words: string) =>
    wrap(words, width - indent.length - 2).map((line, i) => `${indent}${i === 0 ? sign : ' '} ${line}`)
  return sentences.flatMap((sentence) => {
    if (sentence.change === 'same') return []
    const was = wordsAt(texts.get(of) ?? '', sentence.of)
    const is = wordsAt(texts.get(by) ?? '', sentence.by)
    if (sentence.change === 'dropped') return write('-', was ?? '')
    if (sentence.change === 'added') return write('+', is ?? '')
    return [...write('~', was ?? ''), ...write('→', is ?? '')]
  })
}

/** The strongest links that hold its articles together: one fewer than there are articles. */
function printLinks(found: StoredStory, shortId: (id: string) => string, width: number): string[] {
  const { story } = withoutSteering(found)
  const groupOf = new Map(story.articles.map((id) => [id, id]))
  const byScore = [...story.links].sort(
    (one, other) => other.score - one.score || (`${one.a}${one.b}` < `${other.a}${other.b}` ? -1 : 1),
  )
  const holding = byScore.filter(({ a, b }) => {
    const [one, other] = [groupOf.get(a), groupOf.get(b)]
    if (one === undefined || other === undefined || one === other) return false
    for (const [id, group] of groupOf) if (group === other) groupOf.set(id, one)
    return true
  })
  return holding.flatMap(({ a, b, score, basis }) => {
    const pair = `${nameOf(a, found)} ${shortId(a)} with ${nameOf(b, found)} ${shortId(b)}, ${score.toFixed(2)}: ${describeBasis(basis)}`
    const [first = '', ...more] = wrap(pair, width - 4)
    return [`  ${first}`, ...more.map((line) => `    ${line}`)]
  })
}

/** “name: Veresk, San Telmo; word: amnesty; day: 2025-11-20”: what two articles share, by what it is. */
function describeBasis(basis: StoryLink['basis']): string {
  const byKind = new Map<string, string[]>()
  for (const shared of basis) {
    const [, kind = 'shared', words = shared] = /^(name|word|number|event|day) (.+)$/s.exec(shared) ?? []
    const bare = words.replace(/^“(.*)”$/s, '$1')
    byKind.set(kind, [...(byKind.get(kind) ?? []), bare])
  }
  return [...byKind].map(([kind, all]) => `${kind}: ${all.join(', ')}`).join('; ')
}

function nameOf(id: string, { articles }: StoredStory): string {
  const all = articles.flatMap(({ article, copies }) => [article, ...copies.map((copy) => copy.article)])
  return withoutSteering(all.find((article) => article.id === id)?.outlet ?? 'no outlet')
}

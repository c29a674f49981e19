import type { Article } from '../records/article.ts'
import type { Actor, Event, Mention, Reading, Token } from '../records/reading.ts'
import type { StoryProfile, StoryTerm } from '../records/story-profile.ts'
import { foldTerm } from './fold-term.ts'
import { mostPrinted } from './most-printed.ts'
import { type WordRanks, weighTerm } from './weigh-term.ts'

/** Sentences that are the lead: what is new stands there, what came before is recapped below. 3 beats 4 and 5 on dev. */
const leadSentences = 3
/** Days and events are looked for one sentence further: “… on Tuesday” often stands in the second paragraph. */
const openingSentences = 4
/** A word of the lead counts twice in the whole, one of the title thrice. */
const leadBonus = 1
const titleBonus = 2
/** 110 to 120 terms of 60 to 160 group best; the heaviest are kept. */
const mostTerms = 110
const mostLeadTerms = 40
const mostEvents = 8
const mostDays = 8
/** A “word” beyond this is an address or a run of signs. */
const mostLetters = 40
/** A “title” beyond this is a page gone wrong; in characters. */
const mostTitle = 500

const carrying: ReadonlySet<string> = new Set(['NOUN', 'VERB', 'ADJ', 'PROPN', 'NUM'])

interface Draft {
  count: number
  inLead: number
  asName: number
  asVerb: number
  inTitle: boolean
  /** By how the article prints it, how often. */
  readonly printed: Map<string, number>
}

/**
 * Sums up what an article tells, so that two articles can be compared without their texts.
 *
 * Of the article and its reading alone; either mode will do.
 *
 * @param ranks how common words are in English, `loadWordRanks()`.
 */
export function toStoryProfile(
  article: Pick<Article, 'id' | 'outlet' | 'title' | 'publishedAt' | 'text'>,
  reading: Pick<Reading, 'sentences' | 'mentions' | 'actors' | 'times' | 'events'>,
  ranks: WordRanks,
): StoryProfile {
  const { publishedAt } = article
  const isDated =
    publishedAt !== null && publishedAt.precision !== 'month' && publishedAt.precision !== 'year'
  const end = reading.sentences[Math.min(openingSentences, reading.sentences.length) - 1]?.end ?? 0
  const times = reading.times.filter(({ start }) => start < end)
  return {
    articleId: article.id,
    outlet: article.outlet,
    title: article.title,
    publishedAt: isDated ? publishedAt.value : null,
    terms: findTerms(article, reading, ranks),
    events: findEvents(reading, end),
    days: unique(times.flatMap(({ from, to }) => (from !== null && from === to ? [from] : [])))
      .slice(0, mostDays)
      .sort(),
    weekdays: isDated
      ? []
      : unique(
          times.flatMap(
            ({ start, end }) =>
              /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/.exec(article.text.slice(start, end)) ?? [],
          ),
        ).sort(),
  }
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]

function findTerms(
  { title, text }: Pick<Article, 'title' | 'text'>,
  { sentences, mentions, actors }: Pick<Reading, 'sentences' | 'mentions' | 'actors'>,
  ranks: WordRanks,
): StoryTerm[] {
  const drafts = new Map<string, Draft>()
  const keyOf = new Map<string, string>()
  const nameOf = openNames(mentions)
  for (const [at, sentence] of sentences.entries()) {
    for (const token of sentence.tokens)
      addToken(token, nameOf(token), text, at < leadSentences, drafts, keyOf)
  }
  addTitle((title ?? '').slice(0, mostTitle), drafts, keyOf)
  const known = new Set(actors.flatMap(wordsOfKnown))
  const terms = [...drafts].flatMap(([key, draft]) => {
    const kind = kindOf(key, draft, known)
    const weight = weighTerm(key, kind, draft.asVerb * 2 > draft.count, ranks)
    if (weight === 0) return []
    const title = draft.inTitle ? titleBonus : 0
    // The second mention says less than the first, hence the root.
    const whole = weight * Math.sqrt(draft.count + leadBonus * draft.inLead + title)
    const lead = weight * Math.sqrt(draft.inLead + title)
    return [{ key, kind, whole, lead, printed: mostPrinted(draft.printed) }]
  })
  const whole = toUnit(
    terms.map(({ key, whole }) => [key, whole]),
    mostTerms,
  )
  const lead = toUnit(
    terms.map(({ key, lead }) => [key, lead]),
    mostLeadTerms,
  )
  return terms
    .filter(({ key }) => (whole.get(key) ?? 0) + (lead.get(key) ?? 0) > 0)
    .map(({ key, kind, printed }): StoryTerm => {
      const isPrinted = (kind === 'name' || kind === 'known') && printed !== key
      return [key, kind, whole.get(key) ?? 0, lead.get(key) ?? 0, isPrinted ? printed : null]
    })
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

/** The full name that each token is part of, asked for in order of the text; null where it is part of none. */
function openNames(mentions: readonly Mention[]): (token: Token) => string | null {
  let at = 0
  return ({ start }) => {
    while (at < mentions.length && (mentions[at]?.end ?? 0) <= start) at++
    const mention = mentions[at]
    return mention !== undefined && mention.start <= start ? mention.entity : null
  }
}

const isShouted = (name: string) => name.length > 3 && name === name.toUpperCase()

function addToken(
  token: Token,
  entity: string | null,
  text: string,
  isLead: boolean,
  drafts: Map<string, Draft>,
  keyOf: Map<string, string>,
): void {
  if (!carrying.has(token.upos) || token.end - token.start > mostLetters) return
  const printed = text.slice(token.start, token.end).replace(/['’]s?$/, '')
  if (!/[\p{L}\p{N}]/u.test(printed)) return
  const key = foldTerm(token.upos === 'PROPN' || token.lemma === '' ? printed : token.lemma)
  if (key.length < 2) return
  keyOf.set(foldTerm(printed), key)
  const draft = drafts.get(key) ?? newDraft()
  drafts.set(key, draft)
  const isOfName =
    entity !== null && entity.length <= mostLetters && entity.split(/\s+/).map(foldTerm).includes(key)
  const name = isOfName ? entity : token.upos === 'PROPN' ? printed : null
  // “SELGRAD (MTA) —” is how a dateline prints it, not its name.
  if (name !== null && !isShouted(name)) draft.printed.set(name, (draft.printed.get(name) ?? 0) + 1)
  draft.count++
  if (isLead) draft.inLead++
  if (token.upos === 'PROPN') draft.asName++
  if (token.upos === 'VERB') draft.asVerb++
}

/** The title is not parsed: its words are taken for what the text takes them for. */
function addTitle(title: string, drafts: Map<string, Draft>, keyOf: ReadonlyMap<string, string>): void {
  for (const printed of title.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu) ?? []) {
    if (printed.length > mostLetters) continue
    const folded = foldTerm(printed.replace(/[.'’-]+$/, ''))
    const key = keyOf.get(folded) ?? folded
    if (key.length < 2) continue
    const draft = drafts.get(key) ?? newDraft()
    drafts.set(key, draft)
    draft.inTitle = true
  }
}

const newDraft = (): Draft => ({
  count: 0,
  inLead: 0,
  asName: 0,
  asVerb: 0,
  inTitle: false,
  printed: new Map(),
})

function kindOf(key: string, { asName, count }: Draft, known: ReadonlySet<string>): StoryTerm[1] {
  if (/^\d/.test(key)) return 'number'
  if (known.has(key)) return 'known'
  return count > 0 && asName * 2 > count ? 'name' : 'word'
}

const wordsOfKnown = ({ basis, kind, name }: Actor): string[] =>
  basis === 'article' || kind === 'unnamed' || name === null ? [] : name.split(/\s+/).map(foldTerm)

/** The heaviest terms as a unit vector in thousandths. */
function toUnit(weights: readonly (readonly [string, number])[], most: number): Map<string, number> {
  const kept = weights
    .filter(([, weight]) => weight > 0)
    .sort(([a, weightA], [b, weightB]) => weightB - weightA || (a < b ? -1 : 1))
    .slice(0, most)
  const length = Math.sqrt(kept.reduce((sum, [, weight]) => sum + weight * weight, 0))
  return new Map(kept.map(([key, weight]) => [key, Math.round((1000 * weight) / length)]))
}

function findEvents(
  { events, actors }: Pick<Reading, 'events' | 'actors'>,
  end: number,
): StoryProfile['events'] {
  const nameOf = (participant: Event['actor']) => {
    const name = participant?.entity ?? actors[participant?.actor ?? -1]?.name ?? null
    return name === null ? null : foldTerm(name.split(/\s+/).at(-1) ?? '')
  }
  const found = new Map<string, StoryProfile['events'][number]>()
  for (const event of events) {
    if ((event.evidence[0]?.start ?? end) >= end || event.modality === 'negated') continue
    const told = { type: event.type, actor: nameOf(event.actor), recipient: nameOf(event.recipient) }
    if (told.actor !== null || told.recipient !== null) found.set(JSON.stringify(told), told)
  }
  return [...found].slice(0, mostEvents).map(([, event]) => event)
}

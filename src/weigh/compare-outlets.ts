import type { ClaimSummary } from '../records/claim-summary.ts'
import type { Copy } from '../records/copy.ts'
import type { StoryArticle } from '../records/stored-story.ts'
import type { LoadedTelling, StoryOutlet } from '../records/story-outlet.ts'
import type { StoryTelling, StoryTellings } from '../records/story-telling.ts'
import { toOutletKey } from '../records/to-outlet-key.ts'

/** One outlet with its articles. */
interface Side {
  readonly name: string | null
  readonly articles: string[]
  isCopy: boolean
}

/** Who tells a claim: every outlet, and those that do in words of their own. */
interface Tellers {
  readonly all: ReadonlySet<Side>
  readonly own: ReadonlySet<Side>
  /** Of each outlet the telling that is shown: the first in its own words, else the first. */
  readonly shown: ReadonlyMap<Side, StoryTelling>
}

/**
 * Puts the outlets of a story side by side: which claims each has alone, which it lacks that most others tell, and its
 * loaded words.
 *
 * A copy tells nothing of its own: what one outlet tells and three reprint it has alone, and the three are no majority.
 */
export function compareOutlets(
  articles: readonly StoryArticle[],
  { claims, tellings }: StoryTellings,
  loaded: readonly LoadedTelling[],
): StoryOutlet[] {
  const { sides, sideOf } = toSides(articles, tellings)
  const told = toTellers(tellings, sideOf)
  const rows = claims.flatMap((claim) => {
    const tellers = told.get(claim.id)
    return tellers ? [{ claim, tellers }] : []
  })
  const copies = new Map(
    articles.flatMap((each) => each.copies.map(({ article, copy }) => [article.id, copy] as const)),
  )
  const place = new Map(tellings.map((telling, i) => [telling, i]))
  return sides.map((side): StoryOutlet => {
    const alone = rows.flatMap(({ claim, tellers }) => {
      const telling = tellers.shown.get(side)
      if (telling === undefined || !isAlone(side, tellers)) return []
      const others = [...tellers.all].filter((other) => other !== side)
      const copiedBy = others.flatMap(({ name }) => name ?? [])
      return {
        claim: toToldClaim(claim),
        telling,
        copiedBy,
        elsewhere: Math.max(0, claim.outlets - (side.name === null ? 0 : 1) - copiedBy.length),
      }
    })
    return {
      outlet: side.name,
      articles: side.articles,
      isCopy: side.isCopy,
      claims: rows.filter(({ tellers }) => tellers.all.has(side)).length,
      alone: alone
        .sort((a, b) => (place.get(a.telling) ?? 0) - (place.get(b.telling) ?? 0))
        .map(({ telling: { articleId, ordinal }, ...one }) => ({ ...one, articleId, ordinal })),
      lacks: findLacks(side, sides, rows),
      loaded: loaded.filter(
        (word) => sideOf(word.articleId) === side && isOfItsOwn(word, copies.get(word.articleId)),
      ),
    }
  })
}

/** The outlets in the order of their first articles; one is a copy when nothing in it stands on its own. */
function toSides(articles: readonly StoryArticle[], tellings: readonly StoryTelling[]) {
  const sides = new Map<string, Side>()
  const byArticle = new Map<string, Side>()
  const add = ({ id, outlet }: StoryArticle['article'], isCopy: boolean) => {
    const key = outlet === null ? '' : toOutletKey(outlet)
    const side = sides.get(key) ?? { name: outlet, articles: [], isCopy: true }
    sides.set(key, side)
    side.articles.push(id)
    if (!isCopy) side.isCopy = false
    byArticle.set(id, side)
  }
  for (const { article, copies } of articles) {
    add(article, false)
    for (const copy of copies) add(copy.article, true)
  }
  const sideOf = (articleId: string) => byArticle.get(articleId)
  // One that took stretches over may tell something beside them.
  for (const { articleId, isCopy } of tellings) {
    const side = isCopy ? undefined : sideOf(articleId)
    if (side) side.isCopy = false
  }
  return { sides: [...sides.values()], sideOf }
}

function toTellers(
  tellings: readonly StoryTelling[],
  sideOf: (articleId: string) => Side | undefined,
): Map<string, Tellers> {
  const told = new Map<string, { all: Set<Side>; own: Set<Side>; shown: Map<Side, StoryTelling> }>()
  for (const telling of tellings) {
    const side = sideOf(telling.articleId)
    if (side === undefined) continue
    const tellers = told.get(telling.claimId) ?? { all: new Set(), own: new Set(), shown: new Map() }
    told.set(telling.claimId, tellers)
    if (!tellers.all.has(side) || (!telling.isCopy && !tellers.own.has(side)))
      tellers.shown.set(side, telling)
    tellers.all.add(side)
    if (!telling.isCopy) tellers.own.add(side)
  }
  return told
}

/** In words of its own, or as the only one of the story that has it at all. */
const isAlone = (side: Side, { all, own }: Tellers): boolean =>
  own.size === 1 ? own.has(side) : own.size === 0 && all.size === 1

function findLacks(
  side: Side,
  sides: readonly Side[],
  rows: readonly { readonly claim: ClaimSummary; readonly tellers: Tellers }[],
): StoryOutlet['lacks'] {
  const others = sides.filter((other) => other !== side && !other.isCopy).length
  return rows
    .flatMap(({ claim, tellers: { all, own } }) =>
      all.has(side) || own.size < 2 || own.size * 2 <= others
        ? []
        : { claim: toToldClaim(claim), toldBy: [...own].flatMap(({ name }) => name ?? []) },
    )
    .sort((a, b) => b.toldBy.length - a.toldBy.length)
}

const toToldClaim = ({ id, kind, proposition, source, sourceEntity }: ClaimSummary) => ({
  id,
  kind,
  proposition,
  source,
  sourceEntity,
})

/** Whether it stands in no sentence that the article has from another. */
const isOfItsOwn = ({ span }: LoadedTelling, copy: Copy | undefined): boolean =>
  copy?.sentences.some(
    ({ change, by }) => change === 'same' && by !== null && by.start <= span.start && span.end <= by.end,
  ) !== true

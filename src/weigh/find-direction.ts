import type { CopyDirection } from '../records/copy.ts'
import type { ComparedArticle } from './compared-article.ts'
import { findAgencyName, isAgencyName, toAgencyName } from './to-agency-name.ts'
import type { Imprint, Print } from './to-print.ts'

/** Two articles in the order that is known or, where nothing is known, in a fixed one. */
export interface Directed {
  readonly of: Print
  readonly by: Print
  readonly direction: CopyDirection
}

interface Credited {
  readonly name: string
  readonly basis: 'credit' | 'byline' | 'dateline'
  readonly words: string
}

/**
 * Finds who took from whom where two articles share a text.
 *
 * First what they print: B credits A’s outlet, A signs as the agency that it is, or either credits a third, which is
 * then the common source. Only then the dates: a reprint keeps its first date while the wire moves on.
 */
export function findDirection(a: Print, b: Print, isSameOutlet: boolean): Directed {
  const [first, second] = isBefore(a, b) ? [a, b] : [b, a]
  const [firstCredits, secondCredits] = [creditsOf(first.article), creditsOf(second.article)]
  if (!isSameOutlet) {
    const stated =
      byCreditOfOther(first, second, firstCredits, secondCredits) ??
      byOwnAgency(first, second) ??
      byCommonSource(first, second, firstCredits, secondCredits)
    if (stated) return stated
  }
  return byDate(first, second)
}

/** The earlier published first, undated last, then by id: the order of all that is not decided by words. */
export function isBefore(a: Imprint, b: Imprint): boolean {
  const [at, bt] = [a, b].map(({ published }) => published?.from ?? Number.POSITIVE_INFINITY)
  return at === bt ? a.id < b.id : (at ?? 0) < (bt ?? 0)
}

function byCreditOfOther(a: Print, b: Print, ofA: Credited[], ofB: Credited[]): Directed | null {
  const aInB = ofB.find(({ name }) => isNamed(name, a.article.outlet))
  const bInA = ofA.find(({ name }) => isNamed(name, b.article.outlet))
  if ((aInB === undefined) === (bInA === undefined)) return null
  if (aInB) return { of: a, by: b, direction: taken(aInB, b.article.id) }
  return bInA ? { of: b, by: a, direction: taken(bInA, a.article.id) } : null
}

/** An agency seldom reprints a paper, and its own text may be the later one: the wire is written through. */
function byOwnAgency(a: Print, b: Print): Directed | null {
  const [isA, isB] = [a, b].map(({ article }) => article.outlet !== null && isAgencyName(article.outlet))
  if (isA === isB) return null
  const [of, by] = isA ? [a, b] : [b, a]
  const outlet = of.article.outlet ?? ''
  const direction: CopyDirection = {
    taken: 'from-of',
    basis: 'agency',
    source: toAgencyName(outlet),
    articleId: of.article.id,
    words: outlet,
  }
  return { of, by, direction }
}

function byCommonSource(a: Print, b: Print, ofA: Credited[], ofB: Credited[]): Directed | null {
  // What both credit says more than what one does.
  const shared = ofB.find(({ name }) => ofA.some((credit) => credit.name === name))
  const stated = shared ?? ofB[0] ?? ofA[0]
  if (!stated) return null
  const direction: CopyDirection = {
    ...taken(stated, shared || ofB[0] ? b.article.id : a.article.id),
    taken: 'from-common-source',
  }
  return { of: a, by: b, direction }
}

function byDate(of: Print, by: Print): Directed {
  if (!of.published || !by.published || of.published.to > by.published.from) {
    const direction = { taken: 'unknown', basis: null, source: null, articleId: null, words: null } as const
    return { of, by, direction }
  }
  const words = `${of.article.publishedAt?.value} before ${by.article.publishedAt?.value}`
  return {
    of,
    by,
    direction: { taken: 'from-of', basis: 'published', source: null, articleId: of.article.id, words },
  }
}

const taken = ({ name, basis, words }: Credited, articleId: string): CopyDirection => ({
  taken: 'from-of',
  basis,
  source: name,
  articleId,
  words,
})

/** Whom an article credits for its text, itself left out. */
function creditsOf({ credits, byline, text, outlet }: ComparedArticle): Credited[] {
  return credits.flatMap((credit) => {
    // “Reporting by Jane Doe”: a person is no source that could be elsewhere.
    const name = credit.agency ?? (credit.author === null ? null : findAgencyName(credit.author))
    if (credit.of !== 'text' || name === null || isNamed(name, outlet)) return []
    const basis = text.startsWith(credit.text) ? 'dateline' : credit.text === byline ? 'byline' : 'credit'
    return [{ name: toAgencyName(name), basis, words: credit.text }]
  })
}

const isNamed = (name: string, outlet: string | null) =>
  outlet !== null && toAgencyName(name).toLowerCase() === toAgencyName(outlet).toLowerCase()

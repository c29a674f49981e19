import type { CopyKind } from '../records/copy.ts'
import type { ComparedArticle } from './compared-article.ts'
import type { Directed } from './find-direction.ts'
import { isAgencyName } from './to-agency-name.ts'

/** What two articles share, in words outside quotations, documents and boilerplate unless said otherwise. */
export interface Shared {
  /** Share of the copy’s words that stand in the original, and of the original’s in the copy. */
  readonly share: number
  readonly shareOfOriginal: number
  readonly words: number
  /** Stretches of at least eight such words. */
  readonly stretches: number
  /** Words in stretches that speak in the first person. */
  readonly spoken: number
  readonly quoted: number
  readonly boilerplate: number
}

/** What two articles are to each other: a kind of copy, or why what they share makes none. */
export type Relation = CopyKind | 'shared-document' | 'shared-quotations' | 'boilerplate' | 'independent'

/** Least share of either article’s own words. Any from .17 to .30 judges eval/copies alike, 2026-11-25. */
const leastShare = 0.25
/** Least shared words: fewer are one sentence from a handout. 0 to 44 judge eval/copies alike. */
const leastWords = 30
/** One stretch that is no whole body is a passage that both print: a letter, a law, an author’s life. */
const leastStretches = 2
/** Share from which the body is the other’s, and what was added is an editor’s. */
const leastReprint = 0.667
/** Shared words set aside that are worth a name: less is a slogan. */
const leastSetAside = 20

/** Judges what two articles are to each other by what they share and how they name themselves. */
export function judgeCopy({ of, by, direction }: Directed, shared: Shared, isSameOutlet: boolean): Relation {
  const most = Math.max(shared.share, shared.shareOfOriginal)
  if (shared.words < leastWords || most < leastShare) {
    if (Math.max(shared.quoted, shared.boilerplate) < leastSetAside) return 'independent'
    return shared.quoted >= shared.boilerplate ? 'shared-quotations' : 'boilerplate'
  }
  if (shared.stretches < leastStretches && most < leastReprint)
    return isSameOutlet ? 'boilerplate' : 'shared-document'
  if (isSameOutlet) return 'own-update'
  if (direction.source === null && shareAuthor(of.article, by.article)) return 'same-author'
  // Who took is open where nothing tells; then either may be the reprint.
  const share = direction.taken === 'from-of' ? shared.share : most
  if (share >= leastReprint) return 'reprint'
  return shared.spoken > shared.words / 2 ? 'shared-document' : 'partial'
}

const shareAuthor = (a: ComparedArticle, b: ComparedArticle) => {
  const authors = authorsOf(a)
  return authorsOf(b).some((author) => authors.includes(author))
}

/** The people of a byline: “By Jane Doe and John Roe, Meridian Press” are two, since an agency is nobody. */
const authorsOf = ({ byline, outlet }: ComparedArticle) =>
  (byline ?? '')
    .replace(/^by\s+/i, '')
    .split(/\s*[,|/;·•]\s*|\s+and\s+/)
    .filter((name) => /\S\s+\S/.test(name) && !isAgencyName(name) && name !== outlet)
    .map((name) => name.trim().toLowerCase())

import { isDocument } from '../collect/collect.ts'
import { extractStages } from '../extract/extract-article.ts'
import { asOne } from '../ledger/as-one.ts'
import { clearOtherVersions } from '../ledger/clear-weighing.ts'
import { findArticleOf } from '../ledger/find-article-of.ts'
import { findSameArticle } from '../ledger/find-same-article.ts'
import { findSuperseded } from '../ledger/find-superseded.ts'
import { getDocument } from '../ledger/get-document.ts'
import { findArticleRecords } from '../ledger/get-weighing.ts'
import { hasReading } from '../ledger/has-reading.ts'
import { insertArticle } from '../ledger/insert-article.ts'
import { insertDocument } from '../ledger/insert-document.ts'
import { isMovedFrom } from '../ledger/is-moved-from.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { linkArticle } from '../ledger/link-article.ts'
import type { Sighting } from '../ledger/note-sighting.ts'
import { findPagesAt } from '../ledger/pages.ts'
import { tidyWeighing } from '../ledger/tidy-weighing.ts'
import type { Article } from '../records/article.ts'
import type { Bulletin } from '../records/bulletin.ts'
import type { Document, Uncollected } from '../records/document.ts'
import { HearsayError } from '../records/error.ts'
import { type IngestOutcome, toFailedOutcome } from '../records/ingest-outcome.ts'
import type { Problem } from '../records/problem.ts'
import { describeFault, describeWeighingFault } from './describe-fault.ts'
import { keepInFlight } from './keep-in-flight.ts'
import { keepReading } from './keep-reading.ts'
import { findAlsoAt, keepSeen, type Seen } from './keep-seen.ts'
import { openWeigher } from './open-weigher.ts'
import { findAddresses, toPlaced } from './place-on-page.ts'
import { placeUnplaced } from './place-unplaced.ts'
import type { ReadArticle } from './read-document.ts'
import type { KnownArticle, Readers } from './readers.ts'
import { reweigh } from './reweigh.ts'
import { weighArticle } from './weigh-article.ts'
import type { Weigher } from './weigher.ts'

export type { IngestOutcome }

export interface IngestOptions {
  /** The operator’s word on the day of publication, for every document; null lets each page say. */
  readonly date?: string | null
  /** Told of every fault of our own, with its error. */
  readonly onFault?: (where: string, error: unknown) => void
  /** Told how far weighing is with what an earlier process left, after the last outcome. */
  readonly onWeighing?: ((done: number, all: number) => void) | undefined
  /** Told of each article that is added, and of what weighing it came to. */
  readonly onBulletin?: ((bulletin: Bulletin) => void) | undefined
  /** How to weigh; as this version does unless given. */
  readonly weigher?: Weigher
  /** Ends the walk at once when it is aborted, without waiting for what is being collected and read. */
  readonly signal?: AbortSignal
}

/**
 * Walks documents through extraction and reading into the ledger, one outcome each, in order.
 *
 * With reading threads, some documents are on their way at a time: one a thread, and one each before and behind
 * them. What is stored is stored in the documents’ order all the same.
 *
 * A page that says the same as before in other bytes is neither read nor weighed again; one that says something else is
 * a new version, which takes the place of the one before.
 *
 * Stopping in the middle loses nothing: each document is read whole or not at all, and one that was not is taken
 * up again the next time. Each article is weighed when it is stored, so that the claims grow with the walk; what an
 * earlier process left unweighed is weighed at the end of the first walk. A fault of ours in one document fails that
 * document with `internal-fault`, its error goes to `onFault`, and the walk goes on; one in weighing it is a problem
 * of its outcome.
 */
export async function* ingest(
  documents: AsyncIterable<Document | Uncollected>,
  ledger: Ledger,
  readers: Readers,
  options: IngestOptions = {},
): AsyncGenerator<IngestOutcome> {
  const { date = null, signal = null, onFault } = options
  const weigher = options.weigher ?? (await openWeigher())
  if (!isOfThisVersion.has(ledger)) await clearOtherVersions(ledger, weigher.version)
  isOfThisVersion.add(ledger)
  const begin = openBeginning(ledger, readers, date)
  const mostInFlight = readers.workers === 0 ? 1 : readers.workers + 2
  const untilTidied = 500
  let stored = 0
  for await (const begun of keepInFlight(documents, mostInFlight, begin, signal)) {
    const { isToBeWeighed, ...outcome } = await endOrFail(begun, ledger, readers, onFault)
    tellOfArticle(outcome, options.onBulletin)
    const problems = isToBeWeighed ? await weighStored(ledger, weigher, outcome, options) : []
    if (outcome.outcome === 'added' && ++stored % untilTidied === 0) await tidyWeighing(ledger)
    yield { ...outcome, problems: [...outcome.problems, ...problems] }
  }
  if (stored % untilTidied >= 50) await tidyWeighing(ledger)
  if (caughtUp.has(ledger) || signal?.aborted) return
  await placeUnplaced(ledger, { signal, onFault })
  await reweigh(ledger, { weigher, signal, onFault, onProgress: options.onWeighing })
  if (!signal?.aborted) caughtUp.add(ledger)
}

/** Ledgers in which nothing is left from before; from then on this process weighs what it stores. */
const caughtUp = new WeakSet<Ledger>()
/** Ledgers in which nothing is left that another version weighed. */
const isOfThisVersion = new WeakSet<Ledger>()

function tellOfArticle(
  { outcome, articleId, title, outlet, change }: IngestOutcome,
  onBulletin: IngestOptions['onBulletin'],
): void {
  if (outcome === 'added' && articleId !== null)
    onBulletin?.({ kind: 'article', articleId, title, outlet, isChange: change === 'changed' })
}

/** Weighs what was stored, and takes out what it supersedes; gives what went wrong. */
async function weighStored(
  ledger: Ledger,
  weigher: Weigher,
  { where, articleId }: IngestOutcome,
  { onFault, onBulletin }: IngestOptions,
): Promise<Problem[]> {
  if (articleId === null) return []
  const problems: Problem[] = []
  for (const id of [articleId, ...(await findSuperseded(ledger, articleId))]) {
    const weighing = await weighArticle(ledger, weigher, id)
    if (weighing.outcome === 'weighed')
      onBulletin?.({
        kind: 'claims',
        articleId: id,
        new: weighing.newClaims,
        changed: weighing.changedClaims,
      })
    if (weighing.outcome !== 'failed') continue
    onFault?.(where, weighing.error)
    problems.push(describeWeighingFault(weighing.error))
  }
  return problems
}

/** A document that is kept in the ledger: when and where it was seen. */
interface Kept {
  readonly document: Document
  readonly documentId: string
  readonly sighting: Sighting
}

/** A document on its way: kept in the ledger and read, or what stood against it. */
interface Begun {
  readonly where: string
  readonly came:
    | (Kept & { readonly read: ReadArticle | KnownArticle | { readonly problem: Problem } | null })
    | { readonly problem: Problem }
    | { readonly error: unknown }
  /** To be called when nothing more happens to it. */
  readonly leave: () => void
}

/** What begins documents: keeps each one’s bytes, in their order, and reads those that are not known, side by side. */
function openBeginning(
  ledger: Ledger,
  readers: Readers,
  date: string | null,
): (collected: Document | Uncollected) => Promise<Begun> {
  let turn: Promise<unknown> = Promise.resolve()
  const underWay = new Map<string, Promise<void>>()

  /** Known is what the ledger holds a reading of by these very stages. */
  async function keep(document: Document): Promise<Kept & { isKnown: boolean; alsoAt: readonly string[] }> {
    const alsoAt = findAlsoAt(document)
    const { documentId, sighting } = await insertDocument(ledger, document, alsoAt)
    // The same bytes from another place are known once those before them are done.
    await underWay.get(documentId)
    // A date given now may differ from last time’s: then the article does too, and is made again.
    const isKnown = date === null && (await hasReading(ledger, documentId, extractStages, readers.stages))
    return { document, documentId, sighting, isKnown, alsoAt }
  }

  /** What tells whether a page says what it said before; null where the page is not known. */
  async function findIsKnown(document: Document, alsoAt: readonly string[]) {
    const placed = toPlaced(document, alsoAt)
    const findPages = async (url: string | null) => {
      const pages = await findPagesAt(
        ledger,
        findAddresses(placed, url).map(({ key }) => key),
      )
      return [...new Set(pages.map(({ pageId }) => pageId))]
    }
    if ((await findPages(null)).length === 0) return null
    return async (article: Article) =>
      (await findSameArticle(ledger, await findPages(article.url), article, readers.stages)) !== null
  }

  return async (collected) => {
    const { where } = collected
    if (!isDocument(collected)) return { where, came: collected, leave: () => {} }
    let leave = () => {}
    try {
      const keeping = turn.then(() => keep(collected))
      turn = keeping.catch(() => {})
      const { isKnown, alsoAt, ...kept } = await keeping
      if (isKnown) return { where, came: { ...kept, read: null }, leave }
      const left = new Promise<void>((resolve) => {
        leave = resolve
      })
      underWay.set(kept.documentId, left)
      void left.then(() => {
        if (underWay.get(kept.documentId) === left) underWay.delete(kept.documentId)
      })
      const read = await readers.read(collected, { date, isKnown: await findIsKnown(collected, alsoAt) })
      return { where, came: { ...kept, read }, leave }
    } catch (error) {
      return { where, came: { error }, leave }
    }
  }
}

/** An outcome, and whether it changes what is weighed. */
interface Ended extends IngestOutcome {
  readonly isToBeWeighed: boolean
}

/** A crash of ours loses one document, not the batch; only the ledger’s own refusal ends the walk. */
async function endOrFail(
  begun: Begun,
  ledger: Ledger,
  readers: Readers,
  onFault: IngestOptions['onFault'],
): Promise<Ended> {
  try {
    return await end(begun, ledger, readers)
  } catch (error) {
    if (error instanceof HearsayError) throw error
    onFault?.(begun.where, error)
    return { ...toFailedOutcome(begun.where, describeFault(error)), isToBeWeighed: false }
  } finally {
    begun.leave()
  }
}

/** Stores what was read, on its page. */
async function end({ where, came }: Begun, ledger: Ledger, readers: Readers): Promise<Ended> {
  if ('error' in came) throw came.error
  const problem =
    'problem' in came ? came.problem : came.read && 'problem' in came.read ? came.read.problem : null
  if (problem !== null) return { ...toFailedOutcome(where, problem), isToBeWeighed: false }
  if ('problem' in came) throw new Error('A problem is an outcome.')
  const { document, documentId, sighting, read } = came
  if (read === null || 'problem' in read) {
    const articleId = await findArticleOf(ledger, documentId)
    // A place that gives a page again has not moved: then what differs elsewhere is a twin.
    if (sighting.isPlaced && !(await isMovedFrom(ledger, sighting.id)))
      return { ...unchanged, where, articleId, change: 'same', isToBeWeighed: false }
    const seen = await asOne(ledger, (one) => keepSeen(one, sighting.id, async () => document))
    return { ...unchanged, where, articleId, change: toChange(seen, false), isToBeWeighed: true }
  }
  const { article } = read
  const stored = await asOne(ledger, async (one) => {
    const addresses = findAddresses(toPlaced(document, findAlsoAt(document)), article.url)
    const pages = await findPagesAt(
      one,
      addresses.map(({ key }) => key),
    )
    const same = await findSameArticle(
      one,
      pages.map(({ pageId }) => pageId),
      article,
      readers.stages,
    )
    if (same !== null) {
      await linkArticle(one, documentId, same.articleId)
      return {
        isAdded: false,
        articleId: same.articleId,
        seen: await keepSeen(one, sighting.id, async () => document),
      }
    }
    // It was there when it was looked for, and nothing is ever taken out.
    if (read.reading === null) throw new Error(`The ledger has lost article ${article.id}.`)
    const { isNew } = await insertArticle(one, documentId, article)
    const inserted = await keepReading(one, article, read.reading)
    const seen = await keepSeen(one, sighting.id, async () => document, article)
    return { isAdded: isNew || inserted.isNew, articleId: article.id, seen }
  })
  const { articleId, isAdded, seen } = stored
  await bringUp(ledger, readers, seen)
  return {
    where,
    outcome: isAdded ? 'added' : 'unchanged',
    articleId,
    change: toChange(seen, isAdded),
    title: article.title,
    outlet: article.outlet,
    statements: read.reading?.statements.length ?? 0,
    events: read.reading?.events.length ?? 0,
    problems: [...article.problems, ...(read.reading?.problems ?? [])],
    isToBeWeighed: true,
  }
}

const toChange = ({ isNew, changes }: Seen, isAdded: boolean): IngestOutcome['change'] =>
  changes.some(({ isComparable }) => isComparable) ? 'changed' : isNew && isAdded ? 'new' : 'same'

/**
 * Takes the article out of the version before anew where an earlier Hearsay did it: else what changed would be its rules as
 * much as the page. Once for each page and each version of the rules.
 */
async function bringUp(ledger: Ledger, readers: Readers, { changes }: Seen): Promise<void> {
  const own = extractStages.join()
  for (const { isComparable, before, after } of changes) {
    if (isComparable) continue
    for (const { documentId, stages, sightingId, articleId } of [before, after]) {
      if (stages === own) continue
      const document = await getDocument(ledger, documentId)
      const date = await findGivenDate(ledger, articleId)
      const read = await readers.read(document, { date })
      if ('problem' in read) continue
      await asOne(ledger, async (one) => {
        await insertArticle(one, documentId, read.article)
        await keepReading(one, read.article, read.reading)
        await keepSeen(one, sightingId, async () => document, read.article)
      })
    }
  }
}

/** The day that the operator once gave; null when the page said its own. */
async function findGivenDate(ledger: Ledger, articleId: string): Promise<string | null> {
  const [article] = await findArticleRecords(ledger.db, [articleId])
  return article?.publishedAt?.basis === 'given' ? article.publishedAt.value : null
}

const unchanged: Omit<IngestOutcome, 'where' | 'articleId' | 'change'> = {
  outcome: 'unchanged',
  title: null,
  outlet: null,
  statements: 0,
  events: 0,
  problems: [],
}

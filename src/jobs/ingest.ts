import { isDocument } from '../collect/collect.ts'
import { extractStages } from '../extract/extract-article.ts'
import { clearOtherVersions } from '../ledger/clear-weighing.ts'
import { findSuperseded } from '../ledger/find-superseded.ts'
import { hasReading } from '../ledger/has-reading.ts'
import { insertArticle } from '../ledger/insert-article.ts'
import { insertDocument } from '../ledger/insert-document.ts'
import { insertReading } from '../ledger/insert-reading.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { tidyWeighing } from '../ledger/tidy-weighing.ts'
import type { Document, Uncollected } from '../records/document.ts'
import { HearsayError } from '../records/error.ts'
import { type IngestOutcome, toFailedOutcome } from '../records/ingest-outcome.ts'
import type { Problem } from '../records/problem.ts'
import { describeFault, describeWeighingFault } from './describe-fault.ts'
import { keepInFlight } from './keep-in-flight.ts'
import { openWeigher } from './open-weigher.ts'
import type { ReadArticle } from './read-document.ts'
import type { Readers } from './readers.ts'
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
    const outcome = await endOrFail(begun, ledger, onFault)
    const problems = await weighStored(ledger, weigher, outcome, onFault)
    if (outcome.outcome === 'added' && ++stored % untilTidied === 0) await tidyWeighing(ledger)
    yield { ...outcome, problems: [...outcome.problems, ...problems] }
  }
  if (stored % untilTidied >= 50) await tidyWeighing(ledger)
  if (caughtUp.has(ledger) || signal?.aborted) return
  await reweigh(ledger, { weigher, signal, onFault, onProgress: options.onWeighing })
  if (!signal?.aborted) caughtUp.add(ledger)
}

/** Ledgers in which nothing is left from before; from then on this process weighs what it stores. */
const caughtUp = new WeakSet<Ledger>()
/** Ledgers in which nothing is left that another version weighed. */
const isOfThisVersion = new WeakSet<Ledger>()

/** Weighs what was stored, and takes out what it supersedes; gives what went wrong. */
async function weighStored(
  ledger: Ledger,
  weigher: Weigher,
  { where, articleId }: IngestOutcome,
  onFault: IngestOptions['onFault'],
): Promise<Problem[]> {
  if (articleId === null) return []
  const problems: Problem[] = []
  for (const id of [articleId, ...(await findSuperseded(ledger, articleId))]) {
    const weighing = await weighArticle(ledger, weigher, id)
    if (weighing.outcome !== 'failed') continue
    onFault?.(where, weighing.error)
    problems.push(describeWeighingFault(weighing.error))
  }
  return problems
}

/** A document on its way: kept in the ledger and read, or what stood against it. */
interface Begun {
  readonly where: string
  readonly came:
    | { readonly documentId: string; readonly read: ReadArticle | { readonly problem: Problem } }
    | { readonly problem: Problem }
    | { readonly error: unknown }
    | 'known'
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

  /** Its id; null when the ledger holds a reading of it by these very stages. */
  async function keep(document: Document): Promise<string | null> {
    const { documentId } = await insertDocument(ledger, document)
    // The same bytes from another place are known once those before them are done.
    await underWay.get(documentId)
    // A date given now may differ from last time’s: then the article does too, and is made again.
    if (date !== null) return documentId
    return (await hasReading(ledger, documentId, extractStages, readers.stages)) ? null : documentId
  }

  return async (collected) => {
    const { where } = collected
    if (!isDocument(collected)) return { where, came: collected, leave: () => {} }
    let leave = () => {}
    try {
      const keeping = turn.then(() => keep(collected))
      turn = keeping.catch(() => {})
      const documentId = await keeping
      if (documentId === null) return { where, came: 'known', leave }
      const left = new Promise<void>((resolve) => {
        leave = resolve
      })
      underWay.set(documentId, left)
      void left.then(() => {
        if (underWay.get(documentId) === left) underWay.delete(documentId)
      })
      return { where, came: { documentId, read: await readers.read(collected, { date }) }, leave }
    } catch (error) {
      return { where, came: { error }, leave }
    }
  }
}

/** A crash of ours loses one document, not the batch; only the ledger’s own refusal ends the walk. */
async function endOrFail(
  begun: Begun,
  ledger: Ledger,
  onFault: IngestOptions['onFault'],
): Promise<IngestOutcome> {
  try {
    return await end(begun, ledger)
  } catch (error) {
    if (error instanceof HearsayError) throw error
    onFault?.(begun.where, error)
    return toFailedOutcome(begun.where, describeFault(error))
  } finally {
    begun.leave()
  }
}

/** Stores what was read. */
async function end({ where, came }: Begun, ledger: Ledger): Promise<IngestOutcome> {
  if (came === 'known') return { ...unchanged, where }
  if ('error' in came) throw came.error
  if ('problem' in came) return toFailedOutcome(where, came.problem)
  if ('problem' in came.read) return toFailedOutcome(where, came.read.problem)
  const { article, reading } = came.read
  const { isNew } = await insertArticle(ledger, came.documentId, article)
  const inserted = await insertReading(ledger, article, reading)
  return {
    where,
    outcome: isNew || inserted.isNew ? 'added' : 'unchanged',
    articleId: article.id,
    title: article.title,
    outlet: article.outlet,
    statements: reading.statements.length,
    events: reading.events.length,
    problems: [...article.problems, ...reading.problems],
  }
}

const unchanged: Omit<IngestOutcome, 'where'> = {
  outcome: 'unchanged',
  articleId: null,
  title: null,
  outlet: null,
  statements: 0,
  events: 0,
  problems: [],
}

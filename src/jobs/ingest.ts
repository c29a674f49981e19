import { isDocument } from '../collect/collect.ts'
import { extractArticle, extractStages } from '../extract/extract-article.ts'
import { hasReading } from '../ledger/has-reading.ts'
import { insertArticle } from '../ledger/insert-article.ts'
import { insertDocument } from '../ledger/insert-document.ts'
import { insertReading } from '../ledger/insert-reading.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { readArticle } from '../read/read-article.ts'
import { readStages } from '../read/stages.ts'
import type { Document, Uncollected } from '../records/document.ts'
import { HearsayError } from '../records/error.ts'
import { type IngestOutcome, toFailedOutcome } from '../records/ingest-outcome.ts'
import type { Resources } from '../records/resources.ts'
import { reweigh } from './reweigh.ts'

export type { IngestOutcome }

export interface IngestOptions {
  /** The operator’s word on the day of publication, for every document; null lets each page say. */
  readonly date?: string | null
  /** Told of every fault of our own, with its error. */
  readonly onFault?: (where: string, error: unknown) => void
}

/**
 * Walks documents through extraction and reading into the ledger, one outcome each, in order.
 *
 * Stopping in the middle loses nothing: each document is read whole or not at all, and one that was not is taken
 * up again the next time. When the walk ends, however it ends, the claims are weighed anew. A fault of ours in
 * one document fails that document with `internal-fault`, its error goes to `onFault`, and the walk goes on.
 */
export async function* ingest(
  documents: AsyncIterable<Document | Uncollected>,
  ledger: Ledger,
  resources: Resources,
  options: IngestOptions = {},
): AsyncGenerator<IngestOutcome> {
  try {
    for await (const collected of documents) {
      yield isDocument(collected)
        ? await ingestOrFail(collected, ledger, resources, options)
        : toFailedOutcome(collected.where, collected.problem)
    }
  } finally {
    await reweigh(ledger)
  }
}

/** A crash of ours loses one document, not the batch; only the ledger’s own refusal ends the walk. */
async function ingestOrFail(
  document: Document,
  ledger: Ledger,
  resources: Resources,
  options: IngestOptions,
): Promise<IngestOutcome> {
  try {
    return await ingestDocument(document, ledger, resources, options)
  } catch (error) {
    if (error instanceof HearsayError) throw error
    options.onFault?.(document.where, error)
    return toFailedOutcome(document.where, {
      code: 'internal-fault',
      message: `Hearsay failed on this document: ${error instanceof Error ? error.message : String(error)}`,
      advice: 'this is a fault of Hearsay; please report it with the document and the trace',
    })
  }
}

async function ingestDocument(
  document: Document,
  ledger: Ledger,
  resources: Resources,
  { date = null }: IngestOptions,
): Promise<IngestOutcome> {
  const { documentId } = await insertDocument(ledger, document)
  // A date given now may differ from last time’s: then the article does too, and is made again.
  const known = date === null && (await hasReading(ledger, documentId, extractStages, readStages(resources)))
  if (known) return { ...unchanged, where: document.where }
  const extraction = await extractArticle(document, { date })
  if ('problem' in extraction) return toFailedOutcome(document.where, extraction.problem)
  const { article } = extraction
  const reading = readArticle(article, resources)
  const { isNew } = await insertArticle(ledger, documentId, article)
  const inserted = await insertReading(ledger, article, reading)
  return {
    where: document.where,
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

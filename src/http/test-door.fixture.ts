import type { OpenAPIHono } from '@hono/zod-openapi'
import { openBulletinBoard } from '../jobs/bulletin-board.ts'
import { noSteps } from '../jobs/count-steps.ts'
import { insertArticle } from '../ledger/insert-article.ts'
import { insertDocument } from '../ledger/insert-document.ts'
import { insertReading } from '../ledger/insert-reading.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { openTestLedger } from '../ledger/open-test-ledger.fixture.ts'
import { ferryText, makeArticle, makeDocument, makeFerryReading } from '../ledger/test-records.fixture.ts'
import type { Article } from '../records/article.ts'
import type { IngestOutcome } from '../records/ingest-outcome.ts'
import type { AppDependencies, DoorEnv } from './app-dependencies.ts'
import { createApp } from './create-app.ts'

export interface TestDoor {
  readonly app: OpenAPIHono<DoorEnv>
  readonly ledger: Ledger
  /** Oldest first: the ferry strike, which was read, and the bridge, which was not. */
  readonly articles: readonly [Article, Article]
}

/** A door on a ledger in memory that holds two articles. Close the ledger. */
export async function openTestDoor(more: Partial<AppDependencies> = {}): Promise<TestDoor> {
  const ledger = await openTestLedger()
  const ferry = makeArticle({ text: ferryText })
  const bridge = makeArticle({
    title: 'Bridge to reopen on Monday',
    outlet: 'The Quay',
    publishedAt: { value: '2026-03-05', precision: 'day', basis: 'meta' },
    text: 'The swing bridge will reopen on Monday.',
  })
  for (const article of [ferry, bridge]) {
    const { documentId } = await insertDocument(ledger, makeDocument(article.text))
    await insertArticle(ledger, documentId, article)
  }
  await insertReading(ledger, ferry, makeFerryReading())
  const app = createApp({
    ledger,
    collecting: nothingCollected,
    ingest: nothingIngested,
    bulletins: openBulletinBoard(),
    webRoot: null,
    version: '1.2.3',
    ...more,
  })
  return { app, ledger, articles: [ferry, bridge] }
}

/** What takes no document. */
export async function* nothingIngested(): AsyncGenerator<IngestOutcome> {}

/** What collects nothing. */
export const nothingCollected: AppDependencies['collecting'] = {
  follow: () => Promise.reject(new Error('This door follows nothing.')),
  followList: () => Promise.reject(new Error('This door follows nothing.')),
  test: () => Promise.reject(new Error('This door asks nobody.')),
  start: () => {},
  status: () => ({
    isRunning: false,
    startedAt: null,
    endedAt: null,
    problem: null,
    ...noSteps(),
  }),
}

import { eq, sql } from 'drizzle-orm'
import type { Problem } from '../records/problem.ts'
import { explainFailure } from './explain-failure.ts'
import type { Ledger } from './ledger.ts'
import { visit } from './schema.ts'

/** What came of fetching a page. */
export interface PaidVisit {
  readonly visitId: string
  /** ISO 8601. */
  readonly triedAt: string
  /** Null where it is not fetched again. */
  readonly nextAt: string | null
  /** Null when it was had. */
  readonly problem: Problem | null
  /** Validators of the answer; null leaves those that are known. */
  readonly validators: { readonly etag: string | null; readonly lastModified: string | null } | null
  /** The article that the page gives now; null leaves the one that is known. */
  readonly articleId: string | null
  readonly hasChanged: boolean
}

/** Keeps what came of fetching a page; nothing where its feed was removed meanwhile. */
export async function storeVisit(ledger: Ledger, paid: PaidVisit): Promise<void> {
  const { visitId, triedAt, nextAt, problem, validators, articleId, hasChanged } = paid
  await explainFailure(async () =>
    ledger.db
      .update(visit)
      .set({
        ...validators,
        ...(articleId === null ? {} : { articleId }),
        ...(problem === null
          ? {
              lastSuccessAt: triedAt,
              successCount: sql`${visit.successCount} + 1`,
              failureCount: 0,
              content: null,
            }
          : { failureCount: sql`${visit.failureCount} + 1` }),
        ...(hasChanged ? { lastChangedAt: triedAt } : {}),
        lastTriedAt: triedAt,
        nextAt,
        problem,
      })
      .where(eq(visit.id, visitId)),
  )
}

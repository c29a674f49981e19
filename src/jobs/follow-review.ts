import { findArticlesOfTexts } from '../ledger/find-articles-of-texts.ts'
import { getMachineReading } from '../ledger/get-machine-reading.ts'
import { findArticleRecords } from '../ledger/get-weighing.ts'
import { insertReading } from '../ledger/insert-reading.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { HearsayError } from '../records/error.ts'
import { findTextIds, isPairAct, isPartAct, type ReviewAct } from '../records/review.ts'
import { reviewReading } from './review-reading.ts'
import { weighArticle } from './weigh-article.ts'
import type { Weigher } from './weigher.ts'

/**
 * Brings the ledger up to an act that has just been written: its own, or, of an undo, what it undid.
 *
 * @throws {HearsayError} `out-of-date` where the reading of no article has what the act judges.
 */
export async function followReview(
  one: Ledger,
  weigher: Weigher,
  act: ReviewAct,
  judged: ReviewAct,
): Promise<void> {
  const articleIds = await findArticlesOfTexts(one.db, findTextIds(judged))
  if (isPartAct(judged)) {
    let isFound = false
    for (const articleId of articleIds) {
      if (!(await readAgain(one, articleId, act.id))) continue
      isFound = true
      await weigh(one, weigher, articleId, false)
    }
    if (!isFound)
      throw new HearsayError('out-of-date', 'What was judged is not in today’s reading. Load the page again.')
  } else if (isPairAct(judged) || 'texts' in judged) {
    for (const articleId of articleIds) await weigh(one, weigher, articleId, true)
  }
}

/** Keeps an article’s reading as the log has it now; false where this act finds nothing in it. */
async function readAgain(one: Ledger, articleId: string, actId: string): Promise<boolean> {
  const [article] = await findArticleRecords(one.db, [articleId])
  const machine = await getMachineReading(one.db, articleId)
  if (article === undefined || machine === null) return false
  const reviewed = await reviewReading(one.db, article.text, machine)
  if (reviewed === null || reviewed.missed.includes(actId)) return false
  await insertReading(one, article, reviewed.reading)
  return true
}

/** A fault of ours in weighing undoes the act: the log holds nothing that the ledger does not show. */
async function weigh(one: Ledger, weigher: Weigher, articleId: string, again: boolean): Promise<void> {
  const weighing = await weighArticle(one, weigher, articleId, { again })
  if (weighing.outcome === 'failed') throw weighing.error
}

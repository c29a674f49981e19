import { findArticlesOfTexts } from '../ledger/find-articles-of-texts.ts'
import { findReviewedTexts } from '../ledger/find-reviewed-texts.ts'
import { getMachineReading } from '../ledger/get-machine-reading.ts'
import { findArticleRecords } from '../ledger/get-weighing.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Reading } from '../records/reading.ts'
import type { TrainingText } from '../records/training-text.ts'
import { reviewReading } from './review-reading.ts'

/** Every text of whose parts somebody said something that holds, as training data; one at a time, so that any number fits. */
export async function* exportReviews(ledger: Ledger): AsyncGenerator<TrainingText> {
  for (const textId of await findReviewedTexts(ledger.db)) {
    for (const articleId of await findArticlesOfTexts(ledger.db, [textId])) {
      const [article] = await findArticleRecords(ledger.db, [articleId])
      const machine = await getMachineReading(ledger.db, articleId)
      const reviewed = article && machine && (await reviewReading(ledger.db, article.text, machine))
      if (!article || !machine || !reviewed) continue
      const { title, outlet, url, publishedAt, language, licence, text } = article
      yield {
        textId,
        title,
        outlet,
        url,
        publishedAt: publishedAt?.value ?? null,
        language,
        licence,
        text,
        machine: toAnnotation(machine),
        reviewed: toAnnotation(reviewed.reading),
        acts: reviewed.acts,
      }
      // The words are the same in the others.
      break
    }
  }
}

const toAnnotation = ({ stages, mentions, statements, events }: Reading) => ({
  stages,
  mentions,
  statements,
  events,
})

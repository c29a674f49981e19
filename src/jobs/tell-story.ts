import { answerOnce } from '../ledger/answer-once.ts'
import { findStoryTellings } from '../ledger/find-story-tellings.ts'
import { getStory } from '../ledger/get-story.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { StoredStory } from '../records/stored-story.ts'
import type { StoryOutlet } from '../records/story-outlet.ts'
import { compareOutlets } from '../weigh/compare-outlets.ts'
import { placeLoadedWords } from '../weigh/place-loaded-words.ts'
import { findVersions } from './find-changes.ts'

/**
 * The story of this id with its articles and claims, and its outlets side by side. Reads each of its articles: some 10 ms
 * for one, the first time.
 *
 * @throws {HearsayError} `not-found`; `ambiguous-id` when several stories begin so.
 */
export async function tellStory(ledger: Ledger, id: string): Promise<StoredStory> {
  const found = await getStory(ledger, id)
  return {
    ...found,
    outlets: await answerOnce(ledger, ['outlets', found.story.id], () => compare(ledger, found.story.id)),
  }
}

async function compare(ledger: Ledger, id: string): Promise<StoryOutlet[]> {
  // Looked up again: what was known before the question may be older than its answer’s time.
  const { story, articles } = await getStory(ledger, id)
  const [told, versions] = await Promise.all([
    findStoryTellings(ledger, story.id),
    findVersions(ledger, story.articles),
  ])
  const loaded = story.articles.flatMap((articleId) => {
    const version = versions.get(articleId)
    return version ? placeLoadedWords(version) : []
  })
  return compareOutlets(articles, told, loaded)
}

import type { Article } from '../records/article.ts'
import type { Reading } from '../records/reading.ts'

/** An article of a page, with what was read in it; null where it was not read. */
export interface Version {
  readonly article: Article
  readonly reading: Reading | null
}

import type { DocumentHints } from '../records/document.ts'
import type { ChosenTimes } from './choose-times.ts'
import type { PrintedDate } from './find-printed-dates.ts'
import type { Page } from './page.ts'
import type { DateOrder, ParsedDate } from './parse-date.ts'
import type { JsonLdArticle } from './parse-json-ld.ts'

/** What may say when an article was published. A response's `Last-Modified` is not among it: it dates a file. */
export interface DateEvidence {
  /** The operator's word. */
  readonly given: ParsedDate | null
  readonly jsonLd: JsonLdArticle | null
  readonly page: Page | null
  /** `<time>` elements and their like. */
  readonly times: ChosenTimes
  readonly printed: readonly PrintedDate[]
  /** What the feed, sitemap or list says that named the page. */
  readonly hints: DocumentHints | null
  readonly url: string | null
  readonly order: DateOrder
}

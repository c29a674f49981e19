import type { Credit } from '../records/article.ts'
import type { DropReason } from './classify-region.ts'
import type { Block } from './find-blocks.ts'

/** A block, and whether the article was found around it. */
export interface PlacedBlock
  extends Pick<
    Block,
    | 'text'
    | 'kind'
    | 'linkShare'
    | 'links'
    | 'isStrong'
    | 'inQuote'
    | 'row'
    | 'cell'
    | 'region'
    | 'credit'
    | 'element'
  > {
  readonly kept: boolean
  /** It is set as most of the article's paragraphs are: the same tag and class. */
  readonly isOwn: boolean
}

/** What the page's data say about the article that helps to know its parts. */
export interface About {
  /** The page's description of the article, often its first lines or what stands above them. */
  readonly summary: string | null
  /** Who wrote it. */
  readonly people: readonly string[]
}

/** What becomes of a block. */
export type Fate =
  | { readonly kind: 'text' }
  | { readonly kind: 'credit'; readonly credit: Credit }
  | { readonly kind: 'dropped'; readonly reason: DropReason; readonly credit: Credit | null }

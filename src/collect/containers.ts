import { articleListContainer } from './article-list.ts'
import type { Container } from './container.ts'
import { mailboxContainer } from './mailbox.ts'
import { waczContainer } from './wacz.ts'
import { warcContainer } from './warc.ts'

/** In the order in which they are asked; a file that none recognises is one document. */
export const containers: readonly Container[] = [
  warcContainer,
  waczContainer,
  articleListContainer,
  mailboxContainer,
]

import type { Collector } from './collector.ts'
import { fileCollector } from './file.ts'
import { folderCollector } from './folder.ts'
import { pageCollector } from './page.ts'
import { standardInputCollector } from './standard-input.ts'

/** In the order in which they are asked; the last takes what no other took. */
export const collectors: readonly Collector[] = [
  standardInputCollector,
  pageCollector,
  folderCollector,
  fileCollector,
]

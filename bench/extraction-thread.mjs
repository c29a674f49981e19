import { threadId } from 'node:worker_threads'
import { extractArticle } from '../dist/extract/extract-article.js'

/** Extracts one page and gives the number of the thread that did. */
export default async function extract(document) {
  await extractArticle(document)
  return threadId
}

import type { Article } from '../records/article.ts'
import { extractArticle } from './extract-article.ts'

/** Sentences of our own that differ from one another, for pages that need running text. */
export const sentence = (i: number): string =>
  `On day ${i} the ferry between Selgrad and Veresk carried ${i * 7 + 40} people across the strait, the harbour office of Aldany said.`

export const paragraphs = (count: number, from = 1): string =>
  Array.from({ length: count }, (_, i) => `<p>${sentence(from + i)}</p>`).join('\n')

/** The article of a page published at `https://post.example/news/ferry`. */
export async function extractPage(html: string): Promise<Article> {
  const extraction = await extractArticle({
    where: 'https://post.example/news/ferry',
    bytes: new TextEncoder().encode(html),
    mediaType: 'text/html',
    charset: 'utf-8',
    headers: {},
    collectedAt: '2030-01-01T00:00:00Z',
  })
  if ('problem' in extraction) throw new Error(extraction.problem.message)
  return extraction.article
}

/** The same page with a title, and `body` inside its one article. */
export const extractBody = (body: string, beside = ''): Promise<Article> =>
  extractPage(
    `<html lang=en><head><title>Ferry sails again after the storm</title></head><body><article><h1>Ferry sails again after the storm</h1>${body}</article>${beside}</body></html>`,
  )

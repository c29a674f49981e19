import type { Article } from './article.ts'

/** What an article is of which nothing is known but its words. */
export const bareArticle = {
  title: null,
  byline: null,
  authors: [],
  outlet: null,
  url: null,
  publishedAt: null,
  modifiedAt: null,
  dateline: null,
  licence: null,
  language: null,
  blocks: [],
  links: [],
  images: [],
  credits: [],
  dropped: [],
  stages: [],
  problems: [],
} as const satisfies Omit<Article, 'id' | 'text'>

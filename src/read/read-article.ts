import type { Article } from '../records/article.ts'
import type { Problem } from '../records/problem.ts'
import type { Reading } from '../records/reading.ts'
import type { Resources } from '../records/resources.ts'
import { type Draft, readStages, stages } from './stages.ts'

const emptyDraft: Draft = {
  tokens: [],
  quotations: [],
  sentences: [],
  mentions: [],
  times: [],
  statements: [],
  events: [],
}

/**
 * Reads an article: runs every stage in order and keeps what belongs to the record.
 *
 * Pure: the same article and resources give the same reading, on every machine.
 */
export function readArticle(article: Article, resources: Resources): Reading {
  let draft = emptyDraft
  for (const stage of stages) draft = { ...draft, ...stage.run(article, draft, resources) }
  const { sentences, mentions, times, statements, events } = draft
  return {
    stages: readStages(resources),
    sentences,
    mentions,
    times,
    statements,
    events,
    problems: findProblems(article),
  }
}

function findProblems(article: Article): Problem[] {
  if (article.language === null || article.language.split('-')[0] === 'en') return []
  return [
    {
      code: 'language-not-supported',
      message: `the text is in “${article.language}”; statements and events are read in English only`,
      advice: 'names, dates and the text itself are kept; treat what was read with care',
    },
  ]
}

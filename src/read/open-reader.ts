import type { Article } from '../records/article.ts'
import type { Problem } from '../records/problem.ts'
import type { Reading, ReadingMode } from '../records/reading.ts'
import type { Resources } from '../records/resources.ts'
import { openEngine } from './open-engine.ts'
import { type Draft, readStages, stages } from './stages.ts'

/** Reads articles, one at a time. Holds the opened models and their scratch memory; one reader serves one thread. */
export interface Reader {
  readonly mode: ReadingMode
  /** What its readings carry in `stages`. */
  readonly stages: readonly string[]
  /**
   * Reads an article: runs every stage in order and keeps what belongs to the record.
   *
   * Pure: the same article and resources give the same reading, on every machine.
   */
  read(article: Article): Reading
}

const emptyDraft: Draft = {
  tokens: [],
  bareSentences: [],
  quotations: [],
  sentences: [],
  mentions: [],
  times: [],
  statements: [],
  references: [],
  actors: [],
  cast: null,
  events: [],
  loadedWords: [],
}

/**
 * Opens a reader in one of its modes: `full` with the trained networks, `fast` with rules and a small parser.
 *
 * @throws {WebAssembly.CompileError} in full mode on a machine without WebAssembly’s 128-bit SIMD.
 */
export function openReader(resources: Resources, mode: ReadingMode = 'full'): Reader {
  const engine = openEngine(resources, mode)
  const ran = readStages(resources, mode)
  return {
    mode,
    stages: ran,
    read: (article) => {
      let draft = emptyDraft
      for (const stage of stages) draft = { ...draft, ...stage.run(article, draft, resources, engine) }
      const { sentences, mentions, references, actors, times, statements, events, loadedWords } = draft
      return {
        mode,
        stages: ran,
        sentences,
        mentions,
        references,
        actors,
        times,
        statements,
        events,
        loadedWords,
        problems: findProblems(article),
      }
    },
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

import type { Article } from '../records/article.ts'
import type {
  Actor,
  Event,
  LoadedWord,
  Mention,
  ReadingMode,
  Reference,
  Sentence,
  Statement,
  Time,
} from '../records/reading.ts'
import type { Resources } from '../records/resources.ts'
import type { Span } from '../records/span.ts'
import { codeEvents } from './code-events.ts'
import { findMentions } from './find-mentions.ts'
import { findQuotations, type Quotation } from './find-quotations.ts'
import { findReferences } from './find-references.ts'
import { findStatements } from './find-statements.ts'
import { findTimes } from './find-times.ts'
import { nameSources } from './name-sources.ts'
import type { Engine } from './open-engine.ts'
import { parseSentences } from './parse-sentences.ts'
import { type BareSentence, splitSentences } from './split-sentences.ts'
import { splitTokens } from './split-tokens.ts'

/** What stages hand on while an article is read; what is not part of a Reading lives only here. */
export interface Draft {
  readonly tokens: readonly Span[]
  readonly bareSentences: readonly BareSentence[]
  readonly quotations: readonly Quotation[]
  readonly sentences: readonly Sentence[]
  readonly mentions: readonly Mention[]
  readonly times: readonly Time[]
  readonly statements: readonly Statement[]
  readonly references: readonly Reference[]
  readonly actors: readonly Actor[]
  readonly events: readonly Event[]
  readonly loadedWords: readonly LoadedWord[]
}

/** One step of reading: pure, deterministic, from what earlier stages gave to what this one gives. */
export interface Stage {
  readonly name: string
  readonly version: number
  readonly needs: readonly (keyof Draft)[]
  readonly gives: readonly (keyof Draft)[]
  readonly run: (article: Article, draft: Draft, resources: Resources, engine: Engine) => Partial<Draft>
}

/** The stages in the order they run. */
export const stages: readonly Stage[] = [
  {
    name: 'split-tokens',
    version: 1,
    needs: [],
    gives: ['tokens'],
    run: ({ text }) => ({ tokens: splitTokens(text) }),
  },
  {
    name: 'split-sentences',
    version: 1,
    needs: ['tokens'],
    gives: ['bareSentences'],
    run: ({ text }, { tokens }) => ({ bareSentences: splitSentences(text, tokens) }),
  },
  {
    name: 'parse-sentences',
    version: 1,
    needs: ['bareSentences'],
    gives: ['sentences'],
    run: ({ text }, { bareSentences }, { lexicon }, engine) => ({
      sentences: parseSentences(text, bareSentences, engine, lexicon),
    }),
  },
  {
    name: 'find-quotations',
    version: 1,
    needs: ['tokens'],
    gives: ['quotations'],
    run: ({ text }, { tokens }) => ({ quotations: findQuotations(text, tokens) }),
  },
  {
    name: 'find-mentions',
    version: 3,
    needs: ['sentences'],
    gives: ['mentions'],
    run: ({ text }, { sentences }, { countries }, { networks }) => ({
      mentions: findMentions(text, sentences, countries, networks),
    }),
  },
  {
    name: 'find-times',
    version: 1,
    needs: [],
    gives: ['times'],
    run: ({ text, publishedAt }) => ({ times: findTimes(text, anchorOf(publishedAt)) }),
  },
  {
    name: 'find-statements',
    version: 3,
    needs: ['tokens', 'sentences', 'quotations'],
    gives: ['statements'],
    run: ({ text }, { sentences, tokens, quotations }, { cues }, { networks }) => ({
      statements: findStatements(text, sentences, tokens, quotations, cues, networks),
    }),
  },
  {
    name: 'find-references',
    version: 1,
    needs: ['sentences', 'quotations', 'mentions', 'statements'],
    gives: ['references'],
    run: ({ text }, { sentences, quotations, mentions, statements }, { countries, firstNames }) => ({
      references: findReferences(
        { text, sentences, quotations, mentions, statements },
        countries,
        firstNames,
      ),
    }),
  },
  {
    name: 'name-sources',
    version: 2,
    needs: ['statements', 'mentions', 'references'],
    gives: ['statements'],
    run: ({ text }, { statements, mentions, references }) => ({
      statements: nameSources(text, statements, mentions, references),
    }),
  },
  {
    name: 'code-events',
    version: 1,
    needs: ['sentences', 'mentions', 'times', 'statements'],
    gives: ['events'],
    run: ({ text }, { sentences, mentions, times, statements }, { eventPatterns, countries }) => ({
      events: codeEvents(text, { sentences, mentions, times, statements }, eventPatterns, countries),
    }),
  },
]

/** The day that relative times count from; a date known only to the month or year anchors nothing. */
function anchorOf(publishedAt: Article['publishedAt']): string | null {
  if (!publishedAt || publishedAt.precision === 'month' || publishedAt.precision === 'year') return null
  return publishedAt.value.slice(0, 10)
}

/** What a Reading carries in `stages`, and what decides whether an article must be read again. */
export const readStages = (resources: Pick<Resources, 'versions'>, mode: ReadingMode): string[] => [
  `mode@${mode}`,
  ...stages.map(({ name, version }) => `${name}@${version}`),
  ...resources.versions,
]

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
import type { Actors } from './actors/open-actors.ts'
import { resolveActors } from './actors/resolve-actors.ts'
import { codeEvents } from './events/code-events.ts'
import { findLoadedWords } from './find-loaded-words.ts'
import { findMentions } from './find-mentions.ts'
import { findQuotations, type Quotation } from './find-quotations.ts'
import { findReferences } from './find-references.ts'
import { findStatements } from './find-statements.ts'
import { findTimes } from './find-times.ts'
import { nameSources } from './name-sources.ts'
import type { Engine } from './open-engine.ts'
import { parseSentences } from './parse-sentences.ts'
import { placeStatements } from './place-statements.ts'
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
  /** Who is who, open to the stages behind: what they ask for is in `cast.list()`, which they hand on as `actors`. */
  readonly cast: Actors | null
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
    version: 2,
    needs: ['sentences'],
    gives: ['times'],
    run: ({ text, publishedAt }, { sentences }, { holidays }) => ({
      times: findTimes(text, sentences, anchorOf(publishedAt), holidays),
    }),
  },
  {
    name: 'find-statements',
    version: 4,
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
    name: 'resolve-actors',
    version: 3,
    needs: ['sentences', 'mentions', 'references', 'statements'],
    gives: ['actors', 'cast', 'statements'],
    run: ({ text, publishedAt }, { sentences, mentions, references, statements }, { gazetteer }) => {
      const day = anchorOf(publishedAt)
      const resolved = resolveActors({ text, sentences, mentions, references, day, gazetteer }, statements)
      return { statements: resolved.statements, cast: resolved.actors, actors: resolved.actors.list() }
    },
  },
  {
    name: 'place-statements',
    version: 2,
    needs: ['sentences', 'statements', 'times', 'cast'],
    gives: ['statements'],
    run: ({ text, publishedAt }, { sentences, statements, times, cast }) => ({
      statements: placeStatements(text, sentences, statements, times, anchorOf(publishedAt), cast),
    }),
  },
  {
    name: 'code-events',
    version: 4,
    needs: ['sentences', 'mentions', 'references', 'times', 'statements', 'cast'],
    gives: ['events', 'actors'],
    run: ({ text, publishedAt }, draft, resources) => ({
      events: codeEvents(text, draft, anchorOf(publishedAt), resources),
      ...(draft.cast && { actors: draft.cast.list() }),
    }),
  },
  {
    name: 'find-loaded-words',
    version: 1,
    needs: ['sentences', 'mentions'],
    gives: ['loadedWords'],
    run: ({ text }, { sentences, mentions }, { loadedWords }) => ({
      loadedWords: findLoadedWords(text, sentences, mentions, loadedWords),
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

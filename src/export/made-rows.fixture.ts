import type { Article } from '../records/article.ts'
import { bareArticle } from '../records/bare-article.ts'
import { bareEvent } from '../records/bare-parts.ts'
import type { Reading } from '../records/reading.ts'
import { type EventRow, toEventRows } from './event-row.ts'

/** Written for the tests: two countries that are, people and an agency that are not. */
const text = `“Norwegian envoys met =Ola Lind= in Oslo,” the agency Nordlys said, citing two officials.

At least 12 people were killed when Swedish jets bombed the depot. If talks fail, Norway may impose sanctions on Sweden.`

const at = (words: string) => {
  const start = text.indexOf(words)
  if (start === -1) throw new Error(`the text does not hold “${words}”`)
  return { start, end: start + words.length }
}

const article: Article = {
  ...bareArticle,
  id: '0123456789abcdef0123456789abcdef',
  title: 'Envoys meet, depot burns',
  outlet: 'The Fjord, Daily',
  url: 'https://fjord.example/envoys?id=7',
  publishedAt: { value: '2026-03-04T08:15:00+01:00', precision: 'minute', basis: 'meta' },
  language: 'en',
  text,
  stages: ['take-text@1'],
}

const said = {
  content: null,
  contentParts: [],
  via: null,
  condition: null,
  sentence: 0,
  modality: 'reported',
  confidence: null,
} as const

const reading: Reading = {
  mode: 'full',
  stages: ['code-events@2'],
  sentences: [
    {
      ...at('“Norwegian envoys met =Ola Lind= in Oslo,” the agency Nordlys said, citing two officials.'),
      tokens: [],
    },
    { ...at('At least 12 people were killed when Swedish jets bombed the depot.'), tokens: [] },
    { ...at('If talks fail, Norway may impose sanctions on Sweden.'), tokens: [] },
  ],
  mentions: [],
  references: [],
  actors: [
    {
      kind: 'outlet',
      name: 'Nordlys',
      role: null,
      country: 'NOR',
      code: 'NORMED',
      wikidata: null,
      count: null,
      basis: 'article',
      spans: [at('the agency Nordlys')],
    },
    {
      kind: 'country',
      name: 'Norway',
      role: null,
      country: 'NOR',
      code: 'NOR',
      wikidata: 'Q20',
      count: null,
      basis: 'gazetteer',
      spans: [at('Norway')],
    },
  ],
  times: [],
  statements: [
    {
      ...said,
      source: at('the agency Nordlys'),
      cue: at('said'),
      kind: 'direct',
      nestedIn: null,
      sourceEntity: 'Nordlys',
      sourceActor: 0,
      addressee: null,
      addresseeActor: null,
      when: null,
    },
    {
      ...said,
      source: at('two officials'),
      cue: at('citing'),
      kind: 'indirect',
      nestedIn: 0,
      sourceEntity: null,
      sourceActor: null,
      addressee: null,
      addresseeActor: null,
      when: null,
    },
  ],
  events: [
    {
      ...bareEvent,
      type: 'CONSULT',
      mode: 'meet',
      cameo: '046',
      quadClass: 1,
      goldstein: 7,
      contexts: ['diplomatic'],
      actor: { ...at('Norwegian envoys'), entity: null, country: 'NOR', code: 'NORGOVDIP', actor: null },
      recipient: { ...at('=Ola Lind='), entity: 'Ola Lind', country: null, code: null, actor: null },
      when: { from: '2026-03-03', to: '2026-03-03', precision: 'day', basis: 'said', time: null },
      where: at('Oslo'),
      modality: 'reported',
      statement: 1,
      trigger: at('met'),
      evidence: [at('Norwegian envoys met =Ola Lind= in Oslo')],
    },
    {
      ...bareEvent,
      type: 'ASSAULT',
      mode: 'aerial',
      cameo: '195',
      quadClass: 4,
      goldstein: -10,
      contexts: ['military'],
      actor: { ...at('Swedish jets'), entity: null, country: 'SWE', code: 'SWEMIL', actor: null },
      trigger: at('bombed'),
      counts: [
        {
          ...at('At least 12 people'),
          of: 'killed',
          min: 12,
          max: null,
          unit: 'people',
          isApproximate: false,
        },
      ],
      evidence: [at('Swedish jets bombed the depot')],
    },
    {
      ...bareEvent,
      type: 'SANCTION',
      cameo: '163',
      quadClass: 4,
      goldstein: -8,
      auxiliaries: ['hypothetical'],
      actor: { ...at('Norway'), entity: 'Norway', country: 'NOR', code: 'NOR', actor: 1 },
      recipient: { ...at('Sweden'), entity: 'Sweden', country: 'SWE', code: 'SWE', actor: null },
      when: { from: '2026-03-04', to: null, precision: 'interval', basis: 'tense', time: null },
      modality: 'conditional',
      condition: at('If talks fail'),
      trigger: at('sanctions'),
      evidence: [at('Norway may impose sanctions on Sweden')],
    },
  ],
  loadedWords: [],
  problems: [],
}

/** Three events of one article: told by a source of a source, counted, and under a condition. */
export const makeRows = (): EventRow[] => toEventRows(article, reading)
export const madeText = text

import picocolors from 'picocolors'
import type { Claim } from '../records/claim.ts'
import type { Copy } from '../records/copy.ts'
import { makeReport } from '../records/made-report.fixture.ts'
import type { StoredStory } from '../records/stored-story.ts'
import type { Io } from './io.ts'

/** A terminal of so many columns without colour, or a pipe. */
export const makeIo = (width: number | 'pipe'): Io => ({
  out: () => {},
  err: () => {},
  isTerminal: width !== 'pipe',
  width: width === 'pipe' ? 100 : width,
  colours: picocolors.createColors(false),
  env: {},
  stdin: (async function* () {})(),
})

/** An id of 32 digits that begins so. */
export const toId = (start: string): string => start.padEnd(32, '0')

const said =
  'Ilse Brandt, who speaks for the harbour union, said on Wednesday that the cranes would stand still until Friday.'
const common = { source: 'Ilse Brandt, who speaks for the harbour union', sourceEntity: 'Ilse Brandt' }

/**
 * Five articles on one strike: a wire tells it in two sentences, the Tide reprints both with straight quotation marks,
 * the Gazette cites the wire, and the Herald has the mayor deny it and another figure.
 */
export const cranes: Claim = {
  id: toId('c1a1'),
  kind: 'statement',
  proposition: 'the cranes would stand still until Friday',
  source: common.source,
  modalities: ['reported', 'denied'],
  firstPublishedAt: '2026-03-04T10:00:00Z',
  outlets: ['Harbour Wire', 'Port Herald', 'Quay Gazette', 'The Evening Tide'],
  stories: [toId('a1')],
  provenance: {
    origins: [
      {
        id: 'support person brandt',
        kind: 'speaker',
        name: 'Ilse Brandt',
        country: null,
        interest: null,
        side: 'support',
        isCounted: true,
        identities: [],
        why: 'One speaker, however many relay them.',
        reports: ['r1', 'r2', 'r3', 'r4', 'r5'].map(toId),
      },
      {
        id: 'support unknown: outlet herald',
        kind: 'unknown',
        name: 'Port Herald',
        country: null,
        interest: null,
        side: 'support',
        isCounted: false,
        identities: [],
        why: 'In the outlet’s own voice, beside others who name a source: what it rests on is not told.',
        reports: [toId('r6')],
      },
      {
        id: 'deny person ress',
        kind: 'institution',
        name: 'Jonas Ress',
        country: 'EST',
        interest: 'EST',
        side: 'deny',
        isCounted: false,
        identities: [],
        why: 'Stands against the claim; denials are listed, not counted.',
        reports: [toId('r7')],
      },
    ],
    independent: 1,
    independentLow: 1,
    independentStrict: 2,
    nodes: [
      ...['r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7'].map((id) => ({
        id: toId(id),
        kind: 'report' as const,
        name: 'a report',
        reportId: toId(id),
        originId: null,
      })),
      { id: 'person ilse brandt', kind: 'person', name: 'Ilse Brandt', reportId: null, originId: null },
      { id: 'agency harbour wire', kind: 'agency', name: 'Harbour Wire', reportId: null, originId: null },
      { id: 'person jonas ress', kind: 'person', name: 'Jonas Ress', reportId: null, originId: null },
      ...['support person brandt', 'support unknown: outlet herald', 'deny person ress'].map((id) => ({
        id,
        kind: 'origin' as const,
        name: id,
        reportId: null,
        originId: id,
      })),
    ],
    edges: [
      edge(
        'r1',
        'person ilse brandt',
        'says',
        'a1',
        [0, 45],
        'Ilse Brandt, who speaks for the harbour union',
      ),
      edge('r2', 'person ilse brandt', 'says', 'a1', [200, 203], 'she'),
      edge('r3', toId('r1'), 'copies', 'a2', [0, 112], said),
      edge('r4', toId('r2'), 'copies', 'a2', [180, 240], 'No crane would move, she said.'),
      edge('r5', 'agency harbour wire', 'cites', 'a3', [90, 102], 'Harbour Wire'),
      edge('agency harbour wire', 'person ilse brandt', 'says', 'a3', [10, 19], 'the union'),
      // The Herald cites the wire for the mayor: the wire is one node, and the mayor another’s origin.
      edge('r7', 'agency harbour wire', 'cites', 'a4', [70, 82], 'Harbour Wire'),
      edge('agency harbour wire', 'person jonas ress', 'says', 'a4', [0, 16], 'Mayor Jonas Ress'),
      edge('person ilse brandt', 'support person brandt', 'says', 'a1', [0, 45], 'who speaks for the union'),
      edge('r6', 'support unknown: outlet herald', 'prints', 'a4', null, null),
      edge('person jonas ress', 'deny person ress', 'same-institution', 'a4', [0, 5], 'Mayor'),
    ],
  },
  disagreements: [
    {
      kind: 'denial',
      isUpdate: false,
      otherClaim: null,
      sides: [
        { value: 'said', reports: ['r1', 'r3'].map(toId), origins: ['support person brandt'] },
        { value: 'denied', reports: [toId('r7')], origins: ['deny person ress'] },
      ],
    },
    {
      kind: 'figure',
      isUpdate: false,
      otherClaim: null,
      sides: [
        { value: 'about 300 dockers', reports: [toId('r1')], origins: ['support person brandt'] },
        { value: 'fewer than 80 dockers', reports: [toId('r7')], origins: ['deny person ress'] },
      ],
    },
  ],
  history: [
    {
      kind: 'first-seen',
      at: '2026-03-04T10:00:00Z',
      reportId: toId('r1'),
      before: null,
      after: 'x',
      edit: null,
    },
    {
      kind: 'denied',
      at: '2026-03-05',
      reportId: toId('r7'),
      before: null,
      after: 'Mayor Jonas Ress',
      edit: null,
    },
  ],
  credibility: { grade: 4, rule: 'Doubtful, proposed: one origin, and Jonas Ress denies it.' },
  reports: [
    report('r1', 'a1', 'Harbour Wire', '2026-03-04T10:00:00Z', said, common),
    report('r2', 'a1', 'Harbour Wire', '2026-03-04T10:00:00Z', 'No crane would move, she said.', {
      source: 'she',
      sourceEntity: 'Ilse Brandt',
    }),
    report('r3', 'a2', 'The Evening Tide', '2026-03-04T12:30:00+01:00', said, common),
    report('r4', 'a2', 'The Evening Tide', '2026-03-04T12:30:00+01:00', 'No crane moves, she said.', {
      source: 'she',
      sourceEntity: 'Ilse Brandt',
    }),
    report(
      'r5',
      'a3',
      'Quay Gazette',
      '2026-03-05',
      'The union keeps its cranes idle, Harbour Wire reports.',
      {
        source: 'Harbour Wire',
      },
    ),
    report('r6', 'a4', 'Port Herald', '2026-03-05', 'The cranes stand still.', { stance: 'asserts' }),
    report(
      'r7',
      'a4',
      'Port Herald',
      '2026-03-05',
      'Mayor Jonas Ress denied that the cranes would stand still.',
      {
        source: 'Mayor Jonas Ress',
        sourceEntity: 'Jonas Ress',
        stance: 'denies',
        modality: 'denied',
      },
    ),
  ],
}

/** The story of the strike: the wire, its reprint with two sentences changed, and the Gazette. */
export const strike: StoredStory = {
  story: {
    id: toId('a1'),
    title: 'Cranes stand still',
    articles: ['a1', 'a2', 'a3'].map(toId),
    outlets: ['Harbour Wire', 'Quay Gazette', 'The Evening Tide'],
    firstPublishedAt: '2026-03-04T10:00:00Z',
    lastPublishedAt: '2026-03-05',
    about: ['Ilse Brandt', 'crane'],
    links: [
      {
        a: toId('a1'),
        b: toId('a2'),
        score: 0.97,
        basis: ['name “Ilse Brandt”', 'word “crane”', 'day 2026-03-04'],
      },
      { a: toId('a1'), b: toId('a3'), score: 0.61, basis: ['word “crane”', 'word “union”'] },
      // Holds together nothing that the two above do not.
      { a: toId('a2'), b: toId('a3'), score: 0.4, basis: ['word “dockers”'] },
    ],
  },
  articles: [
    {
      article: summary('a1', 'Harbour Wire', '2026-03-04T10:00:00Z'),
      copies: [{ article: summary('a2', 'The Evening Tide', '2026-03-04T12:30:00+01:00'), copy: reprint() }],
    },
    { article: summary('a3', 'Quay Gazette', '2026-03-05'), copies: [] },
  ],
  claims: [cranes],
  outlets: [
    {
      outlet: 'Harbour Wire',
      articles: [toId('a1')],
      isCopy: false,
      claims: 2,
      alone: [
        {
          claim: { ...toTold(cranes), id: toId('c2'), proposition: 'no crane would move' },
          articleId: toId('a1'),
          ordinal: 1,
          copiedBy: ['The Evening Tide'],
          elsewhere: 0,
        },
      ],
      lacks: [],
      loaded: [],
    },
    {
      outlet: 'The Evening Tide',
      articles: [toId('a2')],
      isCopy: true,
      claims: 2,
      alone: [],
      lacks: [],
      loaded: [],
    },
    {
      outlet: 'Quay Gazette',
      articles: [toId('a3')],
      isCopy: false,
      claims: 0,
      alone: [],
      lacks: [{ claim: toTold(cranes), toldBy: ['Harbour Wire', 'Port Herald'] }],
      loaded: [
        {
          articleId: toId('a3'),
          span: { start: 4, end: 10 },
          words: 'cronies',
          plainer: 'allies',
          voice: 'attributed',
          source: 'Ilse Brandt',
          sentence: { start: 0, end: 30 },
          sentenceText: 'The mayor’s cronies, Ilse Brandt said, own the cranes.',
        },
      ],
    },
  ],
  nextClaimCursor: null,
}

/** The texts of the wire and of its reprint, which `strike` compares. */
export const texts: ReadonlyMap<string, string> = new Map([
  [toId('a1'), 'The cranes stand still. No crane would move. Ships wait.'],
  [toId('a2'), 'The cranes stand still. No crane moves. Read the Tide.'],
])

function toTold({ id, kind, proposition, source }: Claim) {
  return { id, kind, proposition, source, sourceEntity: common.sourceEntity }
}

function edge(
  from: string,
  to: string,
  why: Claim['provenance']['edges'][number]['why'],
  article: string,
  at: readonly [number, number] | null,
  words: string | null,
): Claim['provenance']['edges'][number] {
  return {
    from: /^r\d$/.test(from) ? toId(from) : from,
    to,
    why,
    articleId: toId(article),
    span: at && { start: at[0], end: at[1] },
    words,
  }
}

function report(
  id: string,
  article: string,
  outlet: string,
  publishedAt: string,
  sentenceText: string,
  more: Partial<Claim['reports'][number]>,
): Claim['reports'][number] {
  const span = { start: 0, end: sentenceText.length }
  return makeReport({
    id: toId(id),
    articleId: toId(article),
    outlet,
    publishedAt,
    sentenceText,
    sentence: span,
    ...more,
  })
}

function summary(id: string, outlet: string, at: string): StoredStory['articles'][number]['article'] {
  return {
    id: toId(id),
    title: `${outlet} on the cranes`,
    outlet,
    byline: null,
    publishedAt: { value: at, precision: 'day', basis: 'meta' },
    url: null,
    language: 'en',
    where: `${id}.html`,
    statements: 2,
    events: 1,
    problems: 0,
    words: 12,
    addedAt: '2026-03-06T00:00:00Z',
  }
}

function reprint(): Copy {
  return {
    of: toId('a1'),
    by: toId('a2'),
    kind: 'reprint',
    share: 0.9,
    shareOfOriginal: 0.8,
    words: 10,
    setAside: { quoted: 0, boilerplate: 0 },
    direction: {
      taken: 'from-of',
      basis: 'credit',
      source: 'Harbour Wire',
      articleId: toId('a2'),
      words: '(Harbour Wire)',
    },
    sentences: [
      { change: 'same', of: { start: 0, end: 23 }, by: { start: 0, end: 23 } },
      { change: 'changed', of: { start: 24, end: 44 }, by: { start: 24, end: 39 } },
      { change: 'added', of: null, by: { start: 40, end: 54 } },
      { change: 'dropped', of: { start: 45, end: 56 }, by: null },
    ],
    basis: [],
  }
}

import { createHash } from 'node:crypto'
import type { Article } from '../records/article.ts'
import { bareEvent, bareStatement } from '../records/bare-parts.ts'
import type { Claim, Report } from '../records/claim.ts'
import type { Document } from '../records/document.ts'
import { noProvenance } from '../records/made-report.fixture.ts'
import type { Event, Mention, Reading, Statement, Token } from '../records/reading.ts'
import type { Span } from '../records/span.ts'

/** A page of these words. */
export const makeDocument = (words: string, more: Partial<Document> = {}): Document => ({
  where: 'https://coastal-courier.example/front-page',
  bytes: Buffer.from(`<html><body><p>${words}</p></body></html>`),
  mediaType: 'text/html',
  charset: 'utf-8',
  headers: { etag: '"7"' },
  collectedAt: '2026-03-04T09:30:00.000Z',
  ...more,
})

/** An article with the id that its content gives it, or the one that is asked for. */
export function makeArticle(more: Partial<Article> & { readonly text: string }): Article {
  const content: Omit<Article, 'id'> = {
    title: 'Ferry strike enters its third day',
    byline: 'Mara Lindqvist',
    outlet: 'Coastal Courier',
    url: 'https://coastal-courier.example/ferry',
    publishedAt: { value: '2026-03-04T08:15:00+02:00', precision: 'minute', basis: 'meta' },
    modifiedAt: null,
    authors: ['Mara Lindqvist'],
    dateline: null,
    licence: null,
    language: 'en',
    blocks: [],
    links: [],
    images: [],
    credits: [],
    dropped: [{ text: '2 mins read', reason: 'reading-time' }],
    stages: ['take-text@1'],
    problems: [],
    ...more,
  }
  const id = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32)
  return { id, ...content }
}

export const ferryText =
  'The harbour union will not talk before Friday, Ilse Brandt said. Crews blocked the northern pier on Tuesday.'

/** Where the words stand in the text; they must. */
export function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words)
  if (start === -1) throw new Error(`“${words}” does not stand in the text`)
  return { start, end: start + words.length }
}

export const makeToken = (span: Span): Token => ({
  ...span,
  lemma: '',
  upos: 'X',
  features: null,
  head: -1,
  deprel: 'dep',
})

export const makeMention = (more: Partial<Mention> & Span): Mention => ({
  type: 'PER',
  entity: null,
  role: null,
  confidence: null,
  ...more,
})

export const makeStatement = (more: Partial<Statement> & Pick<Statement, 'cue'>): Statement => ({
  ...bareStatement,
  ...more,
})

export const makeEvent = (more: Partial<Event>): Event => ({
  type: 'PROTEST',
  ...bareEvent,
  ...more,
})

/** What a reader finds in `ferryText`: one statement, one event, two mentions and a day. */
export function makeFerryReading(more: Partial<Reading> = {}): Reading {
  const at = (words: string) => spanOf(ferryText, words)
  const first = at('The harbour union will not talk before Friday, Ilse Brandt said.')
  const second = at('Crews blocked the northern pier on Tuesday.')
  return {
    mode: 'fast',
    stages: ['split-sentences@1', 'find-statements@1'],
    sentences: [
      { ...first, tokens: [makeToken(at('The')), makeToken(at('harbour'))] },
      { ...second, tokens: [makeToken(at('Crews'))] },
    ],
    mentions: [
      makeMention({ ...at('Ilse Brandt'), type: 'PER', entity: 'Ilse Brandt' }),
      makeMention({ ...at('northern pier'), type: 'LOC' }),
    ],
    references: [],
    actors: [],
    times: [
      {
        ...at('on Tuesday'),
        type: 'DATE',
        timex: '2026-03-03',
        mod: null,
        from: '2026-03-03',
        to: '2026-03-03',
        anchor: null,
      },
    ],
    statements: [
      makeStatement({
        source: at('Ilse Brandt'),
        cue: at('said'),
        content: at('The harbour union will not talk before Friday'),
        modality: 'denied',
      }),
    ],
    events: [
      makeEvent({
        actor: { ...at('Crews'), entity: null, country: null, code: null, actor: null },
        when: { from: '2026-03-03', to: '2026-03-03', precision: 'day', basis: 'said', time: 0 },
        where: at('the northern pier'),
        evidence: [at('Crews blocked the northern pier')],
      }),
    ],
    loadedWords: [],
    problems: [],
    ...more,
  }
}

/** A claim of these reports, with the words of the first. */
export function makeClaim(id: string, reports: readonly Report[], more: Partial<Claim> = {}): Claim {
  const [first] = reports
  if (first === undefined) throw new Error('a claim has a report')
  return {
    id,
    kind: first.kind,
    proposition: first.proposition,
    source: first.source,
    modalities: [...new Set(reports.flatMap((report) => report.modality ?? []))],
    firstPublishedAt: first.publishedAt,
    outlets: [...new Set(reports.flatMap((report) => report.outlet ?? []))],
    stories: [],
    provenance: noProvenance,
    disagreements: [],
    history: [],
    credibility: { grade: 6, rule: 'No origin is known.' },
    reports,
    ...more,
  }
}

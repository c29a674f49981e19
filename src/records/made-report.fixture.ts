import { bareLink } from './bare-link.ts'
import type { Provenance } from './origin.ts'
import type { ChainLink, Report } from './report.ts'

/** A link of a chain: somebody named, unless told otherwise. */
export const makeLink = (more: Partial<ChainLink> = {}): ChainLink => ({
  ...bareLink,
  kind: 'person',
  ...more,
})

/** A statement’s report by an outlet, in its own voice unless given a chain. */
export const makeReport = (more: Partial<Report> & Pick<Report, 'id'>): Report => ({
  articleId: more.id,
  readingId: more.id,
  title: null,
  outlet: 'Meridian Press',
  reliability: null,
  publishedAt: '2025-11-20T10:00:00Z',
  addedAt: null,
  kind: 'statement',
  ordinal: 0,
  within: null,
  source: null,
  sourceEntity: null,
  relayed: null,
  proposition: 'the border is closed',
  modality: 'reported',
  stance: 'attributes',
  chain: [
    makeLink({
      kind: 'outlet',
      how: 'prints',
      name: more.outlet === undefined ? 'Meridian Press' : more.outlet,
    }),
  ],
  together: [],
  eventType: null,
  actor: null,
  recipient: null,
  day: null,
  place: null,
  counts: [],
  bonds: [],
  span: { start: 0, end: 1 },
  sentence: { start: 0, end: 1 },
  sentenceText: '',
  ...more,
})

/** What a claim that nobody stands behind rests on. */
export const noProvenance: Provenance = {
  origins: [],
  independent: 0,
  independentLow: 0,
  independentStrict: 0,
  nodes: [],
  edges: [],
}

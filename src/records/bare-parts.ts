import type { Event, Statement } from './reading.ts'

/** What a statement is of which nothing is known but its cue. */
export const bareStatement = {
  source: null,
  content: null,
  contentParts: [],
  kind: 'indirect',
  via: null,
  nestedIn: null,
  modality: 'reported',
  condition: null,
  sentence: 0,
  sourceEntity: null,
  sourceActor: null,
  addressee: null,
  addresseeActor: null,
  when: null,
  confidence: null,
} as const satisfies Omit<Statement, 'cue'>

/** What an event is of which nothing is known but its type. */
export const bareEvent = {
  mode: null,
  cameo: null,
  quadClass: null,
  goldstein: null,
  contexts: [],
  auxiliaries: [],
  actor: null,
  recipient: null,
  when: null,
  where: null,
  modality: 'fact',
  condition: null,
  statement: null,
  trigger: null,
  instrument: null,
  counts: [],
  evidence: [],
} as const satisfies Omit<Event, 'type'>

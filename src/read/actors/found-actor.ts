import type { Actor } from '../../records/reading.ts'
import type { Standing } from './standing.ts'

/** Whom a phrase means, before the article’s phrases for them are put together. */
export interface FoundActor {
  /** Two phrases with one key mean one actor. */
  readonly key: string
  readonly kind: Actor['kind']
  readonly name: string | null
  readonly role: string | null
  readonly standing: Standing
  readonly wikidata: string | null
  readonly count: Actor['count']
  readonly basis: Actor['basis']
  /** Class of the office, where an office says who it is. */
  readonly office: string | null
}

import type { eventTypes } from './event-types.ts'

/** A code of CAMEO (Schrodt 2012) with what PLOVER and Goldstein’s scale make of it. */
export interface CameoCode {
  /** Two to four digits. */
  readonly code: string
  readonly type: (typeof eventTypes)[number]
  /** PLOVER mode, in lower case; null where the type has none for it. */
  readonly mode: string | null
  /** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
  readonly quadClass: number
  /** -10 to 10. */
  readonly goldstein: number
}

/**
 * What a word does to the deed that it governs: “threatened to bomb” is a threat, “stopped bombing” a retreat.
 *
 * do: “held talks”; stop: “halted talks”; agree: “agreed to hold talks”; will: “will hold talks”; threaten, request,
 * demand, reject, accuse; fail: “failed to agree”; try: “tried to mediate”; deny: “denied bombing”; exclude: “ruled
 * out talks”; consider: “discussed sanctions”, which says nothing of any being imposed.
 */
export const operators = [
  'do',
  'stop',
  'agree',
  'will',
  'threaten',
  'request',
  'demand',
  'reject',
  'accuse',
  'fail',
  'try',
  'deny',
  'exclude',
  'consider',
] as const
export type Operator = (typeof operators)[number]

/** What a verb means by itself, with an object of some kind. */
export interface VerbMeaning {
  /** The particle that belongs to the verb: “off” in “call off”; null for none. */
  readonly particle: string | null
  /** `who`: somebody or a place; `any`: whatever stands there or nothing; else the nouns that it may be. */
  readonly object: 'who' | 'any' | ReadonlySet<string>
  /** Prepositions of which the verb needs one: “fired on”; null where it needs none. */
  readonly places: readonly string[] | null
  /** Where the recipient stands, in order of trust: `obj`, `poss` (whose the object is), `none`, or a preposition. */
  readonly recipient: readonly string[]
  /** CAMEO. */
  readonly cameo: string
}

/** What a noun means that names a deed: “talks”, “the bombardment of Selgrad”. */
export interface NounMeaning {
  /** Whether the noun may be an event with no verb that does it, where it has both its parties beside it. */
  readonly alone: boolean
  readonly recipient: readonly string[]
  readonly cameo: string
}

/** What a word makes of the deed that it governs. */
export interface OperatorMeaning {
  readonly operator: Operator
  readonly particle: string | null
  /** Where the deed stands: `to`, `that`, `obj`, or a preposition before a noun or a gerund. */
  readonly complement: readonly string[]
  readonly recipient: readonly string[]
  /** CAMEO code where no deed of the codebook is governed but somebody is addressed; null for none. */
  readonly bare: string | null
}

/** What kind of people a noun means; `victim`: whoever suffers a deed and does none that is coded. */
export type PeopleKind = 'state' | 'armed' | 'group' | 'victim'

/** Everything that coding events looks things up in. Lemmas are in lower case. */
export interface Codebook {
  readonly cameo: ReadonlyMap<string, CameoCode>
  readonly verbs: ReadonlyMap<string, readonly VerbMeaning[]>
  readonly nouns: ReadonlyMap<string, NounMeaning>
  /** By part of speech and lemma: “VERB threaten”. */
  readonly operators: ReadonlyMap<string, readonly OperatorMeaning[]>
  /** By operator, then by the beginning of the governed deed’s code; '' where the deed has no event left. */
  readonly composed: ReadonlyMap<Operator, ReadonlyMap<string, string>>
  readonly people: ReadonlyMap<string, PeopleKind>
  /** Nouns by class: weapons, troops, vehicles. */
  readonly things: ReadonlyMap<string, ReadonlySet<string>>
  /** PLOVER contexts by lemma. */
  readonly contexts: ReadonlyMap<string, readonly string[]>
}

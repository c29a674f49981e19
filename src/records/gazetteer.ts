import type { Actor } from './reading.ts'

/** What somebody is for a time; days are ISO 8601, both inclusive, null where open or unknown. */
export interface Term {
  /** ISO 3166-1 alpha-3; null for who belongs to no country. */
  readonly country: string | null
  /** CAMEO actor code: BLRGOV, IGOUNO. */
  readonly code: string
  /** “president”; null where the name says enough. */
  readonly role: string | null
  /** Class of the office that the role names. */
  readonly office: string | null
  readonly from: string | null
  readonly to: string | null
  /** Until when the table knows it: an open term says nothing of days long after. */
  readonly asOf: string | null
}

/** Somebody or something that our tables, or a user’s, know by name. */
export interface KnownActor {
  /** any: a dictionary that does not say, as PETRARCH’s do not. */
  readonly kind: Exclude<Actor['kind'], 'unnamed'> | 'any'
  readonly name: string
  /** Q-number, where known. */
  readonly wikidata: string | null
  /** At least one, in order of time. */
  readonly terms: readonly Term[]
  /** Whether a state runs this outlet; null for what is no outlet. */
  readonly isStateRun: boolean | null
}

/**
 * How a name means its actor.
 *
 * demonym: “Belarusian”; capital: a seat of government, which acts for it; government: “the Kremlin”; place: somewhere
 * in the country that acts for nobody; surname: means its bearer while in office, alone or behind a title.
 */
export type NameUse = 'name' | 'demonym' | 'capital' | 'government' | 'place' | 'surname'

/** One way in which news writes a known actor. */
export interface KnownName {
  /** Folded as `foldName` does, without an article. */
  readonly written: string
  readonly actor: KnownActor
  readonly as: NameUse
  /** Whether a surname needs no title to be understood: “Putin”, but not “Brown”. */
  readonly standsAlone: boolean
}

/** What a word for a part of a state, a job or a crowd says of whom it describes. */
export interface Office {
  /** In lower case, singular where there is one: “foreign minister”. */
  readonly words: string
  /** Its words before and behind the head word, hyphens parting like spaces. */
  readonly before: readonly string[]
  readonly behind: readonly string[]
  /** person: one who has a name; body: what a state, company or party has; group: many without names. */
  readonly is: 'person' | 'body' | 'group'
  /** CAMEO role codes, three letters a part: GOVDIP; empty where the word alone tells none. */
  readonly roles: string
  /** Whether it takes the roles of whom it belongs to: “a police spokesman” is police. */
  readonly inherits: boolean
  /** Whether the roles hold where the words tell nobody to belong to: “officials”, but not “a spokesman”. */
  readonly standsAlone: boolean
  /** Offices of one class may mean one another: “the envoy” is the ambassador. */
  readonly class: string
}

/** Everything known of actors: read from `data/gazetteer/`, then from a user’s own tables. */
export interface Gazetteer {
  /** By the name’s first run of letters and digits, folded; longest name first. */
  readonly names: ReadonlyMap<string, readonly KnownName[]>
  /** By head word (“minister” of “minister of defence”), longest first. */
  readonly offices: ReadonlyMap<string, readonly Office[]>
  /** By host. */
  readonly outlets: ReadonlyMap<string, Outlet>
}

/** A publisher of news, or an agency that others print. */
export interface Outlet {
  readonly name: string
  /** Hosts under which it publishes, without “www.”. */
  readonly hosts: readonly string[]
  /** ISO 3166-1 alpha-3 of where it is at home. */
  readonly country: string | null
  readonly isStateRun: boolean
  /** Whether other outlets print its reports. */
  readonly isWire: boolean
  readonly owner: string | null
  /** Outlets of one family share reports: a chain of local papers. */
  readonly family: string | null
  /** The analyst’s Admiralty letter, A to F; null where they have given none. Our own table gives none. */
  readonly reliability: string | null
}

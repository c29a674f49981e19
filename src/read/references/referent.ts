import type { Gender } from '../../records/resources.ts'

/** One whom an article speaks of, by name or not, as far as it has been read. */
export interface Referent {
  /** body: an organisation; place: one that acts, as a country does; group: several; thing: whatever is none of these. */
  readonly kind: 'person' | 'body' | 'place' | 'group' | 'thing'
  /** Index of the latest mention of the name; null where nobody is named: “a driver”. */
  mention: number | null
  /** As titles, nouns, first names and earlier pronouns tell it. */
  gender: Gender | null
  /** What the article calls them beside their name, in lower case, singular: president, envoy. Empty for an unresolved pronoun. */
  readonly nouns: Set<string>
  /** The other words of those descriptions: “foreign” of the foreign minister, “Morvenian”. */
  readonly qualifiers: Set<string>
  /** Index of the sentence that speaks of them last. */
  lastSentence: number
  /** What they are in it: nsubj. */
  lastRelation: string
}

/** One place where the article speaks of somebody. */
export interface Place {
  readonly referent: Referent
  /** Index of its sentence, and of its head in it. */
  readonly sentence: number
  readonly head: number
  /** As its sentence’s. */
  readonly narrated: number
  /** Its relation in the sentence, without subtype: nsubj. */
  readonly relation: string
  /** How much it stands out by that relation: a subject most. */
  readonly weight: number
  /** Index of the quotation around it, else -1. */
  readonly quoted: number
}

/** What has been spoken of so far. */
export interface Discourse {
  /** In order of the text. */
  readonly places: Place[]
  readonly byName: Map<string, Referent>
  /** Whom each noun has described, the latest last. */
  readonly byNoun: Map<string, Referent[]>
  /** Named people of whom “he” or “she” is known. */
  readonly byGender: { readonly m: Set<Referent>; readonly f: Set<Referent> }
}

export const newDiscourse = (): Discourse => ({
  places: [],
  byName: new Map(),
  byNoun: new Map(),
  byGender: { m: new Set(), f: new Set() },
})

export const newReferent = (kind: Referent['kind'], more: Partial<Referent> = {}): Referent => ({
  kind,
  mention: null,
  gender: null,
  nouns: new Set(),
  qualifiers: new Set(),
  lastSentence: -1,
  lastRelation: '',
  ...more,
})

/** Somebody’s gender, once it is known; the first word on it holds. */
export function setGender({ byGender }: Discourse, referent: Referent, gender: Gender | null): void {
  referent.gender ??= gender
  if (referent.gender && referent.mention !== null && referent.kind === 'person')
    byGender[referent.gender].add(referent)
}

/** A noun keeps no more of those whom it described: the latest few are whom it may mean. */
const mostDescribed = 6

/** Notes that a noun describes somebody: “the envoy” may mean them from here on. */
export function describeBy({ byNoun }: Discourse, referent: Referent, noun: string): void {
  referent.nouns.add(noun)
  const described = byNoun.get(noun) ?? []
  const at = described.indexOf(referent)
  if (at !== -1) described.splice(at, 1)
  described.push(referent)
  if (described.length > mostDescribed) described.shift()
  byNoun.set(noun, described)
}

import type { Gazetteer } from './gazetteer.ts'
import type { Holidays } from './holidays.ts'
import type { Lexicon } from './lexicon.ts'
import type { Models } from './models.ts'
import type { Modality } from './reading.ts'

/**
 * What may follow a cue, after PARC’s cue patterns.
 *
 * q: a quotation or a free clause around the cue; t: a that-clause; b: a clause without “that”;
 * w: whether, how, what; i: a to-infinitive; n: a noun phrase; a: the addressee stands first;
 * e: attributes only when its subject is somebody or a text, as “suggest” does.
 */
export type CueFrame = 'q' | 't' | 'b' | 'w' | 'i' | 'n' | 'a' | 'e'

/** One inflected form of a verb that attributes. */
export interface VerbCue {
  readonly lemma: string
  readonly form: 'base' | 'third' | 'past' | 'participle' | 'gerund'
  readonly frames: ReadonlySet<CueFrame>
  /** What the verb alone says of its content; null for a question. */
  readonly modality: Modality | null
}

/** An attribution of several words. `source` marks those that the source follows: “according to”. */
export interface PhraseCue {
  readonly words: readonly string[]
  readonly frames: ReadonlySet<CueFrame | 'source'>
  readonly modality: Modality | null
}

/** What a word is committed to: “that” a clause, “to” an infinitive, “ing” a gerund, “whether” a question, “noun” a deed. */
export type CommitmentFrame = 'that' | 'to' | 'ing' | 'whether' | 'noun'

/**
 * What it says of its complement that a word holds or does not: “managed to”, “denied that”.
 *
 * After the signatures of Karttunen (1971) and Nairn, Condoravdi and Karttunen (2006), on the scale of FactBank
 * from -3 (certainly not) to 3 (certainly).
 */
export interface Commitment {
  readonly modality: Modality
  /** How sure the complement is where the word holds: 3 for “managed to”, -3 for “failed to”. */
  readonly holds: number
  /** How sure it is where the word is negated: -3 for “did not manage to”, 3 for “did not know that”. */
  readonly negated: number
}

export const hedgeKinds = ['epistemic', 'doxastic', 'investigation', 'condition'] as const

/** Why a word makes a clause less than sure, after Szarvas et al. (2012): it may be, it is believed, it is asked, it depends. */
export type HedgeKind = (typeof hedgeKinds)[number]

/** Words that may hedge, and what tells whether they do. */
export interface HedgeCues {
  /** By word, lemma or words in lower case: the kinds that they may be of. */
  readonly words: ReadonlyMap<string, readonly HedgeKind[]>
  /** Words that hedge wherever they stand. */
  readonly sure: ReadonlySet<string>
  /** By kind, what each feature of a place adds to the log-odds that the word hedges there. */
  readonly weights: Readonly<Record<HedgeKind, ReadonlyMap<string, number>>>
}

/** Words that attribute, and words that say how surely. Verb forms and first words of phrases are in lower case. */
export interface Cues {
  readonly verbs: ReadonlyMap<string, VerbCue>
  /** By first word, longest first. */
  readonly phrases: ReadonlyMap<string, readonly PhraseCue[]>
  /** By frame and lemma, a particle after a space: “to manage”, “noun rule out”. */
  readonly commitments: ReadonlyMap<string, Commitment>
  /** What each feature of a predicate adds to how surely it holds; “judged” multiplies the rules’ own value. */
  readonly factuality: ReadonlyMap<string, number>
  readonly hedges: HedgeCues
}

/** A word, or words, that take a side. */
export interface LoadedCue {
  /** Lemmas or forms, in lower case. */
  readonly words: readonly string[]
  /** The parts of speech in which it is loaded; null for all. */
  readonly parts: ReadonlySet<string> | null
  /** A plainer word, by its lemma; null for none. */
  readonly plainer: string | null
  /** Phrases in which it is not loaded: “sanctions regime”. */
  readonly notIn: readonly (readonly string[])[]
}

/** A state or territory. */
export interface Country {
  /** ISO 3166-1 alpha-3. */
  readonly iso3: string
  /** The name that is shown. */
  readonly name: string
}

/** One way in which news writes a country. */
export interface CountryName {
  readonly country: Country
  readonly as: 'name' | 'demonym' | 'capital'
}

/** One way of saying that something happened, with its PLOVER and CAMEO codes. */
export interface EventPattern {
  readonly verb: ReadonlySet<string>
  /** Words that must follow the verb before the recipient, in lower case; `*` is up to five words: “* talks * with”. */
  readonly follow: readonly string[]
  readonly type: string
  readonly mode: string | null
  readonly cameo: string
  /** Whether the verb’s object is the recipient, or the phrase has none. */
  readonly recipient: 'object' | 'none'
}

/** Whether “he” or “she” means a person. */
export type Gender = 'm' | 'f'

/** What first names tell, by the name as written; `either`: borne by both. */
export type FirstNames = ReadonlyMap<string, Gender | 'either'>

/** Everything that reading looks things up in; loaded once, never changed. */
export interface Resources {
  readonly cues: Cues
  /** By name as written. */
  readonly countries: ReadonlyMap<string, CountryName>
  /** Who is who: leaders, bodies, outlets, offices. */
  readonly gazetteer: Gazetteer
  /** By first word of the verb, every form. */
  readonly eventPatterns: ReadonlyMap<string, readonly EventPattern[]>
  readonly lexicon: Lexicon
  /** By first word, longest first. */
  readonly loadedWords: ReadonlyMap<string, readonly LoadedCue[]>
  readonly holidays: Holidays
  readonly firstNames: FirstNames
  /** The trained models, in memory that workers can share. */
  readonly models: Models
  /** `name@version` of each resource, for the stages that used it. */
  readonly versions: readonly string[]
}

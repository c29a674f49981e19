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

/** Words that attribute. Verb forms and first words of phrases are in lower case. */
export interface Cues {
  readonly verbs: ReadonlyMap<string, VerbCue>
  /** By first word, longest first. */
  readonly phrases: ReadonlyMap<string, readonly PhraseCue[]>
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
  /** By first word of the verb, every form. */
  readonly eventPatterns: ReadonlyMap<string, readonly EventPattern[]>
  readonly lexicon: Lexicon
  readonly firstNames: FirstNames
  /** The trained models, in memory that workers can share. */
  readonly models: Models
  /** `name@version` of each resource, for the stages that used it. */
  readonly versions: readonly string[]
}

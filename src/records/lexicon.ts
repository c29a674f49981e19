/** The forms of an English verb; `present` is one that is neither base nor third person: “am”, “are”. */
export const verbForms = ['base', 'third', 'present', 'past', 'participle', 'gerund'] as const
export type VerbForm = (typeof verbForms)[number]

/** An irregular form of a verb, or one that only looks inflected (“need”, “bring”). */
export interface LexiconVerb {
  readonly lemma: string
  /** What the form can be: “put” is base, past and participle. */
  readonly forms: ReadonlySet<VerbForm>
}

/** A word that the rules read wrongly. */
export interface LexiconWord {
  /** null: as the rules say. */
  readonly lemma: string | null
  /** As in CoNLL-U; `_` for none, null: as the rules say. */
  readonly features: string | null
}

/** What the rules of English spelling do not give; keys are in lower case, with straight apostrophes. */
export interface Lexicon {
  readonly verbs: ReadonlyMap<string, LexiconVerb>
  /** By part of speech (UPOS), then by word. */
  readonly words: ReadonlyMap<string, ReadonlyMap<string, LexiconWord>>
}

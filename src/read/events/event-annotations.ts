import type { Mention, Reference, Sentence, Statement, Time } from '../../records/reading.ts'
import type { Actors } from '../actors/open-actors.ts'

/** What coding looks at, each in order of the text. */
export interface EventAnnotations {
  readonly sentences: readonly Sentence[]
  readonly mentions: readonly Mention[]
  readonly references: readonly Reference[]
  readonly times: readonly Time[]
  readonly statements: readonly Statement[]
  /** Who is who; asked for every party. */
  readonly cast: Actors | null
}

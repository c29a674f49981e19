import type { FoundCue } from './found-cue.ts'
import type { TokenRange } from './token-range.ts'

/** A statement while it is being found: ranges in the tokens of its sentence. */
export interface StatementDraft {
  readonly cue: FoundCue
  readonly source: TokenRange | null
  readonly content: TokenRange | null
  /** Tokens between the pieces of the content that are none of it, beside cue and source: “told | the court,”. */
  readonly gap?: TokenRange
  /** Who passes the source’s words on, where the same sentence names them: MTA in “MTA quoted Veresk as saying”. */
  readonly relay?: TokenRange
}

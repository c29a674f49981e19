import type { Modality } from '../records/reading.ts'
import type { CueFrame } from '../records/resources.ts'
import type { Unanswered } from './find-unanswered.ts'

/** Words of a sentence that attribute; `from` and `to` count its tokens, half-open. */
export interface FoundCue {
  readonly from: number
  readonly to: number
  /**
   * How the cue stands to its source: subject of a verb, what follows “according to”, the one quoted, nobody, or
   * silence; the subject of “as she put it” and of “what she calls a rescue”.
   */
  readonly kind:
    | 'verb'
    | 'gerund'
    | 'source-follows'
    | 'quoting'
    | 'nobody'
    | 'passive'
    | 'silence'
    | 'aside'
    | 'naming'
  readonly frames: ReadonlySet<CueFrame | 'source'>
  readonly modality: Modality | null
  /** A fixed phrase of the table, which belongs together: “declined to rule out”. */
  readonly isPhrase?: true
  /** “Asked whether …”: what is asked, not what is told. */
  readonly isQuestion?: true
  /** “Calls to the port went unanswered”: silence whose cue does not have the silent one for its subject. */
  readonly unanswered?: Unanswered
}

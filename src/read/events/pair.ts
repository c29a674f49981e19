import type { Party } from './open-parties.ts'

/** Who did a deed to whom. */
export interface Pair {
  readonly actor: Party | null
  readonly recipient: Party | null
}

import type { Party } from './open-parties.ts'

/** Who did a deed to whom. */
export interface Pair {
  readonly actor: Party | null
  readonly recipient: Party | null
}

/** Whether two are one: the same words, or the same name. */
export const isSameParty = (a: Party, b: Party) =>
  a.head === b.head || (a.participant.entity !== null && a.participant.entity === b.participant.entity)

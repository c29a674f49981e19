/**
 * How somebody stands in a statement or an event.
 *
 * says: its source; about: named in what another says; does, receives: who did it, and to whom.
 */
export const partNames = ['says', 'about', 'does', 'receives'] as const
export type PartName = (typeof partNames)[number]

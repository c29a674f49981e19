import type { ClaimSummary } from '../../src/records/claim-summary.ts'
import type { Event } from '../../src/records/reading.ts'

/** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict (PLOVER). */
export type QuadClass = 1 | 2 | 3 | 4

/** In the order of PLOVER’s codebook. */
const typesOf: readonly (readonly [QuadClass, readonly Event['type'][]])[] = [
  [1, ['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE']],
  [2, ['COOPERATE', 'AID', 'RETREAT']],
  [3, ['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN']],
  [4, ['PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT']],
]

/** Every type under its class. */
export const quadClasses = typesOf.map(([quadClass, types]) => ({ quadClass, types }))

const classOf = new Map<string, QuadClass>(
  typesOf.flatMap(([quadClass, types]) => types.map((type) => [type, quadClass] as const)),
)

/** The class of a type: PLOVER has one for each. */
export const toQuadClass = (type: NonNullable<ClaimSummary['eventType']>): QuadClass => classOf.get(type) ?? 1

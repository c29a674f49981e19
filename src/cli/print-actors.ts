import type { ActorSummary } from '../records/actor-profile.ts'
import { describeInstant } from './describe-instant.ts'
import type { Io } from './io.ts'
import { layTable } from './layout.ts'
import { lineWidth } from './line-width.ts'
import { withoutSteering } from './without-steering.ts'

const counts = ['origins', 'statements', 'events', 'outlets', 'articles'] as const

/** Actors in a table: what is counted of them, when they were last told of, their name and role. */
export function printActors(found: readonly ActorSummary[], io: Io): string {
  return layTable(
    [
      ...counts.map((head) => ({ head, width: 10, side: 'right' }) as const),
      { head: 'last told', width: 10 },
      { head: 'kind', width: 8 },
      { head: 'name', lines: 2 },
    ],
    withoutSteering(found).map((actor) => [
      ...counts.map((name) => String(actor[name])),
      describeInstant(actor.lastAt).slice(0, 10),
      actor.kind,
      [actor.name, actor.role, actor.country].filter((part) => part !== null).join(', '),
    ]),
    { width: lineWidth(io), bold: io.colours.bold },
  )
}

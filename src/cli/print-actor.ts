import type { ActorProfile } from '../records/actor-profile.ts'
import { countOf } from './count-of.ts'
import { describeInstant } from './describe-instant.ts'
import type { Io } from './io.ts'
import { layTable, wrap } from './layout.ts'
import { lineWidth } from './line-width.ts'
import { withoutSteering } from './without-steering.ts'

/** One name: who that is, in which roles, what is counted, with whom in which events, on whom all of it rests. */
export function printActor(found: ActorProfile, io: Io): string {
  const actor = withoutSteering(found)
  const { colours } = io
  const width = lineWidth(io)
  const dayOf = (at: string | null) => describeInstant(at).slice(0, 10)
  const daysOf = (from: string | null, to: string | null) =>
    dayOf(from) === dayOf(to) ? dayOf(from) : `${dayOf(from)} to ${dayOf(to)}`
  const head = [actor.kind, actor.role, actor.country, actor.wikidata].filter((part) => part !== null)
  const sections: string[] = [
    `${colours.bold(actor.name)}  ${colours.dim(head.join(', '))}`,
    [
      countOf(actor.origins, 'independent origin'),
      countOf(actor.statements, 'statement'),
      `${actor.denials} of them denials`,
      `${actor.unanswered} times no answer`,
      `${actor.about} by others about them`,
      countOf(actor.events, 'event'),
      countOf(actor.outlets, 'outlet'),
      countOf(actor.articles, 'article'),
    ].join(', '),
  ]
  if (actor.isAmbiguous)
    sections.push(
      ...wrap(
        `Articles take the name for different countries or Wikidata numbers: ${actor.senses
          .map(
            ({ kind, country, wikidata, articles }) =>
              `${[kind, country, wikidata].filter((part) => part !== null).join(' ')} (${countOf(articles, 'article')})`,
          )
          .join('; ')}. It may be two people.`,
        width,
      ),
    )
  for (const { role, firstAt, lastAt, outlets, basis } of actor.roles)
    sections.push(
      `${role}  ${colours.dim(`${daysOf(firstAt, lastAt)}, ${countOf(outlets, 'outlet')}${basis === 'article' ? '' : `, by ${basis === 'both' ? 'article and tables' : 'tables'}`}`)}`,
    )
  for (const { role, name, country, from, to, table, asOf } of actor.terms)
    sections.push(
      `${[role ?? name, country].filter((part) => part !== null).join(', ')}  ${colours.dim(
        `${from === null && to === null ? '' : `${from ?? ''} to ${to ?? 'open'}, `}${table}${asOf === null ? '' : `, known until ${asOf}`}`,
      )}`,
    )
  if (actor.relations.length > 0)
    sections.push(
      layTable(
        [
          { head: 'origins', width: 7, side: 'right' },
          { head: 'events', width: 6, side: 'right' },
          { head: 'not so', width: 6, side: 'right' },
          { head: 'last told', width: 10 },
          { head: 'type', width: 9 },
          { head: 'who, whom' },
        ],
        actor.relations.map(
          ({ origins, claims, notSo, lastAt, eventType, direction, otherName, otherKey }) => {
            const other = otherName ?? otherKey ?? 'nobody named'
            return [
              String(origins),
              String(claims),
              String(notSo),
              dayOf(lastAt),
              eventType,
              direction === 'does' ? `${actor.name} → ${other}` : `${other} → ${actor.name}`,
            ]
          },
        ),
        { width, bold: colours.bold },
      ),
    )
  if (actor.topOrigins.length > 0)
    sections.push(
      ...wrap(
        `Rests on ${actor.topOrigins.map(({ name, claims }) => `${name ?? 'unknown'} (${countOf(claims, 'claim')})`).join('; ')}.`,
        width,
      ),
    )
  return `${sections.join('\n')}\n`
}

import type { LoggedAct, ReviewAct } from '../records/review.ts'
import { describeInstant } from './describe-instant.ts'
import type { Io } from './io.ts'
import { layTable } from './layout.ts'
import { lineWidth } from './line-width.ts'
import { shortIds } from './short-ids.ts'
import { withoutSteering } from './without-steering.ts'

/** Acts in a table: when, who, what, and of which words. */
export function printReviews(found: readonly LoggedAct[], io: Io): string {
  const acts = withoutSteering(found)
  const shortId = shortIds(acts.map(({ act }) => act.id))
  return layTable(
    [
      { head: 'id', width: 32 },
      { head: 'when', width: 17 },
      { head: 'who', width: 16 },
      { head: 'what', width: 24 },
      { head: 'of', lines: 2 },
    ],
    acts.map(({ act, title, undoneBy, undone }) => [
      shortId(act.id),
      describeInstant(act.at),
      act.by,
      `${describeAct(act)}${undone === null ? '' : `: ${describeAct(undone.act)}`}${undoneBy === null ? '' : ', undone'}`,
      undone === null ? describeWords(act, title) : describeWords(undone.act, undone.title),
    ]),
    { width: lineWidth(io), bold: io.colours.bold },
  )
}

/** “correct event”, “grade-claim 2”. */
function describeAct(act: ReviewAct): string {
  if ('target' in act) return `${act.kind} ${act.target.part}`
  if (act.kind === 'grade-claim') return `${act.kind} ${act.grade ?? 'none'}`
  if (act.kind === 'grade-origin') return `${act.kind} ${act.letter ?? 'none'}`
  return act.kind
}

function describeWords(act: ReviewAct, title: string | null): string {
  const words = 'target' in act ? `“${act.target.words}”` : act.kind === 'note' ? act.words : ''
  return [words, title].filter(Boolean).join(' — ').replace(/\s+/g, ' ')
}

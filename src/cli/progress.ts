import type { IngestOutcome } from '../records/ingest-outcome.ts'
import { countOf } from './count-of.ts'
import type { Io } from './io.ts'
import { shorten } from './layout.ts'
import { withoutSteering } from './without-steering.ts'

/** How many documents came to what. */
export interface Tally {
  added: number
  unchanged: number
  failed: number
}

/**
 * Follows documents into the ledger: on a terminal one line that rewrites itself, in a pipe one line each;
 * failures always keep their line, on standard error.
 */
export async function followProgress(
  outcomes: AsyncIterable<IngestOutcome>,
  io: Io,
  signal: AbortSignal,
): Promise<Tally> {
  const tally: Tally = { added: 0, unchanged: 0, failed: 0 }
  const { dim, green, red, yellow } = io.colours
  const clear = io.isTerminal ? '\r\u001b[K' : ''
  for await (const found of outcomes) {
    const outcome = withoutSteering(found)
    tally[outcome.outcome]++
    const done = String(tally.added + tally.unchanged + tally.failed).padStart(4)
    const name = shorten(outcome.title ?? outcome.where, io.width - 36)
    if (outcome.outcome === 'failed') {
      for (const { message, advice } of outcome.problems) {
        io.err(
          `${clear}${red('failed')}  ${outcome.where}: ${message}${advice ? `\n        ${dim(advice)}` : ''}\n`,
        )
      }
    } else {
      const said =
        outcome.outcome === 'added'
          ? `${countOf(outcome.statements, 'statement')}, ${countOf(outcome.events, 'event')}`
          : 'read before'
      const mark = outcome.outcome === 'added' ? green('read') : dim('same')
      io.out(`${clear}${done}  ${mark}  ${name}  ${dim(said)}${io.isTerminal ? '' : '\n'}`)
      for (const { message } of outcome.problems)
        io.err(`${clear}${yellow('note')}    ${outcome.where}: ${message}\n`)
    }
    if (signal.aborted) break
  }
  if (io.isTerminal) io.out(clear)
  return tally
}

/** Shows how far weighing is: on a terminal in a line that rewrites itself, in a pipe every hundred articles. */
export const followWeighing =
  (io: Io) =>
  (done: number, all: number): void => {
    if (io.isTerminal) io.out(`\r\u001b[K${done === all ? '' : `weighing ${done} of ${all}`}`)
    else if (done % 100 === 0 || done === all) io.out(`weighed ${done} of ${all}\n`)
  }

/** “11 read, 2 known before, 1 failed” */
export function describeTally({ added, unchanged, failed }: Tally): string {
  const parts = [`${added} read`]
  if (unchanged > 0) parts.push(`${unchanged} known before`)
  if (failed > 0) parts.push(`${failed} failed`)
  return parts.join(', ')
}

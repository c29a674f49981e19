import { countStep, noSteps, type RoundCounts } from '../jobs/count-steps.ts'
import { countWorkers } from '../jobs/count-workers.ts'
import type { CollectingStatus } from '../records/collecting-status.ts'
import type { RoundStep } from '../records/round-step.ts'
import type { Command, ExitCode } from './command.ts'
import { countOf } from './count-of.ts'
import type { Io } from './io.ts'
import { layTable, shorten } from './layout.ts'
import { lineWidth } from './line-width.ts'
import { openAccess } from './open-access.ts'
import { feedOptionsFrom, fetchOptions, ledgerOption, modeOption, workersOption } from './shared-options.ts'
import { takeRows } from './take-rows.ts'
import { withoutSteering } from './without-steering.ts'

export const command: Command = {
  name: 'collect',
  summary: 'ask what is followed, fetch what it names, read it into the ledger: one round',
  operands: '[FEED_ID...]',
  description:
    'Asks the feeds whose time has come, fetches the pages that they name and those that are due to be looked at again, and reads them into the ledger. With ids, these feeds alone, at once. Each host is asked one thing at a time, and robots.txt is obeyed. Ctrl-C stops it; calling it again goes on from there.',
  options: {
    ...ledgerOption,
    ...modeOption,
    ...workersOption,
    ...fetchOptions,
    json: { type: 'boolean', summary: 'each step as one JSON object a line' },
  },
  examples: ['hearsay collect', 'hearsay collect 3f9a2c01'],
  run: async (call): Promise<ExitCode> => {
    const { io, signal, positionals, values } = call
    const access = await openAccess(call, 'hearsay collect')
    const feeds = await access.openFeeds(feedOptionsFrom(call, countWorkers()))
    try {
      const titles = new Map(
        (await takeRows(Number.POSITIVE_INFINITY, feeds.findFeeds)).map((feed) => [
          feed.id,
          feed.title ?? feed.address,
        ]),
      )
      const tally = openTally(io, values.json === true, titles)
      for await (const step of feeds.collect(positionals.length === 0 ? null : positionals, signal))
        tally.take(step)
      tally.end()
      if (signal.aborted) io.err('Stopped. Call it again to go on; nothing is fetched or read twice.\n')
      return signal.aborted ? 1 : 0
    } finally {
      await feeds.close()
      await access.close()
    }
  },
}

interface FeedCounts extends RoundCounts {
  title: string
  named: number
  problem: string | null
}

/** Follows a round: on a terminal one line that rewrites itself, in a pipe one line a step; then a table by feed. */
function openTally(io: Io, asJson: boolean, titles: ReadonlyMap<string, string>) {
  const { dim, green, yellow, red } = io.colours
  const all = noSteps()
  const byFeed = new Map<string, FeedCounts>()
  let status: CollectingStatus | null = null
  const clear = io.isTerminal ? '\r\u001b[K' : ''

  function countsOf(feedId: string, title: string): FeedCounts {
    const known = byFeed.get(feedId) ?? { ...noSteps(), title, named: 0, problem: null }
    byFeed.set(feedId, known)
    return known
  }

  function show(step: RoundStep): void {
    if (step.kind === 'feed') {
      if (step.problem !== null)
        io.err(`${clear}${red('failed')}  ${step.address}: ${step.problem.message}\n`)
      else if (!io.isTerminal)
        io.out(
          `${dim('asked')}   ${step.title ?? step.address}  ${dim(`${step.entries} entries, ${step.named} new`)}\n`,
        )
      for (const remark of step.remarks) io.err(`${clear}${yellow('note')}    ${step.address}: ${remark}\n`)
      return
    }
    const name = shorten(step.title ?? step.address, io.width - 24)
    const mark = { new: green, changed: yellow, unchanged: dim, failed: red }[step.outcome](step.outcome)
    if (step.outcome === 'failed')
      io.err(`${clear}${mark}  ${step.address}: ${step.problems[0]?.message ?? ''}\n`)
    else if (step.outcome === 'changed')
      io.out(`${clear}${mark} ${name}  ${dim(`hearsay changes --article ${step.articleId?.slice(0, 8)}`)}\n`)
    else if (!io.isTerminal && step.outcome === 'new') io.out(`${mark}     ${name}\n`)
  }

  return {
    take(found: RoundStep | CollectingStatus): void {
      const step = withoutSteering(found)
      if (asJson) {
        io.out(`${JSON.stringify(found)}\n`)
        return
      }
      if (!('kind' in step)) {
        status = step
        if (io.isTerminal) io.out(`${clear}${describeCounts(step)}`)
        return
      }
      countStep(all, step)
      if (step.kind === 'feed') {
        const counts = countsOf(step.feedId, step.title ?? step.address)
        countStep(counts, step)
        Object.assign(counts, { named: step.named, problem: step.problem?.message ?? null })
      } else if (step.feedId !== null)
        countStep(countsOf(step.feedId, withoutSteering(titles.get(step.feedId) ?? step.feedId)), step)
      show(step)
      if (io.isTerminal) io.out(`${clear}${describeCounts(all)}`)
    },
    end(): void {
      if (asJson) return
      if (io.isTerminal) io.out(clear)
      if (byFeed.size > 0) io.out(`${printFeeds([...byFeed.values()], io)}\n`)
      const counts = status ?? all
      io.out(
        counts.feeds + counts.new + counts.changed + counts.unchanged + counts.failed === 0
          ? 'Nothing is due. hearsay feeds says when what is next.\n'
          : `${describeCounts(counts)}\n`,
      )
    },
  }
}

const describeCounts = (counts: RoundCounts): string =>
  `${countOf(counts.feeds, 'feed')} asked${counts.feedsFailed > 0 ? ` (${counts.feedsFailed} failed)` : ''}; pages: ${counts.new} new, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.failed} failed`

const printFeeds = (feeds: readonly FeedCounts[], io: Io): string =>
  layTable(
    [
      ...['new', 'changed', 'same', 'failed'].map((head) => ({ head, width: 7, side: 'right' }) as const),
      { head: 'feed', lines: 2 },
    ],
    feeds.map(({ title, problem, ...counts }) => [
      String(counts.new),
      String(counts.changed),
      String(counts.unchanged),
      String(counts.failed),
      problem === null ? title : `${title}\n${problem}`,
    ]),
    { width: lineWidth(io), bold: io.colours.bold },
  )

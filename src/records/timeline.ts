import { z } from 'zod'
import { claimSummarySchema } from './claim-summary.ts'
import { dayCountSchema } from './situation-counts.ts'

/**
 * Events at when they happened, statements at the days on which they were said, reports at when they appeared. One event or
 * statement is one claim, however many tell it.
 */
export const timelineSchema = z
  .object({
    events: z
      .array(claimSummarySchema)
      .readonly()
      .describe('those of which a day is known, of most independent origins first'),
    eventCount: z.int().nonnegative().describe('how many there are; `events` may hold fewer'),
    undated: z.array(claimSummarySchema).readonly().describe('events of which no day is known, the same way'),
    undatedCount: z.int().nonnegative(),
    outsideCount: z.int().nonnegative().describe('events wholly before `from` or after `to`'),
    statements: z
      .array(claimSummarySchema)
      .readonly()
      .describe(
        'statements of which the day is known on which they were said, the same way; none where `types` are asked for: a statement has none',
      ),
    statementCount: z.int().nonnegative().describe('how many there are; `statements` may hold fewer'),
    undatedStatements: z.int().nonnegative().describe('statements of which no such day is told'),
    types: z
      .array(z.object({ type: z.string().describe('PLOVER type'), events: z.int().nonnegative() }).readonly())
      .readonly()
      .describe('of all events that the search chooses, whatever `types` and days are asked for'),
    reports: z
      .array(dayCountSchema)
      .readonly()
      .describe(
        'articles that tell of the events and statements, by day of publication; the earliest day first; days without any are left out',
      ),
    undatedReports: z.int().nonnegative().describe('articles that do not say when they appeared'),
  })
  .readonly()
  .meta({ id: 'Timeline' })
export type Timeline = z.infer<typeof timelineSchema>

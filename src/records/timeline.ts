import { z } from 'zod'
import { claimSummarySchema } from './claim-summary.ts'

/** Articles that appeared on a day and tell any of the chosen claims. */
export const reportsOfDaySchema = z
  .object({
    day: z.string().describe('in UTC'),
    own: z.int().nonnegative().describe('articles that tell at least one claim in words of their own'),
    copies: z.int().nonnegative().describe('articles whose every telling is taken from another one'),
  })
  .readonly()
  .meta({ id: 'ReportsOfDay' })

/** Events at when they happened, reports at when they appeared. One event is one claim, however many tell it. */
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
    types: z
      .array(z.object({ type: z.string().describe('PLOVER type'), events: z.int().nonnegative() }).readonly())
      .readonly()
      .describe('of all events that the search chooses, whatever `types` and days are asked for'),
    reports: z
      .array(reportsOfDaySchema)
      .readonly()
      .describe('the earliest day first; days without any are left out'),
    undatedReports: z.int().nonnegative().describe('articles that do not say when they appeared'),
  })
  .readonly()
  .meta({ id: 'Timeline' })
export type Timeline = z.infer<typeof timelineSchema>

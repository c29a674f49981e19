import { z } from 'zod'

/** What is known of one robots.txt file. */
export const robotsRecordSchema = z
  .object({
    text: z
      .string()
      .nullable()
      .describe(
        'the rules as they were last had; empty when there are none (4xx); null when they were never had',
      ),
    checkedAt: z.string().describe('when it was last asked for, ISO 8601 in UTC'),
    askAgainAt: z.string().describe('until when this is good, ISO 8601 in UTC; a day at most'),
    unreachableSince: z
      .string()
      .nullable()
      .describe('since when it cannot be had (5xx, no answer), ISO 8601 in UTC; null when it can'),
    fault: z.string().nullable().describe('why it cannot be had, in words'),
    failures: z.number().int().describe('how often in a row it could not be had'),
  })
  .readonly()
  .meta({ id: 'RobotsRecord' })

export type RobotsRecord = z.infer<typeof robotsRecordSchema>

/**
 * What fetching has learnt of one host and must not forget between two processes.
 *
 * A host is a name with its port where that is not the scheme’s own: `news.example`, `news.example:8080`. RFC 9309
 * has a robots.txt for each scheme, so there are two.
 */
export const hostRecordSchema = z
  .object({
    notBefore: z
      .string()
      .nullable()
      .describe(
        'nothing is asked of the host before this instant, ISO 8601 in UTC; null when it may be asked',
      ),
    failures: z
      .number()
      .int()
      .describe('how often in a row it asked to be left alone (429, 503) or gave no answer'),
    robots: z
      .object({ http: robotsRecordSchema.nullable(), https: robotsRecordSchema.nullable() })
      .readonly(),
  })
  .readonly()
  .meta({ id: 'HostRecord' })

export type HostRecord = z.infer<typeof hostRecordSchema>

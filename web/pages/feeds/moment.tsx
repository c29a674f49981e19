import { formatToldTime } from '../../format-told-time.ts'
import { strings } from '../../strings.ts'
import { toDuration } from './to-duration.ts'

/** How long ago something was, or in how long it will be; the tooltip has the time itself, here and in UTC. */
export function Moment({
  at,
  now,
  isNext = false,
}: {
  readonly at: string | null
  /** Milliseconds, as `Date.now()`. */
  readonly now: number
  /** Whether it is still to come: one that is past is due. */
  readonly isNext?: boolean
}) {
  if (at === null) return isNext ? strings.none : strings.feedList.never
  return (
    <time dateTime={at} title={`${formatToldTime(at)} (${at})`}>
      {describe(at, now, isNext)}
    </time>
  )
}

function describe(at: string, now: number, isNext: boolean): string {
  const seconds = (Date.parse(at) - now) / 1000
  const { dueNow, ahead, ago } = strings.feedList
  if (isNext) return seconds <= 0 ? dueNow : ahead(toDuration(seconds))
  // A clock that is a little behind the server’s does not make the past the future.
  return ago(toDuration(Math.max(-seconds, 0)))
}

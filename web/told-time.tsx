import { formatToldTime, tellsZone } from './format-told-time.ts'
import { strings } from './strings.ts'

/** When something was published, in the reader’s place and language; as the page has it in the tooltip. */
export function ToldTime({
  at,
  isDay = false,
  isUtc = false,
}: {
  readonly at: string | null
  readonly isDay?: boolean
  readonly isUtc?: boolean
}) {
  if (at === null) return <span className="muted">{strings.articleList.undated}</span>
  return (
    <time dateTime={at} title={at}>
      {formatToldTime(at, undefined, isDay, isUtc)}
      {isUtc && at.includes('T') && !tellsZone(at) && ` ${strings.noZone}`}
    </time>
  )
}

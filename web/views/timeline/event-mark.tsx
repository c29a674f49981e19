import { describeDays } from '../../pages/article/describe-days.ts'
import { strings } from '../../strings.ts'
import type { LaidEvent } from './lay-events.ts'
import { toStanding } from './place-event.ts'

/** One event or statement in the picture: its mark says when and how surely, its size how many origins stand behind it. */
export function EventMark({
  event: { claim, extent, radius, label },
  y,
  isChosen,
  isFirst,
  onChoose,
}: {
  readonly event: LaidEvent
  readonly y: number
  readonly isChosen: boolean
  /** The one that the Tab key comes to; from it, j and k lead on. */
  readonly isFirst: boolean
  readonly onChoose: (id: string) => void
}) {
  const standing = toStanding(claim.modalities)
  const isDenied = claim.isDenied || claim.modalities.includes('denied') || standing === 'negated'
  const words = strings.views.timeline.mark(describeDays(claim.day) ?? '', claim.proposition, claim.origins, [
    ...claim.modalities.map((modality) => strings.modality[modality]),
    ...(claim.isDenied ? [strings.disagreement.mark.denial] : []),
  ])
  return (
    <a
      href={`/claims/${claim.id}`}
      data-pick={claim.id}
      className={`event-mark standing-${standing}${isDenied ? ' is-denied' : ''}${isChosen ? ' chosen-mark' : ''}`}
      tabIndex={isFirst ? 0 : -1}
      aria-label={words}
      draggable={false}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        onChoose(claim.id)
      }}
    >
      <title>{words}</title>
      <MarkShape extent={extent} radius={radius} y={y} isStatement={claim.kind === 'statement'} />
      {isDenied && (
        <line
          className="denial"
          x1={(extent.start + extent.end) / 2 - radius - 3}
          x2={(extent.start + extent.end) / 2 + radius + 3}
          y1={y + radius + 2}
          y2={y - radius - 2}
        />
      )}
      {label !== null && (
        <text x={Math.max(0, extent.end) + radius + 5} y={y + 4}>
          {label}
        </text>
      )}
    </a>
  )
}

function MarkShape({
  extent: { start, end, shape },
  radius: full,
  y,
  isStatement,
}: Pick<LaidEvent, 'radius' | 'extent'> & {
  readonly y: number
  /** A statement has corners, and is flat where it lasts: nobody told it as an event. */
  readonly isStatement: boolean
}) {
  const radius = isStatement && shape !== 'dot' ? full / 2 : full
  switch (shape) {
    case 'dot':
      return isStatement ? (
        <rect className="shape" x={start - radius} y={y - radius} width={radius * 2} height={radius * 2} />
      ) : (
        <circle className="shape" cx={start} cy={y} r={radius} />
      )
    case 'bar':
      return (
        <rect
          className="shape"
          x={start}
          y={y - radius}
          width={end - start}
          height={radius * 2}
          rx={isStatement ? 0 : 3}
        />
      )
    case 'before':
      return (
        <path
          className="shape"
          d={`M${end} ${y - radius}V${y + radius}H${start + radius}L${start} ${y}L${start + radius} ${y - radius}Z`}
        />
      )
    case 'after':
      return (
        <path
          className="shape"
          d={`M${start} ${y - radius}V${y + radius}H${end - radius}L${end} ${y}L${end - radius} ${y - radius}Z`}
        />
      )
  }
}

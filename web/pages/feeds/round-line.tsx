import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { CollectingStatus } from '../../../src/records/collecting-status.ts'
import { collectingQuery } from '../../client/collecting.ts'
import { strings } from '../../strings.ts'
import { Moment } from './moment.tsx'
import { useNow } from './use-now.ts'

const { feedList } = strings

/** How far the round is, or what the last one came to. */
export function RoundLine({
  onProgress,
}: {
  /** Told whenever a round has done something. */
  readonly onProgress: (status: CollectingStatus) => unknown
}) {
  const { data: status } = useQuery(collectingQuery)
  const now = useNow(15)
  const known = useRef<CollectingStatus | null>(null)
  const tell = useRef(onProgress)
  useEffect(() => {
    tell.current = onProgress
  })
  useEffect(() => {
    if (status === undefined) return
    if (known.current !== null && known.current !== status) tell.current(status)
    known.current = status
  }, [status])
  if (status === undefined) return null
  if (status.isRunning) return <p className="round-line running">{feedList.running(status)}</p>
  if (status.startedAt === null) return null
  return (
    <p className="round-line muted">
      {feedList.lastRound} <Moment at={status.endedAt ?? status.startedAt} now={now} />
      {feedList.cameTo(status)}
      {status.problem !== null && <span className="failed"> {feedList.roundTrouble(status.problem)}</span>}
    </p>
  )
}

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { collectingQuery, feedsQuery, followList, startCollecting } from '../../client.ts'
import { MoreButton } from '../../more-button.tsx'
import { strings } from '../../strings.ts'
import { Trouble } from '../../trouble.tsx'
import { useTitle } from '../../use-title.ts'
import { FeedTable } from './feed-table.tsx'
import { FollowForm } from './follow-form.tsx'
import './feeds.css'

const { feedList } = strings

/** What is followed: how each fares, and what more to follow. */
export function FeedsPage() {
  const query = useInfiniteQuery(feedsQuery)
  const client = useQueryClient()
  const file = useRef<HTMLInputElement>(null)
  const refresh = () => client.invalidateQueries({ queryKey: feedsQuery.queryKey })
  const importing = useMutation({ mutationFn: followList, onSuccess: refresh })
  const collecting = useMutation({
    mutationFn: () => startCollecting(null),
    onSuccess: () => client.invalidateQueries({ queryKey: collectingQuery.queryKey }),
  })
  useTitle(strings.feeds)

  if (query.isError && !query.data) return <Trouble error={query.error} retry={() => query.refetch()} />
  const feeds = query.data?.pages.flatMap((page) => page.feeds) ?? []
  return (
    <div className="page">
      <header className="page-head feeds-head">
        <h1>{strings.feeds}</h1>
        <button type="button" onClick={() => collecting.mutate()} disabled={feeds.length === 0}>
          {feedList.collect}
        </button>
        <button type="button" className="quiet-button" onClick={() => file.current?.click()}>
          {feedList.import}
        </button>
        <a className="quiet-button" href="/api/feeds.opml" download="feeds.opml">
          {feedList.export}
        </a>
        <input
          ref={file}
          type="file"
          accept=".opml,.xml,text/x-opml"
          hidden
          aria-label={feedList.import}
          onChange={(event) => {
            const [chosen] = event.target.files ?? []
            if (chosen !== undefined) importing.mutate(chosen)
            event.target.value = ''
          }}
        />
        <p className="muted">{feedList.lead}</p>
      </header>
      <FollowForm onFollowed={refresh} />
      <div role="status">
        {importing.data && <p>{feedList.listFollowed(importing.data.followed, importing.data.known)}</p>}
        <RoundLine onDone={refresh} />
      </div>
      {(importing.error ?? collecting.error) && (
        <p className="failed" role="alert">
          {(importing.error ?? collecting.error)?.message}
        </p>
      )}
      {query.isPending && <p className="muted">{strings.loading}</p>}
      {query.isSuccess && feeds.length === 0 && <p className="muted">{feedList.empty}</p>}
      {feeds.length > 0 && <FeedTable feeds={feeds} onChanged={refresh} />}
      <MoreButton query={query} />
    </div>
  )
}

/** How far the round is, or what the last one came to. */
function RoundLine({ onDone }: { readonly onDone: () => unknown }) {
  const { data: status } = useQuery(collectingQuery)
  const wasRunning = useRef(false)
  useEffect(() => {
    if (wasRunning.current && status?.isRunning === false) onDone()
    wasRunning.current = status?.isRunning === true
  }, [status, onDone])
  if (!status || status.startedAt === null) return null
  if (status.isRunning) return <p className="round-line">{feedList.running(status)}</p>
  const at = (status.endedAt ?? status.startedAt).slice(11, 16)
  return (
    <p className="round-line muted">
      {feedList.lastRound(status, `${at} UTC`)}
      {status.problem !== null && (
        <span className="failed">
          {' '}
          {feedList.roundTrouble} {status.problem}
        </span>
      )}
    </p>
  )
}

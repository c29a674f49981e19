import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { collectingQuery, startCollecting } from '../../client/collecting.ts'
import { feedsQuery, followList } from '../../client/feeds.ts'
import { MoreButton } from '../../more-button.tsx'
import { strings } from '../../strings.ts'
import { Trouble } from '../../trouble.tsx'
import { useTitle } from '../../use-title.ts'
import { useUser } from '../../use-user.ts'
import { OutletTabs } from '../outlets/outlet-tabs.tsx'
import { FeedTable } from './feed-table.tsx'
import './feeds.css'
import { FollowForm } from './follow-form.tsx'
import { RoundLine } from './round-line.tsx'

const { feedList } = strings
/** Lists that a round adds to. */
const grownKeys = ['articles', 'stories', 'claims', 'changes']

/** What is followed: how each fares, and what more to follow. */
export function FeedsPage() {
  const query = useInfiniteQuery(feedsQuery)
  const client = useQueryClient()
  const file = useRef<HTMLInputElement>(null)
  const refresh = () =>
    Promise.all([feedsQuery, collectingQuery].map(({ queryKey }) => client.invalidateQueries({ queryKey })))
  const importing = useMutation({ mutationFn: followList, onSuccess: refresh })
  const collecting = useMutation({ mutationFn: () => startCollecting(null), onSuccess: refresh })
  const mayChange = useUser().may('admin')
  useTitle(strings.feeds)

  if (query.isError && !query.data) return <Trouble error={query.error} retry={() => query.refetch()} />
  const feeds = query.data?.pages.flatMap((page) => page.feeds) ?? []
  const trouble = importing.error ?? collecting.error
  return (
    <div className="page">
      <header className="page-head feeds-head">
        <h1>{strings.feeds}</h1>
        <OutletTabs />
        <div className="feeds-acts">
          {mayChange && feeds.length > 0 && (
            <button type="button" disabled={collecting.isPending} onClick={() => collecting.mutate()}>
              {feedList.collectDue}
            </button>
          )}
          {mayChange && (
            <button
              type="button"
              className="quiet-button"
              disabled={importing.isPending}
              onClick={() => file.current?.click()}
            >
              {feedList.import}
            </button>
          )}
          {feeds.length > 0 && (
            <a className="quiet-link" href="/api/feeds.opml" download="feeds.opml">
              {feedList.export}
            </a>
          )}
        </div>
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
      {mayChange && <FollowForm onFollowed={refresh} />}
      <div aria-live="polite">
        {importing.data && <p>{feedList.listFollowed(importing.data.followed, importing.data.known)}</p>}
        {trouble && <p className="failed">{trouble.message}</p>}
      </div>
      <RoundLine
        onProgress={({ isRunning }) => {
          for (const key of isRunning ? ['feeds'] : ['feeds', ...grownKeys])
            void client.invalidateQueries({ queryKey: [key] })
        }}
      />
      {query.isPending && <p className="muted">{strings.loading}</p>}
      {query.isSuccess && feeds.length === 0 && <NothingFollowed mayChange={mayChange} />}
      {feeds.length > 0 && <FeedTable feeds={feeds} mayChange={mayChange} onChanged={refresh} />}
      <MoreButton query={query} />
    </div>
  )
}

function NothingFollowed({ mayChange }: { readonly mayChange: boolean }) {
  return (
    <section className="nothing-followed">
      <h2>{feedList.emptyHeading}</h2>
      {mayChange && (
        <>
          <p>{feedList.empty}</p>
          <p className="muted">{feedList.emptyCommands}</p>
          <code>{feedList.emptyCommand}</code>
        </>
      )}
    </section>
  )
}

import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { FollowedFeed } from '../../../src/records/feed.ts'
import { removeFeed } from '../../client/feeds.ts'
import { RemoveDialog } from '../../remove-dialog.tsx'
import { strings } from '../../strings.ts'
import { toSafeLink } from '../../to-safe-link.ts'
import { useRowKeys } from '../../use-row-keys.ts'
import { FeedActs } from './feed-acts.tsx'
import './feed-table.css'
import { Moment } from './moment.tsx'
import { nameFeed } from './name-feed.ts'
import { toDuration } from './to-duration.ts'
import { useNow } from './use-now.ts'

const { feedList } = strings
const counts = ['pages', 'articles', 'waiting', 'failing'] as const

/** What is followed, as a table, with how each fares and what can be done with it. */
export function FeedTable({
  feeds,
  mayChange,
  onChanged,
}: {
  readonly feeds: readonly FollowedFeed[]
  /** Whether whoever looks may act on them. */
  readonly mayChange: boolean
  readonly onChanged: () => unknown
}) {
  const body = useRef<HTMLTableSectionElement>(null)
  const [removing, setRemoving] = useState<FollowedFeed | null>(null)
  const now = useNow(15)
  useRowKeys(body, '.feed-name a', strings.keys.openSite)
  return (
    <>
      <table className="rows feed-table">
        <thead>
          <tr>
            <th scope="col">{feedList.feed}</th>
            <th scope="col" title={feedList.outletMeaning}>
              {feedList.outlet}
            </th>
            <th scope="col">{feedList.kind}</th>
            <th scope="col">{feedList.state}</th>
            <th scope="col">{feedList.lastSuccess}</th>
            <th scope="col">{feedList.next}</th>
            <th scope="col" title={feedList.everyMeaning}>
              {feedList.every}
            </th>
            {counts.map((name) => (
              <th key={name} scope="col" className="number" title={feedList.countMeanings[name]}>
                {feedList[name]}
              </th>
            ))}
            {mayChange && <th scope="col" aria-label={feedList.acts} />}
          </tr>
        </thead>
        <tbody ref={body}>
          {feeds.map((feed) => (
            <FeedRow
              key={feed.id}
              feed={feed}
              now={now}
              mayChange={mayChange}
              onChanged={onChanged}
              onRemove={() => setRemoving(feed)}
            />
          ))}
        </tbody>
      </table>
      {removing !== null && (
        <RemoveDialog
          heading={feedList.removeHeading(nameFeed(removing))}
          meaning={feedList.removeMeaning}
          keep={feedList.keep}
          remove={feedList.remove}
          onRemove={() => removeFeed(removing.id)}
          onClose={() => setRemoving(null)}
          onRemoved={onChanged}
        />
      )}
    </>
  )
}

function FeedRow({
  feed,
  now,
  mayChange,
  onChanged,
  onRemove,
}: {
  readonly feed: FollowedFeed
  readonly now: number
  readonly mayChange: boolean
  readonly onChanged: () => unknown
  readonly onRemove: () => void
}) {
  const state = stateOf(feed)
  const isAsked = feed.state === 'active'
  return (
    <tr>
      <th scope="row" className="feed-name">
        <FeedName feed={feed} />
        {feed.problem !== null && (
          <p className="feed-problem">
            <span className="failed">{feed.problem.message}</span>
            {feed.failureCount > 1 && <span> {feedList.failures(feed.failureCount)}.</span>}
            {feed.problem.advice !== null && <span> {feed.problem.advice}</span>}
          </p>
        )}
      </th>
      <td className="feed-outlet">
        {feed.outlet !== null && (
          <Link to="/outlets/$key" params={{ key: feed.outlet.key }}>
            {feed.outlet.name}
          </Link>
        )}
      </td>
      <td className="feed-kind">
        {feed.kind === 'feed' && feed.format !== null
          ? feedList.formats[feed.format]
          : feedList.kinds[feed.kind]}
      </td>
      <td className={`feed-state ${state}`} title={feedList.stateMeanings[state]}>
        {feedList.states[state]}
      </td>
      <td className="date" data-label={feedList.lastSuccess}>
        <Moment at={feed.lastSuccessAt} now={now} />
      </td>
      <td className="date" data-label={feedList.next}>
        <Moment at={isAsked ? feed.nextAt : null} now={now} isNext />
      </td>
      <td className="date" data-label={feedList.every}>
        {isAsked ? toDuration(feed.intervalSeconds) : strings.none}
      </td>
      {counts.map((name) => (
        <td
          key={name}
          className={`number ${name}${feed[name] === 0 ? ' zero' : ''}`}
          data-words={feedList.inWords[name](feed[name])}
        >
          {name === 'articles' && feed.articles > 0 ? (
            <Link
              to="/articles"
              search={{ feed: feed.id }}
              className="feed-articles"
              data-words={feedList.inWords.articles(feed.articles)}
            >
              <span>{feed.articles.toLocaleString('en')}</span>
            </Link>
          ) : (
            <span>{feed[name] === 0 ? strings.none : feed[name].toLocaleString('en')}</span>
          )}
        </td>
      ))}
      {mayChange && (
        <td className="feed-acts">
          <FeedActs feed={feed} onChanged={onChanged} onRemove={onRemove} />
        </td>
      )}
    </tr>
  )
}

/** Its title leads to its site; its address stands below. */
function FeedName({ feed }: { readonly feed: FollowedFeed }) {
  const link = toSafeLink(feed.siteUrl) ?? toSafeLink(feed.address)
  return (
    <>
      {link === null ? (
        nameFeed(feed)
      ) : (
        <a href={link} rel="noreferrer noopener" target="_blank">
          {nameFeed(feed)}
        </a>
      )}
      {feed.title !== null && <span className="feed-address">{feed.address}</span>}
    </>
  )
}

function stateOf({ state, failureCount, lastTriedAt }: FollowedFeed): keyof typeof feedList.states {
  if (state !== 'active') return state
  if (failureCount > 0) return 'failing'
  return lastTriedAt === null ? 'new' : 'active'
}

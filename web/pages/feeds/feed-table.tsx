import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { FollowedFeed } from '../../../src/records/feed.ts'
import { removeFeed, setFeedState, startCollecting } from '../../client.ts'
import { strings } from '../../strings.ts'

const { feedList } = strings

/** What is followed, as a table. */
export function FeedTable({
  feeds,
  onChanged,
}: {
  readonly feeds: readonly FollowedFeed[]
  readonly onChanged: () => unknown
}) {
  return (
    <table className="rows feed-table">
      <thead>
        <tr>
          <th scope="col">{feedList.feed}</th>
          <th scope="col">{feedList.state}</th>
          <th scope="col">{feedList.lastSuccess}</th>
          <th scope="col">{feedList.next}</th>
          <th scope="col">{feedList.every}</th>
          {(['pages', 'articles', 'waiting', 'failing'] as const).map((name) => (
            <th key={name} scope="col" className="number">
              {feedList[name]}
            </th>
          ))}
          <th scope="col" />
        </tr>
      </thead>
      <tbody>
        {feeds.map((feed) => (
          <FeedRow key={feed.id} feed={feed} onChanged={onChanged} />
        ))}
      </tbody>
    </table>
  )
}

function FeedRow({ feed, onChanged }: { readonly feed: FollowedFeed; readonly onChanged: () => unknown }) {
  const title = feed.title ?? feed.address
  const state = stateOf(feed)
  return (
    <tr>
      <td className="feed-name">
        <span className="title">{title}</span>{' '}
        <span className="muted">
          {feedList.kinds[feed.kind]} · {feed.address}
        </span>
        {feed.problem !== null && (
          <span className="failed" title={feed.problem.advice ?? undefined}>
            {feed.problem.message}
          </span>
        )}
      </td>
      <td className={`feed-state ${state}`} title={feedList.stateMeanings[state]}>
        {feedList.states[state]}
      </td>
      <td className="date" data-label={feedList.lastSuccess}>
        <Moment at={feed.lastSuccessAt} />
      </td>
      <td className="date" data-label={feedList.next}>
        {feed.state === 'active' ? <Moment at={feed.nextAt} /> : strings.none}
      </td>
      <td className="date" data-label={feedList.every}>
        {toDuration(feed.intervalSeconds)}
      </td>
      {(['pages', 'articles', 'waiting', 'failing'] as const).map((name) => (
        <td key={name} className={feed[name] === 0 ? 'number zero' : 'number'} data-label={feedList[name]}>
          {feed[name]}
        </td>
      ))}
      <td className="feed-acts">
        <Acts feed={feed} title={title} onChanged={onChanged} />
      </td>
    </tr>
  )
}

function Acts({
  feed,
  title,
  onChanged,
}: {
  readonly feed: FollowedFeed
  readonly title: string
  readonly onChanged: () => unknown
}) {
  const [isSure, setSure] = useState(false)
  const change = useMutation({ mutationFn: (act: () => Promise<void>) => act(), onSuccess: onChanged })
  const button = (label: string, act: () => Promise<void>) => (
    <button
      type="button"
      className="quiet-button"
      aria-label={feedList.act(label, title)}
      disabled={change.isPending}
      onClick={() => change.mutate(act)}
    >
      {label}
    </button>
  )
  return (
    <>
      {feed.state === 'active' && button(feedList.collect, () => startCollecting([feed.id]))}
      {feed.state === 'active'
        ? button(feedList.pause, () => setFeedState(feed.id, 'paused'))
        : button(feedList.resume, () => setFeedState(feed.id, 'active'))}
      {isSure ? (
        button(feedList.reallyRemove, () => removeFeed(feed.id))
      ) : (
        <button
          type="button"
          className="quiet-button"
          aria-label={feedList.act(feedList.remove, title)}
          onClick={() => setSure(true)}
        >
          {feedList.remove}
        </button>
      )}
      {change.error && (
        <span className="failed" role="alert">
          {change.error.message}
        </span>
      )}
    </>
  )
}

function stateOf({ state, failureCount, lastTriedAt }: FollowedFeed): keyof typeof feedList.states {
  if (state !== 'active') return state
  return failureCount > 0 ? 'failing' : lastTriedAt === null ? 'new' : 'active'
}

/** To the minute, in UTC as everywhere in the desk. */
function Moment({ at }: { readonly at: string | null }) {
  if (at === null) return feedList.never
  return (
    <time dateTime={at} title={at}>
      {at.slice(0, 16).replace('T', ' ')}
    </time>
  )
}

function toDuration(seconds: number): string {
  if (seconds < 5400) return feedList.minutes(Math.round(seconds / 60))
  return seconds < 129_600
    ? feedList.hours(Math.round(seconds / 3600))
    : feedList.days(Math.round(seconds / 86_400))
}

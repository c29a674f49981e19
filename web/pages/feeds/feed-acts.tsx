import { useMutation } from '@tanstack/react-query'
import type { FollowedFeed } from '../../../src/records/feed.ts'
import { startCollecting } from '../../client/collecting.ts'
import { setFeedState } from '../../client/feeds.ts'
import { strings } from '../../strings.ts'
import { nameFeed } from './name-feed.ts'

const { feedList } = strings

/** What can be done with a feed: collecting it now, pausing or resuming it, removing it. */
export function FeedActs({
  feed,
  onChanged,
  onRemove,
}: {
  readonly feed: FollowedFeed
  readonly onChanged: () => unknown
  readonly onRemove: () => void
}) {
  const change = useMutation({ mutationFn: (act: () => Promise<void>) => act(), onSuccess: onChanged })
  const button = (label: string, act: () => void) => (
    <button
      type="button"
      className="quiet-button"
      aria-label={feedList.act(label, nameFeed(feed))}
      disabled={change.isPending}
      onClick={act}
    >
      {label}
    </button>
  )
  return (
    <>
      {feed.state === 'active' &&
        button(feedList.collect, () => change.mutate(() => startCollecting([feed.id])))}
      {feed.state === 'active'
        ? button(feedList.pause, () => change.mutate(() => setFeedState(feed.id, 'paused')))
        : button(feedList.resume, () => change.mutate(() => setFeedState(feed.id, 'active')))}
      {button(feedList.remove, onRemove)}
      {change.error && (
        <p className="failed" role="alert">
          {change.error.message}
        </p>
      )}
    </>
  )
}

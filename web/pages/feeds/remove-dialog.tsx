import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { FollowedFeed } from '../../../src/records/feed.ts'
import { removeFeed } from '../../client/feeds.ts'
import { strings } from '../../strings.ts'
import { nameFeed } from './name-feed.ts'

const { feedList } = strings

/** Asks whether a feed is to be followed no longer; keeping it is what Enter and Escape do. */
export function RemoveDialog({
  feed,
  onClose,
  onRemoved,
}: {
  readonly feed: FollowedFeed
  readonly onClose: () => void
  readonly onRemoved: () => unknown
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const removing = useMutation({
    mutationFn: () => removeFeed(feed.id),
    onSuccess: () => {
      dialog.current?.close()
      onRemoved()
    },
  })
  return (
    <dialog ref={dialog} className="remove-dialog" aria-labelledby="remove-heading" onClose={onClose}>
      <h2 id="remove-heading">{feedList.removeHeading(nameFeed(feed))}</h2>
      <p>{feedList.removeMeaning}</p>
      {removing.error && (
        <p className="failed" role="alert">
          {removing.error.message}
        </p>
      )}
      <p className="dialog-acts">
        <button type="button" onClick={() => dialog.current?.close()}>
          {feedList.keep}
        </button>
        <button type="button" disabled={removing.isPending} onClick={() => removing.mutate()}>
          {feedList.remove}
        </button>
      </p>
    </dialog>
  )
}

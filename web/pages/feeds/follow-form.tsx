import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Following } from '../../../src/records/feed.ts'
import { followAddress, testAddress } from '../../client/feeds.ts'
import { strings } from '../../strings.ts'
import { nameFeed } from './name-feed.ts'
import { OtherFeeds } from './other-feeds.tsx'
import { TestedCard } from './tested-card.tsx'
import './follow-form.css'

const { feedList } = strings

/** Takes an address and follows it, after showing what it would give where that is asked for. */
export function FollowForm({ onFollowed }: { readonly onFollowed: () => unknown }) {
  const [address, setAddress] = useState('')
  const [isPage, setPage] = useState(false)
  /** By the address that was asked for. */
  const [followings, setFollowings] = useState<ReadonlyMap<string, Following>>(new Map())
  const testing = useMutation({ mutationFn: testAddress })
  const following = useMutation({
    mutationFn: ({ of, asPage }: { readonly of: string; readonly asPage: boolean }) =>
      followAddress(of, asPage),
    onSuccess: (came, { of }) => {
      setFollowings((all) => new Map(all).set(of, came))
      if (of === address.trim()) setAddress('')
      onFollowed()
    },
  })
  const isBusy = testing.isPending || following.isPending
  const error = testing.error ?? following.error
  const given = address.trim()

  const begin = () => {
    testing.reset()
    following.reset()
    setFollowings(new Map())
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (given === '' || isBusy) return
    begin()
    following.mutate({ of: given, asPage: isPage })
  }
  const offered = {
    isBusy,
    followed: new Set(followings.keys()),
    onFollow: (url: string) => following.mutate({ of: url, asPage: false }),
  }
  const others = [...followings.values()][0]?.others ?? []
  return (
    <form className="follow-form" onSubmit={submit}>
      <div className="follow-line">
        <input
          type="text"
          inputMode="url"
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          aria-label={feedList.address}
          placeholder={feedList.placeholder}
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
        <button type="submit" disabled={isBusy || given === ''}>
          {feedList.follow}
        </button>
        <button
          type="button"
          title={feedList.testMeaning}
          disabled={isBusy || isPage || given === ''}
          onClick={() => {
            begin()
            testing.mutate(given)
          }}
        >
          {feedList.test}
        </button>
        <label>
          <input type="checkbox" checked={isPage} onChange={(event) => setPage(event.target.checked)} />
          {feedList.watch}
        </label>
      </div>
      <div className="follow-outcome" aria-live="polite">
        {isBusy && <p className="muted">{feedList.asking}</p>}
        {error && <p className="failed">{error.message}</p>}
        {[...followings].map(([of, { feed, isNew, named }]) => (
          <p key={of} className="following">
            {isNew ? feedList.followed(nameFeed(feed), named) : feedList.known(nameFeed(feed))}
          </p>
        ))}
        {testing.data ? (
          <TestedCard tested={testing.data} offered={offered} onDismiss={begin} />
        ) : (
          <OtherFeeds others={others} offered={offered} />
        )}
      </div>
    </form>
  )
}

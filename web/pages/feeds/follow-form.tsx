import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { TestedFeed } from '../../../src/records/feed.ts'
import { followAddress, testAddress } from '../../client.ts'
import { strings } from '../../strings.ts'
import { toSafeLink } from '../../to-safe-link.ts'

const { feedList } = strings

/** Follows an address, after showing what it would give where that is asked for. */
export function FollowForm({ onFollowed }: { readonly onFollowed: () => unknown }) {
  const [address, setAddress] = useState('')
  const [watch, setWatch] = useState(false)
  const testing = useMutation({ mutationFn: testAddress })
  const following = useMutation({
    mutationFn: ({ of, asPage }: { readonly of: string; readonly asPage: boolean }) =>
      followAddress(of, asPage),
    onSuccess: () => {
      setAddress('')
      testing.reset()
      onFollowed()
    },
  })
  const isBusy = testing.isPending || following.isPending
  const error = testing.error ?? following.error
  return (
    <form
      className="follow-form"
      onSubmit={(event) => {
        event.preventDefault()
        testing.reset()
        if (address.trim() !== '') following.mutate({ of: address.trim(), asPage: watch })
      }}
    >
      <div className="follow-line">
        <input
          type="text"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          aria-label={feedList.address}
          placeholder={feedList.placeholder}
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
        <button type="submit" disabled={isBusy || address.trim() === ''}>
          {feedList.follow}
        </button>
        <button
          type="button"
          className="quiet-button"
          disabled={isBusy || watch || address.trim() === ''}
          onClick={() => {
            following.reset()
            testing.mutate(address.trim())
          }}
        >
          {feedList.test}
        </button>
        <label>
          <input type="checkbox" checked={watch} onChange={(event) => setWatch(event.target.checked)} />
          {feedList.watch}
        </label>
      </div>
      {isBusy && (
        <p className="muted" role="status">
          {strings.loading}
        </p>
      )}
      {error && (
        <p className="failed" role="alert">
          {error.message}
        </p>
      )}
      {following.data && (
        <div role="status">
          <p>
            {following.data.isNew
              ? feedList.followed(
                  following.data.feed.title ?? following.data.feed.address,
                  following.data.named,
                )
              : feedList.known(following.data.feed.title ?? following.data.feed.address)}
          </p>
          <Others
            others={following.data.others}
            follow={(url) => following.mutate({ of: url, asPage: false })}
          />
        </div>
      )}
      {testing.data && (
        <Tested tested={testing.data} follow={(url) => following.mutate({ of: url, asPage: false })} />
      )}
    </form>
  )
}

function Tested({ tested, follow }: { readonly tested: TestedFeed; readonly follow: (url: string) => void }) {
  return (
    <section className="tested" role="status">
      <p>
        <strong>{tested.title ?? tested.address}</strong>{' '}
        <span className="muted">
          {tested.format}, {feedList.wouldGive(tested.entries)}, {tested.address}
        </span>
      </p>
      <ol>
        {tested.newest.map(({ url, title, publishedAt }) => {
          const link = toSafeLink(url)
          return (
            <li key={url ?? title}>
              <span className="date">{publishedAt?.slice(0, 10) ?? strings.none}</span>{' '}
              {link === null ? (
                (title ?? strings.none)
              ) : (
                <a href={link} rel="noreferrer noopener" target="_blank">
                  {title ?? link}
                </a>
              )}
            </li>
          )
        })}
      </ol>
      {tested.remarks.map((remark) => (
        <p key={remark} className="muted">
          {remark}
        </p>
      ))}
      <Others others={tested.others} follow={follow} />
    </section>
  )
}

function Others({
  others,
  follow,
}: {
  readonly others: TestedFeed['others']
  readonly follow: (url: string) => void
}) {
  if (others.length === 0) return null
  return (
    <>
      <p className="muted">{feedList.others}</p>
      <ul className="other-feeds">
        {others.slice(0, 12).map(({ url, title }) => (
          <li key={url}>
            <button type="button" className="quiet-button" onClick={() => follow(url)}>
              {feedList.follow}
            </button>{' '}
            {title ?? url} {title !== null && <span className="muted">{url}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}

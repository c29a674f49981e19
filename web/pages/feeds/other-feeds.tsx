import type { TestedFeed } from '../../../src/records/feed.ts'
import { strings } from '../../strings.ts'

const { feedList } = strings

/** What can be followed at a click, and what was. */
export interface Offered {
  readonly isBusy: boolean
  /** Addresses that were followed since the offer was made. */
  readonly followed: ReadonlySet<string>
  readonly onFollow: (address: string) => void
}

/** The button that follows what is offered; once it is followed it says so. */
export function FollowButton({
  address,
  title,
  offered: { isBusy, followed, onFollow },
}: {
  readonly address: string
  readonly title: string
  readonly offered: Offered
}) {
  if (followed.has(address)) return <span className="is-followed">{feedList.isFollowed}</span>
  return (
    <button
      type="button"
      disabled={isBusy}
      aria-label={feedList.followIt(title)}
      onClick={() => onFollow(address)}
    >
      {feedList.follow}
    </button>
  )
}

/** The other feeds of a site, each to be followed; nothing where there are none. */
export function OtherFeeds({
  others,
  offered,
}: {
  readonly others: TestedFeed['others']
  readonly offered: Offered
}) {
  if (others.length === 0) return null
  return (
    <section className="other-feeds">
      <h3>{feedList.others}</h3>
      <ul>
        {others.map(({ url, title, kind }) => (
          <li key={url}>
            <FollowButton address={url} title={title ?? url} offered={offered} />
            <span>
              {title ?? url}{' '}
              <span className="muted">
                {feedList.otherKinds[kind]}
                {title !== null && ` · ${url}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

import type { TestedFeed } from '../../../src/records/feed.ts'
import { strings } from '../../strings.ts'
import { toSafeLink } from '../../to-safe-link.ts'
import { ToldTime } from '../../told-time.tsx'
import { nameFeed } from './name-feed.ts'
import { FollowButton, type Offered, OtherFeeds } from './other-feeds.tsx'

const { feedList } = strings

/** What an address would give: the feed, what it names first, what was wrong with it, what else the site has. */
export function TestedCard({
  tested,
  offered,
  onDismiss,
}: {
  readonly tested: TestedFeed
  readonly offered: Offered
  readonly onDismiss: () => void
}) {
  return (
    <section className="tested">
      <header>
        <h2>{nameFeed(tested)}</h2>
        <span className="muted">
          {feedList.formats[tested.format]}, {feedList.entries(tested.entries)}
        </span>
        <FollowButton address={tested.address} title={nameFeed(tested)} offered={offered} />
        <button type="button" className="quiet-button" onClick={onDismiss}>
          {feedList.dismiss}
        </button>
      </header>
      <p className="muted tested-address">{tested.address}</p>
      <h3>{feedList.newest}</h3>
      {tested.newest.length === 0 ? (
        <p className="muted">{feedList.noEntries}</p>
      ) : (
        <ol>
          {tested.newest.map((entry, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a feed may name a page twice, and the list never changes.
            <li key={i}>
              <span className="date">
                <ToldTime at={entry.publishedAt} />
              </span>
              <EntryLink entry={entry} />
            </li>
          ))}
        </ol>
      )}
      {tested.remarks.map((remark) => (
        <p key={remark} className="muted">
          {remark}
        </p>
      ))}
      <OtherFeeds others={tested.others} offered={offered} />
    </section>
  )
}

function EntryLink({ entry: { url, title } }: { readonly entry: TestedFeed['newest'][number] }) {
  const link = toSafeLink(url)
  const words = title ?? url ?? strings.articleList.untitled
  if (link === null) return <span>{words}</span>
  return (
    <a href={link} rel="noreferrer noopener" target="_blank">
      {words}
    </a>
  )
}

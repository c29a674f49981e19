import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { FollowedSituation } from '../../../src/records/situation.ts'
import { ChangeCard } from '../../change-card.tsx'
import { situationNewsQuery, visitSituation } from '../../client/situations.ts'
import { strings } from '../../strings.ts'
import { ToldTime } from '../../told-time.tsx'
import { Trouble } from '../../trouble.tsx'
import { useRowKeys } from '../../use-row-keys.ts'
import { useNow } from '../feeds/use-now.ts'
import { groupNews, type NewsGroup, type NewsLine, newsGroups } from './group-news.ts'
import { NewsItem } from './news-item.tsx'
import { SinceField } from './since-field.tsx'
import { toSince } from './to-since.ts'

const { news: words } = strings

/** What came about a situation since it was last marked as seen, or since a day, grouped by what it means for the claims. */
export function SituationNewsView({
  situation: { id },
  asked,
  onSince,
}: {
  readonly situation: FollowedSituation
  /** Since when, as the address has it. */
  readonly asked: string | undefined
  readonly onSince: (since: string | undefined) => void
}) {
  const client = useQueryClient()
  const since = toSince(asked, useNow(600))
  const { data: news, error, refetch, isPlaceholderData } = useQuery(situationNewsQuery(id, since.at))
  const marking = useMutation({
    mutationFn: (until: string) => visitSituation(id, until),
    onSuccess: () =>
      Promise.all(
        ['situation-news', 'situation', 'situations'].map((key) =>
          client.invalidateQueries({ queryKey: [key] }),
        ),
      ),
  })
  const list = useRef<HTMLDivElement>(null)
  useRowKeys(list, '.news-claim')
  if (error && news === undefined) return <Trouble error={error} retry={() => refetch()} />
  if (news === undefined) return <p className="muted">{strings.loading}</p>
  const groups = groupNews(news.claims)
  const isEmpty = news.claims.length === 0 && news.edits.length === 0
  return (
    <section aria-labelledby="news-heading" className="situation-news">
      <header>
        <h2 id="news-heading">{words.heading}</h2>
        <SinceField since={since} asked={asked} told={news.since} onChoose={onSince} />
        {since.choice !== 'ever' && (
          <span className="muted">
            <ToldTime at={news.since} />
          </span>
        )}
        <button type="button" disabled={marking.isPending} onClick={() => marking.mutate(news.until)}>
          {words.markSeen}
        </button>
        <span aria-live="polite">
          {marking.isSuccess && isEmpty && words.marked}
          {marking.error && <span className="failed">{marking.error.message}</span>}
        </span>
        <p className="muted">{since.choice === 'ever' ? words.leadEver : words.lead}</p>
      </header>
      {isEmpty && <p>{since.choice === 'visit' ? words.nothing : words.nothingSince}</p>}
      <div ref={list} aria-busy={isPlaceholderData}>
        {newsGroups.flatMap((group) => [
          ...(group === 'claims' ? [<Edits key="edits" edits={news.edits} hasMore={news.moreEdits} />] : []),
          <Group key={group} group={group} lines={groups[group]} />,
        ])}
      </div>
      {news.moreClaims > 0 && <p className="muted">{words.moreClaims(news.moreClaims)}</p>}
    </section>
  )
}

/** As many as can be looked through before one asks for all. */
const shownFirst = 10

function Group({ group, lines }: { readonly group: NewsGroup; readonly lines: readonly NewsLine[] }) {
  const [isAll, setAll] = useState(false)
  if (lines.length === 0) return null
  const shown = isAll ? lines : lines.slice(0, shownFirst)
  return (
    <section className="news-group">
      <h3 title={words.groupMeanings[group]}>
        {words.groups[group]} <span className="muted">{lines.length}</span>
      </h3>
      <ul>
        {shown.map((line) => (
          <li key={`${line.claim.id} ${line.news.kind} ${line.news.report.id}`}>
            <NewsItem line={line} />
          </li>
        ))}
      </ul>
      {shown.length < lines.length && (
        <p className="more">
          <button type="button" onClick={() => setAll(true)}>
            {words.showAll(lines.length)}
          </button>
        </p>
      )}
    </section>
  )
}

function Edits({
  edits,
  hasMore,
}: {
  readonly edits: readonly Parameters<typeof ChangeCard>[0]['change'][]
  readonly hasMore: boolean
}) {
  if (edits.length === 0) return null
  return (
    <section className="news-group">
      <h3 title={words.groupMeanings.edits}>
        {words.groups.edits} <span className="muted">{edits.length}</span>
      </h3>
      <ol>
        {edits.map((change) => (
          <li key={change.id}>
            <ChangeCard change={change} isBrief />
          </li>
        ))}
      </ol>
      {hasMore && (
        <p>
          <Link to="/changes" search={{}}>
            {words.moreEdits}
          </Link>
        </p>
      )}
    </section>
  )
}

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { OutletProfile, OutletTie } from '../../../src/records/outlet-profile.ts'
import { ChangeCard } from '../../change-card.tsx'
import { changesQuery } from '../../client/changes.ts'
import { latestOfOutletQuery, outletQuery } from '../../client/outlets.ts'
import { PublicationTime } from '../../publication-time.tsx'
import { strings } from '../../strings.ts'
import { Trouble } from '../../trouble.tsx'
import { useTitle } from '../../use-title.ts'
import { OutletTabs } from '../outlets/outlet-tabs.tsx'
import './outlet.css'
import { OutletFigures } from './outlet-figures.tsx'
import { OutletKnown } from './outlet-known.tsx'

const route = getRouteApi('/outlets/$key')
const { outlet: words, counted } = strings

/** One outlet: whose it is, how it tells, whom it copies and credits, what it edits in silence, its feeds. */
export function OutletPage() {
  const { key } = route.useParams()
  const query = useQuery(outletQuery(key))
  useTitle(query.data?.name ?? strings.outlets)
  if (query.isError) return <Trouble error={query.error} retry={() => query.refetch()} />
  if (query.isPending) return <p className="page muted">{strings.loading}</p>
  const outlet = query.data
  return (
    <div className="page outlet-page">
      <header className="page-head">
        <h1>{outlet.name}</h1>
        <OutletTabs />
      </header>
      <OutletKnown outlet={outlet} />
      <OutletFigures outlet={outlet} />
      <div className="outlet-columns">
        <Part heading={words.mostCopied}>
          <MostCopied outlet={outlet} />
        </Part>
        <Part heading={words.latest}>
          <Latest outletKey={outlet.key} />
        </Part>
        <Part heading={words.copiesFrom}>
          <Ties ties={outlet.copiesFrom} none={words.noCopies} />
        </Part>
        <Part heading={words.copiedBy}>
          <Ties ties={outlet.copiedBy} none={words.notCopied} />
        </Part>
        <Part heading={words.credits}>
          <Ties ties={outlet.credits} none={words.noCredits} />
        </Part>
        <Part heading={words.feeds}>
          <Feeds outlet={outlet} />
        </Part>
      </div>
      <SilentEdits outlet={outlet} />
    </div>
  )
}

function Part({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  return (
    <section>
      <h2>{heading}</h2>
      {children}
    </section>
  )
}

function MostCopied({ outlet: { mostCopied } }: { readonly outlet: OutletProfile }) {
  if (mostCopied.length === 0) return <p className="muted">{words.notCopied}</p>
  return (
    <ul>
      {mostCopied.map(({ article, outlets }) => (
        <li key={article.id}>
          <Link to="/articles/$id" params={{ id: article.id }} search={{}}>
            {article.title ?? strings.articleList.untitled}
          </Link>{' '}
          <span className="muted">{words.takenBy(outlets)}</span>
        </li>
      ))}
    </ul>
  )
}

function Latest({ outletKey }: { readonly outletKey: string }) {
  const query = useQuery(latestOfOutletQuery(outletKey))
  if (query.isError) return <Trouble error={query.error} retry={() => query.refetch()} />
  if (query.isPending) return <p className="muted">{strings.loading}</p>
  return (
    <ul>
      {query.data.map((article) => (
        <li key={article.id}>
          <Link to="/articles/$id" params={{ id: article.id }} search={{}}>
            {article.title ?? strings.articleList.untitled}
          </Link>{' '}
          <span className="muted">
            <PublicationTime date={article.publishedAt} detail="short" />
          </span>
        </li>
      ))}
      <li>
        <Link to="/articles" search={{ outlet: outletKey }}>
          {strings.articleList.clearSearch}
        </Link>
      </li>
    </ul>
  )
}

function Ties({ ties, none }: { readonly ties: readonly OutletTie[]; readonly none: string }) {
  if (ties.length === 0) return <p className="muted">{none}</p>
  return (
    <ul>
      {ties.map(({ key, name, articles }) => (
        <li key={key}>
          <Link to="/outlets" search={{ words: key }}>
            {name}
          </Link>{' '}
          <span className="muted">{counted.articles(articles)}</span>
        </li>
      ))}
    </ul>
  )
}

function Feeds({ outlet: { feeds } }: { readonly outlet: OutletProfile }) {
  if (feeds.length === 0)
    return (
      <p className="muted">
        {words.noFeeds} <Link to="/feeds">{words.toFeeds}</Link>
      </p>
    )
  return (
    <ul>
      {feeds.map(({ id, title, address, state, problem, articles }) => (
        <li key={id}>
          <Link to="/feeds">{title ?? address}</Link>{' '}
          <span className={problem === null ? 'muted' : 'failed'}>
            {problem === null ? strings.feedList.states[state] : problem.message}
          </span>{' '}
          <Link to="/articles" search={{ feed: id }}>
            {counted.articles(articles)}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** What its pages said and say otherwise now without a word about it, the last first. */
function SilentEdits({ outlet: { names } }: { readonly outlet: OutletProfile }) {
  // Any spelling finds the others too.
  const [name = ''] = names
  const query = useInfiniteQuery(
    changesQuery({ article: null, outlet: name, isSilent: true, withTrivial: false }),
  )
  const changes = query.data?.pages.flatMap((page) => page.changes) ?? []
  return (
    <section>
      <h2>{words.edits}</h2>
      {query.isSuccess && changes.length === 0 && <p className="muted">{words.noEdits}</p>}
      <ol className="change-list">
        {changes.slice(0, 5).map((change) => (
          <li key={change.id}>
            <ChangeCard change={change} />
          </li>
        ))}
      </ol>
      <p>
        <Link to="/changes" search={{ outlet: name, silent: 'true' }}>
          {words.allEdits}
        </Link>
      </p>
    </section>
  )
}

import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo, useRef } from 'react'
import type { Report } from '../../../src/records/claim.ts'
import type { ClaimSummary, CountedClaim } from '../../../src/records/claim-summary.ts'
import { useCiteKey } from '../../citation/use-cite-key.ts'
import { ClaimSource, nameSource, nameSpeaker } from '../../claim-source.tsx'
import { claimQuery } from '../../client/claims.ts'
import { storyOfArticleQuery } from '../../client/stories.ts'
import { DisputeMarks, findHedges } from '../../dispute-mark.tsx'
import { groupTellings } from '../../group-tellings.ts'
import { ModalityBadge } from '../../modality-badge.tsx'
import { NameLink } from '../../name-link.tsx'
import { OriginCount } from '../../origin-count.tsx'
import { strings } from '../../strings.ts'
import { ToldTime } from '../../told-time.tsx'
import { Trouble } from '../../trouble.tsx'
import { useRowKeys } from '../../use-row-keys.ts'
import { useTitle } from '../../use-title.ts'
import { TellingList } from '../claims/telling-list.tsx'
import './claim.css'
import { ClaimHistory } from './claim-history.tsx'
import { ClaimReview } from './claim-review.tsx'
import { DisagreementList } from './disagreement-list.tsx'
import { GivenGrade } from './given-grade.tsx'
import { growTrees } from './grow-trees.ts'
import { OriginTrees } from './origin-trees.tsx'

const route = getRouteApi('/claims/$id')

/** One claim: what stands behind it and why, what stands against it, how it changed, and all who tell it. */
export function ClaimPage() {
  const { id } = route.useParams()
  const query = useQuery(claimQuery(id))
  useTitle(query.data?.proposition ?? (query.isError ? strings.trouble.heading : strings.claims))
  if (query.isError && !query.data)
    return <Trouble error={query.error} retry={() => query.refetch()} whenGone={<ClaimGone />} />
  if (!query.data) return <p className="page muted">{strings.loading}</p>
  return <ClaimView claim={query.data} isJoined={!query.data.id.startsWith(id.toLowerCase())} />
}

/** Where one is led who comes with the address of a claim that is no more. */
function ClaimGone() {
  const { claim: words } = strings
  return (
    <>
      <p>{words.regrouped}</p>
      <ul>
        <li>
          <Link to="/claims">{words.toClaims}</Link>
        </li>
        <li>
          <Link to="/search">{words.toSearch}</Link>
        </li>
        <li>
          <Link to="/articles" search={{}}>
            {strings.trouble.toArticles}
          </Link>
        </li>
      </ul>
    </>
  )
}

function ClaimView({
  claim,
  isJoined,
}: {
  readonly claim: CountedClaim
  /** Whether the address is of a report that is one of this claim’s now. */
  readonly isJoined: boolean
}) {
  const { provenance, reports } = claim
  const page = useRef<HTMLElement>(null)
  useRowKeys(page, 'summary, .passage a', strings.keys.toggleStep)
  useCiteKey(() => document.activeElement?.closest('.passage, details.step'))
  const tellings = useMemo(() => groupTellings(reports), [reports])
  const trees = useMemo(() => growTrees(provenance, reports), [provenance, reports])
  const counted = trees.filter(({ origin }) => origin.isCounted && origin.side === 'support')
  const against = trees.filter(({ origin }) => origin.side === 'deny')
  const doubting = trees.filter(({ origin }) => origin.side === 'doubt')
  const uncounted = trees.filter(({ origin }) => !origin.isCounted && origin.side === 'support')
  const resting = new Set(provenance.origins.flatMap((origin) => origin.reports))
  const sentenceOf = ({ articleId, sentence }: Report) => `${articleId} ${sentence.start}`
  const restingSentences = new Set(reports.filter(({ id }) => resting.has(id)).map(sentenceOf))
  // Of a sentence that counts already, whom it has that from is told by its tree.
  const passingOn = reports.filter(
    (report) => !resting.has(report.id) && !restingSentences.has(sentenceOf(report)),
  )
  const { claim: words } = strings
  return (
    <article className="page claim" ref={page}>
      {isJoined && (
        <p className="muted">
          {words.joined}{' '}
          <Link to="/claims/$id" params={{ id: claim.id }} replace>
            {words.itsAddress}
          </Link>
        </p>
      )}
      <ClaimHead claim={claim} />
      <div className="claim-columns">
        <section aria-labelledby="origins">
          <h2 id="origins">
            {words.countedOrigins} <span className="muted">{counted.length}</span>
          </h2>
          <p className="muted">{words.treeNote}</p>
          {counted.length === 0 && <p>{words.noOrigin}</p>}
          <OriginTrees trees={counted} tellings={tellings} />
          {against.length > 0 && (
            <>
              <h2>
                {words.against} <span className="muted">{against.length}</span>
              </h2>
              <OriginTrees trees={against} tellings={tellings} />
            </>
          )}
          {doubting.length > 0 && (
            <>
              <h2>
                {words.doubtedBy} <span className="muted">{doubting.length}</span>
              </h2>
              <OriginTrees trees={doubting} tellings={tellings} />
            </>
          )}
          {uncounted.length + passingOn.length > 0 && (
            <>
              <h2>{words.notCounted}</h2>
              <OriginTrees trees={uncounted} tellings={tellings} />
              <PassingOn reports={passingOn} />
            </>
          )}
        </section>
        <div>
          <section aria-labelledby="disagreements">
            <h2 id="disagreements">{words.disagreements}</h2>
            {claim.disagreements.length === 0 && <p className="muted">{words.noDisagreement}</p>}
            <DisagreementList claim={claim} />
          </section>
          <section aria-labelledby="history">
            <h2 id="history">{words.history}</h2>
            <ClaimHistory claim={claim} />
          </section>
        </div>
      </div>
      <section aria-labelledby="reports">
        <h2 id="reports">
          {words.reports} <span className="muted">{tellings.length}</span>
        </h2>
        <TellingList tellings={tellings} />
      </section>
      <ClaimReview claim={claim} />
    </article>
  )
}

function ClaimHead({ claim }: { readonly claim: CountedClaim }) {
  const { provenance, credibility, stories } = claim
  const { summary: counts } = claim
  const { claim: words } = strings
  const { independent, independentLow, independentStrict } = provenance
  const teller = claim.reports.find(({ source }) => source === claim.source)
  return (
    <header className="claim-head">
      <p className="claim-source">
        <NameLink kind="actor" name={teller === undefined ? null : nameSpeaker(teller)}>
          <ClaimSource claim={claim} />
        </NameLink>
        {findHedges(claim).map((modality) => (
          <ModalityBadge key={modality} modality={modality} />
        ))}
        <DisputeMarks claim={claim} />
        <span className="muted">
          {words.firstSeen} <ToldTime at={claim.firstPublishedAt} />
        </span>
      </p>
      <h1>{claim.proposition}</h1>
      {counts.eventType !== null && <EventLine summary={counts} />}
      <p className="claim-counts">
        <span>{strings.counted.reports(counts.reports)}</span>
        <span>{strings.counted.outlets(counts.outlets)}</span>
        {counts.copies > 0 && <span>{strings.counted.copies(counts.copies)}</span>}
        <strong>
          <OriginCount counts={counts} /> {words.origins(counts.origins)}
        </strong>
      </p>
      {(independentLow !== independent || independentStrict !== independent) && (
        <p className="muted">
          {independentLow !== independent && words.low(independentLow)}{' '}
          {independentStrict !== independent && words.strict(independentStrict)}
        </p>
      )}
      <p className="credibility">
        <strong title={words.gradeMeaning(credibility.grade)}>{words.grade(credibility.grade)}</strong>
        <span>{credibility.rule}</span>
        <span className="muted">{words.proposed}</span>
      </p>
      <GivenGrade claimId={claim.id} />
      {stories.map((id) => (
        <ToStory key={id} id={id} />
      ))}
    </header>
  )
}

/** Who did it to whom, of an event. */
function EventLine({ summary: { actor, eventType, recipient } }: { readonly summary: ClaimSummary }) {
  const arrow = <span aria-hidden="true">{' → '}</span>
  return (
    <p className="claim-event">
      <NameLink kind="actor" name={actor}>
        {actor ?? <span className="muted">{strings.unknown}</span>}
      </NameLink>
      {arrow}
      <span className="event-type">{eventType}</span>
      {recipient !== null && (
        <>
          {arrow}
          <NameLink kind="actor" name={recipient} />
        </>
      )}
    </p>
  )
}

/** Reports that rest on no origin of their own: “The Examiner reported that officials said …” tells what they said. */
function PassingOn({ reports }: { readonly reports: readonly Report[] }) {
  if (reports.length === 0) return null
  return (
    <>
      <p className="origin-why">{strings.claim.passesOn(reports.length)}</p>
      <ul>
        {reports.map((report) => (
          <li key={report.id}>
            <span className="report-node">
              <NameLink kind="outlet" name={report.outlet}>
                {report.outlet ?? strings.articleList.noOutlet}
              </NameLink>
            </span>{' '}
            <span className="muted">
              <NameLink kind="actor" name={nameSpeaker(report)}>
                {strings.claimList.saidBy(nameSource(report))}
              </NameLink>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The way to a story; a story has the id of its first article. */
function ToStory({ id }: { readonly id: string }) {
  const { data } = useQuery(storyOfArticleQuery(id))
  return (
    <p>
      {strings.copies.story}{' '}
      <Link to="/stories/$id" params={{ id }}>
        {data?.title ?? strings.claim.toStory}
      </Link>
    </p>
  )
}

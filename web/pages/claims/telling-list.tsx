import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Report } from '../../../src/records/claim.ts'
import { CiteButton } from '../../citation/cite-button.tsx'
import { nameSource, nameSpeaker } from '../../claim-source.tsx'
import type { Passage, Telling } from '../../group-tellings.ts'
import { ModalityBadge } from '../../modality-badge.tsx'
import { NameLink } from '../../name-link.tsx'
import { strings } from '../../strings.ts'
import { ToldTime } from '../../told-time.tsx'
import { toAnnotationAddress } from '../article/annotation-address.ts'

/** The analyst’s own letter for an outlet, where they have given one. */
const Reliability = ({ letter }: { readonly letter: string | null }) =>
  letter === null ? null : <span className="muted">{strings.claimList.reliability(letter)}</span>

/** Who tells a claim: each article once, with every sentence in which it does and the way to the words. */
export function TellingList({ tellings }: { readonly tellings: readonly Telling[] }) {
  return (
    <ol className="report-list">
      {tellings.map(({ articleId, outlet, title, publishedAt, passages }) => (
        <li key={articleId}>
          <p className="report-outlet">
            <span>
              <NameLink kind="outlet" name={outlet}>
                {outlet ?? strings.articleList.noOutlet}
              </NameLink>
            </span>
            <Reliability letter={passages[0]?.reports[0]?.reliability ?? null} />
            <ToldTime at={publishedAt} />
            {title !== null && <span className="muted report-title">{title}</span>}
          </p>
          {passages.map((passage) => (
            <PassageWords key={passage.reports[0]?.id} passage={passage} />
          ))}
        </li>
      ))}
    </ol>
  )
}

/** One sentence that tells the claim, with its words marked; under it how it is told, and by whom. */
function PassageWords({ passage: { reports } }: { readonly passage: Passage }) {
  const [first] = reports
  if (first === undefined) return null
  const { sentence, sentenceText } = first
  const start = Math.min(...reports.map(({ span }) => span.start)) - sentence.start
  const end = Math.max(...reports.map(({ span }) => span.end)) - sentence.start
  const isInside = start >= 0 && start < end && end <= sentenceText.length
  return (
    <div className="passage">
      <blockquote>
        {isInside ? (
          <>
            {sentenceText.slice(0, start)}
            <mark>{sentenceText.slice(start, end)}</mark>
            {sentenceText.slice(end)}
          </>
        ) : (
          sentenceText
        )}
      </blockquote>
      {reports.map((report) => (
        <ReportNotes key={report.id} report={report}>
          {report === reports.at(-1) && sentence.start < sentence.end && (
            <CiteButton
              articleId={first.articleId}
              span={sentence}
              of={strings.citation.in(first.outlet ?? strings.articleList.noOutlet)}
            />
          )}
        </ReportNotes>
      ))}
    </div>
  )
}

function ReportNotes({ report, children }: { readonly report: Report; readonly children: ReactNode }) {
  const { articleId, kind, ordinal, modality, stance, source, addedAt } = report
  return (
    <p className="passage-notes">
      <span
        title={strings.stanceMeaning[stance]}
        className={stance === 'denies' || stance === 'doubts' ? 'dispute' : undefined}
      >
        {stance === 'denies' && modality === 'negated' ? strings.negates : strings.stance[stance]}
      </span>
      <ModalityBadge modality={modality} />
      {addedAt !== null && (
        <span className="muted">
          {strings.claimList.addedAt} <ToldTime at={addedAt} />
        </span>
      )}
      {source !== null && (
        <span title={strings.claimList.inItsWords(source)}>
          <NameLink kind="actor" name={nameSpeaker(report)}>
            {strings.claimList.saidBy(nameSource(report))}
          </NameLink>
        </span>
      )}
      <Link
        to="/articles/$id"
        params={{ id: articleId }}
        search={{}}
        hash={toAnnotationAddress(kind, ordinal)}
      >
        {strings.claimList.openWords}
      </Link>
      {children}
    </p>
  )
}

import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Alteration, SentenceChange, ToldChange } from '../src/records/change.ts'
import type { ChangeView } from './client/articles.ts'
import { cutEdits } from './cut-edits.ts'
import { formatToldTime } from './format-told-time.ts'
import { strings } from './strings.ts'
import './styles/change.css'
import { ToldTime } from './told-time.tsx'

/** One change of one page: whose, between which collects, whether it is admitted, who says what otherwise, the words. */
export function ChangeCard({
  change,
  isHeadless = false,
  isBrief = false,
  children,
}: {
  readonly change: ChangeView
  /** Without the sentences, where it can be told what changed in who says what. */
  readonly isBrief?: boolean
  /** Without outlet and title, where they stand above. */
  readonly isHeadless?: boolean
  /** In place of the sentences. */
  readonly children?: ReactNode
}) {
  const { outlet, title, before, after, fields, told, sentences, sameSentences, isComparable } = change
  const { pageChange } = strings
  return (
    <article className="change-card">
      <header>
        {!isHeadless && (
          <h2>
            <span className="change-outlet">{outlet ?? strings.articleList.noOutlet}</span>{' '}
            <Link to="/articles/$id" params={{ id: after.articleId }} search={{}}>
              {title ?? strings.articleList.untitled}
            </Link>
          </h2>
        )}
        <p className="muted">
          {pageChange.versions(before.n, after.n)}, {pageChange.between} <ToldTime at={before.at} />{' '}
          {pageChange.and} <ToldTime at={after.at} />
          {'; '}
          <Link to="/articles/$id" params={{ id: before.articleId }} search={{}}>
            {pageChange.compare}
          </Link>
          {!isHeadless && (
            <>
              {', '}
              <Link to="/articles/$id" params={{ id: after.articleId }} search={{ compare: 'side' }}>
                {pageChange.sideBySide}
              </Link>
            </>
          )}
        </p>
        <AdmissionLine change={change} />
        {!isComparable && <p className="failed">{pageChange.otherRules}</p>}
      </header>
      {(fields.length > 0 || told.length > 0) && (
        <ul className="told-changes">
          {fields.map(({ field, before: from, after: to }) => (
            <li key={field}>
              <span className="change-kind">{pageChange.field[field]}</span>
              <p>
                {field === 'published' || field === 'modified' ? (
                  <FromTo before={from && formatToldTime(from)} after={to && formatToldTime(to)} />
                ) : (
                  <FromTo before={from} after={to} />
                )}
              </p>
            </li>
          ))}
          {told.map((one) => (
            <li key={`${one.kind} ${one.before?.ordinal} ${one.after?.ordinal}`}>
              <ToldLine told={one} change={change} />
            </li>
          ))}
        </ul>
      )}
      {children}
      {children === undefined && !(isBrief && told.length > 0) && (
        <ol className="sentence-changes">
          {sentences.map((sentence) => (
            <li key={`${sentence.before?.span.start} ${sentence.after?.span.start}`}>
              <span className="change-kind">
                {pageChange.sentence[sentence.change]}
                {sentence.isTrivial && ` (${pageChange.style})`}
              </span>
              <p>
                <ChangedSentence sentence={sentence} />
              </p>
            </li>
          ))}
        </ol>
      )}
      <p className="muted">{pageChange.same(sameSentences)}</p>
    </article>
  )
}

function AdmissionLine({
  change: { admission, isAdmitted, isTrivial, after },
}: {
  readonly change: ChangeView
}) {
  const { pageChange } = strings
  const { kind, words, span } = admission
  if (!isAdmitted && isTrivial) return <p className="muted">{pageChange.style}</p>
  const quoted = isAdmitted && words !== null ? `“${words.trim()}”` : null
  return (
    <p className={isAdmitted ? 'admitted' : 'silent'}>
      {pageChange.admission[kind]}
      {quoted !== null && ': '}
      {quoted !== null && span !== null ? (
        <Link
          to="/articles/$id"
          params={{ id: after.articleId }}
          search={{ words: `${span.start}-${span.end}` }}
        >
          {quoted}
        </Link>
      ) : (
        quoted
      )}
    </p>
  )
}

/** A statement or an event that changed; its words lead to where they stand. */
function ToldLine({ told, change }: { readonly told: ToldChange; readonly change: ChangeView }) {
  const { pageChange } = strings
  const side = told.after ?? told.before
  const articleId = told.after === null ? change.before.articleId : change.after.articleId
  if (side === null) return null
  const who =
    told.kind === 'event'
      ? pageChange.event
      : (side.source?.replace(/[\s,;:]+$/, '') ?? strings.article.nobodyNamed)
  return (
    <>
      <span className="change-kind">{pageChange.told[told.change]}</span>
      <div>
        <p>
          <strong>{who}</strong>{' '}
          <Link
            to="/articles/$id"
            params={{ id: articleId }}
            search={{ words: `${side.span.start}-${side.span.end}` }}
          >
            {side.proposition === '' ? strings.article.noWords : side.proposition}
          </Link>
        </p>
        {told.alterations.length > 0 && (
          <ul className="alterations">
            {told.alterations.map((alteration) => (
              <li key={`${alteration.aspect} ${alteration.before} ${alteration.after}`}>
                <span className="muted">{pageChange.aspect[alteration.aspect]}</span>{' '}
                <FromTo {...inWords(alteration)} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}

const modalities: Readonly<Record<string, string>> = strings.modality

/** How surely, in the desk’s own words. */
function inWords({ aspect, before, after }: Alteration): Pick<Alteration, 'before' | 'after'> {
  const isModality = aspect === 'modality' || aspect === 'hedge-dropped' || aspect === 'hedge-added'
  const name = (value: string | null) =>
    value === null || !isModality ? value : (modalities[value] ?? value)
  return { before: name(before), after: name(after) }
}

function FromTo({ before, after }: { readonly before: string | null; readonly after: string | null }) {
  return (
    <>
      <del>{before ?? strings.pageChange.nothing}</del> → <ins>{after ?? strings.pageChange.nothing}</ins>
    </>
  )
}

/** A sentence with what was cut struck out and what was put in marked, among the words of the later version. */
function ChangedSentence({ sentence }: { readonly sentence: SentenceChange }) {
  if (sentence.change === 'moved') return <>{sentence.after?.text}</>
  return (
    <>
      {cutEdits(sentence).map(({ kind, words, at }) =>
        kind === 'same' ? (
          words
        ) : kind === 'cut' ? (
          <del key={`cut ${at}`}>{words}</del>
        ) : (
          <ins key={at}>{words}</ins>
        ),
      )}
    </>
  )
}

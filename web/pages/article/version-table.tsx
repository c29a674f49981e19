import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import type { SentenceChange, WordEdit } from '../../../src/records/change.ts'
import type { Span } from '../../../src/records/span.ts'
import { type ArticleView, articleQuery, type ChangeView } from '../../client/articles.ts'
import { strings } from '../../strings.ts'
import { lineUpVersions, type VersionRow } from './line-up-versions.ts'

const { versions: words, pageChange } = strings

/** Two versions of a text side by side, sentence by sentence; where they are the same they are folded. */
export function VersionTable({ change }: { readonly change: ChangeView }) {
  const before = useQuery(articleQuery(change.before.articleId))
  const after = useQuery(articleQuery(change.after.articleId))
  const error = before.error ?? after.error
  if (error) return <p className="failed">{error.message}</p>
  if (!before.data || !after.data) return <p className="muted">{strings.loading}</p>
  return <LinedUp change={change} before={before.data} after={after.data} />
}

function LinedUp({
  change,
  before: { article: earlier },
  after: { article: later, reading },
}: {
  readonly change: ChangeView
  readonly before: ArticleView
  readonly after: ArticleView
}) {
  const { sentences } = change
  const rows = useMemo(
    () => lineUpVersions(sentences, earlier.text, later.text),
    [sentences, earlier.text, later.text],
  )
  const side = (n: number) => words.version(n)
  return (
    <table className="version-table">
      <caption className="unseen">{words.besideOf(change.before.n, change.after.n)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.what}</th>
          <th scope="col">{side(change.before.n)}</th>
          <th scope="col">{side(change.after.n)}</th>
        </tr>
      </thead>
      <tbody lang={later.language ?? undefined}>
        {rows.map((row) =>
          row.kind === 'same' ? (
            <SameRow
              key={`same ${row.span.start}`}
              span={row.span}
              text={later.text}
              sentences={reading?.sentences ?? []}
            />
          ) : (
            <ChangedRow key={keyOf(row)} sentence={row.sentence} sides={[change.before.n, change.after.n]} />
          ),
        )}
      </tbody>
    </table>
  )
}

const keyOf = ({ sentence: { before, after } }: Extract<VersionRow, { kind: 'change' }>) =>
  `${before?.span.start} ${after?.span.start}`

function SameRow({
  span,
  text,
  sentences,
}: {
  readonly span: Span
  readonly text: string
  readonly sentences: readonly Span[]
}) {
  const n = sentences.filter(({ start, end }) => start < span.end && end > span.start).length
  return (
    <tr className="version-same">
      <td colSpan={3}>
        <details>
          <summary>{words.same(n)}</summary>
          <p>{text.slice(span.start, span.end)}</p>
        </details>
      </td>
    </tr>
  )
}

function ChangedRow({
  sentence,
  sides: [from, to],
}: {
  readonly sentence: SentenceChange
  /** The numbers of the versions. */
  readonly sides: readonly [number, number]
}) {
  const { before, after, edits, change, isTrivial } = sentence
  const isWhole = change === 'added' || change === 'removed'
  return (
    <tr>
      <th scope="row" className="change-kind" lang="en">
        {pageChange.sentence[change]}
        {isTrivial && ` (${pageChange.style})`}
      </th>
      <td data-side={words.version(from)}>
        {before &&
          markEdits('del', before, isWhole ? [before.span] : edits.map((edit: WordEdit) => edit.before))}
      </td>
      <td data-side={words.version(to)}>
        {after && markEdits('ins', after, isWhole ? [after.span] : edits.map((edit: WordEdit) => edit.after))}
      </td>
    </tr>
  )
}

/** The words of one version, with those marked that the other has not. */
function markEdits(
  Mark: 'del' | 'ins',
  { span, text }: NonNullable<SentenceChange['before']>,
  changed: readonly Span[],
): ReactNode[] {
  const pieces: ReactNode[] = []
  let at = span.start
  for (const { start, end } of changed) {
    if (start === end) continue
    pieces.push(
      text.slice(at - span.start, start - span.start),
      <Mark key={start}>{text.slice(start - span.start, end - span.start)}</Mark>,
    )
    at = end
  }
  return [...pieces, text.slice(at - span.start)]
}

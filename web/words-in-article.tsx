import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Span } from '../src/records/span.ts'
import { articleQuery } from './client/articles.ts'
import { strings } from './strings.ts'

/** Words of an article in the sentence that they stand in, marked, with the way to them. */
export function WordsInArticle({
  articleId,
  span,
}: {
  readonly articleId: string
  /** Null where the page and not its text says so. */
  readonly span: Span | null
}) {
  const { data, isError, error } = useQuery(articleQuery(articleId))
  if (isError) return <p className="muted">{error.message}</p>
  if (!data) return <p className="muted">{strings.loading}</p>
  const { article, reading } = data
  const where = (
    <p className="passage-notes">
      <span>{article.outlet ?? strings.articleList.noOutlet}</span>
      <span className="muted">{article.title ?? strings.articleList.untitled}</span>
      <Link
        to="/articles/$id"
        params={{ id: articleId }}
        search={span === null ? {} : { words: `${span.start}-${span.end}` }}
      >
        {span === null ? strings.claim.toArticle : strings.claimList.openWords}
      </Link>
    </p>
  )
  if (span === null)
    return (
      <>
        <p className="muted">{strings.claim.onThePage}</p>
        {where}
      </>
    )
  const { start, end } = widen(span, reading?.sentences ?? [])
  return (
    <>
      <blockquote lang={article.language ?? undefined}>
        {article.text.slice(start, span.start)}
        <mark>{article.text.slice(span.start, span.end)}</mark>
        {article.text.slice(span.end, end)}
      </blockquote>
      {where}
    </>
  )
}

/** From the beginning of the sentence that the words begin in to the end of the one that they end in. */
function widen(span: Span, sentences: readonly Span[]): Span {
  const touched = sentences.filter(({ start, end }) => start < span.end && end > span.start)
  return {
    start: Math.min(span.start, touched[0]?.start ?? span.start),
    end: Math.max(span.end, touched.at(-1)?.end ?? span.end),
  }
}

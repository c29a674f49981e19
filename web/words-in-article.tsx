import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Span } from '../src/records/span.ts'
import { CiteButton } from './citation/cite-button.tsx'
import { articleQuery } from './client/articles.ts'
import { strings } from './strings.ts'
import { widenToSentences } from './widen-to-sentences.ts'

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
  const cited = span === null ? null : widenToSentences(span, reading?.sentences ?? [])
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
      <CiteButton
        articleId={articleId}
        span={cited}
        of={cited === null ? strings.citation.theArticle : strings.citation.theseWords}
      />
    </p>
  )
  if (span === null || cited === null)
    return (
      <>
        <p className="muted">{strings.claim.onThePage}</p>
        {where}
      </>
    )
  const { start, end } = cited
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

import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type CopiesView, copiesQuery } from '../../client/articles.ts'
import { storyOfArticleQuery } from '../../client/stories.ts'
import { strings } from '../../strings.ts'

type Copy = CopiesView['copies'][number]

/** Which story an article belongs to, what it copies and what copies it; each copy can be marked in the text. */
export function WeighedLine({
  articleId,
  shared,
}: {
  readonly articleId: string
  /** The article whose shared words are marked, as it stands in the address. */
  readonly shared: string | undefined
}) {
  const { data: story } = useQuery(storyOfArticleQuery(articleId))
  const { data } = useQuery(copiesQuery(articleId))
  const copies = data?.copies ?? []
  if (!story && copies.length === 0) return null
  return (
    <ul className="weighed-line">
      {story && (
        <li>
          {strings.copies.story}{' '}
          <Link to="/stories/$id" params={{ id: story.id }}>
            {story.title ?? strings.articleList.untitled}
          </Link>{' '}
          <span className="muted">
            {strings.counted.articles(story.articles.length)}, {strings.counted.outlets(story.outlets.length)}
          </span>
        </li>
      )}
      {copies.map((copy) => (
        <CopyLine
          key={`${copy.of} ${copy.by}`}
          copy={copy}
          articles={data?.articles ?? []}
          articleId={articleId}
          shared={shared}
        />
      ))}
    </ul>
  )
}

function CopyLine({
  copy,
  articles,
  articleId,
  shared,
}: {
  readonly copy: Copy
  readonly articles: CopiesView['articles']
  readonly articleId: string
  readonly shared: string | undefined
}) {
  const navigate = useNavigate({ from: '/articles/$id' })
  const isCopy = copy.by === articleId
  const otherId = isCopy ? copy.of : copy.by
  const other = articles.find(({ id }) => id === otherId)
  const isShared = shared === otherId
  return (
    <li>
      {describeCopy(copy, isCopy)}{' '}
      <Link to="/articles/$id" params={{ id: otherId }} search={{}}>
        {other?.title ?? strings.articleList.untitled}
      </Link>{' '}
      <span className="muted">
        {other?.outlet ?? strings.articleList.noOutlet},{' '}
        {isCopy ? strings.copies.share(copy.share) : strings.copies.shareOfOriginal(copy.shareOfOriginal)}
        {copy.direction.taken !== 'from-of' && `; ${strings.copies.taken[copy.direction.taken]}`}
      </span>{' '}
      <button
        type="button"
        className="quiet-button mark-shared-switch"
        aria-pressed={isShared}
        onClick={() =>
          void navigate({
            to: '.',
            search: ({ shared: _before, ...search }) => (isShared ? search : { ...search, shared: otherId }),
            replace: true,
            resetScroll: false,
          })
        }
      >
        {isShared ? strings.copies.unmark : strings.copies.mark}
      </button>
    </li>
  )
}

/** “Reprints”, “Reprinted as”; where it is not told who took from whom, no more than that both share words. */
function describeCopy({ kind, direction }: Copy, isCopy: boolean): string {
  const isWire = kind === 'reprint' || kind === 'partial'
  if (isWire && direction.taken !== 'from-of') return strings.copies.sharesWith
  return isCopy ? strings.copies.copies[kind] : strings.copies.copiedAs[kind]
}

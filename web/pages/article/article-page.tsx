import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Reading } from '../../../src/records/reading.ts'
import type { Span } from '../../../src/records/span.ts'
import { CiteButton } from '../../citation/cite-button.tsx'
import { articleQuery, type CopiesView, copiesQuery } from '../../client/articles.ts'
import { NameLink } from '../../name-link.tsx'
import { PublicationTime } from '../../publication-time.tsx'
import { strings } from '../../strings.ts'
import { toSafeLink } from '../../to-safe-link.ts'
import { Trouble } from '../../trouble.tsx'
import { useTitle } from '../../use-title.ts'
import './article.css'
import { ArticleReader } from './article-reader.tsx'
import { ArticleRecord } from './article-record.tsx'
import { LayerSwitches } from './layer-switches.tsx'
import { parseHidden } from './layers.ts'
import { parseWords } from './parse-words.ts'
import { ProblemList } from './problem-list.tsx'
import { SentenceReader } from './sentence-reader.tsx'
import { VersionLine } from './version-line.tsx'
import { ViewSwitch } from './view-switch.tsx'
import { WeighedLine } from './weighed-line.tsx'

const route = getRouteApi('/articles/$id')

const nothingRead: Reading = {
  mode: 'full',
  stages: [],
  sentences: [],
  mentions: [],
  references: [],
  actors: [],
  times: [],
  statements: [],
  events: [],
  loadedWords: [],
  problems: [],
}

/** One article: its words with what was read marked in them, what was read as a list, and where it comes from. */
export function ArticlePage() {
  const { id } = route.useParams()
  const { hide, sentence, words, shared, compare } = route.useSearch()
  const query = useQuery(articleQuery(id))
  const copies = useQuery({ ...copiesQuery(id), enabled: shared !== undefined })
  useTitle(query.data?.article.title ?? strings.articles)
  const length = query.data?.article.text.length ?? 0
  const pointed = useMemo(() => parseWords(words, length), [words, length])
  const sharedSpans = useMemo(() => findShared(copies.data, id, shared), [copies.data, id, shared])

  if (query.isError && !query.data) return <Trouble error={query.error} retry={() => query.refetch()} />
  if (!query.data) return <p className="page muted">{strings.loading}</p>
  const { article, reading, document } = query.data
  const url = toSafeLink(article.url)
  const hidden = parseHidden(hide)
  const record = <ArticleRecord article={article} reading={reading} document={document} />
  return (
    <article className="page article">
      <header className="article-head">
        <p className="article-outlet">
          <span>
            <NameLink kind="outlet" name={article.outlet}>
              {article.outlet ?? strings.articleList.noOutlet}
            </NameLink>
          </span>
          <PublicationTime date={article.publishedAt} detail="full" />
          {article.publishedAt && (
            <span className="muted">
              {strings.datePrecision[article.publishedAt.precision]},{' '}
              {strings.dateBasis[article.publishedAt.basis]}
            </span>
          )}
        </p>
        <h1 lang={article.language ?? undefined}>{article.title ?? strings.articleList.untitled}</h1>
        <p className="article-byline">
          {article.byline !== null && (
            <span>
              {strings.article.by} {article.byline}
            </span>
          )}
          {url !== null && (
            <a className="article-url" href={url} rel="noreferrer external">
              {url}
            </a>
          )}
          <Link to="/claims" search={{ article: article.id }}>
            {strings.article.claims}
          </Link>
          <CiteButton key={article.id} articleId={article.id} span={null} of={strings.citation.theArticle} />
        </p>
        <VersionLine key={article.id} articleId={article.id} compare={compare} />
        <WeighedLine articleId={article.id} shared={shared} />
        <ProblemList problems={[...article.problems, ...(reading?.problems ?? [])]} />
        {reading === null ? (
          <p className="muted">{strings.article.neverRead}</p>
        ) : (
          <div className="view-row">
            <LayerSwitches hidden={hidden} />
            <ViewSwitch reading={reading} sentence={sentence} />
          </div>
        )}
      </header>
      {reading === null || sentence === undefined ? (
        <ArticleReader
          article={article}
          reading={reading ?? nothingRead}
          hidden={hidden}
          pointed={pointed}
          shared={sharedSpans}
          record={record}
        />
      ) : (
        <SentenceReader
          article={article}
          reading={reading}
          hidden={hidden}
          sentence={sentence}
          record={record}
        />
      )}
    </article>
  )
}

/** The words of an article that stand in the other one, too, as its copies have them. */
function findShared(view: CopiesView | undefined, articleId: string, otherId: string | undefined): Span[] {
  return (view?.copies ?? [])
    .filter(({ of, by }) => of === otherId || by === otherId)
    .flatMap(({ basis, by }) => basis.map((words) => (by === articleId ? words.by : words.of)))
}

import { Link } from '@tanstack/react-router'
import type { StoryOutlet } from '../../../src/records/story-outlet.ts'
import { nameSource } from '../../claim-source.tsx'
import type { StoryView } from '../../client/stories.ts'
import { PublicationTime } from '../../publication-time.tsx'
import { strings } from '../../strings.ts'
import { toAnnotationAddress } from '../article/annotation-address.ts'
import { CopyDifferences } from './copy-differences.tsx'
import { LoadedWord } from './loaded-word.tsx'
import { ShortList } from './short-list.tsx'

const { story: words } = strings

/**
 * The outlets of a story side by side: what each alone has, what it lacks that most others have, its loaded words. One
 * that only copies has no card: it stands under what it copies.
 */
export function OutletCards({ view: { articles, outlets } }: { readonly view: StoryView }) {
  return (
    <ul className="story-articles">
      {outlets
        .filter(({ isCopy }) => !isCopy)
        .map((outlet) => (
          <li key={outlet.outlet}>
            <OutletCard outlet={outlet} outlets={outlets} articles={articles} />
          </li>
        ))}
    </ul>
  )
}

function OutletCard({
  outlet,
  outlets,
  articles,
}: {
  readonly outlet: StoryOutlet
  readonly outlets: readonly StoryOutlet[]
  readonly articles: StoryView['articles']
}) {
  const own = new Set(outlet.articles)
  return (
    <>
      <h3 className="story-outlet">{outlet.outlet ?? strings.articleList.noOutlet}</h3>
      {articles.flatMap(({ article, copies }) => [
        ...(own.has(article.id) ? [<Headline key={article.id} article={article} />] : []),
        ...copies.flatMap(({ article: copying, copy }) =>
          own.has(copying.id) && !own.has(article.id)
            ? [
                <Headline key={copying.id} article={copying}>
                  {strings.copies.copies[copy.kind]} {article.outlet ?? strings.articleList.noOutlet}
                </Headline>,
              ]
            : [],
        ),
      ])}
      <p className="muted">{strings.counted.claims(outlet.claims)}</p>
      {articles
        .filter(({ article }) => own.has(article.id))
        .flatMap(({ copies }) => copies)
        .map(({ article: copying, copy }) => (
          <CopyDifferences
            key={copying.id}
            copying={copying}
            copy={copy}
            loaded={
              outlets
                .find(({ isCopy, articles }) => isCopy && articles.includes(copying.id))
                ?.loaded.filter(({ articleId }) => articleId === copying.id) ?? []
            }
          />
        ))}
      <ShortList heading={words.onlyHere} meaning={words.onlyHereMeaning} items={outlet.alone.map(toAlone)} />
      <ShortList heading={words.notHere} meaning={words.notHereMeaning} items={outlet.lacks.map(toLack)} />
      <ShortList
        heading={words.loaded}
        meaning={words.loadedMeaning}
        items={outlet.loaded.map((telling) => ({
          key: `${telling.articleId} ${telling.span.start}`,
          shown: <LoadedWord telling={telling} />,
        }))}
      />
    </>
  )
}

function Headline({
  article,
  children,
}: {
  readonly article: StoryView['articles'][number]['article']
  readonly children?: React.ReactNode
}) {
  return (
    <p className="story-headline">
      <Link to="/articles/$id" params={{ id: article.id }} search={{}} className="story-title quiet-link">
        {article.title ?? strings.articleList.untitled}
      </Link>{' '}
      <PublicationTime date={article.publishedAt} detail="short" />
      {children && <span className="muted"> {children}</span>}
    </p>
  )
}

const toAlone = ({ claim, articleId, ordinal, copiedBy, elsewhere }: StoryOutlet['alone'][number]) => ({
  key: claim.id,
  shown: (
    <>
      <Told claim={claim} />{' '}
      <Link
        to="/articles/$id"
        params={{ id: articleId }}
        search={{}}
        hash={toAnnotationAddress(claim.kind, ordinal)}
        className="muted"
      >
        {words.words}
      </Link>
      {copiedBy.length > 0 && <span className="told-by">{words.copiedBy(copiedBy)}</span>}
      {elsewhere > 0 && <span className="told-by">{words.elsewhere(elsewhere)}</span>}
    </>
  ),
})

const toLack = ({ claim, toldBy }: StoryOutlet['lacks'][number]) => ({
  key: claim.id,
  shown: (
    <>
      <Told claim={claim} />
      <span className="told-by">{words.toldBy(toldBy)}</span>
    </>
  ),
})

function Told({ claim }: { readonly claim: StoryOutlet['alone'][number]['claim'] }) {
  return (
    <>
      {claim.source !== null && <span className="muted">{nameSource(claim)}: </span>}
      <Link to="/claims/$id" params={{ id: claim.id }} className="quiet-link">
        {claim.proposition}
      </Link>
    </>
  )
}

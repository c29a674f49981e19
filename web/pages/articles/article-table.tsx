import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import type { ArticleSummary } from '../../../src/records/article-summary.ts'
import { PublicationTime } from '../../publication-time.tsx'
import { strings } from '../../strings.ts'
import { useRowKeys } from '../../use-row-keys.ts'

/** The articles as a table; j, k and the arrows go from title to title. */
export function ArticleTable({ articles }: { readonly articles: readonly ArticleSummary[] }) {
  const body = useRef<HTMLTableSectionElement>(null)
  useRowKeys(body, 'a')
  return (
    <table className="rows article-table">
      <thead>
        <tr>
          <th scope="col">{strings.articleList.date}</th>
          <th scope="col">{strings.articleList.outlet}</th>
          <th scope="col">{strings.articleList.title}</th>
          <th scope="col" className="number">
            {strings.articleList.statements}
          </th>
          <th scope="col" className="number">
            {strings.articleList.events}
          </th>
          <th scope="col" className="number">
            {strings.articleList.problems}
          </th>
        </tr>
      </thead>
      <tbody ref={body}>
        {articles.map((article) => (
          <tr key={article.id}>
            <td className="date">
              <PublicationTime date={article.publishedAt} detail="short" />
            </td>
            <td className="outlet">
              {article.outlet ?? <span className="muted">{strings.articleList.noOutlet}</span>}
            </td>
            <th scope="row" className="title">
              <Link to="/articles/$id" params={{ id: article.id }} search={{}}>
                {article.title ?? strings.articleList.untitled}
              </Link>
            </th>
            <Count n={article.statements} inWords={strings.counted.statements} />
            <Count n={article.events} inWords={strings.counted.events} />
            <Count n={article.problems} inWords={strings.counted.problems} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A number in its column; where the columns fold, at narrow widths, it is said in words. */
function Count({ n, inWords }: { readonly n: number; readonly inWords: (n: number) => string }) {
  return (
    <td className={n === 0 ? 'number zero' : 'number'} data-words={inWords(n)}>
      <span>{n === 0 ? strings.none : n}</span>
    </td>
  )
}

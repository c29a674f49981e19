import type { Article } from '../../../src/records/article.ts'
import type { Reading } from '../../../src/records/reading.ts'
import type { ArticleView } from '../../client/articles.ts'
import { strings } from '../../strings.ts'
import { toSafeLink } from '../../to-safe-link.ts'
import { groupDropped } from './group-dropped.ts'

/** Where the article comes from and what was done to it: credits, what was left out, stages, document. */
export function ArticleRecord({
  article,
  reading,
  document,
}: {
  readonly article: Article
  readonly reading: Reading | null
  readonly document: ArticleView['document']
}) {
  return (
    <footer className="article-record">
      {article.credits.length > 0 && (
        <details open>
          <summary>{strings.article.credits(article.credits.length)}</summary>
          <ul>
            {article.credits.map((credit) => {
              const url = toSafeLink(credit.url)
              return (
                <li key={credit.text}>
                  <span className="muted">{strings.article.creditOf[credit.of]}</span>{' '}
                  {[credit.title, credit.author, credit.agency, credit.licence]
                    .filter((part) => part !== null)
                    .join(' · ') || credit.text}{' '}
                  {url !== null && (
                    <a href={url} rel="noreferrer external">
                      {url}
                    </a>
                  )}
                </li>
              )
            })}
          </ul>
        </details>
      )}
      {article.dropped.length > 0 && (
        <details>
          <summary>{strings.article.dropped(article.dropped.length)}</summary>
          <dl className="dropped">
            {groupDropped(article.dropped).map(({ reason, texts }) => (
              <div key={reason}>
                <dt>
                  {strings.dropReason[reason]} <span className="muted">{texts.length}</span>
                </dt>
                {texts.map((text, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: pieces repeat and never move.
                  <dd key={i}>{text}</dd>
                ))}
              </div>
            ))}
          </dl>
        </details>
      )}
      <details>
        <summary>{strings.article.provenance}</summary>
        <dl className="provenance">
          <Entry term={strings.article.extracted} values={article.stages} />
          <Entry term={strings.article.read} values={reading?.stages ?? []} />
          <Entry term={strings.article.language} values={[article.language ?? strings.unknown]} />
          <Entry term={strings.article.articleId} values={[article.id]} />
          <Entry term={strings.article.document} values={[document.id]} />
          <Entry term={strings.article.mediaType} values={[document.mediaType ?? strings.unknown]} />
          <Entry term={strings.article.size} values={[strings.article.bytes(document.sizeBytes)]} />
          <Entry
            term={strings.article.sightings}
            values={document.sightings.map(
              ({ where, collectedAt, lastCollectedAt }) =>
                `${where} · ${collectedAt === lastCollectedAt ? collectedAt : `${collectedAt} – ${lastCollectedAt}`}`,
            )}
          />
        </dl>
      </details>
    </footer>
  )
}

function Entry({ term, values }: { readonly term: string; readonly values: readonly string[] }) {
  return (
    <div>
      <dt>{term}</dt>
      {values.map((value) => (
        <dd key={value}>
          <code>{value}</code>
        </dd>
      ))}
    </div>
  )
}

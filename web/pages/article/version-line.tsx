import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Page } from '../../../src/records/page.ts'
import { ChangeCard } from '../../change-card.tsx'
import { versionChangeQuery, versionsQuery } from '../../client/articles.ts'
import { strings } from '../../strings.ts'
import { ToldTime } from '../../told-time.tsx'
import { VersionTable } from './version-table.tsx'

/** Which version of its page an article is, and what every version changed; nothing where there is but one. */
export function VersionLine({
  articleId,
  compare,
}: {
  readonly articleId: string
  /** As it stands in the address: `side` puts versions side by side, and either opens them. */
  readonly compare: string | undefined
}) {
  const { data: page } = useQuery(versionsQuery(articleId))
  const [isOpen, setOpen] = useState(compare !== undefined)
  const own = page?.versions.findLast((version) => version.articleId === articleId)
  if (!page || !own || page.versions.length < 2) return null
  const { versions } = strings
  const newest = page.versions.at(-1)
  return (
    <>
      {newest && newest.articleId !== articleId && (
        <p className="superseded">
          {versions.superseded}{' '}
          <Link to="/articles/$id" params={{ id: newest.articleId }} search={{}}>
            {versions.newest}
          </Link>
        </p>
      )}
      <details className="versions" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          {versions.line(own.n, page.versions.length)}, {versions.changed(page.versions.length - 1)}
        </summary>
        {isOpen && (
          <>
            <CompareSwitch isBeside={compare === 'side'} />
            <VersionList page={page} articleId={articleId} isBeside={compare === 'side'} />
          </>
        )}
      </details>
    </>
  )
}

/** How versions are compared; it stands in the address. */
function CompareSwitch({ isBeside }: { readonly isBeside: boolean }) {
  const { versions } = strings
  return (
    <nav className="view-switch" aria-label={versions.compare}>
      {(['inline', 'side'] as const).map((compare) => (
        <Link
          key={compare}
          from="/articles/$id"
          to="."
          search={(search) => ({ ...search, compare })}
          hash={true}
          replace
          resetScroll={false}
          activeOptions={{ exact: true }}
          aria-current={(compare === 'side') === isBeside ? 'page' : undefined}
        >
          {versions.compareAs[compare]}
        </Link>
      ))}
    </nav>
  )
}

function VersionList({
  page,
  articleId,
  isBeside,
}: {
  readonly page: Page
  readonly articleId: string
  readonly isBeside: boolean
}) {
  const { versions } = strings
  const others = page.addresses.filter((address) => address !== page.address)
  return (
    <>
      <ol className="version-list">
        {page.versions.toReversed().map((version) => (
          <li key={version.n}>
            <p>
              {version.articleId === articleId ? (
                <strong>{versions.line(version.n, page.versions.length)}</strong>
              ) : (
                <Link to="/articles/$id" params={{ id: version.articleId }} search={{}}>
                  {versions.line(version.n, page.versions.length)}
                </Link>
              )}{' '}
              <span className="muted">
                {versions.seen} <ToldTime at={version.firstSeenAt} />
                {version.lastSeenAt !== version.firstSeenAt && (
                  <>
                    {' – '}
                    <ToldTime at={version.lastSeenAt} />
                  </>
                )}
                {version.isCurrent && `; ${versions.current}`}
              </span>
            </p>
            {version.n > 1 && (
              <VersionChange articleId={version.articleId} n={version.n} isBeside={isBeside} />
            )}
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <p className="muted other-addresses">
          {versions.also} {others.join(', ')}
        </p>
      )}
    </>
  )
}

function VersionChange({
  articleId,
  n,
  isBeside,
}: {
  readonly articleId: string
  readonly n: number
  readonly isBeside: boolean
}) {
  const { data, error } = useQuery(versionChangeQuery(articleId, n))
  if (error) return <p className="muted">{error.message}</p>
  if (!data) return <p className="muted">{strings.loading}</p>
  return (
    <ChangeCard change={data} isHeadless>
      {isBeside ? <VersionTable change={data} /> : undefined}
    </ChangeCard>
  )
}

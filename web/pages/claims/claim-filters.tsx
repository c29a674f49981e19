import { Link, useNavigate } from '@tanstack/react-router'
import { SearchField } from '../../search-field.tsx'
import { strings } from '../../strings.ts'

/** What chooses claims, as the address has it. */
export interface ClaimSearch {
  readonly words?: string
  readonly article?: string
  readonly story?: string
  readonly origins?: string
  readonly disputed?: string
}

/** What narrows the list of claims; all of it stands in the address. */
export function ClaimFilterBar({ search }: { readonly search: ClaimSearch }) {
  const navigate = useNavigate()
  const { claimList } = strings
  const choose = (name: keyof ClaimSearch, value: string | undefined) => {
    const { [name]: _before, ...others } = search
    void navigate({
      to: '/claims',
      search: value === undefined ? others : { ...others, [name]: value },
      replace: true,
    })
  }
  return (
    <div className="claim-filters">
      <SearchField
        words={search.words ?? ''}
        label={claimList.search}
        placeholder={claimList.searchPlaceholder}
        onSearch={(words) => choose('words', words === '' ? undefined : words)}
      />
      <label>
        <input
          type="checkbox"
          checked={search.origins !== undefined}
          onChange={(event) => choose('origins', event.target.checked ? '2' : undefined)}
        />
        {claimList.twoOrigins}
      </label>
      <label>
        <input
          type="checkbox"
          checked={search.disputed !== undefined}
          onChange={(event) => choose('disputed', event.target.checked ? 'true' : undefined)}
        />
        {claimList.disputed}
      </label>
      {search.story !== undefined && (
        <span className="chosen-filter">
          <Link to="/stories/$id" params={{ id: search.story }}>
            {claimList.ofStory}
          </Link>
          <button type="button" className="quiet-button" onClick={() => choose('story', undefined)}>
            {claimList.anyStory}
          </button>
        </span>
      )}
      {search.article !== undefined && (
        <span className="chosen-filter">
          <Link to="/articles/$id" params={{ id: search.article }} search={{}}>
            {claimList.ofArticle}
          </Link>
          <button type="button" className="quiet-button" onClick={() => choose('article', undefined)}>
            {claimList.anyArticle}
          </button>
        </span>
      )}
    </div>
  )
}

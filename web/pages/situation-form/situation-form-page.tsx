import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import type { SituationDraft } from '../../../src/records/situation.ts'
import { previewQuery, putSituation, situationQuery } from '../../client/situations.ts'
import { strings } from '../../strings.ts'
import { Trouble } from '../../trouble.tsx'
import { useTitle } from '../../use-title.ts'
import { useUser } from '../../use-user.ts'
import { emptyQuery, isEmptyQuery } from './empty-query.ts'
import { QueryFields } from './query-fields.tsx'
import './situation-form.css'
import { SituationPreview } from './situation-preview.tsx'

const { situationForm } = strings
const newRoute = getRouteApi('/situations/new')
const editRoute = getRouteApi('/situations/$id/edit')

/** A situation that is yet to be made; `q` in the address is a search that it is made from. */
export function NewSituationPage() {
  const { q } = newRoute.useSearch()
  const searched = useQuery({ ...previewQuery({ q: q ?? '' }), enabled: q !== undefined })
  useTitle(situationForm.newTitle)
  if (searched.error) return <Trouble error={searched.error} retry={() => searched.refetch()} />
  if (q !== undefined && searched.data === undefined) return <p className="page muted">{strings.loading}</p>
  return (
    <SituationForm
      key={q}
      id={null}
      title={situationForm.newTitle}
      from={{ name: q ?? '', query: searched.data?.query ?? emptyQuery }}
      problems={searched.data?.problems ?? []}
    />
  )
}

/** A situation that is followed, to be given another name or query. */
export function EditSituationPage() {
  const { id } = editRoute.useParams()
  const { data, error, refetch } = useQuery(situationQuery(id))
  const title = situationForm.editTitle(data?.name ?? '')
  useTitle(title)
  if (error) return <Trouble error={error} retry={() => refetch()} />
  if (data === undefined) return <p className="page muted">{strings.loading}</p>
  const { name, query } = data
  return <SituationForm key={data.id} id={data.id} title={title} from={{ name, query }} problems={[]} />
}

function SituationForm({
  id,
  title,
  from,
  problems,
}: {
  readonly id: string | null
  readonly title: string
  readonly from: SituationDraft
  /** What of the search that it is made from was not understood. */
  readonly problems: readonly string[]
}) {
  const fieldId = useId()
  const { isKnown, may } = useUser()
  const mayReview = may('review')
  const navigate = useNavigate()
  const client = useQueryClient()
  const [name, setName] = useState(from.name)
  const [query, setQuery] = useState(from.query)
  const [isTried, setTried] = useState(false)
  const saving = useMutation({
    mutationFn: (draft: SituationDraft) => putSituation(id, draft),
    onSuccess: async (situation) => {
      await Promise.all(
        ['situations', 'situation', 'situation-news', 'outlet-matrix'].map((key) =>
          client.invalidateQueries({ queryKey: [key] }),
        ),
      )
      await navigate({ to: '/situations/$id', params: { id: situation.id }, search: {} })
    },
  })
  const trouble =
    name.trim() === ''
      ? situationForm.needsName
      : isEmptyQuery(query)
        ? situationForm.needsQuery
        : (saving.error?.message ?? null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (name.trim() === '' || isEmptyQuery(query) || saving.isPending || !mayReview) return
    saving.mutate({ name: name.trim(), query })
  }
  return (
    <div className="page situation-form-page">
      <form className="situation-form" onSubmit={submit}>
        <h1>{title}</h1>
        <p className="muted">{situationForm.lead}</p>
        {problems.map((problem) => (
          <p key={problem} className="failed">
            {problem}
          </p>
        ))}
        <div className="field">
          <label htmlFor={`${fieldId}-name`}>{situationForm.name}</label>
          <input
            id={`${fieldId}-name`}
            type="text"
            value={name}
            maxLength={200}
            autoComplete="off"
            placeholder={situationForm.namePlaceholder}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <QueryFields query={query} onChange={setQuery} />
        <p className="form-acts">
          <button type="submit" disabled={saving.isPending || !mayReview}>
            {id === null ? situationForm.save : situationForm.saveEdit}
          </button>
          {id === null ? (
            <Link to="/situations">{situationForm.cancel}</Link>
          ) : (
            <Link to="/situations/$id" params={{ id }} search={{}}>
              {situationForm.cancel}
            </Link>
          )}
        </p>
        {isKnown && !mayReview && <p className="muted">{strings.readersOnly.situations}</p>}
        {isTried && trouble !== null && (
          <p className="failed" role="alert">
            {trouble}
          </p>
        )}
      </form>
      <SituationPreview query={query} />
    </div>
  )
}

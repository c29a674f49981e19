import { useMutation, useQueryClient } from '@tanstack/react-query'
import { startCollecting } from '../../client/collecting.ts'
import { readExample } from '../../client/example.ts'
import { useNews } from '../../live/news.ts'
import { strings } from '../../strings.ts'
import { FollowForm } from '../feeds/follow-form.tsx'

const { emptyLedger } = strings

/** What stands over the drop zone before the first article; alone for who may add none. */
export function EmptyLedgerHead({ mayAdd }: { readonly mayAdd: boolean }) {
  return (
    <header className="empty-ledger">
      <h1>{emptyLedger.heading}</h1>
      {mayAdd && <p>{emptyLedger.lead}</p>}
    </header>
  )
}

/** The other ways to begin: the example, an address, the command line. */
export function OtherBeginnings() {
  const client = useQueryClient()
  const example = useMutation({ mutationFn: readExample, onSettled: () => client.invalidateQueries() })
  const steps = useNews((news) => news.example)
  return (
    <div className="empty-ledger beginnings">
      <section>
        <h2>{emptyLedger.example}</h2>
        <p className="muted">{emptyLedger.exampleMeaning}</p>
        <p>
          <button type="button" disabled={example.isPending} onClick={() => example.mutate()}>
            {emptyLedger.readExample}
          </button>{' '}
          {example.isPending && (
            <progress
              aria-label={emptyLedger.example}
              max={steps?.all ?? 1}
              {...(steps === null ? {} : { value: steps.done })}
            />
          )}
        </p>
        {example.error && (
          <p className="failed" role="alert">
            {example.error.message}
          </p>
        )}
      </section>
      <section>
        <h2>{emptyLedger.follow}</h2>
        <p className="muted">{emptyLedger.followMeaning}</p>
        <FollowForm onFollowed={() => startCollecting(null)} />
      </section>
      <section>
        <h2>{emptyLedger.add}</h2>
        <code>{emptyLedger.addCommand}</code>
      </section>
    </div>
  )
}

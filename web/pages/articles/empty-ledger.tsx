import { strings } from '../../strings.ts'

/** What stands over the drop zone before the first article. */
export function EmptyLedgerHead() {
  return (
    <header className="empty-ledger">
      <h1>{strings.emptyLedger.heading}</h1>
      <p>{strings.emptyLedger.lead}</p>
    </header>
  )
}

/** The other ways to begin, under the drop zone. */
export function EmptyLedgerCommands() {
  return (
    <dl className="empty-ledger">
      <dt>{strings.emptyLedger.add}</dt>
      <dd>
        <code>{strings.emptyLedger.addCommand}</code>
      </dd>
      <dt>{strings.emptyLedger.demo}</dt>
      <dd>
        <code>{strings.emptyLedger.demoCommand}</code>
      </dd>
    </dl>
  )
}

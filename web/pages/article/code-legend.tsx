import type { Reading } from '../../../src/records/reading.ts'
import { strings } from '../../strings.ts'

/** What the codes of this article’s events mean: only those that stand in it. */
export function CodeLegend({ reading }: { readonly reading: Reading }) {
  const types = new Set(reading.events.map(({ type }) => type))
  const modes = new Set(reading.events.flatMap(({ auxiliaries }) => auxiliaries))
  const codes = new Set(
    reading.events
      .flatMap(({ actor, recipient }) => [actor?.code, recipient?.code])
      .filter((code) => code != null),
  )
  if (types.size + codes.size === 0) return null
  const { legend } = strings
  return (
    <details className="code-legend">
      <summary>{legend.heading}</summary>
      <dl>
        {[...types].sort().map((type) => (
          <Row key={type} code={type} meaning={strings.eventType[type]} />
        ))}
        {[...modes].sort().map((mode) => (
          <Row key={mode} code={mode} meaning={strings.auxiliaryMode[mode]} />
        ))}
        {[...codes].sort().map((code) => (
          <Row key={code} code={code} meaning={legend.actorCode(code)} />
        ))}
        <Row code="CAMEO" meaning={legend.cameo} />
        <Row code="Goldstein" meaning={legend.goldstein} />
      </dl>
    </details>
  )
}

function Row({ code, meaning }: { readonly code: string; readonly meaning: string }) {
  return (
    <div>
      <dt>
        <code>{code}</code>
      </dt>
      <dd>{meaning}</dd>
    </div>
  )
}

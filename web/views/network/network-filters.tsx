import type { NetworkNode } from '../../../src/records/actor-network.ts'
import { strings } from '../../strings.ts'

/** What narrows the network: how many origins, and around whom. */
export function NetworkFilters({
  nodes,
  leastOrigins,
  around,
  onLeastOrigins,
  onAround,
}: {
  readonly nodes: readonly NetworkNode[]
  readonly leastOrigins: number
  readonly around: string | null
  readonly onLeastOrigins: (origins: number) => void
  readonly onAround: (name: string | null) => void
}) {
  const { network } = strings.views
  return (
    <>
      <label className="view-filter">
        {network.least}
        <input
          type="number"
          min={0}
          max={99}
          value={leastOrigins}
          onChange={(event) => onLeastOrigins(Math.max(0, event.target.valueAsNumber || 0))}
        />
      </label>
      <label className="view-filter">
        {network.onlyActor}
        <select value={around ?? ''} onChange={(event) => onAround(event.target.value || null)}>
          <option value="">{network.anyActor}</option>
          {nodes
            .map(({ name }) => name)
            .sort((a, b) => a.localeCompare(b))
            .map((name) => (
              <option key={name}>{name}</option>
            ))}
        </select>
      </label>
    </>
  )
}

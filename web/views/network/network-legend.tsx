import { strings } from '../../strings.ts'

const lines = [1, 2, 3, 4] as const

/** What the lines of the network mean. */
export function NetworkLegend() {
  return (
    <ul className="figure-legend">
      {lines.map((quadClass) => (
        <li key={quadClass} className={`network-edge quad-${quadClass}`}>
          <svg width="36" height="12" aria-hidden="true">
            <path
              className="line"
              d="M1 6H33"
              strokeWidth={2}
              markerEnd={`url(#${quadClass > 2 ? 'conflict' : 'cooperation'}-head)`}
            />
          </svg>
          {strings.quadClass[quadClass]}
        </li>
      ))}
      <li>{strings.views.network.direction}</li>
    </ul>
  )
}

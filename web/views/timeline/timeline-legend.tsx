import { strings } from '../../strings.ts'

const standings = ['told', 'hedged', 'planned', 'conditional'] as const

/** What the marks of the timeline mean. */
export function TimelineLegend() {
  const { legend } = strings.views.timeline
  return (
    <ul className="figure-legend">
      {standings.map((standing) => (
        <li key={standing} className={`event-mark standing-${standing}`}>
          <svg width="14" height="14" aria-hidden="true">
            <circle className="shape" cx="7" cy="7" r="5" />
          </svg>
          {legend[standing]}
        </li>
      ))}
      <li className="event-mark standing-told is-denied">
        <svg width="18" height="14" aria-hidden="true">
          <circle className="shape" cx="9" cy="7" r="4" />
          <line className="denial" x1="2" y1="13" x2="16" y2="1" />
        </svg>
        {legend.denied}
      </li>
      <li className="event-mark standing-told">
        <svg width="14" height="14" aria-hidden="true">
          <rect className="shape" x="2" y="2" width="10" height="10" />
        </svg>
        {legend.statement}
      </li>
      <li className="event-mark standing-told">
        <svg width="30" height="14" aria-hidden="true">
          <rect className="shape" x="1" y="4" width="28" height="6" rx="3" />
        </svg>
        {legend.bar}
      </li>
      <li className="event-mark standing-told">
        <svg width="24" height="14" aria-hidden="true">
          <path className="shape" d="M23 3V11H6L1 7L6 3Z" />
        </svg>
        {legend.open}
      </li>
      <li>{legend.size}</li>
    </ul>
  )
}

import { Link } from '@tanstack/react-router'
import { strings } from '../strings.ts'
import { useNews } from './news.ts'

const { live } = strings

/** What the server is at, in the bar of every page; nothing while it rests. */
export function ProgressLine() {
  const collecting = useNews((news) => news.collecting)
  const example = useNews((news) => news.example)
  const weighing = useNews((news) => news.weighing)
  return (
    <p className="progress-line" role="status">
      {example !== null ? (
        live.example(example.done, example.all)
      ) : collecting !== null ? (
        <Link to="/feeds">{live.collecting(collecting)}</Link>
      ) : (
        weighing !== null && live.weighing(weighing.done, weighing.all)
      )}
    </p>
  )
}

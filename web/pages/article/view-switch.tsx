import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import type { Reading } from '../../../src/records/reading.ts'
import { strings } from '../../strings.ts'
import { useActs } from '../../use-acts.ts'
import { parseAnnotationAddress } from './annotation-address.ts'

interface ArticleSearch {
  readonly hide?: string
  readonly sentence?: string
  readonly words?: string
  readonly shared?: string
  readonly compare?: string
}

/** The two views of an article: what was read, and how one sentence was; which one stands in the address. */
export function ViewSwitch({
  reading,
  sentence,
}: {
  readonly reading: Reading
  /** As it stands in the address; undefined in the list. */
  readonly sentence: string | undefined
}) {
  const navigate = useNavigate({ from: '/articles/$id' })
  const fragment = useLocation({ select: ({ hash }) => hash })
  const wanted = sentence ?? String(findSentence(reading, fragment) + 1)
  const keep = ({ sentence: _before, ...search }: ArticleSearch) => search
  const explain = (search: ArticleSearch) => ({ ...search, sentence: wanted })
  useActs([
    {
      name: sentence === undefined ? strings.explain.how : strings.keys.leave,
      key: 'h',
      run: () =>
        void navigate({
          to: '.',
          search: sentence === undefined ? explain : keep,
          hash: sentence === undefined ? '' : true,
          resetScroll: false,
        }),
    },
  ])
  return (
    <nav className="view-switch" aria-label={strings.explain.views}>
      <Link from="/articles/$id" to="." search={keep} resetScroll={false} activeOptions={exactly}>
        {strings.explain.list}
      </Link>
      <Link from="/articles/$id" to="." search={explain} resetScroll={false} activeOptions={exactly}>
        {strings.explain.how}
      </Link>
    </nav>
  )
}

/** Both views have the same path: the search decides which link is the current one. */
const exactly = { exact: true }

/** The sentence of the statement or event that the address names; else the first that says something. */
function findSentence({ statements, events, sentences }: Reading, fragment: string): number {
  const address = parseAnnotationAddress(fragment)
  if (address?.kind === 'event') {
    const at = events[address.ordinal]?.evidence[0]?.start ?? 0
    return Math.max(
      0,
      sentences.findIndex(({ start, end }) => start <= at && at < end),
    )
  }
  return statements[address?.ordinal ?? 0]?.sentence ?? 0
}

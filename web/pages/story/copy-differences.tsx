import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ArticleSummary } from '../../../src/records/article-summary.ts'
import type { Copy, CopySentence } from '../../../src/records/copy.ts'
import type { LoadedTelling } from '../../../src/records/story-outlet.ts'
import { articleQuery } from '../../client/articles.ts'
import { PublicationTime } from '../../publication-time.tsx'
import { strings } from '../../strings.ts'
import { findDifference } from './find-difference.ts'
import { LoadedWord } from './loaded-word.tsx'
import { ShortList } from './short-list.tsx'

/** An article that was taken from another, folded under it; opens onto the sentences in which they differ. */
export function CopyDifferences({
  copying,
  copy,
  loaded,
}: {
  readonly copying: ArticleSummary
  readonly copy: Copy
  /** Loaded words that it has and the original has not. */
  readonly loaded: readonly LoadedTelling[]
}) {
  const [isOpen, setOpen] = useState(false)
  const isTold =
    copy.direction.taken === 'from-of' || copy.kind === 'own-update' || copy.kind === 'same-author'
  return (
    <details className="copy" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="copy-kind">{isTold ? strings.copyKind[copy.kind] : strings.copies.shares}</span>{' '}
        <strong>{copying.outlet ?? strings.articleList.noOutlet}</strong>{' '}
        <PublicationTime date={copying.publishedAt} detail="short" />{' '}
        <span className="muted">{strings.copies.share(copy.share)}</span>
        {loaded.length > 0 && <span className="muted"> {strings.story.copyLoaded(loaded.length)}</span>}
      </summary>
      <p>
        <Link to="/articles/$id" params={{ id: copying.id }} search={{ shared: copy.of }}>
          {copying.title ?? strings.articleList.untitled}
        </Link>
      </p>
      <p className="muted copy-direction">
        {strings.copies.taken[copy.direction.taken]}
        {copy.direction.words !== null && `: “${copy.direction.words}”`}
      </p>
      {isOpen && <Differences copy={copy} />}
      <ShortList
        heading={strings.story.loaded}
        meaning={strings.story.loadedMeaning}
        items={loaded.map((telling) => ({
          key: `${telling.span.start}`,
          shown: <LoadedWord telling={telling} />,
        }))}
      />
    </details>
  )
}

function Differences({ copy }: { readonly copy: Copy }) {
  const of = useQuery(articleQuery(copy.of))
  const by = useQuery(articleQuery(copy.by))
  const error = of.error ?? by.error
  if (error) return <p className="muted">{error.message}</p>
  if (!of.data || !by.data) return <p className="muted">{strings.loading}</p>
  const differing = copy.sentences.filter(({ change }) => change !== 'same')
  const same = copy.sentences.length - differing.length
  return (
    <>
      <p className="muted">{strings.copies.same(same, differing.length)}</p>
      <ol className="differences">
        {differing.map((sentence) => (
          <li key={`${sentence.of?.start} ${sentence.by?.start}`}>
            <span className="change">{strings.copies.change[sentence.change]}</span>
            <DifferingSentence sentence={sentence} of={of.data.article.text} by={by.data.article.text} />
          </li>
        ))}
      </ol>
    </>
  )
}

function DifferingSentence({
  sentence,
  of,
  by,
}: {
  readonly sentence: CopySentence
  readonly of: string
  readonly by: string
}) {
  const before = sentence.of && of.slice(sentence.of.start, sentence.of.end)
  const after = sentence.by && by.slice(sentence.by.start, sentence.by.end)
  if (before !== null && after !== null) {
    const difference = findDifference(before, after)
    return (
      <p>
        {difference.before}
        {difference.of !== '' && <del>{difference.of}</del>}
        {difference.by !== '' && <ins>{difference.by}</ins>}
        {difference.after}
      </p>
    )
  }
  return before === null ? (
    <p>
      <ins>{after}</ins>
    </p>
  ) : (
    <p>
      <del>{before}</del>
    </p>
  )
}

import { Link } from '@tanstack/react-router'
import type { LoadedTelling } from '../../../src/records/story-outlet.ts'
import { strings } from '../../strings.ts'
import { cutAround } from './cut-around.ts'

const { story: words } = strings

/** A loaded word, marked among the words around it, with whose voice it is and the way to it. */
export function LoadedWord({ telling }: { readonly telling: LoadedTelling }) {
  const { articleId, span, sentence, sentenceText, plainer, voice, source } = telling
  const { before, word, after } = cutAround(sentenceText, sentence, span)
  return (
    <>
      <span className={`voice voice-${voice}`}>{words.voice[voice](source)}</span>{' '}
      <Link
        to="/articles/$id"
        params={{ id: articleId }}
        search={{ words: `${span.start}-${span.end}` }}
        className="loaded-sentence quiet-link"
      >
        {before}
        <mark title={strings.article.loaded(plainer)}>{word}</mark>
        {after}
      </Link>
      {plainer !== null && <span className="muted"> {words.plainer(plainer)}</span>}
    </>
  )
}

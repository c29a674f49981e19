import { useState } from 'react'
import type { Span } from '../../src/records/span.ts'
import { announce } from '../announce.tsx'
import { fetchCitation, toCslAddress } from '../client/articles.ts'
import { strings } from '../strings.ts'
import './citation.css'
import { copyText } from './copy-text.ts'

type Copied =
  | { readonly how: 'not yet' | 'copied' }
  | { readonly how: 'closed'; readonly text: string }
  | { readonly how: 'failed'; readonly message: string }

const { citation } = strings

/** Copies a citation of words of an article, or of the article; once copied, offers it to reference managers, too. */
export function CiteButton({
  articleId,
  span,
  of,
}: {
  readonly articleId: string
  /** Null cites the article. */
  readonly span: Span | null
  /** For those who hear the button: “s3”. */
  readonly of: string
}) {
  const [copied, setCopied] = useState<Copied>({ how: 'not yet' })
  const copy = async () => {
    const coming = fetchCitation(articleId, span)
    try {
      await copyText(coming)
      setCopied({ how: 'copied' })
      announce(citation.copied)
    } catch {
      setCopied(
        await coming.then(
          (text) => ({ how: 'closed', text }),
          (error: Error) => ({ how: 'failed', message: error.message }),
        ),
      )
    }
  }
  return (
    <>
      <button
        type="button"
        className="quiet-button"
        data-cite
        aria-label={copied.how === 'copied' ? citation.copiedOf(of) : citation.copyOf(of)}
        onClick={() => void copy()}
      >
        {copied.how === 'copied' ? citation.copied : citation.copy}
      </button>
      {copied.how === 'copied' && (
        <a
          className="csl-link"
          href={toCslAddress(articleId, span)}
          download={`hearsay-${articleId.slice(0, 8)}.json`}
          title={citation.cslMeaning}
        >
          {citation.csl}
        </a>
      )}
      {copied.how === 'closed' && (
        <label className="citation-closed">
          <span role="alert">{citation.closed}</span>
          <textarea readOnly rows={4} value={copied.text} ref={(field) => field?.select()} />
        </label>
      )}
      {copied.how === 'failed' && (
        <span className="failed" role="alert">
          {copied.message}
        </span>
      )}
    </>
  )
}

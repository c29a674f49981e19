import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import type { ActorLine } from '../../../src/records/actor-profile.ts'
import { ModalityBadge } from '../../modality-badge.tsx'
import { strings } from '../../strings.ts'
import { ToldTime } from '../../told-time.tsx'
import { useRowKeys } from '../../use-row-keys.ts'
import { toAnnotationAddress } from '../article/annotation-address.ts'

const { actor: words } = strings

/** Statements and events with their exact words; each leads to them in the article, and to the claim it tells. */
export function LineList({ lines }: { readonly lines: readonly ActorLine[] }) {
  const list = useRef<HTMLOListElement>(null)
  useRowKeys(list, '.to-words')
  return (
    <ol className="line-list" ref={list}>
      {lines.map((line) => (
        <li key={`${line.articleId} ${line.kind} ${line.ordinal} ${line.part}`}>
          <p className="line-notes">
            <ToldTime at={line.publishedAt} isDay />
            <span>{line.outlet ?? strings.articleList.noOutlet}</span>
            {line.eventType !== null && (
              <span title={strings.eventType[line.eventType as keyof typeof strings.eventType]}>
                {[line.actor, line.eventType, line.recipient].filter((part) => part !== null).join(' ')}
              </span>
            )}
            {line.part === 'about' && line.source !== null && (
              <span>{strings.claimList.saidBy(line.sourceEntity ?? line.source)}</span>
            )}
            <ModalityBadge modality={line.modality} />
          </p>
          <blockquote>
            <LineWords line={line} />
          </blockquote>
          <p className="line-links">
            <Link
              to="/articles/$id"
              params={{ id: line.articleId }}
              search={{}}
              hash={toAnnotationAddress(line.kind, line.ordinal)}
              className="to-words"
            >
              {words.toWords}
            </Link>
            {line.claimId === null ? (
              <span className="muted">{words.noClaim}</span>
            ) : (
              <Link to="/claims/$id" params={{ id: line.claimId }}>
                {words.toClaim(line.origins, line.outlets)}
              </Link>
            )}
          </p>
        </li>
      ))}
    </ol>
  )
}

/** The sentence, what is said or done marked in it. */
function LineWords({ line: { sentenceText, words: span } }: { readonly line: ActorLine }) {
  if (span === null) return sentenceText
  return (
    <>
      {sentenceText.slice(0, span.start)}
      <mark>{sentenceText.slice(span.start, span.end)}</mark>
      {sentenceText.slice(span.end)}
    </>
  )
}

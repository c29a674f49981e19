import { Link } from '@tanstack/react-router'
import type { Article } from '../../../src/records/article.ts'
import type { Reading, Sentence } from '../../../src/records/reading.ts'
import { ModalityBadge } from '../../modality-badge.tsx'
import { strings } from '../../strings.ts'
import { type AnnotationAddress, toAnnotationAddress } from './annotation-address.ts'
import { BracketedWords, findPieces } from './bracketed-words.tsx'
import { formatConfidence } from './confidence-note.tsx'
import { describeSource } from './describe-source.ts'
import { describeVia } from './describe-via.ts'
import { wordsAt } from './words-at.ts'

/** How one statement was read in a sentence: its brackets, who the source is, who relays it, how surely. */
export function StatementExplanation({
  article: { text, language },
  reading,
  sentence,
  ordinal,
  onLight,
}: {
  readonly article: Article
  readonly reading: Reading
  readonly sentence: Sentence
  readonly ordinal: number
  readonly onLight: (address: AnnotationAddress | null) => void
}) {
  const statement = reading.statements[ordinal]
  if (statement === undefined) return null
  const address = toAnnotationAddress('statement', ordinal)
  const who = describeSource(text, reading, statement)
  const isCueHere = reading.sentences[statement.sentence] === sentence
  const goesOn = findPieces(statement).some(({ start, end }) => start < sentence.start || end > sentence.end)
  return (
    <li
      className={statement.nestedIn === null ? 'explained' : 'explained explained-nested'}
      onPointerEnter={() => onLight(address)}
      onPointerLeave={() => onLight(null)}
    >
      <div lang={language ?? undefined}>
        <BracketedWords text={text} sentence={sentence} statement={statement} />
      </div>
      <p className="annotation-notes">
        <Link
          from="/articles/$id"
          to="."
          search={({ hide }) => (hide === undefined ? {} : { hide })}
          hash={address}
          resetScroll={false}
          onFocus={() => onLight(address)}
          onBlur={() => onLight(null)}
        >
          {address}
        </Link>
        {who !== null && (
          <span className="source-entity">
            {wordsAt(text, statement.source) ?? strings.article.nobodyNamed} — {who}
          </span>
        )}
        <span title={strings.kindMeaning[statement.kind]}>{strings.kind[statement.kind]}</span>
        <ModalityBadge modality={statement.modality} />
        {describeVia(text, reading.statements, ordinal).map((via) => (
          <span key={via}>{via}</span>
        ))}
        {!isCueHere && <span>{strings.explain.cueElsewhere(statement.sentence + 1)}</span>}
        {goesOn && isCueHere && <span>{strings.explain.goesOn}</span>}
        <span className="confidence">
          {statement.confidence === null
            ? strings.confidence.byRulesLong
            : strings.confidence.byNetworksLong(formatConfidence(statement.confidence))}
        </span>
      </p>
    </li>
  )
}

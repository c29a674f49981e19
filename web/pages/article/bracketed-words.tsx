import type { Statement } from '../../../src/records/reading.ts'
import type { Span } from '../../../src/records/span.ts'
import { strings } from '../../strings.ts'
import { segmentText } from './segment-text.ts'

type PieceRole = 'source' | 'cue' | 'content' | 'via' | 'condition'

interface Piece extends Span {
  readonly role: PieceRole
}

const roleWords: Readonly<Record<PieceRole, string>> = {
  source: strings.article.source,
  cue: strings.article.cue,
  content: strings.article.content,
  via: strings.article.viaLabel,
  condition: strings.article.condition,
}

/** The words that a statement points at, piece by piece; the content in its parts. */
export function findPieces({ source, cue, content, contentParts, via, condition }: Statement): Piece[] {
  const piece = (role: PieceRole, span: Span | null): Piece[] =>
    span === null ? [] : [{ start: span.start, end: span.end, role }]
  return [
    ...piece('source', source),
    ...piece('cue', cue),
    ...(contentParts.length > 0 ? contentParts : [content]).flatMap((part) => piece('content', part)),
    ...piece('via', via),
    ...piece('condition', condition),
  ]
}

/** A sentence with the brackets of one statement, each named after its last word; other words stand back. */
export function BracketedWords({
  text,
  sentence,
  statement,
}: {
  readonly text: string
  readonly sentence: Span
  readonly statement: Statement
}) {
  const pieces = findPieces(statement)
  return (
    <p className="bracketed">
      {segmentText(sentence, pieces).map(({ start, end, marks }) => {
        const words = text.slice(start, end)
        const ending = marks.filter((mark) => mark.end === end)
        const names = [
          ...marks.map(({ role }) => `bracket-${role}`),
          ...(marks.some((mark) => mark.start === start) ? ['bracket-begins'] : []),
          ...(ending.length > 0 ? ['bracket-ends'] : []),
        ]
        return (
          <span key={start} className={marks.length > 0 ? `bracket ${names.join(' ')}` : 'unbracketed'}>
            {words}
            {ending.map(({ role }) => (
              <span key={role} className="bracket-name">
                {/* Tied to the last word: a name alone on the next line would name nothing. */}
                {`\u00a0${roleWords[role]}`}
              </span>
            ))}
          </span>
        )
      })}
    </p>
  )
}

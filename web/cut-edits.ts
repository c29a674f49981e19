import type { SentenceChange } from '../src/records/change.ts'

/** A piece of a changed sentence: as it was, cut, or put in. */
export interface EditedPiece {
  readonly kind: 'same' | 'cut' | 'added'
  readonly words: string
  /** Where it stands in the sentence as it is shown; no two of a kind share it. */
  readonly at: number
}

/** A sentence that changed, in pieces, in the order in which an editor would mark them. */
export function cutEdits({ before, after, edits }: SentenceChange): EditedPiece[] {
  const pieces: EditedPiece[] = []
  let shown = 0
  const add = (kind: EditedPiece['kind'], words: string) => {
    if (words === '') return
    pieces.push({ kind, words, at: shown })
    shown += words.length
  }
  if (before === null || after === null) {
    add(before === null ? 'added' : 'cut', (before ?? after)?.text ?? '')
    return pieces
  }
  let at = after.span.start
  for (const edit of edits) {
    add('same', after.text.slice(at - after.span.start, edit.after.start - after.span.start))
    const gone = before.text.slice(edit.before.start - before.span.start, edit.before.end - before.span.start)
    const come = after.text.slice(edit.after.start - after.span.start, edit.after.end - after.span.start)
    const last = pieces.at(-1)
    // What was only cut stood behind a space, which the later version has not.
    const isPressed = gone !== '' && come === '' && last?.kind === 'same' && /[\p{L}\p{N}]$/u.test(last.words)
    if (isPressed) add('same', ' ')
    add('cut', gone)
    add('added', come)
    at = edit.after.end
  }
  add('same', after.text.slice(at - after.span.start))
  return pieces
}

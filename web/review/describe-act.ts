import type { ReviewAct } from '../../src/records/review.ts'
import { strings } from '../strings.ts'

/** What an act says, in a few words: “corrected: COERCE, denied”. */
export function describeAct(act: ReviewAct): string {
  const { kinds, grade, letter } = strings.review
  if (act.kind === 'grade-claim') return grade(act.grade)
  if (act.kind === 'grade-origin') return letter(act.name, act.letter)
  if (act.kind === 'note') return act.words
  if (!('said' in act)) return kinds[act.kind]
  const { mention, statement, event } = act.said
  const modality = event?.modality ?? statement?.modality
  const said = [
    event?.type,
    mention?.type && strings.mentionType[mention.type],
    mention?.entity,
    modality && strings.modality[modality],
    ...changedWords({ ...mention, ...statement, ...event }),
  ].filter(Boolean)
  return `${kinds[act.kind]}: ${said.join(', ')}`
}

/** The names of the fields whose words were chosen anew. */
const changedWords = (said: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(strings.review.fields).flatMap(([key, name]) =>
    said[key] === undefined ? [] : name.toLowerCase(),
  )

import { isDeepStrictEqual } from 'node:util'

/** What is wrong with a reading of a text, `parse` being the record’s own parser; empty when nothing is. */
export function findFaults(text, reading, parse) {
  const faults = [
    ...findOutsiders(reading, text.length),
    ...reading.sentences.flatMap(findTreeFaults),
    ...findLooseEnds(reading),
  ]
  if (!isDeepStrictEqual(parse(JSON.parse(JSON.stringify(reading))), reading))
    faults.push('the reading does not survive JSON')
  return faults
}

/** Spans, at any depth, that are empty or leave the text. */
function findOutsiders(value, length) {
  if (typeof value !== 'object' || value === null) return []
  const below = Object.values(value).flatMap((inner) => findOutsiders(inner, length))
  if (!('start' in value && 'end' in value)) return below
  const { start, end } = value
  return 0 <= start && start < end && end <= length
    ? below
    : [`span ${start} to ${end} of ${length}`, ...below]
}

/** Exactly one root, every head another token of the sentence, and every token under the root. */
function findTreeFaults({ tokens, start }) {
  const heads = tokens.map(({ head }) => head)
  const faults = []
  if (heads.filter((head) => head === -1).length !== 1)
    faults.push(`not one root in the sentence at ${start}`)
  for (const [i, head] of heads.entries())
    if (head < -1 || head >= tokens.length || head === i) faults.push(`head ${head} of ${i} at ${start}`)
  // From the root down, whatever the order; a cycle is never reached.
  const below = tokens.map(() => [])
  for (const [i, head] of heads.entries()) below[head]?.push(i)
  const reached = heads.flatMap((head, i) => (head === -1 ? [i] : []))
  for (const token of reached) reached.push(...(below[token] ?? []))
  if (reached.length !== tokens.length) faults.push(`a cycle in the sentence at ${start}`)
  return faults
}

/** Numbers that point at nothing, and chains of relays that run in a circle. */
function findLooseEnds({ sentences, mentions, references, actors, statements, events }) {
  const isOf = (list, index) => index === null || index < list.length
  return [
    ...references.filter(({ mention }) => !isOf(mentions, mention)).map(() => 'a reference to no mention'),
    ...statements
      .filter(({ nestedIn }) => !isOf(statements, nestedIn))
      .map(() => 'a statement nested in none'),
    ...statements.filter((_, i) => runsInCircle(statements, i)).map(() => 'a chain that runs in a circle'),
    ...statements
      .filter(({ sentence }) => !isOf(sentences, sentence))
      .map(() => 'a statement in no sentence'),
    ...statements.filter(({ sourceActor }) => !isOf(actors, sourceActor)).map(() => 'a source of no actor'),
    ...events.filter(({ statement }) => !isOf(statements, statement)).map(() => 'an event of no statement'),
  ]
}

/** Whether from a statement its relays lead back to one that was seen; no chain is longer than a hundred. */
function runsInCircle(statements, start) {
  const seen = new Set()
  for (let at = start; at !== null && at !== undefined && seen.size < 100; at = statements[at]?.nestedIn) {
    if (seen.has(at)) return true
    seen.add(at)
  }
  return false
}

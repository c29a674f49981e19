import { expect, test } from 'vitest'
import { decodeLabels, type Moves } from './decode-labels.ts'
import { findSpans } from './find-spans.ts'
import { measureSpans } from './measure-spans.ts'

const never = -10_240_000
const labels = ['O', 'B-Cue', 'I-Cue']
const table: Moves = {
  labels,
  moves: Int32Array.from([300, -200, never, 100, -900, 500, 50, 10, 700]),
  first: Int32Array.from([100, 0, never]),
}
const stride = 4
const scores = Float32Array.from([
  ...[0.2, 0.9, 2, 9],
  ...[0.1, 0.3, 0.8, 9],
  ...[1.1, 0.2, 0.4, 9],
  ...[0.3, 1.4, 0.9, 9],
  ...[0.5, 0.1, 0.7, 9],
])
const count = 5

/** Every path of five labels with its score; what is forbidden left out. */
const paths = assignments(count).flatMap((path) => {
  const steps = path.map((label, at) => {
    const before = path[at - 1]
    const move = before === undefined ? table.first[label] : table.moves[before * 3 + label]
    return { move: move ?? 0, own: scores[at * stride + label] ?? 0 }
  })
  if (steps.some(({ move }) => move === never)) return []
  return [{ path, score: steps.reduce((sum, { move, own }) => sum + move / 1024 + own, 0) }]
})

function assignments(length: number): number[][] {
  if (length === 0) return [[]]
  return assignments(length - 1).flatMap((path) => labels.map((_, label) => [...path, label]))
}

test('no permitted path of labels scores higher than the one found', () => {
  const best = paths.reduce((a, b) => (b.score > a.score ? b : a))
  expect([...decodeLabels(scores, count, stride, table)]).toEqual(best.path)
  expect(decodeLabels(scores, 0, stride, table)).toHaveLength(0)
})

test('a span is as probable as all paths that hold exactly it together', () => {
  for (const temperature of [1, 1.7]) {
    const weight = (score: number): number => Math.exp(score / temperature)
    const all = paths.reduce((sum, { score }) => sum + weight(score), 0)
    for (const span of [
      { from: 0, to: 1, label: 'Cue' },
      { from: 0, to: 2, label: 'Cue' },
      { from: 3, to: 5, label: 'Cue' },
      { from: 1, to: 3, label: 'Cue' },
    ]) {
      const holding = paths.filter(({ path }) =>
        findSpans(Int32Array.from(path), labels).some(({ from, to }) => from === span.from && to === span.to),
      )
      const expected = holding.reduce((sum, { score }) => sum + weight(score), 0) / all
      const [found] = measureSpans(scores, count, stride, table, [span], () => temperature)
      expect(found).toBeCloseTo(expected, 10)
    }
  }
})

test('spans begin at a B, and at an I that follows nothing of its kind', () => {
  const names = ['O', 'B-A', 'I-A', 'B-B', 'I-B']
  expect(findSpans(Int32Array.from([1, 2, 1, 0, 4, 4, 2]), names)).toEqual([
    { from: 0, to: 2, label: 'A' },
    { from: 2, to: 3, label: 'A' },
    { from: 4, to: 6, label: 'B' },
    { from: 6, to: 7, label: 'A' },
  ])
  expect(findSpans(new Int32Array(0), names)).toEqual([])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { segmentText } from './segment-text.ts'

const text = 'Ilves said the mayor had promised that the bridge would open.'
const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const whole = { start: 0, end: text.length }

test('a statement inside a statement is cut at both their edges', () => {
  const outer = { name: 'outer', ...spanOf('the mayor had promised that the bridge would open') }
  const inner = { name: 'inner', ...spanOf('that the bridge would open') }
  const segments = segmentText(whole, [inner, outer])
  expect(
    segments.map(({ start, end, marks }) => [text.slice(start, end), marks.map(({ name }) => name)]),
  ).toEqual([
    ['Ilves said ', []],
    ['the mayor had promised ', ['outer']],
    ['that the bridge would open', ['outer', 'inner']],
    ['.', []],
  ])
})

test('marks that overlap without nesting share the middle', () => {
  const left = { name: 'left', start: 0, end: 6 }
  const right = { name: 'right', start: 4, end: 9 }
  expect(
    segmentText({ start: 0, end: 10 }, [left, right]).map(({ start, end, marks }) => [
      start,
      end,
      marks.map(({ name }) => name),
    ]),
  ).toEqual([
    [0, 4, ['left']],
    [4, 6, ['left', 'right']],
    [6, 9, ['right']],
    [9, 10, []],
  ])
})

test('a paragraph takes its part of a mark that runs over two', () => {
  const mark = { start: 2, end: 20 }
  expect(segmentText({ start: 0, end: 8 }, [mark])).toEqual([
    { start: 0, end: 2, marks: [] },
    { start: 2, end: 8, marks: [mark] },
  ])
  expect(segmentText({ start: 30, end: 40 }, [mark])).toEqual([{ start: 30, end: 40, marks: [] }])
})

test('an empty mark and an empty paragraph mark nothing', () => {
  expect(segmentText({ start: 0, end: 4 }, [{ start: 2, end: 2 }])).toEqual([{ start: 0, end: 4, marks: [] }])
  expect(segmentText({ start: 4, end: 4 }, [{ start: 0, end: 9 }])).toEqual([])
})

test('whatever the marks, the segments are the text, and each carries exactly the marks that cover it', () => {
  const length = 40
  const position = fc.nat(length)
  const anyMark = fc
    .tuple(position, position)
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
  fc.assert(
    fc.property(fc.array(anyMark, { maxLength: 12 }), (marks) => {
      const segments = segmentText({ start: 0, end: length }, marks)
      let reached = 0
      for (const segment of segments) {
        expect(segment.start).toBe(reached)
        expect(segment.end).toBeGreaterThan(segment.start)
        reached = segment.end
        for (const mark of marks) {
          const covers = mark.start <= segment.start && mark.end >= segment.end && mark.start < mark.end
          const touches = mark.start < segment.end && mark.end > segment.start
          expect(segment.marks.includes(mark)).toBe(covers)
          if (mark.start < mark.end) expect(touches).toBe(covers)
        }
      }
      expect(reached).toBe(length)
    }),
  )
})

import { expect, test } from 'vitest'
import { stepInGrid } from './step-in-grid.ts'

const rows = ['x.x', '..x', 'xxx']
const size = { rows: 3, columns: 3 }
const step = (row: number, column: number, key: string) => {
  const at = stepInGrid({ row, column }, key, size, (place) => rows[place.row]?.[place.column] === 'x')
  return at && [at.row, at.column]
}

test('keys walk over empty places and stop at the ends; others are not taken', () => {
  expect(step(0, 0, 'ArrowDown')).toEqual([2, 0])
  expect(step(0, 0, 'ArrowRight')).toEqual([0, 2])
  expect(step(1, 2, 'ArrowLeft')).toEqual([1, 2])
  expect(step(2, 2, 'ArrowRight')).toEqual([2, 2])
  expect(step(2, 1, 'Home')).toEqual([2, 0])
  expect(step(0, 0, 'End')).toEqual([0, 2])
  expect(step(0, 0, 'j')).toBeNull()
})

import { expect, test } from 'vitest'
import { findStrongestLinks } from './find-strongest-links.ts'

const link = (a: string, b: string, score: number) => ({ a, b, score, basis: [] })

test('three articles are held together by their two strongest links', () => {
  const [weak, middle, strong] = [link('a', 'b', 0.3), link('a', 'c', 0.5), link('b', 'c', 0.9)] as const
  expect(findStrongestLinks([weak, middle, strong])).toEqual([strong, middle])
})

import { expect, test } from 'vitest'
import { placeCard } from './place-card.ts'

const size = { width: 400, height: 200 }
const room = { left: 20, top: 50, right: 620, bottom: 800 }
const lineAt = (top: number, left = 100, right = 200) => ({ left, top, right, bottom: top + 20 })

test('a card stands under its line, and keeps to its column', () => {
  expect(placeCard(size, lineAt(300), [lineAt(300)], room)).toEqual({ left: 100, top: 328 })
  expect(placeCard(size, lineAt(300, 500, 600), [], room).left).toBe(220)
  expect(placeCard(size, lineAt(300, 5, 60), [], room).left).toBe(20)
})

test('a card goes over its line rather than hide the words it tells of', () => {
  expect(placeCard(size, lineAt(300), [lineAt(300), lineAt(330)], room).top).toBe(92)
  expect(placeCard(size, lineAt(300), [lineAt(300), lineAt(330), lineAt(270), lineAt(240)], room).top).toBe(
    328,
  )
})

test('a card stays in the window where it can', () => {
  expect(placeCard(size, lineAt(700), [], room).top).toBe(492)
  expect(placeCard(size, lineAt(100), [lineAt(130)], room).top).toBe(128)
  expect(placeCard({ width: 400, height: 900 }, lineAt(100), [], room).top).toBe(128)
})

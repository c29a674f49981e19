import { expect, test } from 'vitest'
import { keepInside, showPoint, wholeWindow, zoomWindow } from './view-window.ts'

const size = { width: 800, height: 400 }

test('what is under the pointer stays under it while zooming', () => {
  const zoomed = zoomWindow(wholeWindow, 2, { x: 200, y: 100 }, 40)
  expect(zoomed).toEqual({ scale: 2, left: -200, top: -100 })
  expect(200 * zoomed.scale + zoomed.left).toBe(200)
  expect(zoomWindow(zoomed, 0.5, { x: 200, y: 100 }, 40)).toEqual(wholeWindow)
})

test('nothing is made smaller than the whole, nor larger than the most', () => {
  expect(zoomWindow(wholeWindow, 0.1, { x: 10, y: 10 }, 40)).toEqual(wholeWindow)
  expect(zoomWindow(wholeWindow, 1000, { x: 0, y: 0 }, 40).scale).toBe(40)
})

test('the picture cannot be dragged out of sight', () => {
  expect(keepInside({ left: 90, top: 5, scale: 1 }, size)).toEqual(wholeWindow)
  expect(keepInside({ left: -2000, top: -2000, scale: 2 }, size)).toEqual({ left: -800, top: -400, scale: 2 })
})

test('a point that is not seen is brought into the middle; one that is moves nothing', () => {
  const zoomed = { left: 0, top: 0, scale: 4 }
  expect(showPoint(zoomed, { x: 10, y: 10 }, size)).toBe(zoomed)
  expect(showPoint(zoomed, { x: 400, y: 200 }, size)).toEqual({ left: -1200, top: -600, scale: 4 })
})

import { expect, test } from 'vitest'
import { parseAnnotationAddress, toAnnotationAddress } from './annotation-address.ts'

test('the first statement is s1, and its address leads back to it', () => {
  expect(toAnnotationAddress('statement', 0)).toBe('s1')
  expect(parseAnnotationAddress('s1')).toEqual({ kind: 'statement', ordinal: 0 })
  expect(parseAnnotationAddress(toAnnotationAddress('event', 11))).toEqual({ kind: 'event', ordinal: 11 })
})

test('any other fragment is no address', () => {
  for (const fragment of ['', 's', 's0', 's-1', 's1x', 'x1', 's01', 'S1']) {
    expect(parseAnnotationAddress(fragment)).toBeNull()
  }
})

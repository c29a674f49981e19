import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toCanonicalJson } from './to-canonical-json.ts'

test('the order of members makes no difference, at any depth; the order of a list does', () => {
  expect(toCanonicalJson({ b: [{ d: 1, c: null }], a: 'x' })).toBe('{"a":"x","b":[{"c":null,"d":1}]}')
  expect(toCanonicalJson([2, 1])).toBe('[2,1]')
})

test('keys that JavaScript treats in its own way stay keys', () => {
  const value: unknown = JSON.parse('{"z":1,"__proto__":{"y":2,"x":3}}')
  expect(toCanonicalJson(value)).toBe('{"__proto__":{"x":3,"y":2},"z":1}')
})

test('it means what it meant, and spelling it again changes nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = toCanonicalJson(value)
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(toCanonicalJson(JSON.parse(json))).toBe(json)
    }),
  )
})

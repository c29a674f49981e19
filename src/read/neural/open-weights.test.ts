import { expect, test } from 'vitest'
import { openWeights, sizesOf, toFloats, toIntegers } from './open-weights.ts'

/** A model file with a float32 tensor of 2 x 1 and an int32 tensor of 1. */
function modelFile(format: number): Uint8Array {
  const tensors = [
    { name: 'weight', dtype: 'float32', shape: [2, 1], offset: 0 },
    { name: 'count', dtype: 'int32', shape: [1], offset: 16 },
  ]
  const header = JSON.stringify({ format, kind: 'example', tensors })
  const text = Buffer.from(header.padEnd(Math.ceil((header.length + 8) / 16) * 16 - 8))
  const file = Buffer.alloc(8 + text.length + 20)
  file.write('HRSY')
  file.writeUInt32LE(text.length, 4)
  text.copy(file, 8)
  file.writeFloatLE(1.5, 8 + text.length)
  file.writeFloatLE(-2, 12 + text.length)
  file.writeInt32LE(-7, 24 + text.length)
  return file
}

test('a model file gives its header and its tensors', () => {
  const weights = openWeights<{ kind: string }>(modelFile(1))
  expect(weights.header.kind).toBe('example')
  expect([...toFloats(weights.tensor('weight'))]).toEqual([1.5, -2])
  expect(sizesOf(weights.tensor('weight'))).toEqual([2, 1])
  expect([...toIntegers(weights.tensor('count'))]).toEqual([-7])
})

test('what is no model file, and what a later reader wrote, is refused by name', () => {
  expect(() => openWeights(new TextEncoder().encode('<html>no weights here</html>'))).toThrow('no model file')
  expect(() => openWeights(modelFile(2))).toThrow('Model format 2 is unknown')
  expect(() => openWeights<unknown>(modelFile(1)).tensor('bias')).toThrow('no tensor bias')
  expect(() => sizesOf(openWeights<unknown>(modelFile(1)).tensor('count'))).toThrow('two dimensions')
})

import { expect, test } from 'vitest'
import { loadModels } from './load-models.ts'

test('models are loaded once, into memory that workers can share', () => {
  const models = loadModels()
  expect(loadModels()).toBe(models)
  for (const bytes of Object.values(models)) expect(bytes.buffer).toBeInstanceOf(SharedArrayBuffer)
  expect([...models.kernel.subarray(0, 4)]).toEqual([...Buffer.from('\0asm')])
  for (const file of [models.vectors, models.syntax, models.names, models.attribution])
    expect(Buffer.from(file.subarray(0, 4)).toString()).toBe('HRSY')
})

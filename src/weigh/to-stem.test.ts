import { expect, test } from 'vitest'
import { toNameStem, toStem } from './to-stem.ts'

test('forms of one word meet', () => {
  for (const forms of [
    'ease eased eases easing',
    'meet met meets meeting meetings',
    'step stepped steps stepping',
  ])
    expect(new Set(forms.split(' ').map(toStem)).size, forms).toBe(1)
  for (const forms of [
    'cancel cancelled cancels',
    'deny denied denies',
    'kill killed killing',
    'die died dead deaths',
  ])
    expect(new Set(forms.split(' ').map(toStem)).size, forms).toBe(1)
})

test('a country and its people meet, with or without accents', () => {
  expect(new Set(['Morvenia', 'Morvenian', 'Morvenians'].map(toNameStem)).size).toBe(1)
  expect(toNameStem('Ferrán')).toBe(toNameStem('Ferran'))
  expect(toNameStem('Iran')).toBe(toNameStem('Iranian'))
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countAlike, findFigures, rangesMeet } from './find-figures.ts'

const one = (text: string) => {
  const [figure, ...more] = findFigures(text)
  expect(more, text).toEqual([])
  if (!figure) throw new Error(`no figure in ${text}`)
  return figure
}

test('ranges are read with their words', () => {
  expect(one('at least 12 people were killed')).toMatchObject({
    min: 12,
    max: null,
    words: 'at least 12 people',
  })
  expect(one('up to 40 ships')).toMatchObject({ min: null, max: 40 })
  expect(one('about 2,500 sailors')).toMatchObject({ min: 2500, max: 2500, isApproximate: true })
  expect(one('nine relatives')).toMatchObject({ min: 9, max: 9 })
  expect(one('1.5 million crowns')).toMatchObject({ min: 1_500_000 })
  expect(one('40 percent more for fertiliser')).toMatchObject({ min: 40 })
})

test('days, years and the numbers of names count nothing', () => {
  for (const text of [
    'on 18 November',
    'in 2022',
    'GPT-6 was released',
    'The Boeing 737 landed',
    'one of the officials',
  ])
    expect(findFigures(text), text).toEqual([])
})

test('at least 12 and 15 agree, 12 and 15 do not', () => {
  const [least, twelve, fifteen] = ['at least 12 killed', '12 killed', '15 people died'].map(one)
  if (!least || !twelve || !fifteen) throw new Error('three')
  expect(countAlike(twelve, fifteen)).toBe(true)
  expect([rangesMeet(least, fifteen), rangesMeet(twelve, fifteen), rangesMeet(least, twelve)]).toEqual([
    true,
    false,
    true,
  ])
})

test('a toll is no count of ships', () => {
  expect(countAlike(one('12 people killed'), one('12 ships'))).toBe(false)
})

test('words stand in the text', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom('at', 'least', '12', 'two', 'dozen', 'killed', 'million', '%', 'May', '3,000'),
      ),
      (words) => {
        const text = words.join(' ')
        for (const figure of findFigures(text)) expect(text).toContain(figure.words)
      },
    ),
  )
})

test('ten megabytes of one character do not hang', () => {
  for (const character of ['1', 'a', ' ', ','])
    expect(findFigures(character.repeat(10_000_000)).length).toBeLessThan(2)
})

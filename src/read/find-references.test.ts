import { expect, test } from 'vitest'
import type { Reference } from '../records/reading.ts'
import { readText } from './read-text.fixture.ts'

/** Each reference of a text in words, and whom it means. */
const meantIn = (text: string) => {
  const { reading, words } = readText(text)
  return reading.references.map((reference) => [
    words(reference),
    words(reading.mentions[reference.mention] ?? null),
  ])
}
const kindsIn = (text: string): Reference['kind'][] =>
  readText(text).reading.references.map(({ kind }) => kind)

test('“the envoy” is whom the article has called one, and the “he” after it', () => {
  const text =
    'US envoy John Marsh met President Anton Veresk in Selgrad on Monday. The envoy said the talks were useful. He said Veresk had agreed to free 20 prisoners.'
  expect(meantIn(text)).toEqual([
    ['The envoy', 'John Marsh'],
    ['He', 'John Marsh'],
  ])
  expect(kindsIn(text)).toEqual(['description', 'pronoun'])
})

test('“his office”, “he and his family” and “his place” are each the man’s whose they are', () => {
  const text =
    'Anton Veresk resigned on Friday. His office said he and his family had left Morvenia. Ilya Dorn was named in his place.'
  expect(meantIn(text)).toEqual([
    ['His', 'Anton Veresk'],
    ['he', 'Anton Veresk'],
    ['his', 'Anton Veresk'],
    ['his', 'Ilya Dorn'],
  ])
  expect(kindsIn(text)).toEqual(['possessive', 'pronoun', 'possessive', 'possessive'])
})

test('“the Belarusian leader” is the president of Belarus, and so is the “his” of his administration', () => {
  expect(
    meantIn(
      'President Alexander Lukashenko of Belarus met John Marsh. Lukashenko said he would wait. The Belarusian leader’s office later said his administration was ready.',
    ),
  ).toEqual([
    ['he', 'Lukashenko'],
    ['The Belarusian leader', 'Lukashenko'],
    ['his', 'Lukashenko'],
  ])
})

test.each([
  ['Anton Veresk met Ilya Dorn in Tarn. He said the harbour was closed.'],
  ['Anton Veresk told Ilya Dorn that he had been dismissed.'],
])('two men of one sentence are not told apart by standing first: %s', (text) => {
  expect(meantIn(text)).toEqual([])
})

test.each([
  'It rained on Monday and it was late when Helen Marsh arrived.',
  'It is clear that the talks with Helen Marsh will go on.',
  'Helen Marsh found it hard to leave Tarn.',
])('an “it” that stands for nothing means nobody: %s', (text) => {
  expect(meantIn(text)).toEqual([])
})

test('a body is “it” where it says or does something; its noun alone is it again', () => {
  expect(
    meantIn('The Foreign Ministry said it had no comment. The ministry later closed its gates.'),
  ).toEqual([
    ['it', 'Foreign Ministry'],
    ['The ministry', 'Foreign Ministry'],
    ['its', 'Foreign Ministry'],
  ])
})

test('several people are nobody’s “they”', () => {
  expect(meantIn('Two ministers left Tarn. They said Helen Marsh had lied to them.')).toEqual([])
})

test('a “she” is no man and a “he” no woman: by titles, by first names', () => {
  expect(meantIn('Mr Dorn said Ms Arce had lied. She denied it. He did not answer.')).toEqual([
    ['She', 'Arce'],
    ['He', 'Dorn'],
  ])
  expect(
    meantIn('Helen Marsh and Anton Veresk signed the accord. She said it would hold, and he agreed.'),
  ).toEqual([
    ['She', 'Helen Marsh'],
    ['he', 'Anton Veresk'],
  ])
})

test('whom nobody names takes the “he”: the driver is not the mayor', () => {
  expect(
    meantIn('Anton Veresk, the mayor, came late. A driver was hurt in Tarn. Police said he was drunk.'),
  ).toEqual([])
})

test('a pronoun before any name waits for the subject of its own sentence, and for no other', () => {
  expect(meantIn('She left early. Helen Marsh stayed.')).toEqual([])
  expect(
    meantIn(
      'When he arrived in Tarn, Anton Veresk was arrested. In her speech, Helen Marsh praised the court.',
    ),
  ).toEqual([
    ['he', 'Anton Veresk'],
    ['her', 'Helen Marsh'],
  ])
})

test('what a man does to “him” he does to another; to “himself”, to himself', () => {
  expect(meantIn('Anton Veresk spoke in Tarn. Ilya Dorn told him to leave.')).toEqual([
    ['him', 'Anton Veresk'],
  ])
  expect(meantIn('Anton Veresk spoke in Tarn. Ilya Dorn blamed himself.')).toEqual([['himself', 'Ilya Dorn']])
  expect(meantIn('Anton Veresk told him that the deal was off.')).toEqual([])
})

test('the “I” of a quotation is its source, and the “he” in it is not', () => {
  expect(
    meantIn('Ana Petrov, a spokeswoman for the port, spoke on Monday. “I have seen it myself,” she said.'),
  ).toEqual([
    ['I', 'Ana Petrov'],
    ['myself', 'Ana Petrov'],
    ['she', 'Ana Petrov'],
  ])
  expect(meantIn('“He is a liar,” Anton Veresk said.')).toEqual([])
})

test('what is quoted between a name and its “he” parts them no further', () => {
  expect(
    meantIn(
      'Anton Veresk spoke in Tarn. “Talks will go on. The harbour is open. The ships are here. The pier is safe,” he said.',
    ),
  ).toEqual([['he', 'Anton Veresk']])
})

test('two presidents of one article are not “the president”', () => {
  expect(
    meantIn(
      'Russian President Vladimir Putin called US President Donald Trump. The president said talks would go on.',
    ),
  ).toEqual([])
})

test('“the envoy to Aldany” is whoever that is, and “the envoy, who …” the one we know', () => {
  const opening = 'The Aldanese envoy, Tomás Arce, left San Telmo on Tuesday.'
  expect(meantIn(`${opening} The envoy, who served for ten years, was tired.`)).toEqual([
    ['The envoy', 'Tomás Arce'],
    ['who', 'Tomás Arce'],
  ])
  expect(meantIn(`${opening} The envoy to Morvenia stayed.`)).toEqual([])
})

test('every reference lies in its text, in order, and reading twice gives the same', () => {
  const text = 'Anton Veresk said he was ill. “I am ill,” he said. His doctor, Ana Petrov, said she agreed.'
  const { references, mentions } = readText(text).reading
  expect(references.length).toBeGreaterThan(3)
  for (const [i, { start, end, mention }] of references.entries()) {
    expect(start).toBeGreaterThanOrEqual(references[i - 1]?.end ?? 0)
    expect(end).toBeLessThanOrEqual(text.length)
    expect(mentions[mention]).toBeDefined()
  }
  expect(readText(text).reading.references).toEqual(references)
})

test('a long sentence of names and pronouns takes no longer than its length', () => {
  const started = performance.now()
  const { references } = readText(
    'Anton Veresk told Helen Marsh that he and his aide saw her, '.repeat(800),
    null,
    'fast',
  ).reading
  expect(references.length).toBeGreaterThan(0)
  expect(performance.now() - started).toBeLessThan(15_000)
})

import { expect, test } from 'vitest'
import { inflectVerb } from './inflect-verb.ts'

const forms = (lemma: string, irregular: string[] = []) =>
  inflectVerb(lemma, irregular).map(({ word }) => word)

test('regular verbs follow spelling', () => {
  expect(forms('declare')).toEqual(['declare', 'declares', 'declared', 'declaring'])
  expect(forms('deny')).toEqual(['deny', 'denies', 'denied', 'denying'])
  expect(forms('stress')).toEqual(['stress', 'stresses', 'stressed', 'stressing'])
  expect(forms('agree')).toEqual(['agree', 'agrees', 'agreed', 'agreeing'])
})

test('irregular verbs keep the forms they are given', () => {
  expect(
    inflectVerb('write', ['writes', 'wrote', 'written', 'writing']).map(
      ({ word, form }) => `${word}:${form}`,
    ),
  ).toEqual(['write:base', 'writes:third', 'wrote:past', 'written:participle', 'writing:gerund'])
})

import { expect, test } from 'vitest'
import { loadLexicon } from './load-lexicon.ts'

const verbs = 'lemma\tthird\tpresent\tpast\tparticiple\tgerund\n'
const words = 'word\tupos\tlemma\tfeatures\n'

test('a spelling that two verbs share can be what either can be', () => {
  const lexicon = loadLexicon(`${verbs}lay\t-\t-\tlaid\tlaid\t-\nlie\t-\t-\tlay/lied\tlain\tlying`, words)
  expect([...(lexicon.verbs.get('lay')?.forms ?? [])]).toEqual(['base', 'past'])
  expect(lexicon.verbs.get('lay')?.lemma).toBe('lay')
  expect(lexicon.verbs.get('lied')?.lemma).toBe('lie')
})

test('a cell with a dash is left to the rules', () => {
  const lexicon = loadLexicon(verbs, `${words}news\tNOUN\t-\tNumber=Sing`)
  expect(lexicon.words.get('NOUN')?.get('news')).toEqual({ lemma: null, features: 'Number=Sing' })
})

test('a broken row is named', () => {
  expect(() => loadLexicon(verbs, `${words}news\tNOUN`)).toThrow('lexicon/words.tsv, row 1')
})

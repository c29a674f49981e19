import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadLexicon } from '../../resources/load-lexicon.ts'
import { describeTokens } from './describe-tokens.ts'

const read = (name: string) => readFileSync(new URL(`../../../data/lexicon/${name}`, import.meta.url), 'utf8')
const lexicon = loadLexicon(read('verbs.tsv'), read('words.tsv'))

/** Describes a sentence given as “word UPOS head relation” a line; heads count from 1, 0 is the root. */
function describe(lines: string) {
  const rows = lines
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
  const words = rows.map(([word = '']) => word)
  const described = describeTokens(
    words,
    {
      upos: rows.map(([, upos = '']) => upos),
      heads: rows.map(([, , head = '']) => Number(head) - 1),
      deprels: rows.map(([, , , deprel = '']) => deprel),
    },
    lexicon,
  )
  return Object.fromEntries(words.map((word, at) => [word, described[at]]))
}

test('a verb spelt alike as past and participle is told apart by its auxiliaries', () => {
  const past = describe(`
    Envoys NOUN 2 nsubj
    mediated VERB 0 root`)
  expect(past.mediated).toEqual({
    lemma: 'mediate',
    features: 'Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin',
  })
  const passive = describe(`
    Banks NOUN 3 nsubj:pass
    were AUX 3 aux:pass
    sanctioned VERB 0 root`)
  expect(passive.sanctioned).toEqual({ lemma: 'sanction', features: 'Tense=Past|VerbForm=Part|Voice=Pass' })
  expect(passive.were).toEqual({
    lemma: 'be',
    features: 'Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin',
  })
  const perfect = describe(`
    She PRON 3 nsubj
    has AUX 3 aux
    denied VERB 0 root
    it PRON 3 obj`)
  expect(perfect.denied).toEqual({ lemma: 'deny', features: 'Tense=Past|VerbForm=Part' })
  expect(perfect.it?.features).toBe('Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs')
})

test('a bare verb is infinitive after “to” and modals, imperative without a subject, present with one', () => {
  const planned = describe(`
    They PRON 2 nsubj
    plan VERB 0 root
    to PART 4 mark
    meet VERB 2 xcomp
    and CCONJ 6 cc
    talk VERB 4 conj`)
  expect(planned.plan?.features).toBe('Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin')
  expect(planned.meet?.features).toBe('VerbForm=Inf')
  expect(planned.talk?.features).toBe('VerbForm=Inf')
  const order = describe(`
    Leave VERB 0 root
    now ADV 1 advmod`)
  expect(order.Leave).toEqual({ lemma: 'leave', features: 'Mood=Imp|VerbForm=Fin' })
})

test('a verb of a relative clause agrees with what the clause is about', () => {
  const { were } = describe(`
    the DET 2 det
    ministers NOUN 0 root
    who PRON 5 nsubj
    were AUX 5 cop
    absent ADJ 2 acl:relcl`)
  expect(were?.features).toBe('Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin')
})

test('contractions have the lemma of the word that they shorten, with straight and curly apostrophes', () => {
  const refusal = describe(`
    He PRON 4 nsubj
    wo AUX 4 aux
    n’t PART 4 advmod
    resign VERB 0 root`)
  expect(refusal.wo).toEqual({ lemma: 'will', features: 'VerbForm=Fin' })
  expect(refusal['n’t']).toEqual({ lemma: 'not', features: 'Polarity=Neg' })
  const gone = describe(`
    Veresk PROPN 3 nsubj
    ’s AUX 3 aux
    gone VERB 0 root`)
  expect(gone['’s']?.lemma).toBe('have')
  expect(gone.gone?.lemma).toBe('go')
  const going = describe(`
    Veresk PROPN 3 nsubj
    ’s AUX 3 aux
    going VERB 0 root`)
  expect(going['’s']?.lemma).toBe('be')
})

test('“who” asks in a question and relates in a relative clause', () => {
  const asked = describe(`
    He PRON 2 nsubj
    asked VERB 0 root
    who PRON 4 nsubj
    paid VERB 2 ccomp`)
  expect(asked.who?.features).toBe('PronType=Int')
  const told = describe(`
    clerks NOUN 0 root
    who PRON 3 nsubj
    paid VERB 1 acl:relcl`)
  expect(told.who?.features).toBe('PronType=Rel')
})

test('no parse, however wrong, makes an error', () => {
  const words = ['Gone', '’s', '', '\ud800', 'be']
  for (const heads of [[0, 1, 2, 3, 4], [9, -1, -7, 2, 3], [4, 0, 1, 2, 3], []])
    for (const upos of ['VERB', 'AUX', 'PRON', 'X'])
      for (const deprel of ['conj', 'aux', 'acl:relcl', 'nsubj', '']) {
        const parse = { upos: words.map(() => upos), heads, deprels: words.map(() => deprel) }
        expect(describeTokens(words, parse, lexicon)).toHaveLength(words.length)
      }
  expect(describeTokens([], { upos: [], heads: [], deprels: [] }, lexicon)).toEqual([])
})

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadResources } from '../../resources/load-resources.ts'
import { articleOf, readerOf, readText } from '../read-text.fixture.ts'
import { viewSentences } from '../sentence-view.ts'
import { judgeEvent } from './judge-event.ts'

const { cues } = await loadResources()

/** Judges the words in brackets: “She managed to [cross].” */
function judge(marked: string, inOwnVoice = false) {
  const text = marked.replaceAll(/[[\]]/g, '')
  const { reading, words } = readText(text)
  const [view] = viewSentences(text, reading.sentences, [])
  if (!view) throw new Error('no sentence')
  return [...marked.matchAll(/\[/g)].map(({ index }, nth) => {
    const start = index - 2 * nth
    const trigger = view.sentence.tokens.findIndex((token) => token.start === start)
    const holding = reading.statements.filter(
      ({ content }) => content && content.start <= start && start < content.end,
    )
    const judgement = judgeEvent(view, trigger, {
      statement: inOwnVoice ? null : (holding.at(-1) ?? null),
      cues,
    })
    const span = (range: { from: number; to: number } | null) =>
      range &&
      words({
        start: view.sentence.tokens[range.from]?.start ?? 0,
        end: view.sentence.tokens[range.to - 1]?.end ?? 0,
      })
    return { ...judgement, condition: span(judgement.condition), hedge: span(judgement.hedge) }
  })
}
const modalitiesOf = (marked: string) => judge(marked).map(({ modality }) => modality)

test.each([
  ['He denied [ordering] the strike.', 'denied'],
  ['Officials did not rule out that troops had [crossed] the border.', 'hedged'],
  ['She failed to [sign] the treaty.', 'negated'],
  ['Arce has yet to [sign] the treaty.', 'negated'],
  ['No sanctions were [imposed].', 'negated'],
  ['No [sanctions] were imposed.', 'negated'],
  ['Nobody was [killed].', 'negated'],
  ['He is not the first to [visit] the fort.', 'fact'],
  ['Without [signing], he left.', 'negated'],
  ['The envoy refused to [leave].', 'negated'],
  ['The envoy was forced to [leave].', 'fact'],
  ['Gunmen allegedly [attacked] the port.', 'hedged'],
  ['Reporters asked whether troops [crossed] the border.', 'asked'],
  ['Did troops [cross] the border?', 'asked'],
  ['They had planned to [meet] but cancelled.', 'negated'],
  ['Marsh was expected to [meet] Arce in Selgrad, but the talks never took place.', 'negated'],
  ['Marsh was expected to [meet] Arce on Monday, a meeting that never took place.', 'negated'],
  ['Marsh was set to [visit] Selgrad, but the trip was called off.', 'negated'],
  ['Marsh was expected to [meet] Arce, and the talks took place on Monday.', 'planned'],
  ['Aldany [plans] to sanction Morvenia.', 'planned'],
  ['Marsh is [set] to travel to Aldany.', 'planned'],
  ['Marsh is due to [speak] to the nation.', 'planned'],
  ['Marsh was due to [meet] Arce in Selgrad.', 'planned'],
  ['Selgrad [seeks] to improve ties with Aldany.', 'planned'],
  ['Aldany [threatened] to attack Morvenia.', 'fact'],
  ['Such a strike would [kill] thousands.', 'hedged'],
  ['Marsh is expected to [visit] Selgrad on Monday.', 'planned'],
  ['Marsh will not [visit] Selgrad.', 'negated'],
  ['She forgot to [sign] the letter.', 'negated'],
  ['He realised that the army had [left].', 'fact'],
  ['The ships sailed to [deter] an attack.', 'planned'],
  ['Arce is likely to [sign] the deal.', 'hedged'],
  ['The two sides will hold [talks] in Selgrad.', 'planned'],
  ['He could not be [reached].', 'negated'],
  ['Arce was accused of [burning] the files.', 'hedged'],
  ['The army no longer [controls] the port.', 'negated'],
  ['She said that Marsh would [resign].', 'planned'],
  ['Even if he [leaves], the war goes on.', 'hedged'],
  ['If he was tired, he did not [show] it.', 'negated'],
  ['Arce condemned the [attack].', 'fact'],
])('%s %s', (marked, modality) => {
  expect(modalitiesOf(marked)).toEqual([modality])
})

test('a hedge of one clause does not reach the other', () => {
  expect(modalitiesOf('Marsh may [visit] Selgrad, and Arce [met] the envoy.')).toEqual(['hedged', 'fact'])
  expect(modalitiesOf('Arce, who [met] Marsh on Monday, may [resign].')).toEqual(['fact', 'hedged'])
})

test('what is planned of two verbs is planned of both', () => {
  expect(modalitiesOf('The two countries plan to [cut] ties and [expel] envoys.')).toEqual([
    'planned',
    'planned',
  ])
})

test('a negation of the saying is not one of the said, and the other way about', () => {
  expect(modalitiesOf('Marsh did not say that troops [crossed] the border.')).toEqual(['hedged'])
  expect(modalitiesOf('Marsh said that troops did not [cross] the border.')).toEqual(['negated'])
})

test.each([
  ['They would [sign] if the court agreed.', 'if the court agreed'],
  ['The report, if true, would [end] the talks.', 'if true'],
  ['Had he known, he would have [resigned].', 'Had he known'],
  ['He will [resign] unless the court agrees.', 'unless the court agrees'],
  ['The two sides will [meet] once the matter is settled.', 'once the matter is settled'],
  ['If she signs, he will resign and [leave].', 'If she signs'],
  ['Marsh would [lift] the sanctions that she imposed in March if Arce agreed.', 'if Arce agreed'],
  ['“If they stay,” Arce said, “we will [strike].”', 'If they stay'],
])('a condition keeps its words: %s', (marked, condition) => {
  expect(judge(marked)).toMatchObject([{ modality: 'conditional', condition }])
})

test('what has happened waits for nothing, and a threat shows what it waits for', () => {
  const past = 'Marsh would lift the sanctions that she [imposed] in March if Arce agreed.'
  expect(judge(past)).toMatchObject([{ modality: 'fact', condition: null }])
  const threat = 'Unless Aldany withdraws, Morvenia would close the border, Petro [warned].'
  expect(judge(threat)).toMatchObject([{ modality: 'fact', condition: 'Unless Aldany withdraws' }])
})

test('PLOVER’s auxiliary modes', () => {
  const modesOf = (marked: string) => judge(marked).map(({ auxiliaries }) => auxiliaries)
  expect(modesOf('Marsh met Arce and [signed] the deal.')).toEqual([[]])
  expect(modesOf('Marsh will [meet] Arce.')).toEqual([['future']])
  expect(modesOf('Marsh will not [meet] Arce.')).toEqual([['future', 'negation']])
  expect(modesOf('Marsh may [meet] Arce.')).toEqual([['hypothetical']])
})

test('how sure it is lies between -3 and 3, in the order that readers give it', () => {
  const values = ['The envoy did not [leave].', 'The envoy may [leave].', 'The envoy [left].'].map(
    (marked) => judge(marked)[0]?.factuality ?? Number.NaN,
  )
  expect(values).toEqual([...values].sort((a, b) => a - b))
  expect(values[0]).toBeLessThan(-2)
  expect(values[2]).toBeGreaterThan(2)
})

describe('data/cues/commitments.tsv', () => {
  const [, ...rows] = readFileSync(new URL('../../../data/cues/commitments.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))

  test.each(
    rows.map(([, , modality = '', holds = '', , , example = '']) => [example, modality, Number(holds)]),
  )('%s', (example, modality, holds) => {
    const found = judge(String(example), true)[0]?.modality
    // “He did not hesitate to sign” is what the row says of the negated verb.
    const isFact = modality === 'fact' && (Number(holds) > 0 || /\bnot\b/.test(String(example)))
    expect(found).toBe(isFact ? 'fact' : modality === 'fact' ? 'negated' : modality)
  })
})

test('a sentence of five thousand words is judged in time', () => {
  const hostile = [
    `Arce may ${'plan to '.repeat(2500)}leave.`,
    `${'if '.repeat(5000)}.`,
    `${'he would leave and '.repeat(1250)}stay.`,
    'no '.repeat(5000),
  ]
  for (const text of hostile) {
    const reading = readerOf('fast').read(articleOf(text))
    for (const view of viewSentences(text, reading.sentences, [])) {
      const begun = performance.now()
      for (let k = 0; k < view.words.length; k++) judgeEvent(view, k, { statement: null, cues })
      expect(performance.now() - begun).toBeLessThan(2000)
    }
  }
}, 60_000)

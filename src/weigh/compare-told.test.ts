import { beforeAll, expect, test } from 'vitest'
import { makeArticle } from '../ledger/test-records.fixture.ts'
import { openReader, type Reader } from '../read/open-reader.ts'
import type { ToldChange } from '../records/change.ts'
import { loadNotices } from '../resources/load-notices.ts'
import { loadResources } from '../resources/load-resources.ts'
import { compareVersions } from './compare-versions.ts'
import { openNotices } from './find-notice.ts'

let reader: Reader
beforeAll(async () => {
  reader = openReader(await loadResources(), 'full')
})
const findNotice = openNotices(loadNotices())

const around = [
  'The ferry left the eastern quay of Selgrad at noon on Tuesday.',
  'Helen Marsh told reporters in Tarn that the harbour would stay open until Friday.',
]

/** What the change of one sentence among others tells, a line each. */
function tell(before: string, after: string): string[] {
  const toVersion = (sentence: string) => {
    const article = makeArticle({ text: [around[0], sentence, around[1]].filter(Boolean).join(' ') })
    return { article, reading: reader.read(article) }
  }
  const [from, to] = [toVersion(before), toVersion(after)]
  const { told } = compareVersions(from, to, findNotice)
  for (const { before: was, after: is, alterations } of told) {
    for (const [side, { article }] of [
      [was, from],
      [is, to],
    ] as const)
      if (side) expect(article.text.slice(side.span.start, side.span.end)).not.toBe('')
    for (const { beforeSpan, afterSpan } of alterations) expect(beforeSpan ?? afterSpan).not.toBeNull()
  }
  return told.map(describe)
}

const describe = ({ kind, change, before, after, alterations }: ToldChange) =>
  `${kind} ${change}${alterations.length === 0 ? `: ${(after ?? before)?.proposition}` : ''}${alterations
    .map(({ aspect, before, after }) => ` [${aspect}: ${before} → ${after}]`)
    .join('')}`

test('a denial that became a confirmation', () => {
  const lines = tell(
    'Rafael Quintero denied that the light on the mole had failed.',
    'Rafael Quintero confirmed that the light on the mole had failed.',
  )
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(
    /^statement altered .*\[modality: denied → reported\].*\[cue: denied → confirmed\]/,
  )
})

test('another source', () => {
  expect(
    tell(
      'The harbour would open on Friday, Tomás Arce said.',
      'The harbour would open on Friday, Irina Dolt said.',
    ),
  ).toEqual(['statement altered [source: Tomás Arce → Irina Dolt]'])
})

test('a figure, a day and a name inside what is said', () => {
  expect(
    tell(
      'Tomás Arce said that 11 people were hurt in the storm.',
      'Tomás Arce said that 30 people were hurt in the storm.',
    ),
  ).toEqual(['statement altered [figure: 11 → 30]'])
  expect(
    tell(
      'Tomás Arce said that the call took place on 19 November.',
      'Tomás Arce said that the call took place on 18 November.',
    ),
  ).toEqual([expect.stringMatching(/^statement altered \[day: .*19.* → .*18/)])
  expect(
    tell(
      'Tomás Arce said that Irina Dolt had signed the letter.',
      'Tomás Arce said that Pavel Strend had signed the letter.',
    ),
  ).toEqual(['statement altered [name: Irina Dolt → Pavel Strend]'])
})

test('a hedge that was dropped', () => {
  const lines = tell(
    'Tomás Arce said that the talks might have collapsed on Monday.',
    'Tomás Arce said that the talks had collapsed on Monday.',
  )
  expect(lines.join()).toContain('[hedge-dropped: hedged → reported]')
})

test('a statement that was added, and one that was cut', () => {
  const said = 'Tomás Arce said that the talks had collapsed on Monday.'
  expect(tell('', said)).toContainEqual('statement added: that the talks had collapsed on Monday')
  expect(tell(said, '')).toContainEqual('statement removed: that the talks had collapsed on Monday')
})

test('style, and a sentence that was moved, tell nothing', () => {
  expect(
    tell('“The talks had collapsed,” Tomás Arce said.', '"The talks had collapsed", Tomás Arce said.'),
  ).toEqual([])
})

test('words around a statement tell nothing of it', () => {
  expect(
    tell(
      'After a long night Tomás Arce said that the talks had collapsed on Monday.',
      'After a very long night Tomás Arce said that the talks had collapsed on Monday.',
    ),
  ).toEqual([])
})

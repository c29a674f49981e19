import { expect, test } from 'vitest'
import { makeClaim } from '../ledger/test-records.fixture.ts'
import { toPages, toSaid, toVersion } from './changed-page.fixture.ts'
import { tellEdits } from './tell-edits.ts'

const call = (day: number) => `Quintero made the call to Marsh on ${day} November`
const now = toSaid('v2', call(18))
const claim = makeClaim('c', [toSaid('other', call(18)), now])

test('a page that said it in other words before says so', () => {
  const edits = tellEdits(
    claim,
    toPages(toVersion('v1', 21, [toSaid('v1', call(19))]), toVersion('v2', 22, [now])),
  )
  expect(edits).toEqual([
    {
      kind: 'edited',
      at: '2025-11-22T09:00:00.000Z',
      reportId: now.id,
      before: call(19),
      after: call(18),
      edit: { pageId: 'p', outlet: 'The Wexford Examiner', beforeArticleId: 'v1', afterArticleId: 'v2' },
    },
  ])
})

test('a page that does not say it any more, and one that says it now, are told', () => {
  const said = toSaid('v1', call(18))
  expect(
    tellEdits(
      makeClaim('c', [toSaid('other', call(18))]),
      toPages(toVersion('v1', 21, [said]), toVersion('v2', 22, [])),
    ),
  ).toMatchObject([{ before: call(18), after: null, reportId: null }])
  expect(tellEdits(claim, toPages(toVersion('v1', 21, []), toVersion('v2', 22, [now])))).toMatchObject([
    { before: null, after: call(18), reportId: now.id },
  ])
})

test('the same words, denied before and reported now', () => {
  const denied = toSaid('v1', call(18), { modality: 'hedged', sentenceText: 'Arce may have said so.' })
  expect(tellEdits(claim, toPages(toVersion('v1', 21, [denied]), toVersion('v2', 22, [now])))).toMatchObject([
    { before: `${call(18)} (Arce, hedged)`, after: `${call(18)} (Arce, reported)` },
  ])
})

test('a sentence that stands in both versions was not edited, whatever is made of it', () => {
  const said = toSaid('v1', call(18))
  expect(tellEdits(claim, toPages(toVersion('v1', 21, [said]), toVersion('v2', 22, [now])))).toEqual([])
  expect(
    tellEdits(
      makeClaim('c', [toSaid('other', call(18))]),
      toPages(toVersion('v1', 21, [said]), toVersion('v2', 22, [], said.sentenceText)),
    ),
  ).toEqual([])
})

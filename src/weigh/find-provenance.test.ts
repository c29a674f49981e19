import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Copy } from '../records/copy.ts'
import { makeCopy } from '../records/made-copy.fixture.ts'
import { makeLink, makeReport } from '../records/made-report.fixture.ts'
import type { ChainLink, Report } from '../records/report.ts'
import { findProvenance } from './find-provenance.ts'
import { withoutRelays } from './without-relays.ts'

const prints = (name: string, more: Partial<ChainLink> = {}) =>
  makeLink({ kind: 'outlet', how: 'prints', name, words: name, ...more })
const cites = (name: string, more: Partial<ChainLink> = {}) =>
  makeLink({ kind: 'outlet', how: 'cites', name, words: name, ...more })
const credits = (name: string, words: string) =>
  makeLink({ kind: 'agency', how: 'credits', name, words, family: name })
const says = (name: string, more: Partial<ChainLink> = {}) =>
  makeLink({ kind: 'person', how: 'says', name, words: name, ...more })
const official = (words: string, more: Partial<ChainLink> = {}) =>
  makeLink({ kind: 'unnamed', how: 'says', words, role: 'official', ...more })

let count = 0
const report = (outlet: string, chain: readonly ChainLink[], more: Partial<Report> = {}): Report => {
  count++
  return makeReport({
    id: `r${count}`,
    outlet,
    chain: [prints(outlet), ...chain],
    stance: chain.some(({ how }) => how === 'says' || how === 'cites') ? 'attributes' : 'asserts',
    ...more,
  })
}

const count1 = (...reports: Report[]) => findProvenance(reports, []).independent

test('one speaker is one origin, however many outlets relay them', () => {
  expect(
    count1(
      report('Daily Compass', [says('Bob Marle')]),
      report('Northgate Courier', [says('Senator Bob Marle')]),
      report('Sentinel Brief', [cites('Daily Compass'), says('Marle')]),
    ),
  ).toBe(1)
})

test('who only tells that somebody said so is no second origin beside him', () => {
  const relay = { proposition: 'Anton Veresk said that the border is closed' }
  const agency = cites('Morvenia Telegraph Agency', { kind: 'agency' })
  const his = report('Daily Compass', [says('Anton Veresk')], { source: 'Anton Veresk' })
  const told = report('Northgate Courier', [agency], { source: 'the agency', ...relay })
  expect(count1(his, told)).toBe(1)
  // Where nobody has it from him, it rests on who relays him.
  expect(count1(told)).toBe(1)
  // What he told another is known through whoever passes it on: two of those are two.
  const heard = report('Sentinel Brief', [official('an aide')], {
    source: 'he',
    sourceEntity: 'Anton Veresk',
  })
  const [compass, meridian] = ['Daily Compass', 'Meridian Press']
  expect(count1(heard, report(compass, [says('Lucía Ferrán')], { source: 'Lucía Ferrán', ...relay }))).toBe(2)
  expect(count1(heard, report(meridian, [says('Anton Veresk')], { source: 'Anton Veresk' }))).toBe(2)
})

test('namesakes are two origins, and one man under two names is one', () => {
  const captain = says('Maria Veresk', { role: 'ferry captain' })
  const president = says('Anton Veresk', { role: 'president' })
  expect(count1(report('A', [president]), report('B', [captain]))).toBe(2)
  expect(count1(report('A', [president]), report('B', [says('Veresk')]))).toBe(1)
  expect(count1(report('A', [says('Bob Marle')]), report('B', [says('Robert Marle')]))).toBe(1)
  expect(count1(report('A', [says('John R. Allen')]), report('B', [says('General Allen')]))).toBe(1)
  // Another woman of the president’s office speaks for him.
  const spokeswoman = says('Maria Veresk', { role: 'president’s spokeswoman' })
  expect(count1(report('A', [president]), report('B', [spokeswoman]))).toBe(1)
})

test('a mayor and a judge, by name, are two, and the police and the authorities one', () => {
  const mayor = says('Hanne Vik', { role: 'mayor', code: '---GOV' })
  const judge = says('Dora Coll', { role: 'judge', code: '---JUD' })
  expect(count1(report('A', [mayor]), report('B', [judge]))).toBe(2)
  const some = (words: string) => says(words, { kind: 'body', name: words, code: '---COP' })
  expect(count1(report('A', [some('police')]), report('B', [some('authorities')]))).toBe(1)
})

test('a changed sentence of a copy keeps its own speaker', () => {
  const wire = report('Meridian Press', [says('Anton Veresk')], {
    source: 'Anton Veresk',
    span: { start: 0, end: 40 },
  })
  const rewrite = report('Harbour Ledger', [says('Tomás Arce')], {
    source: 'Tomás Arce',
    span: { start: 0, end: 40 },
  })
  const copy = copyOf(wire, rewrite)
  const changed: Copy = { ...copy, sentences: copy.sentences.map((one) => ({ ...one, change: 'changed' })) }
  expect(findProvenance([wire, rewrite], [changed]).independent).toBe(2)
  const retold = { ...rewrite, source: 'Mr Veresk', chain: wire.chain }
  expect(findProvenance([wire, retold], [changed]).independent).toBe(1)
})

test('who relays a ministry without a name is no second origin, and who relays a namesake is one', () => {
  const ministry = says('Ministry', { kind: 'body', words: 'The ministry' })
  const its = report('Daily Compass', [ministry], { source: 'The ministry' })
  const told = (who: string) =>
    report('Northgate Courier', [cites('Sentinel Brief')], {
      source: 'Sentinel Brief',
      proposition: `${who} said that the border is closed`,
    })
  expect(count1(its, told('the ministry'))).toBe(1)
  const his = report('Daily Compass', [says('Anton Veresk')], { source: 'Anton Veresk' })
  expect(count1(his, told('Maria Veresk'))).toBe(2)
  expect(count1(his, told('President Veresk'))).toBe(1)
})

test('a denial that an agency relays is the claim, and denies nothing', () => {
  const inner = report('A', [says('Bob Marle')], {
    within: 3,
    ordinal: 4,
    stance: 'denies',
    modality: 'negated',
  })
  const outer = { ...inner, id: 'outer', within: null, ordinal: 3, stance: 'attributes' as const }
  const { origins } = findProvenance([outer, inner], [])
  expect(origins.map(({ side, isCounted }) => [side, isCounted])).toEqual([['support', true]])
})

test('in one article the relay is passed on by what it relays', () => {
  const said = { articleId: 'a', readingId: 'a' }
  const outer = report('Daily Compass', [cites('Sentinel Brief')], {
    ...said,
    ordinal: 0,
    source: 'the Sentinel',
    proposition: 'Bob Marle said that the border is closed',
  })
  const inner = report('Daily Compass', [cites('Sentinel Brief'), says('Bob Marle')], {
    ...said,
    ordinal: 1,
    within: 0,
  })
  expect(withoutRelays([outer, inner])).toEqual([inner])
  // A reprint repeats each of the two, and its tree leads from the one that counts to the one that counts.
  const print = (each: Report) => ({ ...each, id: `${each.id} again`, articleId: 'b', readingId: 'b' })
  const { edges } = findProvenance([outer, inner, print(outer), print(inner)], [copyOf(outer, print(outer))])
  expect(edges.filter(({ why }) => why === 'copies').map(({ from, to }) => [from, to])).toEqual([
    [`${inner.id} again`, inner.id],
  ])
})

test('who doubts a claim stands behind neither it nor its denial, and is listed as who doubts', () => {
  const said = report('A', [says('Tomás Arce')])
  const doubted = report('B', [says('Helen Marsh')], { stance: 'doubts', modality: 'hedged' })
  const denied = report('C', [says('Rafael Quintero')], { stance: 'denies', modality: 'denied' })
  const sides = (...reports: Report[]) =>
    findProvenance(reports, []).origins.map(({ side, name, isCounted }) => `${side} ${name} ${isCounted}`)
  expect(sides(doubted, said, denied)).toEqual([
    'support Tomás Arce true',
    'deny Rafael Quintero false',
    'doubt Helen Marsh false',
  ])
  expect(sides(doubted)).toEqual(['doubt Helen Marsh false'])
  // Who doubts what another only denies leans that way.
  expect(sides(doubted, denied)).toEqual(['support Rafael Quintero true'])
})

test('a government is one origin through all its mouths, and two governments are two', () => {
  const pentagon = says('Pentagon', { kind: 'body', code: 'USAMIL', country: 'USA' })
  const president = says('Helen Marsh', { code: 'USAGOV', country: 'USA' })
  const tehran = says('Iran', { kind: 'body', code: 'IRN', country: 'IRN' })
  expect(count1(report('A', [pentagon]), report('B', [president]))).toBe(1)
  expect(count1(report('A', [pentagon]), report('B', [president]), report('C', [tehran]))).toBe(2)
})

test('members of parliament and former presidents speak for themselves', () => {
  const senator = (name: string) => says(name, { code: 'USALEG', country: 'USA' })
  expect(count1(report('A', [senator('Ann Lee')]), report('B', [senator('Tom Ruiz')]))).toBe(2)
})

test('a state-run outlet and its government are one interest', () => {
  const belta = cites('Belta', { kind: 'agency', isStateRun: true, country: 'BLR' })
  const president = says('Aleksandr Lukashenko', { code: 'BLRGOV', country: 'BLR' })
  const { origins, independent } = findProvenance([report('A', [belta]), report('B', [president])], [])
  expect(independent).toBe(1)
  expect(origins[0]?.interest).toBe('BLR')
})

test('a land that no table knows is told by its people: “Morvenian President”, “Morvenia Telegraph Agency”', () => {
  const agency = cites('Morvenia Telegraph Agency', { kind: 'agency', isStateRun: true })
  const president = says('Anton Veresk', { code: '---GOV', role: 'Morvenian President' })
  const other = says('Tomás Arce', { code: '---GOV', role: 'foreign minister of San Telmo' })
  expect(count1(report('A', [agency]), report('B', [president]))).toBe(1)
  expect(count1(report('A', [agency]), report('B', [president]), report('C', [other]))).toBe(2)
})

test('each outlet’s unnamed officials are an origin of their own', () => {
  const { origins, independent, independentLow } = findProvenance(
    [report('A', [official('two officials')]), report('B', [official('a senior official')])],
    [],
  )
  expect(independent).toBe(2)
  expect(independentLow).toBe(1)
  expect(origins.map(({ kind }) => kind)).toEqual(['anonymous', 'anonymous'])
})

test('unnamed people of two outlets are one where both quote the same words', () => {
  const quoted = (quotes: string[]) => official('an official', { quotes })
  expect(
    count1(
      report('A', [quoted(['a distinct possibility'])]),
      report('B', [quoted(['It is a distinct possibility, I would say'])]),
    ),
  ).toBe(1)
  expect(
    count1(report('A', [quoted(['a distinct possibility'])]), report('B', [quoted(['we shall see'])])),
  ).toBe(2)
})

test('a state’s unnamed officials are no second origin where it says so on record', () => {
  const state = { code: 'USAGOV', country: 'USA' }
  expect(
    count1(report('A', [official('a U.S. official', state)]), report('B', [says('Paul Adair', state)])),
  ).toBe(1)
})

test('whoever tells an agency is an origin of the agency, not of the papers that print it', () => {
  const told = [cites('Associated Press', { kind: 'agency', family: 'AP' }), official('officials')]
  expect(count1(report('A', told), report('B', told))).toBe(1)
})

test('unnamed sources of a named body are that body’s', () => {
  const observatory = makeLink({
    kind: 'body',
    how: 'cites',
    name: 'War Observatory',
    words: 'the War Observatory',
  })
  const { origins } = findProvenance(
    [report('A', [observatory, makeLink({ kind: 'unnamed', words: 'medical sources', role: 'source' })])],
    [],
  )
  expect(origins.map(({ name }) => name)).toEqual(['War Observatory'])
})

test('what an outlet tells in its own voice beside somebody named is not counted; alone, it is its own reporting', () => {
  const own = report('A', [])
  const { independent, independentStrict } = findProvenance([own, report('B', [says('Ann Lee')])], [])
  expect([independent, independentStrict]).toEqual([1, 2])
  expect(count1(own)).toBe(1)
  expect(count1(own, report('B', []), report('C', []))).toBe(1)
})

test('a toll in an outlet’s own voice rests on somebody it does not name', () => {
  expect(count1(report('A', [], { proposition: 'At least 12 people were killed in the blast' }))).toBe(0)
})

test('an article that an agency signs is the agency’s; one that it contributed to is nobody’s', () => {
  expect(
    count1(
      report('A', [credits('Associated Press', 'By The Associated Press')]),
      report('B', [credits('Associated Press', 'OSLO (AP)')]),
    ),
  ).toBe(1)
  expect(
    count1(report('A', [credits('Associated Press', 'The Associated Press contributed to this report.')])),
  ).toBe(0)
})

test('“reports said” and “experts” are nobody in particular', () => {
  const nobody = (words: string) => makeLink({ kind: 'unnamed', words })
  expect(count1(report('A', [nobody('reports')]), report('B', [nobody('experts')]))).toBe(0)
})

test('who denies is listed on the other side and never counted', () => {
  const { origins, independent } = findProvenance(
    [report('A', [official('two officials')]), report('B', [says('Tomás Arce')], { stance: 'denies' })],
    [],
  )
  expect(independent).toBe(1)
  expect(origins.map(({ side, isCounted }) => [side, isCounted])).toEqual([
    ['support', true],
    ['deny', false],
  ])
})

test('a claim that only denials tell is the denial itself', () => {
  expect(count1(report('A', [says('Tomás Arce')], { stance: 'denies' }))).toBe(1)
})

test('a silence rests on who asked', () => {
  const office = makeLink({ kind: 'body', how: 'says', name: 'press office', words: 'the press office' })
  const { origins } = findProvenance([report('Meridian Press', [office], { stance: 'silent' })], [])
  expect(origins.map(({ kind, name }) => [kind, name])).toEqual([['outlet', 'Meridian Press']])
})

test('“CNN reports” ends where CNN’s own report ends', () => {
  const dyn = says('Dyn Research', { kind: 'body', institution: 'dyn research' })
  const { origins, independent } = findProvenance(
    [report('CNN', [dyn]), report('Northgate Courier', [cites('CNN')])],
    [],
  )
  expect(independent).toBe(1)
  expect(origins[0]?.reports).toHaveLength(2)
})

test('a statement and the agency’s telling of it, in one article, are one chain', () => {
  const inner = report('A', [cites('Meridian Press'), says('Anton Veresk')], { within: 3, ordinal: 4 })
  const outer = report('A', [cites('Meridian Press')], {
    articleId: inner.articleId,
    readingId: inner.readingId,
    ordinal: 3,
  })
  expect(count1(inner, outer)).toBe(1)
})

const copyOf = (of: Report, by: Report): Copy =>
  makeCopy(of.articleId, by.articleId, { of: of.span, by: by.span })

test('a copy’s chain is its original’s, and the tree shows the words that were copied', () => {
  const wire = report('Meridian Press', [official('an official')], { span: { start: 10, end: 50 } })
  const reprint = report('Harbour Ledger', [official('an official')], { span: { start: 0, end: 40 } })
  expect(findProvenance([wire, reprint], []).independent).toBe(2)
  const { independent, edges, origins } = findProvenance([wire, reprint], [copyOf(wire, reprint)])
  expect(independent).toBe(1)
  expect(origins[0]?.reports.toSorted()).toEqual([wire.id, reprint.id].toSorted())
  expect(edges.find(({ why }) => why === 'copies')).toMatchObject({ from: reprint.id, to: wire.id })
})

test('every node that an edge names is there, and every report’s path ends at an origin', () => {
  const wire = report('Meridian Press', [
    cites('Belta', { isStateRun: true, country: 'BLR' }),
    says('Ann Lee'),
  ])
  const { nodes, edges } = findProvenance([wire, report('B', [cites('Meridian Press')]), report('C', [])], [])
  const ids = new Set(nodes.map(({ id }) => id))
  for (const { from, to } of edges) expect(ids.has(from) && ids.has(to)).toBe(true)
  const origins = new Set(nodes.filter(({ kind }) => kind === 'origin').map(({ id }) => id))
  for (const { id } of nodes.filter(({ kind }) => kind === 'report')) {
    let at = id
    for (let step = 0; step < 9 && !origins.has(at); step++)
      at = edges.find(({ from }) => from === at)?.to ?? at
    expect(origins.has(at)).toBe(true)
  }
})

test('an outlet is one node however its name is written: who cites it has it from its own report', () => {
  const own = report('The Wexford Examiner', [says('Rafael Quintero')])
  const citing = report('B', [cites('Wexford Examiner'), says('Quintero')])
  const late = report('C', [cites('the wexford examiner'), says('Rafael Quintero')])
  const { nodes, edges } = findProvenance([own, citing, late], [])
  expect(nodes.filter(({ name }) => /wexford/i.test(name)).map(({ id }) => id)).toEqual([own.id])
  expect(edges.filter(({ why }) => why === 'cites').map(({ from, to }) => [from, to])).toEqual([
    [citing.id, own.id],
    [late.id, own.id],
  ])
  const away = findProvenance([citing, late], [])
  expect(away.nodes.filter(({ name }) => /wexford/i.test(name))).toHaveLength(1)
})

test('The Times and the Times of Selgrad are two outlets, a source of an outlet’s name is that outlet', () => {
  expect(count1(report('A', [cites('The Times')]), report('B', [cites('Times of Selgrad')]))).toBe(2)
  const echo = says('Harbour Echo', { kind: 'body' })
  expect(count1(report('A', [echo]), report('B', [cites('The Harbour Echo')]))).toBe(1)
})

test('the order of reports changes nothing', () => {
  const some = [
    report('A', [official('two officials')]),
    report('B', [says('Ann Lee')]),
    report('C', [cites('A')]),
    report('D', []),
    report('E', [says('Lee', { code: 'USAGOV', country: 'USA' })]),
    report('F', [official('a U.S. official', { code: 'USAGOV', country: 'USA' })]),
    report('G', [says('Tom Ruiz')], { stance: 'denies' }),
  ]
  const expected = findProvenance(some, [])
  fc.assert(
    fc.property(fc.shuffledSubarray(some, { minLength: some.length }), (shuffled) => {
      expect(findProvenance(shuffled, [])).toEqual(expected)
    }),
    { numRuns: 50 },
  )
})

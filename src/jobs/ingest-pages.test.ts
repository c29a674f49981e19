import { getTableName, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { extractArticle } from '../extract/extract-article.ts'
import { checkLedger } from '../ledger/check-ledger.ts'
import { digestWeighing } from '../ledger/digest-weighing.ts'
import { findArticles } from '../ledger/find-articles.ts'
import { findClaims } from '../ledger/find-claims.ts'
import { insertArticle } from '../ledger/insert-article.ts'
import { insertDocument } from '../ledger/insert-document.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { ledgerTables } from '../ledger/ledger-tables.ts'
import { openTestLedger } from '../ledger/open-test-ledger.fixture.ts'
import { allClaims } from '../records/claim-query.ts'
import type { Document } from '../records/document.ts'
import { ingest } from './ingest.ts'
import { notePageUnchanged } from './note-page-unchanged.ts'
import { openReaders } from './open-readers.ts'
import { openWeigher } from './open-weigher.ts'
import { placeUnplaced } from './place-unplaced.ts'
import type { Readers } from './readers.ts'
import { reweigh } from './reweigh.ts'
import { tellClaim } from './tell-claim.ts'
import { smallWeigher } from './test-weigher.fixture.ts'

let ledger: Ledger
let readers: Readers & { read: Readers['read'] }
let readCount = 0
beforeAll(async () => {
  const [opened, here] = await Promise.all([openTestLedger(), openReaders({ mode: 'fast' })])
  ledger = opened
  readers = {
    ...here,
    read: (async (document, options) => {
      const read = await here.read(document, options)
      if ('reading' in read && read.reading !== null) readCount++
      return read
    }) as Readers['read'],
  }
})
beforeEach(async () => {
  readCount = 0
  const names = ledgerTables.map((table) => `"${getTableName(table)}"`)
  await ledger.db.execute(sql.raw(`truncate ${names.join(', ')}`))
})
afterAll(() => ledger.close())

const address = 'https://harbour-ledger.example/2026/03/ferry-number-two-sails-again'
const said =
  'The harbour master of Lindholm said on Friday that ferry number two would sail again after two days.'
const denied = 'The mayor denied that the light on the mole had failed in the night of the storm.'
const third = 'Mail, flour and forty passengers were waiting on the eastern quay when the first bell rang.'
const confirmed = 'The mayor confirmed that the light on the mole had failed in the night of the storm.'

const wheat = [
  'Wheat is dear this year, and nobody in the valley of Ferrán sows before the rain has come to the hills.',
  'The council has bought nine hundred sacks from Aldany, a clerk said, and will sell them at the price of spring.',
]

const at = (day: number, hour = 8) =>
  `2026-03-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`

function page(
  sentences: readonly string[],
  more: Partial<Document> & { title?: string; head?: string; foot?: string } = {},
): Document {
  const { title = 'Ferry number two sails again', head = '', foot = '', ...rest } = more
  return {
    where: address,
    bytes:
      Buffer.from(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}
<meta property="og:site_name" content="The Harbour Ledger"><meta property="article:published_time" content="2026-03-06T07:00:00Z"></head>
<body><article><h1>${title}</h1>${sentences.map((sentence) => `<p>${sentence}</p>`).join('')}</article>${foot}</body></html>`),
    mediaType: 'text/html',
    charset: 'utf-8',
    headers: {},
    collectedAt: at(6),
    ...rest,
  }
}

async function* only(...documents: Document[]): AsyncGenerator<Document> {
  yield* documents
}

const add = async (...documents: Document[]) => {
  const outcomes = []
  for await (const outcome of ingest(only(...documents), ledger, readers, { weigher: smallWeigher }))
    outcomes.push(outcome)
  return outcomes
}
const addEach = async (...documents: Document[]) => {
  const outcomes = []
  for (const document of documents) outcomes.push(...(await add(document)))
  return outcomes
}
const told = (outcomes: readonly { outcome: string; change: string | null }[]) =>
  outcomes.map(({ outcome, change }) => `${outcome} ${change}`)

const listed = async () => {
  const { articles } = await findArticles(ledger)
  const texts = await ledger.db.execute<{ id: string; text: string }>(sql`select id, text from article`)
  return articles.map(({ id }) => texts.rows.find((row) => row.id === id)?.text.split('\n\n'))
}
const changes = async () => {
  const { rows } = await ledger.db.execute<Record<string, unknown>>(sql`
    select b.text as before, a.text as after, to_char(before_at, 'DD') as last, to_char(after_at, 'DD') as first,
      is_trivial as trivial, is_admitted as admitted
    from page_change join article a on a.id = after_article_id join article b on b.id = before_article_id
    order by after_at`)
  return rows
}
const countPages = async () => {
  const { rows } = await ledger.db.execute<{ n: number }>(sql`select count(*)::int as n from page`)
  return rows[0]?.n
}

describe('versions of a page', () => {
  test('other bytes around the same article are the same version: neither read nor weighed again', async () => {
    const outcomes = await addEach(
      page([said, denied]),
      page([said, denied], { foot: '<footer>Most read today: wheat</footer>', collectedAt: at(7) }),
      page([said, denied], { foot: '<footer>Most read today: barley</footer>', collectedAt: at(8) }),
    )
    expect(told(outcomes)).toEqual(['added new', 'unchanged same', 'unchanged same'])
    expect(new Set(outcomes.map(({ articleId }) => articleId)).size).toBe(1)
    expect(readCount).toBe(1)
    expect(await listed()).toEqual([[said, denied]])
    expect(await changes()).toEqual([])
    expect(await checkLedger(ledger)).toEqual([])
  })

  test('the same bytes at the same address are the same, with the article’s id', async () => {
    const [first, again] = await addEach(page([said, third]), page([said, third], { collectedAt: at(7) }))
    expect(again).toMatchObject({ outcome: 'unchanged', change: 'same', articleId: first?.articleId })
  })

  test('other words are a new version: it alone is listed and weighed, and the change is kept', async () => {
    const outcomes = await addEach(page([said, denied]), page([said, confirmed], { collectedAt: at(7) }))
    expect(told(outcomes)).toEqual(['added new', 'added changed'])
    expect(await listed()).toEqual([[said, confirmed]])
    expect(await changes()).toEqual([
      {
        before: `${said}\n\n${denied}`,
        after: `${said}\n\n${confirmed}`,
        last: '06',
        first: '07',
        trivial: false,
        admitted: false,
      },
    ])
    expect(await digestWeighing(ledger)).toMatchObject({ weighed: 1 })
    expect(await checkLedger(ledger)).toEqual([])
  })

  test('a page that goes back to what it said is that version again', async () => {
    const outcomes = await addEach(
      page([said, denied]),
      page([said, confirmed], { collectedAt: at(7) }),
      page([said, denied], { collectedAt: at(8) }),
    )
    expect(told(outcomes)).toEqual(['added new', 'added changed', 'unchanged changed'])
    expect(outcomes[2]?.articleId).toBe(outcomes[0]?.articleId)
    expect(await listed()).toEqual([[said, denied]])
    expect((await changes()).map(({ first }) => first)).toEqual(['07', '08'])
    expect(await digestWeighing(ledger)).toMatchObject({ weighed: 1 })
  })

  test('versions are in the order of collecting: what an archive adds later is an earlier one', async () => {
    const outcomes = await addEach(
      page([said, confirmed], { collectedAt: at(8) }),
      page([said, denied], { collectedAt: at(6) }),
    )
    expect(told(outcomes)).toEqual(['added new', 'added changed'])
    expect(await listed()).toEqual([[said, confirmed]])
    expect(await changes()).toMatchObject([{ before: `${said}\n\n${denied}`, last: '06', first: '08' }])
    const digest = await digestWeighing(ledger)
    expect(digest).toMatchObject({ weighed: 1 })
    await reweigh(ledger, { weigher: smallWeigher, fromScratch: true })
    expect(await digestWeighing(ledger)).toEqual(digest)
  })

  test('a correction that the page prints is admitted, style is trivial', async () => {
    await addEach(
      page([said, denied]),
      page(
        [
          said.replace('two days', 'three days'),
          denied,
          'Correction: An earlier version of this article said two days.',
        ],
        {
          collectedAt: at(7),
        },
      ),
      page(
        [
          said.replace('two days', 'three days,'),
          denied,
          'Correction: An earlier version of this article said two days.',
        ],
        {
          collectedAt: at(8),
        },
      ),
    )
    expect(await changes()).toMatchObject([
      { admitted: true, trivial: false },
      { admitted: false, trivial: true },
    ])
  })

  test('several versions in one walk, read side by side, come to the same', async () => {
    await add(
      page([said, third]),
      page([said, denied], { collectedAt: at(7) }),
      page([said, confirmed], { collectedAt: at(8) }),
    )
    expect(await listed()).toEqual([[said, confirmed]])
    expect(await changes()).toHaveLength(2)
    expect(await digestWeighing(ledger)).toMatchObject({ weighed: 1 })
  })
})

describe('what is one page', () => {
  const twin = address.replace('https://', 'https://m.')
  const canonical = `<link rel="canonical" href="${address}">`

  test('an article at two addresses is one article', async () => {
    await addEach(
      page([said, denied]),
      page([said, denied], { where: `${address}?utm_source=feed`, collectedAt: at(7) }),
    )
    expect(await countPages()).toBe(1)
    expect(await listed()).toHaveLength(1)
  })

  test('twins that differ in their markup changed nothing; one that moved did', async () => {
    await addEach(
      page([said, denied]),
      page([said, denied, third], { where: twin, collectedAt: at(6, 9) }),
      page([said, denied], { collectedAt: at(7) }),
    )
    expect(await countPages()).toBe(1)
    expect(await changes()).toEqual([])
    await add(page([said, confirmed], { where: `${address}-at-last`, head: canonical, collectedAt: at(9) }))
    expect(await countPages()).toBe(1)
    expect(await changes()).toMatchObject([
      { before: `${said}\n\n${denied}`, after: `${said}\n\n${confirmed}` },
    ])
  })

  test('rel=canonical is believed within a site, for the same article', async () => {
    const other = 'https://harbour-ledger.example/archive/98765-ferry-sails'
    await addEach(
      page([said, denied]),
      page([said, denied], { where: other, head: canonical, collectedAt: at(7) }),
    )
    expect(await countPages()).toBe(1)
    await add(
      page(wheat, {
        where: 'https://harbour-ledger.example/2026/03/wheat-is-dear',
        title: 'Wheat',
        head: canonical,
      }),
    )
    expect(await countPages()).toBe(2)
    expect(await listed()).toHaveLength(2)
  })

  test('a copy at another outlet is another page, whatever it calls its canonical address', async () => {
    await addEach(
      page([said, denied]),
      page([said, denied], {
        where: 'https://daily-compass.example/2026/03/ferry-sails-again',
        head: canonical,
      }),
    )
    expect(await countPages()).toBe(2)
  })

  test('a page that names its site’s root or a section names no page', async () => {
    for (const root of ['https://harbour-ledger.example/', 'https://harbour-ledger.example/news']) {
      const head = `<link rel="canonical" href="${root}">`
      await add(
        page([said, third], { where: '/tmp/a.html', head }),
        page(wheat, { where: '/tmp/b.html', title: 'Wheat', head }),
      )
    }
    expect(await countPages()).toBe(0)
    expect(await listed()).toHaveLength(4)
  })

  test('what is filled anew every day under one address is another page every day', async () => {
    const where = 'https://harbour-ledger.example/briefing'
    await addEach(
      page([said, denied], { where, title: 'Monday' }),
      page(wheat, { where, title: 'Tuesday', collectedAt: at(7) }),
      page([...wheat, denied], { where, title: 'Tuesday', collectedAt: at(7, 12) }),
    )
    expect(await countPages()).toBe(2)
    expect(await listed()).toEqual(
      expect.arrayContaining([
        [said, denied],
        [...wheat, denied],
      ]),
    )
    expect(await changes()).toHaveLength(1)
  })

  test('two saved copies of one page are its versions, by the address that they name', async () => {
    await addEach(
      page([said, denied], { where: '/saved/monday.html', head: canonical }),
      page([said, confirmed], { where: '/saved/tuesday.html', head: canonical, collectedAt: at(7) }),
    )
    expect(await countPages()).toBe(1)
    expect(await listed()).toEqual([[said, confirmed]])
    expect(await changes()).toHaveLength(1)
  })

  test('files that name no address have no page, and stand side by side', async () => {
    const outcomes = await addEach(
      page([said, denied], { where: '/saved/a.html' }),
      page([said, confirmed], { where: '/saved/b.html', collectedAt: at(7) }),
    )
    expect(told(outcomes)).toEqual(['added new', 'added new'])
    expect(await countPages()).toBe(0)
    expect(await listed()).toHaveLength(2)
  })

  test('an address that was asked and led elsewhere is the page’s too', async () => {
    const old = 'https://harbour-ledger.example/2026/03/ferry-two-to-sail'
    await addEach(
      page([said, denied], { where: old }),
      page([said, confirmed], { redirectedFrom: [old], collectedAt: at(7) }),
    )
    expect(await countPages()).toBe(1)
    expect(await listed()).toEqual([[said, confirmed]])
  })

  test('two pages that turn out to be one become one', async () => {
    const other = 'https://harbour-ledger.example/archive/98765-ferry-sails'
    await addEach(
      page([said, denied]),
      page([said, denied], { where: other, foot: '<footer>Archive</footer>', collectedAt: at(6, 9) }),
    )
    expect(await countPages()).toBe(2)
    await add(page([said, confirmed], { where: other, head: canonical, collectedAt: at(7) }))
    expect(await countPages()).toBe(1)
    expect(await listed()).toEqual([[said, confirmed]])
    expect(await digestWeighing(ledger)).toMatchObject({ weighed: 1 })
    expect(await checkLedger(ledger)).toEqual([])
  })
})

test('a ledger that an earlier version made gets its pages at the next walk, and older versions leave the weighing', async () => {
  await addEach(page([said, denied]), page([said, confirmed], { collectedAt: at(7) }))
  const digest = await digestWeighing(ledger)
  // As migration 0003 finds it.
  await ledger.db.execute(sql.raw('update sighting set page_id = null, placed_by = null, also_at = null'))
  for (const table of ['page_change', 'page_address', 'page'])
    await ledger.db.execute(sql.raw(`delete from ${table}`))
  expect(await listed()).toHaveLength(2)
  expect(await countPages()).toBe(0)
  await placeUnplaced(ledger)
  await reweigh(ledger, { weigher: smallWeigher })
  expect(await listed()).toEqual([[said, confirmed]])
  expect(await changes()).toHaveLength(1)
  expect(await digestWeighing(ledger)).toEqual(digest)
  expect(await checkLedger(ledger)).toEqual([])
})

test('an answer of 304 says that the page still says so; of an unknown address it says nothing', async () => {
  const [first] = await addEach(page([said, denied]))
  expect(await notePageUnchanged(ledger, address, at(9))).toMatchObject({ articleId: first?.articleId })
  expect(await notePageUnchanged(ledger, `${address}?utm_source=feed`, at(10))).toMatchObject({
    articleId: first?.articleId,
  })
  expect(
    await notePageUnchanged(ledger, 'https://harbour-ledger.example/2026/03/other-news-of-today', at(9)),
  ).toBeNull()
  await add(page([said, confirmed], { collectedAt: at(12) }))
  expect(await changes()).toMatchObject([{ last: '10', first: '12' }])
})

test('a version that an earlier Hearsay took out is taken out anew, so that what changed is the page alone', async () => {
  const document = page([said, denied])
  const extraction = await extractArticle(document)
  if ('problem' in extraction) throw new Error(extraction.problem.message)
  const { documentId } = await insertDocument(ledger, document)
  await insertArticle(ledger, documentId, {
    ...extraction.article,
    id: '0'.repeat(32),
    text: `${extraction.article.text} Old rules kept this.`,
    stages: ['extract@0'],
  })
  await placeUnplaced(ledger)
  const [again] = await add(page([said, confirmed], { collectedAt: at(7) }))
  expect(again).toMatchObject({ outcome: 'added' })
  expect(readCount).toBe(2)
  expect(await changes()).toMatchObject([
    { before: `${said}\n\n${denied}`, after: `${said}\n\n${confirmed}` },
  ])
  expect(await digestWeighing(ledger)).toMatchObject({ weighed: 1 })
  expect(await checkLedger(ledger)).toEqual([])
})

test('a claim tells what a page said of it before, and counts it as no report', async () => {
  const other = page([said, confirmed], {
    where: 'https://daily-compass.example/2026/03/the-light-on-the-mole-had-failed',
    title: 'The light had failed',
    collectedAt: at(6),
  })
  await addEach(other, page([said, denied]), page([said, confirmed], { collectedAt: at(7) }))
  const { claims } = await findClaims(ledger, { queries: [{ ...allClaims, words: 'light' }] })
  const [claim] = claims
  expect(claims.every(({ reports }) => reports.every(({ proposition }) => proposition !== ''))).toBe(true)
  const told = await tellClaim(ledger, claim?.id ?? '', smallWeigher)
  expect(told.reports.map(({ id }) => id)).toEqual(claim?.reports.map(({ id }) => id))
  // The article is of an earlier day, and its words are not.
  expect(told.reports.map(({ addedAt }) => addedAt).sort()).toEqual([at(7), null])
  expect(told.history.filter(({ kind }) => kind === 'edited')).toMatchObject([
    {
      at: at(7),
      before: expect.stringContaining('denied'),
      after: expect.stringContaining('reported'),
      edit: { outlet: 'The Harbour Ledger' },
    },
  ])
})

test('a day that a page corrected stands against those who still print it, with the claim that it now tells', async () => {
  const on = (day: string) =>
    `The ministry said that the two ferry companies had met in Lindholm on ${day} March.`
  const other = page([said, on('2')], {
    where: 'https://daily-compass.example/2026/03/ferry-companies',
    title: 'Ferry companies met',
    collectedAt: at(6),
  })
  const weigher = await openWeigher()
  for (const document of [other, page([said, on('2')]), page([said, on('4')], { collectedAt: at(7) })])
    for await (const { outcome } of ingest(only(document), ledger, readers, { weigher }))
      expect(outcome).toBe('added')
  const { claims } = await findClaims(ledger, { queries: [{ ...allClaims, words: 'companies' }] })
  const told = await Promise.all(claims.map(({ id }) => tellClaim(ledger, id, weigher)))
  const conflicts = told.flatMap(({ disagreements }) => disagreements).filter(({ kind }) => kind === 'day')
  expect(conflicts.map(({ sides }) => sides.map(({ value }) => value))).toEqual([['2 March', '4 March']])
  expect(claims.map(({ id }) => id)).toContain(conflicts[0]?.otherClaim)
})

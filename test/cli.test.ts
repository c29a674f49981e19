import { existsSync } from 'node:fs'
import { mkdir, open, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commands } from '../src/cli/commands.ts'
import { examplePages, makeFolder, parseLines, type Run, runHearsay } from './run-hearsay.fixture.ts'

const escapeCode = String.fromCharCode(27)
const examplePage = (name: string) => join(examplePages, name)

let folder: Awaited<ReturnType<typeof makeFolder>>
let ledger: string
let firstAdd: Run

beforeAll(async () => {
  folder = await makeFolder()
  ledger = join(folder.path, 'ledger')
  firstAdd = await runHearsay(['add', examplePages, '--ledger', ledger])
})
afterAll(() => folder.remove())

const onLedger = (...argv: string[]) => runHearsay([...argv, '--ledger', ledger])

const fallStrike = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tram drivers call off strike</title>
<meta property="article:published_time" content="2026-03-02T09:00:00Z"></head><body><article>
<h1>Tram drivers call off strike</h1>
<p>Drivers of the Lindholm trams have called off the strike that they had planned for Friday, their union said on Monday.</p>
<p>“We have got what we asked for,” said Petra Aalto, who speaks for the union. The operator declined to comment on the terms of the deal.</p>
<p>The mayor, Ilmar Ress, told reporters that the city would pay half of what the raise costs until the end of the year.</p>
</article></body></html>`

describe('read', () => {
  test('in a pipe shows article, statements and events without one escape code', async () => {
    const { status, out, err } = await runHearsay([
      'read',
      examplePage('Veresk meets San Telmo envoy again - MTA.html'),
    ])
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toContain('San Telmo')
    expect(out).toMatch(/^Statements \([1-9]\d*\)$/m)
    expect(out).toMatch(/^Events \(\d+\)$/m)
    expect(out).not.toContain(escapeCode)
  })

  test('on a terminal shows colour', async () => {
    const { out } = await runHearsay(['read', '-'], { isTerminal: true, stdin: fallStrike })
    expect(out).toContain(escapeCode)
  })

  test('reads a page from standard input', async () => {
    const { status, out } = await runHearsay(['read', '-', '--json'], { stdin: fallStrike })
    expect(status).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ article: { title: 'Tram drivers call off strike' } })
  })

  test('takes the day of publication from the operator over the page’s own word', async () => {
    const { out } = await runHearsay(['read', '-', '--json', '--date', '2026-04-01'], { stdin: fallStrike })
    expect(JSON.parse(out).article.publishedAt).toEqual({
      value: '2026-04-01',
      precision: 'day',
      basis: 'given',
    })
  })

  test('reads a folder page by page, and goes on past what is no page', async () => {
    const missing = join(folder.path, 'missing.html')
    const { status, out, err } = await runHearsay(['read', missing, examplePages, '--json', '--mode', 'fast'])
    const read = parseLines(out) as { article: { title: string } }[]
    expect(read.map(({ article }) => article.title).filter(Boolean)).toHaveLength(11)
    expect(status).toBe(1)
    expect(err).toContain('missing.html')
  })

  test('writes the events of a folder as a table, a line each under one line of names', async () => {
    const { status, out } = await runHearsay(['read', examplePages, '--format', 'csv'])
    expect(status).toBe(0)
    const [names, ...rows] = out.trimEnd().split('\n')
    expect(names).toMatch(/^id,published_at,outlet,/)
    expect(rows.length).toBeGreaterThan(5)
    for (const row of rows) expect(row).toMatch(/^[0-9a-f]{32}#event-\d+,/)
  })
})

describe('read --json', () => {
  const span = { start: expect.any(Number), end: expect.any(Number) }
  const isStringOrNull = (value: unknown) => value === null || typeof value === 'string'
  const modalities = [
    'fact',
    'reported',
    'hedged',
    'planned',
    'conditional',
    'denied',
    'negated',
    'asked',
    'no-comment',
    null,
  ]
  // biome-ignore lint/suspicious/noExplicitAny: the contract is checked field by field, as a reader of the JSON meets it.
  let printed: any

  beforeAll(async () => {
    const { out } = await runHearsay([
      'read',
      examplePage('Veresk meets San Telmo envoy again - MTA.html'),
      '--json',
    ])
    expect(out.trim().split('\n')).toHaveLength(1)
    printed = JSON.parse(out)
  })

  test('prints one object that holds the article and its reading', () => {
    expect(printed).toEqual({ article: expect.any(Object), reading: expect.any(Object) })
  })

  test('says of the article all that the contract names', () => {
    const { article } = printed
    for (const field of ['title', 'byline', 'outlet', 'url', 'language'])
      expect(article[field], field).toSatisfy(isStringOrNull)
    expect(article).toMatchObject({ id: expect.stringMatching(/^[0-9a-f]{32}$/), text: expect.any(String) })
    expect(article.publishedAt).toEqual({
      value: expect.stringMatching(/^2025-11-20/),
      precision: expect.stringMatching(/^(second|minute|day|month|year)$/),
      basis: expect.any(String),
    })
    expect(article.dropped.length).toBeGreaterThan(0)
    for (const dropped of article.dropped)
      expect(dropped).toEqual({ text: expect.any(String), reason: expect.any(String) })
    for (const credit of article.credits) {
      expect(credit.of).toMatch(/^(photo|video|graphic|text)$/)
      for (const field of ['author', 'licence', 'url']) expect(credit[field], field).toSatisfy(isStringOrNull)
    }
  })

  test('says of the reading all that the contract names', () => {
    const { reading } = printed
    expect(reading.stages.length).toBeGreaterThan(0)
    for (const stage of reading.stages) expect(stage).toMatch(/^[a-z-]+@\S+$/)
    expect(reading.problems).toBeInstanceOf(Array)
    for (const list of ['sentences', 'mentions', 'times', 'statements', 'events'])
      expect(reading[list].length, list).toBeGreaterThan(0)
    for (const sentence of reading.sentences) expect(sentence).toMatchObject(span)
    for (const mention of reading.mentions) {
      expect(mention).toMatchObject({ ...span, type: expect.stringMatching(/^(PER|ORG|GPE|LOC|MISC)$/) })
      expect(mention.entity).toSatisfy(isStringOrNull)
    }
    for (const time of reading.times) {
      expect(time).toMatchObject(span)
      for (const field of ['timex', 'from', 'to']) expect(time[field], field).toSatisfy(isStringOrNull)
    }
  })

  test('says of every statement who, with which words, what, how and how surely', () => {
    for (const statement of printed.reading.statements) {
      expect(statement.cue).toEqual(span)
      for (const field of ['source', 'content', 'via', 'condition'])
        if (statement[field] !== null) expect(statement[field], field).toEqual(span)
      expect(statement.kind).toMatch(/^(direct|indirect|mixed)$/)
      expect(modalities).toContain(statement.modality)
    }
  })

  test('says of every event who did what to whom, when, where and by which words', () => {
    for (const event of printed.reading.events) {
      expect(event.type).toMatch(/^[A-Z]+$/)
      for (const field of ['mode', 'cameo']) expect(event[field], field).toSatisfy(isStringOrNull)
      for (const field of ['actor', 'recipient', 'where', 'condition'])
        if (event[field] !== null) expect(event[field], field).toMatchObject(span)
      if (event.when !== null)
        for (const field of ['from', 'to', 'precision'])
          expect(event.when[field], field).toSatisfy(isStringOrNull)
      expect(modalities).toContain(event.modality)
      expect(event.statement === null || event.statement < printed.reading.statements.length).toBe(true)
      expect(event.evidence.length).toBeGreaterThan(0)
      for (const evidence of event.evidence) expect(evidence).toEqual(span)
    }
  })

  test('keeps every span inside the text', () => {
    const spans = findSpans(printed.reading)
    expect(spans.length).toBeGreaterThan(50)
    for (const { start, end } of spans) {
      expect(start).toBeGreaterThanOrEqual(0)
      expect(end).toBeGreaterThan(start)
      expect(end).toBeLessThanOrEqual(printed.article.text.length)
    }
  })
})

function findSpans(value: unknown): { start: number; end: number }[] {
  if (typeof value !== 'object' || value === null) return []
  const below = Object.values(value).flatMap(findSpans)
  return 'start' in value && 'end' in value
    ? [{ start: Number(value.start), end: Number(value.end) }, ...below]
    : below
}

/** What of a listed claim is looked at here. */
interface Listed {
  readonly id: string
  readonly proposition: string
  readonly outlets: readonly string[]
  readonly stories: readonly string[]
  readonly disagreements: readonly { readonly kind: string }[]
  readonly provenance: { readonly independent: number }
  readonly reports: readonly {
    readonly id: string
    readonly articleId: string
    readonly source: string | null
  }[]
}

describe('the ledger', () => {
  test('takes the eleven pages of the example from their folder', () => {
    expect(firstAdd).toMatchObject({ status: 0, err: '' })
    expect(firstAdd.out).toContain('11 read; ledger: ')
  })

  test('reads nothing twice', async () => {
    const { status, out } = await onLedger('add', examplePages)
    expect(status).toBe(0)
    expect(out).toContain('0 read, 11 known before')
    expect(out.match(/read before/g)).toHaveLength(11)
  })

  test('lists its articles, the latest first', async () => {
    const articles = parseLines((await onLedger('list', '--json')).out) as {
      publishedAt: { value: string }
    }[]
    expect(articles).toHaveLength(11)
    const days = articles.map(({ publishedAt }) => publishedAt.value.slice(0, 10))
    expect(days).toEqual([...days].sort().reverse())
  })

  test('lists only the articles that hold the words asked for, and shows one by the short id there', async () => {
    const { out } = await onLedger('list', 'invention', 'Arce')
    const lines = out.trimEnd().split('\n').slice(1)
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.length).toBeLessThan(11)
    const short = /^([0-9a-f]{8}) .*An invention/m.exec(out)?.[1] ?? ''
    const shown = await onLedger('show', short)
    expect(shown.status).toBe(0)
    expect(shown.out).toMatch(/^“An invention”: Arce denies/)
    const { article } = JSON.parse((await onLedger('show', short, '--json')).out)
    expect(article.id.slice(0, 8)).toBe(short)
  })

  test('lists claims with what stands behind them, those of most independent origins first', async () => {
    const claims = parseLines((await onLedger('claims', '--json', '--limit', '400')).out) as Listed[]
    expect(claims.length).toBeGreaterThan(50)
    const counts = claims.map(({ provenance, outlets }) => provenance.independent * 1000 + outlets.length)
    expect(counts).toEqual([...counts].sort((left, right) => right - left))
    // Two papers print the agency's report, and others quote it.
    expect(Math.max(...claims.map(({ outlets }) => outlets.length))).toBeGreaterThanOrEqual(3)
    const { out } = await onLedger('claims', '--limit', '3')
    expect(out).toMatch(/^id +reports +outlets +copies +origins +how +who says +what$/m)
    expect(out.trimEnd().split('\n')).toHaveLength(4)
    expect(out).not.toContain(escapeCode)
  })

  test('is weighed as it is read, and weighing it from scratch comes to the same', async () => {
    const before = (await onLedger('claims', '--json', '--limit', '400')).out
    const { status, out } = await onLedger('reweigh')
    expect(out).toMatch(/^0 weighed; ledger: /)
    expect(status).toBe(0)
    expect((await onLedger('reweigh', '--from-scratch')).out).toMatch(
      /^weighed 11 of 11\n11 weighed; ledger: /,
    )
    expect((await onLedger('claims', '--json', '--limit', '400')).out).toBe(before)
  })

  test('lists only the claims of a story, an article, words, disputes or many origins that are asked for', async () => {
    const list = async (...filter: string[]) =>
      parseLines((await onLedger('claims', '--json', '--limit', '400', ...filter)).out) as Listed[]
    const [all, disputed] = [await list(), await list('--disputed')]
    expect(disputed.length).toBeGreaterThan(0)
    expect(disputed.map(({ id }) => id)).toEqual(
      all.filter(({ disagreements }) => disagreements.length > 0).map(({ id }) => id),
    )
    expect(await list('--min-origins', '2')).toEqual(
      all.filter(({ provenance }) => provenance.independent >= 2),
    )
    expect(await list('--query', 'is:disputed')).toEqual(disputed)
    const searched = await onLedger('search', '--json', '--limit', '400', 'is:disputed', 'kind:rumour')
    expect(parseLines(searched.out)).toEqual(disputed)
    expect(searched.err).toContain('kind: is event or statement')
    const [first] = await list('--text', 'welcome')
    expect(first?.proposition).toContain('welcome')
    const story = first?.stories[0] ?? ''
    for (const { stories } of await list('--story', story.slice(0, 8))) expect(stories).toContain(story)
    const article = first?.reports[0]?.articleId ?? ''
    for (const { reports } of await list('--article', article.slice(0, 8)))
      expect(reports.map(({ articleId }) => articleId)).toContain(article)
  })

  test('what two officials tell of a call and what was said in it is one claim, with its denial', async () => {
    const claims = parseLines((await onLedger('claims', '--json', '--text', 'amnesty')).out) as Listed[]
    const told = claims.filter(({ reports }) => reports.some(({ source }) => source === 'Rafael Quintero'))
    expect(
      told.map(({ reports, outlets, provenance, disagreements }) => ({
        relays: reports.some(({ source }) => source === 'two officials familiar with the conversation'),
        outlets: outlets.length,
        origins: provenance.independent,
        disagreements: disagreements.map(({ kind }) => kind),
      })),
    ).toEqual([{ relays: true, outlets: 5, origins: 1, disagreements: ['denial'] }])
    for (const { id } of told[0]?.reports ?? [])
      expect(JSON.parse((await onLedger('claim', id, '--json')).out).id).toBe(told[0]?.id)
  })

  test('shows a claim with the agency’s reprint under the agency, and the tree that proves its origin', async () => {
    const line = (await onLedger('claims', '--text', 'welcome', '--limit', '1')).out.split('\n')[1] ?? ''
    const id = /^[0-9a-f]{8}/.exec(line)?.[0] ?? ''
    const { out } = await onLedger('claim', id)
    expect(out).toMatch(
      /^ {2}Meridian Press · (?:.*\n {4}(?! ).*\n?)*(?: {4,8}.*\n)* {4}↳ The Harbour Ledger · /m,
    )
    expect(out).toMatch(/^credibility [1-6] of 6 · .*\.$/m)
    const claim = JSON.parse((await onLedger('claim', id, '--json')).out)
    expect(claim.id.slice(0, 8)).toBe(id)
    const tree = (await onLedger('explain-origin', id)).out
    expect(tree).toMatch(
      /copy: The Harbour Ledger, .*\n.*takes the words of the report above: “.*Quintero.*” · /,
    )
    expect(JSON.parse((await onLedger('explain-origin', id, '--json')).out)).toEqual(claim.provenance)
    const origins = JSON.parse((await onLedger('origins', id, '--json')).out)
    expect(origins).toMatchObject({ claim: claim.id, origins: claim.provenance.origins })
  })

  test('lists stories, the follow-up as another happening, and shows one with what its copies changed', async () => {
    const { out } = await onLedger('stories')
    const [head, newest = '', older = '', ...more] = out.trimEnd().split('\n')
    expect(head).toMatch(/^id +last told +articles +outlets +copies +claims +headline$/)
    expect(newest).toMatch(/^[0-9a-f]{8} +2025-11-23 +3 +3 +1 +\d+ /)
    expect(older).toMatch(/^[0-9a-f]{8} +2025-11-22 +8 +8 +2 +\d+ /)
    expect(more).toEqual([])
    const id = older.slice(0, 8)
    const shown = await onLedger('story', id, '--differences', '--limit', '3')
    expect(shown.out).toMatch(
      /^ {4}↳ Northgate Courier · .*\n.*\n {8}reprint: \d+ % of its \d+ own words stand in The Harbour Ledger \(both from Meridian Press, credit, /m,
    )
    expect(shown.out).toMatch(/^ {8}- \S/m)
    expect(shown.out).toMatch(/^Claims \(3 of \d+/m)
    const { origins } = JSON.parse((await onLedger('origins', id, '--json')).out)
    expect(origins.map(({ name }: { name: string }) => name)).toContain('Tomás Arce')
  })

  test('lists actors and outlets, and shows one of each by its name in any spelling', async () => {
    const { out } = await onLedger('actors', '--limit', '3')
    expect(out.split('\n')[0]).toMatch(
      /^ *origins +statements +events +outlets +articles +last told +kind +name$/,
    )
    expect(out.trimEnd().split('\n')).toHaveLength(4)
    const shown = await onLedger('actors', 'tomas', 'ARCE')
    expect(shown.out).toMatch(/^Tomás Arce {2}person, .*\n\d+ independent origins?, \d+ statements, /)
    expect(JSON.parse((await onLedger('actors', 'Tomás Arce', '--json')).out).relations).toBeInstanceOf(Array)
    expect((await onLedger('actors', 'nobody at all')).out).toContain('Nobody')
    const outlets = await onLedger('outlets')
    expect(outlets.out).toMatch(/^ +2 .* not in the table {2}Meridian Press$/m)
    expect((await onLedger('outlets', 'meridian press')).out).toMatch(
      /^Copied by .*Northgate Courier \(1 article\)/m,
    )
  })

  test('follows a situation: what it holds, what changed since a day with the words, its outlets, until it is removed', async () => {
    const made = JSON.parse(
      (await onLedger('situations', '--add', 'Amnesty', '-q', 'amnesty is:disputed', '--json')).out,
    )
    expect(made).toMatchObject({ name: 'Amnesty', createdBy: 'local', newArticles: 0 })
    const [head, row = ''] = (await onLedger('situations')).out.split('\n')
    expect(head).toMatch(/^id +new +articles +outlets +claims +origins +last came +situation$/)
    expect(row).toMatch(/^[0-9a-f]{8} +0( +[1-9]\d*){4} .* Amnesty — amnesty is:disputed$/)
    const id = row.slice(0, 8)
    expect((await onLedger('situations', id)).out).toContain('Nothing changed.')
    const { out } = await onLedger('situations', id, '--since', '2025-11-01')
    expect(out).toMatch(/^Amnesty\namnesty is:disputed\n\d+ articles · \d+ outlets · \d+ claims? · /)
    expect(out).toMatch(
      /^ {2}New\. .*Rafael Quintero.*\n.*claim [0-9a-f]{8}\n {6}“.*” The Wexford Examiner, 2025-/m,
    )
    expect(out).toMatch(/^claims +first +copies +outlet\n( +\d+){3} {2}The Wexford Examiner$/m)
    const whole = JSON.parse((await onLedger('situations', id, '--json', '--seen')).out)
    expect(Object.keys(whole)).toEqual(['situation', 'news', 'matrix'])
    const seen = JSON.parse((await onLedger('situations', '--json')).out)
    expect(seen.lastVisitAt).toBe(whole.news.until)
    expect((await onLedger('situations', '--remove', id)).out).toBe('removed  Amnesty\n')
    expect((await onLedger('situations')).out).toContain('No situation is followed')
    expect((await onLedger('situations', id)).err).toContain(`no situation ${id}`)
  })

  test.each(['claim', 'story', 'origins', 'explain-origin'])('says that %s has no such id', async (name) => {
    const { status, out, err } = await onLedger(name, 'ffffffffffff')
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toContain('ffffffffffff')
  })

  test('cites a sentence as a line and as CSL-JSON, and refuses words that are not there', async () => {
    const { out: list } = await onLedger('list', '--json', '--limit', '1')
    const { id } = JSON.parse(list.split('\n')[0] ?? '')
    const { article, reading } = JSON.parse((await onLedger('show', id, '--json')).out)
    const { start, end } = reading.sentences[1]
    const line = await onLedger('cite', id.slice(0, 8), '--sentence', '2')
    expect(line.out).toContain(article.text.slice(start, end).replace(/\s+/g, ' '))
    expect(line.out).toMatch(
      new RegExp(`${article.outlet}, .*, Hearsay ${id}#char=${start},${end}, collected .*Z\\.\n$`),
    )
    const byPlace = await onLedger('cite', id, '--start', String(start), '--end', String(end))
    expect(byPlace.out).toBe(line.out)
    const csl = JSON.parse((await onLedger('cite', id, '--sentence', '2', '--format', 'csl')).out)
    expect(csl).toMatchObject([{ type: 'article-newspaper', 'container-title': article.outlet }])
    const outside = await onLedger('cite', id, '--start', '0', '--end', '9999999')
    expect({ status: outside.status, out: outside.out }).toEqual({ status: 2, out: '' })
    expect(outside.err).toContain(`${article.text.length} characters`)
    expect((await onLedger('cite', id, '--sentence', '9999')).err).toContain('sentences, and none 9999')
  })

  test('is found healthy by doctor, which says where it is and what is in it', async () => {
    const { status, out } = await onLedger('doctor')
    expect(out).toContain(`${ledger} (by --ledger)`)
    expect(out).toMatch(/11 documents, 11 articles, [1-9]\d* statements/)
    expect(out).toContain('sound')
    // The desk may not be built where only the tests run; nothing else may be wrong.
    expect(out.match(/✗.*/g)?.filter((line) => !line.includes('desk')) ?? []).toEqual([])
    expect(status).toBe(out.includes('✗') ? 1 : 0)
  })

  test('is copied by backup to a file', async () => {
    const file = join(folder.path, 'copy.tar.gz')
    const { status, out } = await onLedger('backup', file)
    expect(status).toBe(0)
    expect(out).toContain(file)
    expect((await stat(file)).size).toBeGreaterThan(100_000)
    expect([...(await readFile(file)).subarray(0, 2)]).toEqual([0x1f, 0x8b])
  })
})

describe('help', () => {
  test('of the program names every command', async () => {
    const { status, out } = await runHearsay(['--help'])
    expect(status).toBe(0)
    for (const { name, summary } of commands) {
      expect(out).toContain(name)
      expect(out).toContain(summary)
    }
  })

  test.each(commands.map(({ name }) => name))('of %s says how to call it', async (name) => {
    const { status, out, err } = await runHearsay([name, '--help'])
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toContain(`Usage  hearsay ${name}`)
    expect(out).toContain('--help')
    expect((await runHearsay(['help', name])).out).toBe(out)
  })
})

describe('a wrong call ends with 2 and says what to try', () => {
  test.each([
    { argv: ['reed', 'page.html'], says: 'no command “reed”', tries: 'hearsay --help' },
    { argv: ['read'], says: 'a file, a folder', tries: 'hearsay read --help' },
    { argv: ['read', '-', '--format', 'xml'], says: 'xml', tries: 'jsonl' },
    { argv: ['read', '-', '--format', 'csv', '--json'], says: 'two ways', tries: 'hearsay read --help' },
    { argv: ['add'], says: 'at least one', tries: 'hearsay add --help' },
    { argv: ['show'], says: 'one ID', tries: 'hearsay list' },
    { argv: ['claim'], says: 'one ID', tries: 'hearsay claims' },
    { argv: ['cite', 'a', '--start', '4'], says: '--end', tries: 'hearsay cite --help' },
    { argv: ['cite', 'a', '--sentence', '0'], says: 'from 1 on', tries: 'hearsay cite --help' },
    { argv: ['story', 'a', 'b'], says: 'one ID', tries: 'hearsay stories' },
    { argv: ['claims', 'amnesty'], says: 'no operand', tries: 'hearsay search amnesty' },
    { argv: ['claims', '--min-origins', 'two'], says: 'two', tries: 'hearsay claims --help' },
    { argv: ['situations', '--add', 'Amnesty'], says: '-q QUERY', tries: "-q 'amnesty'" },
    {
      argv: ['situations', '--add', 'Amnesty', '-q', 'kind:rumour'],
      says: 'rumour',
      tries: 'situations --help',
    },
    { argv: ['situations', '--add', 'Amnesty', '-q', ' '], says: 'says nothing', tries: "-q 'amnesty'" },
    { argv: ['situations', '3f9a', '--remove', '3f9a'], says: 'one of', tries: '--remove ID' },
    { argv: ['situations', '--seen'], says: 'one situation', tries: 'give its ID' },
    { argv: ['tokens', '--add', 'importer', '--scope', 'root'], says: 'root', tries: 'read, review, admin' },
    { argv: ['tokens', '--add', 'importer', '--days', '0'], says: '--days 0', tries: 'from 1' },
    { argv: ['tokens', '--days', '9'], says: 'new token', tries: '--add NAME' },
    { argv: ['audit', '--act', 'looked'], says: 'looked', tries: 'signed-in' },
    { argv: ['accounts', 'add'], says: 'one name', tries: 'hearsay accounts --help' },
    { argv: ['accounts', 'role', 'rea'], says: '--role', tries: 'reviewer' },
    { argv: ['serve', '--ledger', 'https://hearsay.example'], says: 'is a server', tries: 'its folder' },
    { argv: ['list', '--ledger', 'http://127.0.0.1:1'], says: 'does not answer', tries: 'try again' },
    { argv: ['backup'], says: 'one FILE', tries: 'hearsay backup --help' },
    { argv: ['read', '-', '--date', '28.11.2025'], says: '28.11.2025', tries: '2025-11-28' },
    { argv: ['read', '-', '--date', '2025-02-30'], says: '2025-02-30', tries: '2025-11-28' },
    { argv: ['list', '--limit', 'many'], says: 'many', tries: 'hearsay list --help' },
    { argv: ['serve', '--port', '99999'], says: '99999', tries: '65535' },
    { argv: ['list', '--colour'], says: '--colour', tries: 'hearsay list --help' },
  ])('hearsay $argv', async ({ argv, says, tries }) => {
    const { status, out, err } = await runHearsay(argv)
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toContain(says)
    expect(err).toContain(tries)
  })

  test('no command at all shows the help', async () => {
    const { status, out } = await runHearsay([])
    expect(status).toBe(2)
    expect(out).toContain('Usage')
  })

  test('an id that no article has', async () => {
    const { status, err } = await onLedger('show', 'ffffffffffff')
    expect(status).toBe(2)
    expect(err).toContain('ffffffffffff')
  })
})

interface BadInput {
  readonly name: string
  /** Makes it and returns the place to give. */
  readonly make: (path: string) => Promise<string>
  readonly says: RegExp
  readonly tries: RegExp
}

const badInputs: readonly BadInput[] = [
  {
    name: 'empty.html',
    make: async (path) => {
      await writeFile(path, '')
      return path
    },
    says: /empty/i,
    tries: /save|download|check|page/i,
  },
  {
    name: 'picture.html',
    make: async (path) => {
      await writeFile(
        path,
        Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
      )
      return path
    },
    says: /PNG/,
    tries: /\w+/,
  },
  {
    name: 'enormous.html',
    make: async (path) => {
      const file = await open(path, 'w')
      await file.write('<!doctype html><p>The council met on Tuesday.</p>')
      await file.truncate(50 * 1024 * 1024)
      await file.close()
      return path
    },
    says: /50|52/,
    tries: /--max-size/,
  },
  {
    name: 'menu.html',
    make: async (path) => {
      await writeFile(
        path,
        '<!doctype html><title>Menu</title><nav><a href="/a">World</a><a href="/b">Sport</a></nav>',
      )
      return path
    },
    says: /no (running text|article)/i,
    tries: /\w+/,
  },
  { name: 'gone.html', make: async (path) => path, says: /no such file/i, tries: /spelling/i },
  {
    name: 'a refused address',
    make: async () => 'http://127.0.0.1:1/',
    says: /only public addresses/i,
    tries: /--allow-private/,
  },
]

describe('a document that cannot be read', () => {
  let places: string[]

  beforeAll(async () => {
    const pages = join(folder.path, 'bad')
    await mkdir(pages)
    places = await Promise.all(badInputs.map(({ name, make }) => make(join(pages, name))))
  })

  test.each(badInputs.map(({ name }, i) => ({ name, i })))(
    'is named by read with what was found and what to try: $name',
    async ({ i }) => {
      const place = places[i] ?? ''
      const { status, out, err } = await runHearsay(['read', place])
      expect({ status, out }).toEqual({ status: 1, out: '' })
      const [first = '', ...rest] = err.trimEnd().split('\n')
      expect(first).toContain(place)
      expect(first.slice(first.indexOf(place) + place.length)).toMatch(badInputs[i]?.says ?? /$^/)
      expect(rest.join('\n')).toMatch(badInputs[i]?.tries ?? /$^/)
    },
  )

  test('does not stop the batch: all are named, and what comes after them is read', async () => {
    const good = join(folder.path, 'strike.html')
    await writeFile(good, fallStrike)
    const second = join(folder.path, 'second-ledger')
    const { status, out, err } = await runHearsay(['add', ...places, good, '--ledger', second])
    expect(status).toBe(1)
    for (const place of places) expect(err).toContain(`failed  ${place}: `)
    expect(err.match(/^failed/gm)).toHaveLength(badInputs.length)
    expect(out).toContain('Tram drivers call off strike')
    expect(out).toContain(`1 read, ${badInputs.length} failed`)
    expect(existsSync(second)).toBe(true)
  })

  test('an address where nobody listens is a failure of its own, not a refusal', async () => {
    const { status, err } = await runHearsay(['read', 'http://127.0.0.1:1/', '--allow-private'])
    expect(status).toBe(1)
    expect(err).toContain('http://127.0.0.1:1/')
    expect(err).not.toContain('only public addresses')
  })

  test('a page whose encoding is broken is read, with a note', async () => {
    const broken = join(folder.path, 'broken.html')
    const bytes = Buffer.from(fallStrike)
    // In Latin-1 “é” is E9, which alone is no UTF-8.
    bytes[bytes.indexOf('Lindholm') + 1] = 0xe9
    await writeFile(broken, bytes)
    const { status, out } = await runHearsay(['read', broken])
    expect(status).toBe(0)
    expect(out).toMatch(/^note .*utf-8/im)
    expect(out).toContain('Tram drivers call off strike')
  })
})

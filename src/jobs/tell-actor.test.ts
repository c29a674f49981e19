import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findActorLines } from '../ledger/find-actor-lines.ts'
import { findActors } from '../ledger/find-actors.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { openTestLedger } from '../ledger/open-test-ledger.fixture.ts'
import {
  makeArticle,
  makeEvent,
  makeFerryReading,
  makeStatement,
  makeToken,
  spanOf,
} from '../ledger/test-records.fixture.ts'
import type { Actor, Reading } from '../records/reading.ts'
import { addMade } from './made-articles.fixture.ts'
import { openWeigher } from './open-weigher.ts'
import { reweigh } from './reweigh.ts'
import { tellActor } from './tell-actor.ts'
import { weighArticle } from './weigh-article.ts'

interface Told {
  readonly outlet: string
  readonly at: string
  readonly text: string
  readonly actors: readonly (Partial<Actor> & { readonly name: string })[]
  /** By the words of each part, as they stand in the text. */
  readonly statements?: readonly {
    readonly source: string
    readonly cue: string
    readonly content: string | null
    readonly modality?: Reading['statements'][number]['modality']
  }[]
  readonly events?: readonly { readonly words: string; readonly actor: number; readonly recipient: number }[]
}

const actor = (text: string, { name, ...more }: Told['actors'][number]): Actor => ({
  kind: 'person',
  name,
  role: null,
  country: null,
  code: null,
  wikidata: null,
  count: null,
  basis: 'article',
  spans: [...text.matchAll(new RegExp(name, 'g'))].map(({ index }) => ({
    start: index,
    end: index + name.length,
  })),
  ...more,
})

async function add(ledger: Ledger, { outlet, at, text, actors, statements = [], events = [] }: Told) {
  const article = makeArticle({
    title: `As of ${outlet}`,
    byline: null,
    outlet,
    url: null,
    publishedAt: { value: at, precision: 'minute', basis: 'meta' },
    authors: [],
    text,
  })
  const indexOf = (name: string) => actors.findIndex((one) => one.name === name)
  const participant = (i: number) => {
    const name = actors[i]?.name ?? ''
    return { ...spanOf(text, name), entity: name, country: null, code: null, actor: i }
  }
  const reading = makeFerryReading({
    sentences: [{ start: 0, end: text.length, tokens: [makeToken({ start: 0, end: 1 })] }],
    mentions: [],
    times: [],
    actors: actors.map((one) => actor(text, one)),
    statements: statements.map(({ source, cue, content, modality = 'reported' }) =>
      makeStatement({
        source: spanOf(text, source),
        sourceEntity: source,
        sourceActor: indexOf(source),
        cue: spanOf(text, cue),
        content: content === null ? null : spanOf(text, content),
        modality,
      }),
    ),
    events: events.map(({ words, actor, recipient }) =>
      makeEvent({
        type: 'CONSULT',
        modality: 'fact',
        actor: participant(actor),
        recipient: participant(recipient),
        evidence: [spanOf(text, words)],
      }),
    ),
  })
  const id = await addMade(ledger, { article, reading }, `${outlet} ${at}`)
  await weighArticle(ledger, await openWeigher(), id)
  return id
}

const pledge = 'Morvenia would free the crews of the three ferries before the winter'

describe('figures of actors', () => {
  let ledger: Ledger
  beforeAll(async () => {
    ledger = await openTestLedger()
    for (const [outlet, at] of [
      ['Coastal Courier', '2026-03-01T08:00:00Z'],
      ['Harbour Ledger', '2026-03-02T08:00:00Z'],
    ] as const)
      await add(ledger, {
        outlet,
        at,
        text: `Anton Veresk said that ${pledge}. He met Helen Marsh in Selgrad: Anton Veresk received Helen Marsh at the palace of Selgrad.`,
        actors: [
          { name: 'Anton Veresk', role: 'president', country: 'MRV' },
          { name: 'Helen Marsh', role: 'envoy', country: 'FDU' },
          { name: 'Morvenia', kind: 'country', country: 'MRV' },
        ],
        statements: [{ source: 'Anton Veresk', cue: 'said', content: `that ${pledge}` }],
        events: [
          {
            words: 'Anton Veresk received Helen Marsh at the palace of Selgrad',
            actor: 0,
            recipient: 1,
          },
        ],
      })
    await add(ledger, {
      outlet: 'Daily Compass',
      at: '2026-06-20T08:00:00Z',
      text: 'Helen Marsh said that the singer Anton Veresk had never sung in Aldany. Anton Veresk denied that he owed the opera house of Port Arce money. Anton Veresk declined to comment on the dog.',
      actors: [
        { name: 'Helen Marsh', role: 'critic', country: 'FDU' },
        { name: 'Anton Veresk', role: 'singer', country: 'STE' },
      ],
      statements: [
        {
          source: 'Helen Marsh',
          cue: 'said',
          content: 'that the singer Anton Veresk had never sung in Aldany',
        },
        {
          source: 'Anton Veresk',
          cue: 'denied',
          content: 'that he owed the opera house of Port Arce money',
          modality: 'denied',
        },
        { source: 'Anton Veresk', cue: 'declined', content: null, modality: 'no-comment' },
      ],
    })
  }, 60_000)
  afterAll(() => ledger.close())

  test('what two papers print of one speaker is one statement through one origin, however the name is written', async () => {
    const marsh = await tellActor(ledger, 'HELEN MARSH')
    expect(marsh).toMatchObject({ articles: 3, statements: 1, events: 1, outlets: 1 })
    const veresk = await tellActor(ledger, 'anton veresk')
    expect(veresk).toMatchObject({
      statements: 2,
      events: 1,
      outlets: 3,
      denials: 1,
      unanswered: 1,
      about: 1,
    })
    const [met] = veresk.relations
    expect(met).toMatchObject({
      direction: 'does',
      otherName: 'Helen Marsh',
      eventType: 'CONSULT',
      claims: 1,
      notSo: 0,
    })
    expect(met?.origins).toBeLessThanOrEqual(1)
    expect(marsh.relations).toMatchObject([{ direction: 'receives', otherName: 'Anton Veresk', claims: 1 }])
  })

  test('roles have their days and outlets; two of one name are told apart and never merged in silence', async () => {
    const veresk = await tellActor(ledger, 'Anton Veresk')
    expect(veresk.roles).toMatchObject([
      {
        role: 'president',
        articles: 2,
        outlets: 2,
        firstAt: '2026-03-01T08:00:00.000Z',
        lastAt: '2026-03-02T08:00:00.000Z',
      },
      { role: 'singer', articles: 1, outlets: 1 },
    ])
    expect(veresk.isAmbiguous).toBe(true)
    expect(veresk.senses.map(({ country, articles }) => [country, articles])).toEqual([
      ['MRV', 2],
      ['STE', 1],
    ])
    expect((await tellActor(ledger, 'Helen Marsh')).isAmbiguous).toBe(false)
    const { lines } = await findActorLines(ledger, { key: 'anton veresk', parts: ['says'], country: 'STE' })
    expect(lines.map(({ outlet }) => outlet)).toEqual(['Daily Compass', 'Daily Compass'])
  })

  test('statements are drawn by month where they lie months apart, each when it was first told', async () => {
    const { timeline } = await tellActor(ledger, 'Anton Veresk')
    expect(timeline).toEqual({
      unit: 'month',
      bars: [
        { at: '2026-03', modality: 'reported', claims: 1 },
        { at: '2026-06', modality: 'denied', claims: 1 },
      ],
    })
  })

  test('a line is a claim with its exact words; silence is a line without a claim', async () => {
    const find = (more: object) => findActorLines(ledger, { key: 'anton veresk', parts: ['says'], ...more })
    const { lines } = await find({})
    expect(lines.map(({ stance, outlet }) => [stance, outlet])).toEqual([
      ['silent', 'Daily Compass'],
      ['denies', 'Daily Compass'],
      ['attributes', 'Coastal Courier'],
    ])
    const [silence, , first] = lines
    expect(silence).toMatchObject({ claimId: null, origins: 0, words: null })
    expect(silence?.sentenceText).toContain('declined to comment')
    expect(first).toMatchObject({ outlets: 2, articles: 2, origins: 1 })
    expect(first?.sentenceText.slice(first.words?.start, first.words?.end)).toContain(pledge)
    expect((await find({ stances: ['denies'] })).lines).toHaveLength(1)
    expect((await find({ modality: 'reported' })).lines).toHaveLength(1)
    const { lines: about } = await findActorLines(ledger, { key: 'anton veresk', parts: ['about'] })
    expect(about.map(({ source }) => source)).toEqual(['Helen Marsh'])
    const paged: (string | null)[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof find>> = await find({ limit: 1, cursor })
      paged.push(...page.lines.map(({ claimId }) => claimId))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(paged).toEqual(lines.map(({ claimId }) => claimId))
  })

  test('the list is chosen by words, kind and country, and its pages join in every order', async () => {
    const namesOf = async (query: object) => (await findActors(ledger, query)).actors.map(({ name }) => name)
    expect(await namesOf({ words: 'MARSH hel' })).toEqual(['Helen Marsh'])
    expect(await namesOf({ kind: 'country' })).toEqual(['Morvenia'])
    expect(await namesOf({ country: 'fdu' })).toEqual(['Helen Marsh'])
    for (const order of ['origins', 'statements', 'events', 'newest', 'name'] as const) {
      const whole = await namesOf({ order })
      const joined: string[] = []
      let cursor: string | null = null
      do {
        const page: Awaited<ReturnType<typeof findActors>> = await findActors(ledger, {
          order,
          limit: 1,
          cursor,
        })
        joined.push(...page.actors.map(({ name }) => name))
        cursor = page.nextCursor
      } while (cursor !== null)
      expect(joined).toEqual(whole)
      expect(whole).toHaveLength(3)
    }
  })

  test('who is in no article is not found; weighing all of it again changes nothing', async () => {
    await expect(tellActor(ledger, 'Tomás Arce')).rejects.toThrow('Tomás Arce')
    const before = await tellActor(ledger, 'Anton Veresk')
    await reweigh(ledger, { fromScratch: true })
    expect(await tellActor(ledger, 'Anton Veresk')).toEqual(before)
  }, 30_000)
})

import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { gatherOrigins } from './gather-origins.ts'
import { cranes, makeIo, strike, texts, toId } from './made-claim.fixture.ts'
import { printStory } from './print-story.ts'

describe('a story', () => {
  test('folds a copy under its original and says how much of it is taken, and what shows who took it', () => {
    expect(printStory(strike, { texts: null, limit: 5 }, makeIo('pipe'))).toContain(`
Articles (3)
  Harbour Wire · 2026-03-04 10:00Z · article a1000000 · 2 statements, 1 event
    Harbour Wire on the cranes
    ↳ The Evening Tide · 2026-03-04 12:30+01:00 · article a2000000 · 2 statements, 1 event
        The Evening Tide on the cranes
        reprint: 90 % of its 10 own words stand in Harbour Wire (credit, “(Harbour Wire)”) · sentences: 1 the same, 1 changed, 1 dropped, 1 added
  Quay Gazette · 2026-03-05 · article a3000000 · 2 statements, 1 event
    Quay Gazette on the cranes
`)
  })

  test('says what each outlet alone has and lacks, and its loaded words; a mere copy has nothing', () => {
    expect(printStory(strike, { texts: null, limit: 5 }, makeIo('pipe'))).toContain(`
Outlets side by side
  Harbour Wire · 2 claims, 1 only here, 0 not here
    only here: c2000000 Ilse Brandt: no crane would move · copied by The Evening Tide
  Quay Gazette · 0 claims, 0 only here, 1 not here
    not here: c1a10000 Ilse Brandt: the cranes would stand still until Friday · told by Harbour Wire, Port Herald
    loaded: “cronies” (plainer: allies), attributed, Ilse Brandt: The mayor’s cronies, Ilse Brandt said, own the cranes.
`)
  })

  test('shows on request the sentences that a copy changed, added and dropped', () => {
    expect(printStory(strike, { texts, limit: 5 }, makeIo(80))).toContain(`
        ~ No crane would move.
        → No crane moves.
        + Read the Tide.
        - Ships wait.
`)
  })

  test('says by the strongest links why it is one story, and by no more than hold it together', () => {
    const out = printStory(strike, { texts: null, limit: 5 }, makeIo('pipe'))
    expect(out).toContain(`
Why they are one story
  Harbour Wire a1000000 with The Evening Tide a2000000, 0.97: name: Ilse Brandt; word: crane; day: 2026-03-04
  Harbour Wire a1000000 with Quay Gazette a3000000, 0.61: word: crane, union
`)
    expect(out).not.toContain('dockers,')
  })

  test('shows no more claims than asked for, and how to list the others', () => {
    const many = { ...strike, claims: [cranes, { ...cranes, id: toId('c2') }] }
    const out = printStory(many, { texts: null, limit: 1 }, makeIo('pipe'))
    expect(out).toContain('Claims (1 of 2)')
    expect(out).toContain('hearsay claims --story a1000000 --limit N')
  })

  test('stays within the terminal', () => {
    for (const width of [80, 140])
      for (const line of printStory(strike, { texts, limit: 5 }, makeIo(width)).split('\n'))
        expect(stringWidth(line), line).toBeLessThanOrEqual(width)
  })
})

test('the origins of a story count claims by name, and only the reports of its articles', () => {
  const other = { ...cranes, id: toId('c2') }
  const [first, , third] = gatherOrigins([cranes, other], strike.story.articles)
  expect(first).toMatchObject({ name: 'Ilse Brandt', counted: [cranes.id, other.id], denied: [] })
  expect(first?.articles).toEqual(['a1', 'a2', 'a3'].map(toId))
  // The Herald, which has the mayor and its own voice, is no article of the story.
  expect(third).toBeUndefined()
})

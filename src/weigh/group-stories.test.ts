import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Story, type StoryLink, storySchema } from '../records/story.ts'
import { parseStoryProfile, type StoryProfile } from '../records/story-profile.ts'
import { compareStories } from './compare-stories.ts'
import { ferry } from './compared-article.fixture.ts'
import { findStoryKeys } from './find-story-keys.ts'
import { groupStories } from './group-stories.ts'
import { profileOf, ranks, readExample } from './story-profile.fixture.ts'
import { toStoryProfile } from './to-story-profile.ts'

/** As a ledger does it from scratch: compares what shares a key, groups everything. */
function findLinks(profiles: readonly StoryProfile[]): StoryLink[] {
  const keys = profiles.map((profile) => new Set(findStoryKeys(profile)))
  return profiles.flatMap((a, i) =>
    profiles.slice(0, i).flatMap((b, j) => {
      if (![...(keys[i] ?? [])].some((key) => keys[j]?.has(key))) return []
      return compareStories(a, b) ?? []
    }),
  )
}

const weigh = (profiles: readonly StoryProfile[]) => groupStories(profiles, findLinks(profiles))

/** As a ledger does it article by article: only the connected component of the new one is grouped. */
function weighOneByOne(profiles: readonly StoryProfile[]): Story[] {
  const [there, links, storyOf]: [StoryProfile[], StoryLink[], Map<string, Story>] = [[], [], new Map()]
  for (const profile of profiles) {
    const keys = new Set(findStoryKeys(profile))
    for (const other of there) {
      if (!findStoryKeys(other).some((key) => keys.has(key))) continue
      const link = compareStories(profile, other)
      if (link) links.push(link)
    }
    there.push(profile)
    const component = new Set([profile.articleId])
    for (const id of component)
      for (const { a, b } of links) if (a === id || b === id) component.add(a).add(b)
    const members = there.filter(({ articleId }) => component.has(articleId))
    const within = links.filter(({ a }) => component.has(a))
    for (const story of groupStories(members, within)) for (const id of story.articles) storyOf.set(id, story)
  }
  return [...new Set(storyOf.values())]
}

const idsOf = (stories: readonly Story[]) => stories.map(({ articles }) => [...articles].sort().join(' '))
const sorted = (stories: readonly Story[]) => [...stories].sort((a, b) => (a.id < b.id ? -1 : 1))

const boilerplate =
  'The Harbour Ledger is an independent newspaper of the northern coast. Subscribers receive our evening letter, and readers who know more may write to the newsroom in confidence.'
const grounding = profileOf(
  'a-grounding',
  '2025-11-18',
  'Ferry runs aground off San Telmo',
  ferry.join('\n\n'),
)
const rewrite = profileOf(
  'b-rewrite',
  '2025-11-18',
  'Hundreds saved from stranded ferry in the fog',
  'More than two hundred passengers were brought ashore on Tuesday after a ferry from San Telmo struck a sandbank in fog off the coast of Morvenia. The coast guard said that rescue boats worked for six hours. Eleven people were treated for bruises. Transport Minister Tomás Arce ordered an inquiry and stopped night crossings until there is a new lighthouse or a row of buoys in the strait.',
  'Northgate Courier',
)
const reprint = profileOf('c-reprint', '2025-11-19', 'A night on the bank', ferry.join('\n\n'), 'El Faro')
const laterGrounding = profileOf(
  'd-later',
  '2025-11-21',
  'Freighter stuck near Tarn',
  'A freighter loaded with timber ran aground near Tarn in Aldany on Friday morning, and its crew of nine was taken off by helicopter, the coast guard of Aldany said. The master, Oskar Lindahl, had lost his rudder in a gale. On Tuesday a ferry had struck a sandbank off the coast of Morvenia, and more than two hundred passengers were rescued.',
)
const meeting = (id: string, day: string, weekday: string, title: string, more: string) =>
  profileOf(
    id,
    day,
    title,
    `President Anton Veresk of Morvenia received Ambassador Lucía Ferrán of San Telmo in Selgrad on ${weekday}. ${more}`,
    id,
  )
const asylum = [
  meeting(
    'e-asylum-1',
    '2025-11-10',
    'Monday',
    'Veresk and Ferrán speak of asylum',
    'They spoke of asylum for Rafael Quintero, who faces charges of embezzlement at home. The palace said that a villa by the lake had been made ready for him and his relatives.',
  ),
  meeting(
    'e-asylum-2',
    '2025-11-10',
    'Monday',
    'A villa by the lake for Quintero',
    'A villa by the lake has been made ready for Rafael Quintero and his relatives, the palace said, should he ask for asylum. He faces charges of embezzlement.',
  ),
]
const harbour = [
  meeting(
    'f-harbour-1',
    '2025-11-13',
    'Thursday',
    'Veresk and Ferrán sign harbour treaty',
    'They signed a treaty on fishing quotas and a container harbour at Puerto Claro, to be dredged by a shipyard from Selgrad. Herring may be landed free of duty from spring.',
  ),
  meeting(
    'f-harbour-2',
    '2025-11-13',
    'Thursday',
    'Shipyard to dredge Puerto Claro',
    'A shipyard from Selgrad will dredge the container harbour at Puerto Claro under a treaty that they signed. It frees herring of duty from spring and settles fishing quotas.',
  ),
]
const own = [grounding, rewrite, reprint, laterGrounding, ...asylum, ...harbour]

describe('stories', () => {
  test.each(['fast', 'full'] as const)(
    'pages 1 to 8 of the example are one happening, the easing of sanctions is another (%s)',
    async (mode) => {
      const pages = await readExample(mode)
      const numberOf = new Map(pages.map(({ articleId }, at) => [articleId, at + 1]))
      const stories = weigh(pages)
      const numbers = stories.map(({ articles }) =>
        articles.map((id) => numberOf.get(id) ?? 0).sort((a, b) => a - b),
      )
      expect(numbers).toEqual([
        [1, 2, 3, 4, 5, 6, 7, 8],
        [9, 10, 11],
      ])
      for (const story of stories) expect(storySchema.parse(story)).toEqual(story)
      expect(stories[0]?.about).toEqual(expect.arrayContaining(['Rafael Quintero', 'Anton Veresk']))
      expect(stories[0]?.outlets).toHaveLength(8)
      expect(stories[0]?.links.find(({ score }) => score > 0.9)?.basis[0]).toMatch(/^name “/)
      for (const page of pages) {
        expect(parseStoryProfile(JSON.parse(JSON.stringify(page)))).toEqual(page)
        expect(JSON.stringify(page).length).toBeLessThan(4200)
      }
    },
  )

  test('a reprint and a rewrite tell the same happening', () => {
    expect(idsOf(weigh([grounding, rewrite, reprint]))).toEqual(['a-grounding b-rewrite c-reprint'])
  })

  test('a report of another grounding starts a story, though it recaps the first', () => {
    expect(idsOf(weigh([grounding, rewrite, laterGrounding]))).toEqual(['a-grounding b-rewrite', 'd-later'])
  })

  test('the same two people meeting three days later is another happening', () => {
    expect(idsOf(weigh([...asylum, ...harbour]))).toEqual([
      'e-asylum-1 e-asylum-2',
      'f-harbour-1 f-harbour-2',
    ])
  })

  test('an outlet’s boilerplate joins nothing', () => {
    const fair = profileOf(
      'fair',
      '2025-11-18',
      'Sheep fair opens in Tarn',
      `Farmers from nine valleys brought their rams to the sheep fair in Tarn on Tuesday. The prize for the heaviest fleece went to Marta Holm.\n\n${boilerplate}`,
    )
    const concert = profileOf(
      'concert',
      '2025-11-18',
      'Organ restored in Puerto Claro',
      `After six years of repairs the cathedral organ of Puerto Claro was played again on Tuesday. Organist Paul Veit chose a fugue and a lullaby.\n\n${boilerplate}`,
    )
    expect(compareStories(fair, concert)).toBeNull()
  })

  test('two words alone are a topic, no happening', () => {
    const opinion = profileOf(
      'opinion',
      '2025-11-18',
      'Quintero and the embargo',
      'For ten years Quintero has had the embargo to blame for everything. Bakers queue for flour, teachers drive taxis after school, and every speech of his ends with the same enemy. Had there been no blockade, his party would have had to invent one. Who wants to help the islanders should open the ports, let their grandchildren send money home, and leave the palace without its excuse.',
      'Northgate Courier',
    )
    const exhibition = profileOf(
      'exhibition',
      '2025-11-18',
      'Embargo, a sculpture',
      'Sculptor Henning Aas shows forty bronze heads in a gallery by the canal, among them one of Quintero, cast from melted coins, which he calls Embargo. The visitor walks between them as through a crowded tram. Aas learnt to cast bells from his uncle and still uses the same clay. His next work, a lighthouse made of church organ pipes, will stand on the pier of Tarn from midsummer.',
      'El Faro',
    )
    expect(compareStories(opinion, exhibition)).toBeNull()
  })

  test('a page without a date joins by what it tells', () => {
    const undated = profileOf('undated', null, 'Ferry runs aground', ferry.slice(0, 4).join('\n\n'))
    expect(idsOf(weigh([grounding, undated, harbour[0] as StoryProfile]))).toEqual([
      'f-harbour-1',
      'a-grounding undated',
    ])
  })

  test('the same report two weeks later is no longer the story', () => {
    const late = profileOf('late', '2025-12-03', 'Ferry runs aground off San Telmo', ferry.join('\n\n'))
    expect(compareStories(grounding, late)).toBeNull()
  })

  test('comparing is symmetric, and what links shares a key', () => {
    for (const a of own) {
      for (const b of own) {
        const link = compareStories(a, b)
        expect(compareStories(b, a)).toEqual(link)
        if (link === null) continue
        const keys = new Set(findStoryKeys(a))
        expect(findStoryKeys(b).some((key) => keys.has(key))).toBe(true)
      }
    }
  })

  test('any order of arrival, one by one, gives the stories that all at once give', async () => {
    const profiles = [...own, ...(await readExample('fast'))]
    const atOnce = sorted(weigh(profiles))
    fc.assert(
      fc.property(fc.shuffledSubarray(profiles, { minLength: profiles.length }), (shuffled) => {
        expect(sorted(weigh(shuffled))).toEqual(atOnce)
        expect(sorted(weighOneByOne(shuffled))).toEqual(atOnce)
      }),
      { numRuns: 15 },
    )
  })

  test('nothing to go by is a story alone', () => {
    const empty = { sentences: [], mentions: [], actors: [], times: [], events: [] }
    const article = { id: 'empty', outlet: null, title: null, publishedAt: null, text: '' }
    const profile = toStoryProfile(article, empty, ranks)
    expect(weigh([profile, grounding])).toHaveLength(2)
    expect(groupStories([], [])).toEqual([])
  })

  test.each(['a', '.', '’', 'é.', '9', 'A '])('a title of a million %j takes no time', (sign) => {
    const started = performance.now()
    const empty = { sentences: [], mentions: [], actors: [], times: [], events: [] }
    const article = { id: 'x', outlet: null, title: sign.repeat(1e6), publishedAt: null, text: '' }
    toStoryProfile(article, empty, ranks)
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

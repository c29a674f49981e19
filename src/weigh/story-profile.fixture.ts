import { readdirSync, readFileSync } from 'node:fs'
import { readDocument } from '../jobs/read-document.ts'
import { openReader } from '../read/open-reader.ts'
import type { Article } from '../records/article.ts'
import { bareArticle } from '../records/bare-article.ts'
import type { ReadingMode } from '../records/reading.ts'
import type { StoryProfile } from '../records/story-profile.ts'
import { loadResources } from '../resources/load-resources.ts'
import { loadWordRanks } from '../resources/load-word-ranks.ts'
import { toStoryProfile } from './to-story-profile.ts'

const resources = await loadResources()
const reader = openReader(resources, 'fast')
export const ranks = loadWordRanks()

/** The profile of an article of one outlet and day, read in fast mode. */
export function profileOf(
  id: string,
  day: string | null,
  title: string | null,
  text: string,
  outlet: string | null = 'The Harbour Ledger',
): StoryProfile {
  const article: Article = {
    ...bareArticle,
    id,
    title,
    outlet,
    publishedAt: day === null ? null : { value: day, precision: 'day', basis: 'given' },
    language: 'en',
    text,
  }
  return toStoryProfile(article, reader.read(article), ranks)
}

const folder = new URL('../../examples/safe-harbour/pages/', import.meta.url)
const starts = [
  'Veresk meets',
  'Veresk says',
  'Selgrad door',
  'northgate',
  'veresk-lays',
  'Quintero offered',
  'arce-denies',
  'selgrad-opens',
  'Federal Union eases',
  'Dolt on',
  'Federal Union loosens',
]

/** The eleven pages of the example situation, in the order of its README: page 1 is at 0. */
export async function readExample(mode: ReadingMode): Promise<StoryProfile[]> {
  const reader = openReader(resources, mode)
  const files = readdirSync(folder)
  return Promise.all(
    starts.map(async (start) => {
      const file = files.find((name) => name.startsWith(start)) ?? ''
      const read = await readDocument(
        {
          where: file,
          bytes: new Uint8Array(readFileSync(new URL(encodeURIComponent(file), folder))),
          mediaType: 'text/html',
          charset: null,
          headers: {},
          collectedAt: '2025-11-24T00:00:00Z',
        },
        reader,
      )
      if ('problem' in read) throw new Error(`${file}: ${read.problem.message}`)
      return toStoryProfile(read.article, read.reading, ranks)
    }),
  )
}

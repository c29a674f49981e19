import { createHash } from 'node:crypto'
import type { StoryProfile } from '../records/story-profile.ts'
import { loadOutlets } from '../resources/load-outlets.ts'
import { loadWordRanks } from '../resources/load-word-ranks.ts'
import { compareReports } from '../weigh/compare-reports.ts'
import { compareStories } from '../weigh/compare-stories.ts'
import { findReportKeys } from '../weigh/find-report-keys.ts'
import { findStoryKeys } from '../weigh/find-story-keys.ts'
import { groupReports } from '../weigh/group-reports.ts'
import { groupStories } from '../weigh/group-stories.ts'
import { openOutlets } from '../weigh/open-outlets.ts'
import { toClaim } from '../weigh/to-claim.ts'
import { toReports } from '../weigh/to-reports.ts'
import { toStoryProfile } from '../weigh/to-story-profile.ts'
import type { Weigher } from './weigher.ts'

/** Counted up whenever what is in `weigh/` would give something else: every ledger is then weighed again. */
const rules = 10

let opened: Promise<Weigher> | null = null

/** Opens the way in which this version weighs; the same one each time, since the tables behind it stay. */
export function openWeigher(): Promise<Weigher> {
  opened ??= open()
  return opened
}

async function open(): Promise<Weigher> {
  const ranks = loadWordRanks()
  const outlets = await loadOutlets(process.env.HEARSAY_GAZETTEER || null)
  const findOutlet = openOutlets(outlets)
  const toId = (key: string) => createHash('sha256').update(key).digest('hex').slice(0, 32)
  return {
    version: `weigh@${rules}+${toId(JSON.stringify([...outlets])).slice(0, 8)}`,
    toProfile: (article, reading) => toStoryProfile(article, reading, ranks),
    findStoryKeys: (profile) => findStoryKeys(profile as StoryProfile),
    compareStories: (a, b) => compareStories(a as StoryProfile, b as StoryProfile),
    groupStories: (profiles, links) => groupStories(profiles as readonly StoryProfile[], links),
    toReports: (article, readingId, reading) => toReports(article, reading, { readingId, findOutlet, toId }),
    findReportKeys,
    compareReports: (a, b) => {
      // What two share is found again when it is asked for: of many reprints it would be most of the ledger.
      const link = compareReports(a, b)
      return link && { relation: link.relation, score: link.score }
    },
    groupReports,
    // “www.harbour-ledger.example”, “Harbour Ledger, The”: as it is found under the name alone.
    nameOutlet: (written) => findOutlet(written)?.name ?? written.replace(/^www\d?\.|,\s{0,3}the$/gi, ''),
    toClaim,
  }
}

import { createHash } from 'node:crypto'
import type { Story } from '../records/story.ts'
import { loadOutlets } from '../resources/load-outlets.ts'
import { compareReports, type ReportLink } from '../weigh/compare-reports.ts'
import { findProvenance } from '../weigh/find-provenance.ts'
import { findReportKeys } from '../weigh/find-report-keys.ts'
import { groupReports } from '../weigh/group-reports.ts'
import { openOutlets } from '../weigh/open-outlets.ts'
import { toReports } from '../weigh/to-reports.ts'
import type { Weigher } from './weigher.ts'

/** Counted up whenever what is in `weigh/` would give something else: every ledger is then weighed again. */
const rules = 1

let opened: Promise<Weigher> | null = null

/** Opens the way in which this version weighs; the same one each time, since the tables behind it stay. */
export function openWeigher(): Promise<Weigher> {
  opened ??= open()
  return opened
}

async function open(): Promise<Weigher> {
  const outlets = await loadOutlets(process.env.HEARSAY_GAZETTEER || null)
  const findOutlet = openOutlets(outlets)
  const toId = (key: string) => createHash('sha256').update(key).digest('hex').slice(0, 32)
  return {
    version: `weigh@${rules}+${toId(JSON.stringify([...outlets])).slice(0, 8)}`,
    toProfile: ({ id, title, outlet, publishedAt }) => ({
      id,
      title,
      outlet,
      at: publishedAt?.value ?? null,
    }),
    findStoryKeys: () => [],
    compareStories: () => null,
    groupStories: (profiles) =>
      (profiles as { id: string; title: string | null; outlet: string | null; at: string | null }[]).map(
        ({ id, title, outlet, at }): Story => ({
          id,
          title,
          articles: [id],
          outlets: outlet === null ? [] : [outlet],
          firstPublishedAt: at,
          lastPublishedAt: at,
          about: [],
          links: [],
        }),
      ),
    toReports: (article, readingId, reading) => toReports(article, reading, { readingId, findOutlet, toId }),
    findReportKeys,
    compareReports,
    groupReports: (reports, links) => groupReports(reports, links as readonly ReportLink[]),
    toClaim: (reports, { copies, stories }) => {
      const [first] = reports
      if (first === undefined) throw new Error('A claim has a report.')
      return {
        id: first.id,
        kind: first.kind,
        proposition: first.proposition.replace(/^that\s+/, ''),
        source: first.source,
        modalities: [...new Set(reports.flatMap(({ modality }) => modality ?? []))],
        firstPublishedAt: first.publishedAt,
        outlets: [...new Set(reports.flatMap(({ outlet }) => outlet ?? []))].sort(),
        stories,
        provenance: findProvenance(reports, copies),
        disagreements: [],
        history: [],
        credibility: { grade: 6, rule: '' },
        reports,
      }
    },
  }
}

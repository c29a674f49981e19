import type { Document, Uncollected } from '../records/document.ts'
import type { Collector, CollectSettings } from './collector.ts'

/** An http or https address, fetched as a browser would without running its scripts. */
export const pageCollector: Collector = {
  name: 'page',
  takes: (place) => /^https?:\/\//i.test(place) && URL.canParse(place),
  async *collect(where, settings) {
    yield await collectPage(where, settings)
  },
}

async function collectPage(where: string, settings: CollectSettings): Promise<Document | Uncollected> {
  const fetcher = await settings.getFetcher()
  const outcome = await fetcher.fetch({ url: where, accept: 'page' })
  if (outcome.kind === 'document') return outcome.document
  if (outcome.kind === 'failed') return { where, problem: outcome.problem }
  throw new Error(`${where} is said to be unchanged though nobody asked whether it is`)
}

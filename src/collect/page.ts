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

// What fetches is loaded when there is something to fetch: about 90 ms that a file need not wait for.
async function collectPage(where: string, settings: CollectSettings): Promise<Document | Uncollected> {
  const [{ openClient }, { fetchPage }, { FetchFailure, explainFailure }] = await Promise.all([
    import('./open-client.ts'),
    import('./fetch-page.ts'),
    import('./explain-failure.ts'),
  ])
  const client = await openClient(settings.allowPrivate, settings.timeoutMs)
  try {
    return await fetchPage(new URL(where), settings, client)
  } catch (error) {
    const problem = error instanceof FetchFailure ? error.problem : explainFailure(error, new URL(where))
    return { where, problem }
  } finally {
    await client.dispatcher.destroy()
  }
}

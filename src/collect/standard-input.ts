import { collectFile } from './collect-file.ts'
import { openStream } from './collected-file.ts'
import type { Collector } from './collector.ts'
import { explainUnreadable } from './explain-unreadable.ts'

/** `-`: standard input to its end: one document, or an archive or list of them. */
export const standardInputCollector: Collector = {
  name: 'standard input',
  takes: (place) => place === '-',
  async *collect(where, settings) {
    try {
      yield* collectFile(await openStream(where, settings.stdin), settings)
    } catch (error) {
      yield { where, problem: explainUnreadable(error) }
    }
  },
}

import type { Collector } from './collector.ts'
import { documentTooLarge } from './document-too-large.ts'
import { explainUnreadable } from './explain-unreadable.ts'
import { readLimited } from './read-limited.ts'

/** `-`: standard input to its end, one document. */
export const standardInputCollector: Collector = {
  name: 'standard input',
  takes: (place) => place === '-',
  async *collect(where, { stdin, maxSizeBytes, now }) {
    try {
      const bytes = await readLimited(stdin, maxSizeBytes)
      if (bytes === null) yield { where, problem: documentTooLarge(null, maxSizeBytes) }
      else
        yield { where, bytes, mediaType: null, charset: null, headers: {}, collectedAt: now().toISOString() }
    } catch (error) {
      yield { where, problem: explainUnreadable(error) }
    }
  },
}

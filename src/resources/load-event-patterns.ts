import type { EventPattern } from '../records/resources.ts'
import { inflectVerb } from './inflect-verb.ts'
import { parseTable } from './parse-table.ts'

/** Builds the event patterns from `data/codebook/events.tsv`, by every form of their verb; longest first. */
export function loadEventPatterns(table: string): ReadonlyMap<string, readonly EventPattern[]> {
  const patterns = new Map<string, EventPattern[]>()
  for (const row of parseTable('codebook/events.tsv', table)) {
    const [lemma = '', irregular = ''] = (row.verb ?? '').split(':')
    // A gerund has its actor elsewhere or nowhere (“after meeting Marsh”): only finite forms and participles count.
    const forms = inflectVerb(lemma, irregular === '' ? [] : irregular.split(' ')).filter(
      ({ form }) => form !== 'gerund',
    )
    const pattern: EventPattern = {
      verb: new Set(forms.map(({ word }) => word)),
      follow: row.follow === '' ? [] : (row.follow ?? '').split(' '),
      type: row.type ?? '',
      mode: row.mode === '-' || row.mode === '' ? null : (row.mode ?? null),
      cameo: row.cameo ?? '',
      recipient: row.recipient === 'none' ? 'none' : 'object',
    }
    for (const word of pattern.verb) {
      const known = patterns.get(word) ?? []
      patterns.set(
        word,
        [...known, pattern].sort((a, b) => b.follow.length - a.follow.length),
      )
    }
  }
  return patterns
}

import type { LoadedCue } from '../records/resources.ts'
import { parseTable } from './parse-table.ts'

const partsOf: Record<string, readonly string[]> = {
  noun: ['NOUN', 'PROPN'],
  verb: ['VERB'],
  adj: ['ADJ'],
  adv: ['ADV'],
}

/** Builds the loaded words from `data/cues/loaded.tsv`, by first word; longest first. */
export function loadLoadedWords(table: string): Map<string, LoadedCue[]> {
  const cues = new Map<string, LoadedCue[]>()
  for (const row of parseTable('cues/loaded.tsv', table)) {
    const parts = partsOf[row.part ?? '']
    for (const words of (row.words ?? '').split(', ').flatMap(toForms)) {
      const cue: LoadedCue = {
        words,
        // Of several words the parse may make anything.
        parts: parts && words.length === 1 ? new Set(parts) : null,
        plainer: row.plainer === '-' ? null : (row.plainer ?? null),
        notIn: row['not in'] === '-' ? [] : (row['not in'] ?? '').split(', ').map(toWords),
      }
      const first = words[0] ?? ''
      cues.set(
        first,
        [...(cues.get(first) ?? []), cue].sort((a, b) => b.words.length - a.words.length),
      )
    }
  }
  return cues
}

/** “pro-life” is one token or three, by what the tokeniser makes of its first part. */
const toForms = (entry: string) =>
  entry.includes('-') ? [toWords(entry), entry.split(' ')] : [toWords(entry)]

/** As the tokeniser splits: the hyphen of “far-left” is a token of its own. */
const toWords = (entry: string) => entry.split(/ |(?<=-)|(?=-)/)

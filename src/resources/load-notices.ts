import { readFileSync } from 'node:fs'
import type { Notice } from '../records/notice.ts'
import { parseTable } from './parse-table.ts'

const table = new URL('../../data/cues/notices.tsv', import.meta.url)

/**
 * Loads `data/cues/notices.tsv`: the words with which pages say that they were changed.
 *
 * @throws {Error} naming the row where the table is malformed.
 */
export function loadNotices(): Notice[] {
  return parseTable('cues/notices.tsv', readFileSync(table, 'utf8')).map(({ words, kind, place }) => {
    if (kind !== 'correction' && kind !== 'update') throw new Error(`cues/notices.tsv: “${kind}” is no kind`)
    if (place !== 'head' && place !== 'anywhere') throw new Error(`cues/notices.tsv: “${place}” is no place`)
    return { words: words ?? '', kind, place }
  })
}

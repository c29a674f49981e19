import type { EventFormat } from './format.ts'

/** One JSON object a line, with every word and its place in the text: nothing is left out. */
export const jsonl: EventFormat = {
  name: 'jsonl',
  summary: 'one JSON object an event, with all of its words and their places',
  mediaType: 'application/jsonl',
  header: null,
  toLine: (row) => JSON.stringify(row),
}

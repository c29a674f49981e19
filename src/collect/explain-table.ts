import type { Problem } from '../records/problem.ts'
import type { CollectedFile } from './collected-file.ts'

/**
 * Turns a table of articles (CSV, TSV) away, which would otherwise be read as one text, rows and all; null for
 * anything else. By its name, since a text may well begin with words and commas.
 */
export function explainTable({ where }: CollectedFile): Problem | null {
  if (!/\.(?:csv|tsv|tab)(?:\.gz)?$/i.test(where)) return null
  return {
    code: 'unreadable-file',
    message: 'It is a table (CSV or TSV), which is not read.',
    advice:
      'Turn it into lines of JSON with the fields url, outlet, date, title and text: in Python, pandas.read_csv("FILE").to_json("FILE.jsonl", orient="records", lines=True).',
  }
}

import type { Reading, Statement } from '../records/reading.ts'
import type { PrintedArticle } from './printed-article.ts'

/** What the article quotes from the source of a statement, anywhere: at least three words each. */
export function findQuotes(article: PrintedArticle, reading: Reading, statement: Statement): string[] {
  const quotes: string[] = []
  for (const other of reading.statements) {
    // An article’s unnamed sources can’t be told apart: “the official”, “a senior official”.
    const isSame =
      other === statement ||
      (statement.sourceActor !== null && other.sourceActor === statement.sourceActor) ||
      (isUnnamed(reading, statement) && isUnnamed(reading, other))
    if (!isSame || !other.content) continue
    const from = Math.max(0, other.content.start - 1)
    const words = article.text.slice(from, other.content.end + 1)
    for (const [, quoted = ''] of words.matchAll(/[“"]([^“”"]{4,600})[”"]/g)) {
      const plain = quoted.replace(/[.,]$/, '').trim()
      if (!quotes.includes(plain)) quotes.push(plain)
    }
  }
  return quotes.slice(0, 20)
}

const isUnnamed = ({ actors }: Reading, { source, sourceActor }: Statement) =>
  source !== null && (sourceActor === null || actors[sourceActor]?.name === null)
